import type { InboxMessageDetails } from '@muniment/contract/support.ts';
import { useMessages } from '../../messages/messages.tsx';
import styles from './inbox.module.css';

/** Who wrote, from where, and how they want to be reached. */
export function MessageFacts({ message }: { message: InboxMessageDetails }) {
  const { t, formatDateTime } = useMessages();
  const { name, signInEmail, organizationName, organizationNumber, sentiment, page, licenseId } = message;
  return (
    <dl className={styles.facts}>
      <dt>{t('inbox.from')}</dt>
      <dd>{t('inbox.person', { name, email: signInEmail })}</dd>
      <dt>{t('inbox.organization')}</dt>
      <dd>
        {organizationName === null
          ? t('inbox.organization.none')
          : t('inbox.organization.named', { name: organizationName, number: organizationNumber })}
      </dd>
      <dt>{t('inbox.written')}</dt>
      <dd>{formatDateTime(message.createdAt)}</dd>
      {sentiment !== null && (
        <>
          <dt>{t('inbox.sentiment')}</dt>
          <dd>{t(`inbox.sentiment.${sentiment}`)}</dd>
        </>
      )}
      {page !== null && (
        <>
          <dt>{t('inbox.page')}</dt>
          <dd>{page}</dd>
        </>
      )}
      {licenseId !== null && (
        <>
          <dt>{t('inbox.licenseId')}</dt>
          <dd>{licenseId}</dd>
        </>
      )}
      <dt>{t('inbox.reach')}</dt>
      <dd>
        <Reach message={message} />
      </dd>
    </dl>
  );
}

function Reach({ message }: { message: InboxMessageDetails }) {
  const { t } = useMessages();
  const { email, phone, contactMethod } = message;
  if (email === null) return t('inbox.reach.none');
  if (phone === null) return t('inbox.reach.email', { email });
  return t(contactMethod === 'phone' ? 'inbox.reach.phone' : 'inbox.reach.both', { email, phone });
}
