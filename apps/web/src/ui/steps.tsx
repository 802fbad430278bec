import { Check } from 'lucide-react';
import { Link } from 'react-aria-components/Link';
import { useMessages } from '../messages/messages.tsx';
import { classNames } from './class-names.ts';
import styles from './steps.module.css';

export interface Step {
  label: string;
  /** Where a finished step leads back to. */
  href?: string;
}

export interface StepsProps {
  steps: readonly Step[];
  /** Index of the step that the person is on; those before are done. */
  current: number;
}

/** Where one is in a task of several steps. Finished steps are links. */
export function Steps({ steps, current }: StepsProps) {
  const { t } = useMessages();
  return (
    <nav aria-label={t('ui.steps')}>
      <ol className={styles.steps}>
        {steps.map(({ label, href }, index) => {
          const isDone = index < current;
          const isCurrent = index === current;
          const content = (
            <>
              <span aria-hidden className={styles.number}>
                {isDone ? <Check size={14} strokeWidth={1.75} /> : index + 1}
              </span>
              <span className={styles.label}>{label}</span>
            </>
          );
          return (
            <li
              key={label}
              aria-current={isCurrent ? 'step' : undefined}
              className={classNames(styles.step, isDone && styles.done, isCurrent && styles.current)}
            >
              {isDone && href ? (
                <Link href={href} aria-label={t('ui.step.done', { label })} className={styles.content}>
                  {content}
                </Link>
              ) : (
                <span className={styles.content}>{content}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
