import { ProblemError } from '@muniment/contract/client.ts';
import { useParams } from '@tanstack/react-router';
import { isProblem } from '../../api/client.ts';
import { useMe } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { Message, useMessages } from '../../messages/messages.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { ErrorDetails } from '../../ui/page-error.tsx';
import { AnotherAccount } from './another-account.tsx';
import styles from './register-page.module.css';

/** Why there is nothing to register, each with a page of its own. */
const REFUSALS = [
  'invitation-expired',
  'invitation-used',
  'invitation-reset',
  'invitation-not-found',
  'wrong-account',
  'too-many-requests',
] as const;

export type RefusalId = (typeof REFUSALS)[number] | 'offline';

/**
 * Which page an error makes.
 *
 * @param hasOffer Whether the offer stands on the page. Then what may pass is said beside its button.
 * @returns null where the offer stays.
 */
export function refusalOf(error: unknown, hasOffer: boolean): RefusalId | null {
  const known = REFUSALS.find((id) => isProblem(error, id));
  if (hasOffer && (known === undefined || known === 'too-many-requests')) return null;
  return known ?? 'offline';
}

export interface RefusalProps {
  refusal: RefusalId;
  error: unknown;
  onRetry: () => void;
}

/** What happened and what to do. Says nothing of the organization or of who invited. @source G1, A9 */
export function Refusal({ refusal, error, onRetry }: RefusalProps) {
  const { t } = useMessages();
  const { token } = useParams({ from: '/register/$token' });
  const { signInEmail } = useMe();
  switch (refusal) {
    case 'wrong-account':
      return (
        <>
          <p className={styles.text}>
            <Message id="register.wrong-account.body" values={{ email: signInEmail }} />
          </p>
          <AnotherAccount token={token} variant="button" />
          <WhoIsMyAdmin />
        </>
      );
    case 'too-many-requests':
      return (
        <>
          <p>{t('register.too-many-requests.body', { minutes: minutesToWait(error) })}</p>
          <div className={styles.action}>
            <Button variant="primary" onPress={onRetry}>
              {t('ui.error.retry')}
            </Button>
          </div>
        </>
      );
    case 'offline':
      return <ErrorDetails error={error} onRetry={onRetry} />;
    case 'invitation-used':
      return (
        <>
          <p>{t('register.invitation-used.body')}</p>
          <div className={styles.action}>
            <ButtonLink variant="primary" href="/">
              {t('register.go')}
            </ButtonLink>
          </div>
        </>
      );
    default:
      return (
        <>
          <p>{t(`register.${refusal}.body`)}</p>
          <WhoIsMyAdmin />
        </>
      );
  }
}

/** The way on for whoever has nobody to ask. @source A9 */
function WhoIsMyAdmin() {
  const { t } = useMessages();
  return (
    <p>
      <Link href={paths.whoIsMyAdmin}>{t('help.admin.link')}</Link>
    </p>
  );
}

/** How long the server asks to wait, in whole minutes; one where it does not say. */
export function minutesToWait(error: unknown): number {
  const seconds = error instanceof ProblemError ? error.retryAfterSeconds : null;
  return Math.max(1, Math.ceil((seconds ?? 0) / 60));
}
