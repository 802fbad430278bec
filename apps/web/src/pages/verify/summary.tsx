import type { AssignmentChangeAnswer } from '@muniment/contract/assignment-changes.ts';
import { useMessages } from '../../messages/messages.tsx';
import styles from './verify-side.module.css';

/** The totals of a change. */
export function Summary({ answer }: { answer: AssignmentChangeAnswer }) {
  const { t, formatNumber } = useMessages();
  const { added, removed, people } = answer.summary;
  const figures = [
    { label: t('verify.summary.added'), value: added, className: styles.added },
    {
      label: t('verify.summary.removed'),
      value: removed,
      className: removed > 0 ? styles.removed : undefined,
    },
    { label: t('verify.summary.people'), value: people },
    { label: t('verify.summary.emails'), value: answer.emails.length },
  ];
  return (
    <section aria-labelledby="verify-summary">
      <h2 id="verify-summary" className={styles.heading}>
        {t('verify.summary')}
      </h2>
      <dl className={styles.figures}>
        {figures.map(({ label, value, className }) => (
          <div key={label} className={styles.figure}>
            <dt>{label}</dt>
            <dd className={className}>{formatNumber(value)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{t('verify.summary.when')}</p>
    </section>
  );
}
