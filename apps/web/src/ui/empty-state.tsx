import type { ReactNode } from 'react';
import styles from './empty-state.module.css';
import { FilledCheck } from './filled-check.tsx';

export interface EmptyStateProps {
  title: string;
  /** One or two sentences. */
  children?: ReactNode;
  /** The way on. None where nothing is to do. */
  action?: ReactNode;
  /** `good` shows a green tick: nothing needs attention. */
  tone?: 'neutral' | 'good';
}

/** Stands where a list or a page would be. */
export function EmptyState({ title, children, action, tone = 'neutral' }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {tone === 'good' && (
        <span className={styles.tick}>
          <FilledCheck />
        </span>
      )}
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
