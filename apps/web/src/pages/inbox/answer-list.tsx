import type { InboxMessageDetails } from '@muniment/contract/support.ts';
import { paths } from '../../app/paths.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Link } from '../../ui/link.tsx';
import styles from './inbox.module.css';

/** What was answered, each with the way to its mail in the outbox. */
export function AnswerList({ answers }: Pick<InboxMessageDetails, 'answers'>) {
  const { t, formatDateTime } = useMessages();
  if (answers.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{t('inbox.answers')}</h2>
      <ul className={styles.answers}>
        {answers.map(({ id, text, createdAt, mailId }) => (
          <li key={id} className={styles.answer}>
            <div className={styles.answerHead}>
              <span>{t('inbox.answer.at', { when: formatDateTime(createdAt) })}</span>
              {mailId === null ? (
                <span>{t('inbox.answer.noMail')}</span>
              ) : (
                <Link href={paths.outboxMail(mailId)}>{t('inbox.answer.mail')}</Link>
              )}
            </div>
            <p className={styles.lines}>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
