import type { OutboxMail } from '@muniment/contract/publisher.ts';
import { useMessages } from '../../messages/messages.tsx';
import { MailState } from './mail-state.tsx';
import styles from './outbox.module.css';

/** To whom a mail goes and what became of it. */
export function MailFacts({ mail, isSending }: { mail: OutboxMail; isSending: boolean }) {
  const { t, formatDateTime } = useMessages();
  return (
    <dl className={styles.facts}>
      <dt>{t('outbox.mail.to')}</dt>
      <dd>{`${mail.toName} <${mail.to}>`}</dd>
      <dt>{t('outbox.mail.from')}</dt>
      <dd>{mail.from}</dd>
      <dt>{t('outbox.mail.organization')}</dt>
      <dd>{mail.organizationNumber}</dd>
      <dt>{t('outbox.mail.created')}</dt>
      <dd>{formatDateTime(mail.createdAt)}</dd>
      <dt>{t('outbox.mail.state')}</dt>
      <dd>
        <div className={styles.stateLine}>
          <MailState state={mail.state} isSending={isSending} />
          <StateDetails mail={mail} isSending={isSending} />
        </div>
        {mail.error !== null && <div className={styles.error}>{mail.error}</div>}
      </dd>
    </dl>
  );
}

function StateDetails({ mail, isSending }: { mail: OutboxMail; isSending: boolean }) {
  const { t, formatDateTime } = useMessages();
  const { state, attempts, sendAfter, sentAt } = mail;
  const parts: string[] = [];
  if (state === 'held' && isSending) {
    const id = attempts > 0 ? 'outbox.mail.retry' : 'outbox.mail.due';
    parts.push(t(id, { at: formatDateTime(sendAfter) }));
  }
  if (sentAt !== null) parts.push(t('outbox.mail.sentAt', { at: formatDateTime(sentAt) }));
  if (attempts > 0) parts.push(t('outbox.mail.attempts', { count: attempts }));
  if (state === 'held' && !isSending) parts.push(t('outbox.kept.body'));
  return <span className={styles.quiet}>{parts.join(' · ')}</span>;
}
