import type { ReactNode } from 'react';
import styles from './person-cell.module.css';

export interface PersonCellProps {
  name: string;
  /** Below the name, cut where it is too long. */
  detail?: string;
  /** Beside the name: badges. */
  badges?: ReactNode;
  /** Below both. */
  children?: ReactNode;
}

/** A person (or a license ID with its contract) in two lines. */
export function PersonCell({ name, detail, badges, children }: PersonCellProps) {
  return (
    <div className={styles.person}>
      <div className={styles.nameLine}>
        <span className={styles.name}>{name}</span>
        {badges}
      </div>
      {detail && <div className={styles.detail}>{detail}</div>}
      {children}
    </div>
  );
}
