import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import { useEffect } from 'react';
import { Link } from 'react-aria-components/Link';
import { isProblem } from '../api/client.ts';
import { publisherQuery } from '../api/publisher.ts';
import { paths } from '../app/paths.ts';
import { forgetPublisherToken, keepPublisherToken, usePublisherToken } from '../app/publisher-token.ts';
import { BarePage } from '../frame/bare-page.tsx';
import frameStyles from '../frame/frame.module.css';
import { Mark } from '../frame/mark.tsx';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorDetails } from '../ui/page-error.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useIsSlow } from '../ui/use-is-slow.ts';
import { accessQuery, OPERATOR_KEY } from './access-query.ts';
import styles from './operator.module.css';
import { TokenForm, type TokenProblem } from './token-form.tsx';

/** What the operator can open by the publisher's token. */
export type OperatorPlace = 'outbox' | 'inbox';

/** A page of the publisher's operator, who opens it by the publisher's API token. */
export function OperatorPage({ place }: { place: OperatorPlace }) {
  const { t } = useMessages();
  const token = usePublisherToken();
  useEffect(() => {
    document.title = t('frame.documentTitle', { page: t(`operator.${place}`) });
  }, [t, place]);
  return token === null ? (
    <TokenForm place={place} problem={null} onToken={keepPublisherToken} />
  ) : (
    <WithToken place={place} token={token} />
  );
}

function WithToken({ place, token }: { place: OperatorPlace; token: string }) {
  const { t } = useMessages();
  const access = useQuery(accessQuery(token));
  const isSlow = useIsSlow(access.isPending);
  if (access.data !== undefined) return <OperatorFrame place={place} />;
  const problem = tokenProblemOf(access.error);
  if (problem !== null) {
    return <TokenForm key={token} place={place} problem={problem} onToken={keepPublisherToken} />;
  }
  return (
    <BarePage title={t(`operator.${place}`)}>
      {isSlow && <SkeletonRows rows={3} />}
      {access.isError && <ErrorDetails error={access.error} onRetry={() => void access.refetch()} />}
    </BarePage>
  );
}

function tokenProblemOf(error: unknown): TokenProblem | null {
  if (isProblem(error, 'not-signed-in')) return 'unknown';
  return isProblem(error, 'not-found') || isProblem(error, 'scope-missing') ? 'foreign' : null;
}

function OperatorFrame({ place }: { place: OperatorPlace }) {
  const { t } = useMessages();
  const { data: publisher } = useQuery(publisherQuery);
  const queryClient = useQueryClient();
  const leave = () => {
    forgetPublisherToken();
    queryClient.removeQueries({ queryKey: [OPERATOR_KEY] });
  };
  const places = [
    { id: 'outbox', href: paths.outbox() },
    { id: 'inbox', href: paths.inbox() },
  ] as const;
  return (
    <div className={frameStyles.frame}>
      <a href="#main" className={frameStyles.skip}>
        {t('frame.skip')}
      </a>
      <header className={styles.header}>
        <Mark />
        <span className={styles.product}>{publisher?.name ?? t('operator.product')}</span>
        <nav aria-label={t('operator.pages')} className={styles.places}>
          {places.map(({ id, href }) => (
            <Link
              key={id}
              href={href}
              aria-current={id === place ? 'page' : undefined}
              className={styles.place}
            >
              {t(`operator.${id}`)}
            </Link>
          ))}
        </nav>
        <Button variant="quiet" icon={<LogOut size={18} strokeWidth={1.5} aria-hidden />} onPress={leave}>
          {t('operator.signOut')}
        </Button>
      </header>
      <div className={frameStyles.middle}>
        <main id="main" tabIndex={-1} className={frameStyles.main}>
          <Outlet />
        </main>
      </div>
    </div>
  );
}
