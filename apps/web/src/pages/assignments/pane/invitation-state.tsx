import type { VlUserDetails } from '@muniment/contract/vl-users.ts';
import { MailWarning } from 'lucide-react';
import { formatLicenseId } from '../../../messages/license-id.ts';
import { Message, type Messages, useMessages } from '../../../messages/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import type { Again } from '../use-invitations.ts';
import styles from './invitation-state.module.css';

type Invitation = VlUserDetails['invitations'][number];

/** A contact may be invited to administer thousands of license IDs one by one. */
const SHOWN = 3;

export interface InvitationStateProps {
  person: VlUserDetails;
  onSendAgain: (again: Again) => void;
  /** Which of the two is under way. */
  pending: Again | null;
}

/** What waits to be registered, what became of its e-mail, and the ways to send it again. @source M3, M9 */
export function InvitationState({ person, onSendAgain, pending }: InvitationStateProps) {
  const { t } = useMessages();
  if (person.invitations.length === 0) return null;
  const shown = person.invitations.slice(0, SHOWN);
  const more = person.invitations.length - shown.length;
  const canResend = person.actions.includes('resend-invite');
  return (
    <section aria-label={t('access.invitation')} className={styles.box}>
      {shown.map((invitation) => (
        <OneInvitation key={`${invitation.kind} ${invitation.licenseId}`} invitation={invitation} />
      ))}
      {more > 0 && <p>{t('access.invitation.more', { count: more })}</p>}
      <div className={styles.buttons}>
        {canResend && (
          <Button size="small" isPending={pending === 'resend'} onPress={() => onSendAgain('resend')}>
            {t('assignments.resend')}
          </Button>
        )}
        <Button size="small" isPending={pending === 'reset'} onPress={() => onSendAgain('reset')}>
          {t('assignments.reset')}
        </Button>
      </div>
    </section>
  );
}

function OneInvitation({ invitation }: { invitation: Invitation }) {
  const messages = useMessages();
  const { t, formatDate } = messages;
  const { licenseId, sentAt, expiresAt, expired, mail } = invitation;
  const expires = formatDate(new Date(expiresAt));
  return (
    <div className={styles.invitation}>
      {licenseId !== null && (
        <h3 className={styles.title}>
          {t('access.invitation.contact', { licenseId: formatLicenseId(licenseId) })}
        </h3>
      )}
      <p>
        {expired
          ? t('access.invitation.expired', { expires })
          : t('access.invitation.open', { sent: formatDate(new Date(sentAt)), expires })}
      </p>
      {mail !== null && <MailState mail={mail} messages={messages} />}
    </div>
  );
}

function MailState({ mail, messages: { t } }: { mail: NonNullable<Invitation['mail']>; messages: Messages }) {
  const { state, to, at, error } = mail;
  if (state === 'failed') {
    return (
      <p role="alert" className={styles.failed}>
        <MailWarning size={16} strokeWidth={1.75} aria-hidden />
        <span>
          <strong>{t('access.mail.failed', { to })}</strong>{' '}
          {error !== null && t('access.mail.failed.reason', { error })} {t('access.mail.failed.mend')}
        </span>
      </p>
    );
  }
  // Mail that should have gone by now: the mail server is away, or none is set up.
  if (state === 'held' && new Date(at) < new Date()) {
    return <p className={styles.mail}>{t('access.mail.due', { to })}</p>;
  }
  if (state === 'held' || state === 'sent') {
    return (
      <p className={styles.mail}>
        <Message id={`access.mail.${state}`} values={{ to, when: <RelativeTime at={at} /> }} />
      </p>
    );
  }
  return <p className={styles.mail}>{t(`access.mail.${state}`, { to })}</p>;
}
