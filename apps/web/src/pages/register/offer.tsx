import { ProblemError } from '@muniment/contract/client.ts';
import type { InvitationOffer } from '@muniment/contract/invitations.ts';
import { useParams } from '@tanstack/react-router';
import { isProblem, ServerNotReached } from '../../api/client.ts';
import { useMe } from '../../app/organization.ts';
import { Message, useMessages } from '../../messages/messages.tsx';
import { problemText } from '../../messages/problem-text.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { AnotherAccount } from './another-account.tsx';
import { OfferedLicenses } from './offered-licenses.tsx';
import { minutesToWait } from './refusal.tsx';
import styles from './register-page.module.css';

export interface OfferProps {
  offer: InvitationOffer;
  /** It is not what was shown first. */
  hasChanged: boolean;
  /** Why the last try to register did not come about, where another may. */
  error: unknown;
  isRegistering: boolean;
  onRegister: () => void;
}

/** What is registered, as whom, and the one button that does it. */
export function Offer({ offer, hasChanged, error, isRegistering, onRegister }: OfferProps) {
  const { t, formatDate } = useMessages();
  return (
    <>
      {hasChanged && error === null && (
        <MessageBar tone="warning" title={t('register.changed')}>
          {t('register.changed.body')}
        </MessageBar>
      )}
      <Lead offer={offer} />
      <OfferedLicenses title={t('register.list')} licenses={offer.licenses} />
      <Who />
      {error !== null && <Failure error={error} />}
      <div className={styles.action}>
        <Button variant="primary" isPending={isRegistering} onPress={onRegister}>
          {error !== null ? t('ui.error.retry') : t('register.act', { count: offer.licenses.length })}
        </Button>
      </div>
      <p className={styles.note}>{t('register.expires', { date: formatDate(offer.expiresAt) })}</p>
    </>
  );
}

function Lead({ offer }: { offer: InvitationOffer }) {
  const { t } = useMessages();
  const { publisherName } = useMe();
  const names = { organization: offer.organization.name, publisher: publisherName };
  if (offer.kind === 'assignment') {
    return (
      <p>
        <Message id="register.lead" values={{ ...names, count: offer.licenses.length }} />
      </p>
    );
  }
  if (offer.insteadOfContact) {
    return (
      <>
        <p>
          <Message id="register.instead.lead" values={names} />
        </p>
        <MessageBar tone="warning" title={t('register.instead')}>
          {t('register.instead.body')}
        </MessageBar>
      </>
    );
  }
  return (
    <>
      <p>
        <Message id="register.contact.lead" values={names} />
      </p>
      <MessageBar tone="info" title={t('register.contact.forward')}>
        {t('register.contact.forward.body')}
      </MessageBar>
    </>
  );
}

function Who() {
  const { t } = useMessages();
  const { token } = useParams({ from: '/register/$token' });
  const { displayName, signInEmail } = useMe();
  return (
    <section aria-labelledby="register-as" className={styles.who}>
      <h2 id="register-as">{t('register.as')}</h2>
      <div className={styles.person}>
        <Avatar name={displayName} />
        <div className={styles.names}>
          <div className={styles.name}>{displayName}</div>
          <div className={styles.detail}>{signInEmail}</div>
        </div>
      </div>
      <AnotherAccount token={token} variant="link" />
    </section>
  );
}

function Failure({ error }: { error: unknown }) {
  const { t } = useMessages();
  if (error instanceof ServerNotReached) {
    return (
      <MessageBar tone="danger" title={t('register.noAnswer')}>
        {t('register.noAnswer.body')}
      </MessageBar>
    );
  }
  if (isProblem(error, 'too-many-requests')) {
    return (
      <MessageBar tone="danger" title={t('register.failed')}>
        {t('register.too-many-requests.body', { minutes: minutesToWait(error) })}
      </MessageBar>
    );
  }
  if (error instanceof ProblemError && error.status < 500) {
    return (
      <MessageBar tone="danger" title={t('register.failed')}>
        {t(problemText(error))}
      </MessageBar>
    );
  }
  return (
    <MessageBar tone="danger" title={t('register.unavailable')}>
      {t('register.unavailable.body')}
      {error instanceof ProblemError && error.body.instance !== undefined && (
        <div className={styles.detail}>{t('ui.error.requestId', { requestId: error.body.instance })}</div>
      )}
    </MessageBar>
  );
}
