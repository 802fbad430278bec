import { useMessages } from '../../messages/messages.tsx';
import styles from './csv-sheet.module.css';
import type { CsvState } from './use-csv-file.ts';

/** How far the reading of a file has come. */
export function CsvProgress({ state }: { state: Extract<CsvState, { kind: 'reading' | 'looking-up' }> }) {
  const { t } = useMessages();
  const { kind, fileName, done, total } = state;
  const label = t('assign.csv.reading', { name: fileName });
  return (
    <div className={styles.progress}>
      <p role="status">{label}</p>
      <progress aria-label={label} max={total || 1} value={total === 0 ? undefined : done} />
      <p className={styles.hint}>
        {total > 0 && t(kind === 'reading' ? 'assign.csv.progress' : 'assign.csv.lookingUp', { done, total })}
      </p>
    </div>
  );
}
