import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { isProblem } from '../../api/client.ts';
import { publisherQuery } from '../../api/publisher.ts';
import { forgetPublisherToken, keepPublisherToken, usePublisherToken } from '../../app/publisher-token.ts';
import { BarePage } from '../../frame/bare-page.tsx';
import frameStyles from '../../frame/frame.module.css';
import { Mark } from '../../frame/mark.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorDetails } from '../../ui/page-error.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import styles from './outbox.module.css';
import { accessQuery, OUTBOX_KEY } from './outbox-queries.ts';
import { TokenForm, type TokenProblem } from './token-form.tsx';

/** All mail of the instance, for the publisher's operator, who opens it by the publisher's API token. */
export default function OutboxPage() {
  const { t } = useMessages();
  const token = usePublisherToken();
  useEffect(() => {
    document.title = t('frame.documentTitle', { page: t('outbox.title') });
  }, [t]);
  return token === null ? (
    <TokenForm problem={null} onToken={keepPublisherToken} />
  ) : (
    <WithToken token={token} />
  );
}

function WithToken({ token }: { token: string }) {
  const { t } = useMessages();
  const access = useQuery(accessQuery(token));
  const isSlow = useIsSlow(access.isPending);
  if (access.data !== undefined) {
    return (
      <OutboxFrame>
        <Outlet />
      </OutboxFrame>
    );
  }
  const problem = tokenProblemOf(access.error);
  if (problem !== null) return <TokenForm key={token} problem={problem} onToken={keepPublisherToken} />;
  return (
    <BarePage title={t('outbox.title')}>
      {isSlow && <SkeletonRows rows={3} />}
      {access.isError && <ErrorDetails error={access.error} onRetry={() => void access.refetch()} />}
    </BarePage>
  );
}

function tokenProblemOf(error: unknown): TokenProblem | null {
  if (isProblem(error, 'not-signed-in')) return 'unknown';
  return isProblem(error, 'not-found') || isProblem(error, 'scope-missing') ? 'foreign' : null;
}

function OutboxFrame({ children }: { children: ReactNode }) {
  const { t } = useMessages();
  const { data: publisher } = useQuery(publisherQuery);
  const queryClient = useQueryClient();
  const leave = () => {
    forgetPublisherToken();
    queryClient.removeQueries({ queryKey: [OUTBOX_KEY] });
  };
  return (
    <div className={frameStyles.frame}>
      <a href="#main" className={frameStyles.skip}>
        {t('frame.skip')}
      </a>
      <header className={styles.header}>
        <Mark />
        <span className={styles.product}>
          {publisher === undefined ? t('outbox.title') : t('outbox.product', { publisher: publisher.name })}
        </span>
        <Button variant="quiet" icon={<LogOut size={18} strokeWidth={1.5} aria-hidden />} onPress={leave}>
          {t('outbox.signOut')}
        </Button>
      </header>
      <div className={frameStyles.middle}>
        <main id="main" tabIndex={-1} className={frameStyles.main}>
          {children}
        </main>
      </div>
    </div>
  );
}
