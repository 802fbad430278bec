import { Check } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import styles from './benefits.module.css';

export interface ProgramStepProps {
  title: string;
  isDone: boolean;
  children: ReactNode;
}

/** One step of a program, with a tick where it is done. All stay in sight: what was entered can be changed later. */
export function ProgramStep({ title, isDone, children }: ProgramStepProps) {
  const { t } = useMessages();
  const headingId = useId();
  return (
    <li className={styles.step}>
      <section aria-labelledby={headingId}>
        <h3 id={headingId} className={styles.stepTitle}>
          {title}
          {isDone && (
            <span className={styles.done}>
              <Check size={16} strokeWidth={1.75} aria-hidden />
              <span className="visually-hidden">{t('benefits.step.done')}</span>
            </span>
          )}
        </h3>
        <div className={styles.stepBody}>{children}</div>
      </section>
    </li>
  );
}
