import type { AssignmentChangeAnswer } from '@muniment/contract/assignment-changes.ts';
import { useMessages } from '../../messages/messages.tsx';
import styles from './verify-side.module.css';

const SHOWN = 8;

/** Who is told what, and where. @source S5, S6 */
export function EmailList({ answer }: { answer: AssignmentChangeAnswer }) {
  const { t } = useMessages();
  const { emails } = answer;
  return (
    <section aria-labelledby="verify-emails">
      <h2 id="verify-emails" className={styles.heading}>
        {t('verify.emails')}
      </h2>
      {emails.length === 0 ? (
        <p className={styles.note}>{t('verify.emails.none')}</p>
      ) : (
        <ul className={styles.emails}>
          {emails.slice(0, SHOWN).map(({ kind, displayName, to }) => (
            <li key={`${kind} ${to} ${displayName}`}>
              <span className={styles.emailName}>{displayName}</span>
              <span className={styles.emailTo}>{t(`verify.emails.${kind}`, { to })}</span>
            </li>
          ))}
        </ul>
      )}
      {emails.length > SHOWN && (
        <p className={styles.note}>{t('verify.emails.more', { count: emails.length - SHOWN })}</p>
      )}
    </section>
  );
}
