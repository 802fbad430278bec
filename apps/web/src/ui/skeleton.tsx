import { useMessages } from '../messages/messages.tsx';
import styles from './skeleton.module.css';

export interface SkeletonRowsProps {
  /** How many rows. Default 8. */
  rows?: number;
  /** The height of the real rows: 44, or 52 with two lines. */
  rowHeight?: 44 | 52;
}

/** Rows that will be. Show them only when an answer takes longer than 300 ms and there is nothing older. */
export function SkeletonRows({ rows = 8, rowHeight = 44 }: SkeletonRowsProps) {
  const { t } = useMessages();
  return (
    <div className={styles.rows}>
      <span role="status" className="visually-hidden">
        {t('ui.loading')}
      </span>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div key={index} aria-hidden className={rowHeight === 52 ? styles.tallRow : styles.row}>
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
