import { LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './locked-note.module.css';

/** Says below a control what of it is locked, and why. */
export function LockedNote({ children }: { children: ReactNode }) {
  return (
    <p className={styles.note}>
      <LockKeyhole size={13} strokeWidth={1.75} aria-hidden />
      <span>{children}</span>
    </p>
  );
}
