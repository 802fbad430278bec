import { type ApiToken, listTokens } from '@muniment/contract/people.ts';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { API_DOCUMENTATION } from '../../app/server-pages.ts';
import { Page } from '../../frame/page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import { MadeToken } from './made-token.tsx';
import { TokenList } from './token-list.tsx';
import styles from './tokens-page.module.css';
import { TryIt } from './try-it.tsx';

// Loaded when a token is made or revoked.
const NewToken = lazy(() => import('./new-token.tsx'));
const RevokeToken = lazy(() => import('./revoke-token.tsx'));

/** The API tokens that the person made in this organization. */
export default function TokensPage() {
  const { t } = useMessages();
  const { name: organization, number } = useOrganization();
  const { query, reload } = useTokens();
  const isSlow = useIsSlow(query.isPending);
  const [isCreating, setCreating] = useState(false);
  const [made, setMade] = useState<{ id: string; name: string; token: string } | null>(null);
  const [revoked, setRevoked] = useState<ApiToken | null>(null);
  const create = (
    <Button
      variant="primary"
      icon={<Plus size={18} strokeWidth={1.75} aria-hidden />}
      onPress={() => setCreating(true)}
    >
      {t('tokens.create')}
    </Button>
  );
  const isEmpty = query.data?.items.length === 0;

  return (
    <Page
      title={t('page.tokens')}
      crumbs={[{ label: t('page.products'), href: paths.home(number) }]}
      width="medium"
      actions={isEmpty ? undefined : create}
    >
      <div className={styles.content}>
        <p className={styles.lead}>
          {t('tokens.lead', { organization })}{' '}
          <Link href={API_DOCUMENTATION} variant="underlined" target="_blank">
            {t('tokens.documentation')}
          </Link>
        </p>
        {made !== null && (
          <MadeToken key={made.id} name={made.name} token={made.token} onDone={() => setMade(null)} />
        )}
        {query.isError && (
          <PageError title={t('tokens.error')} error={query.error} onRetry={() => void query.refetch()} />
        )}
        {isSlow && <SkeletonRows rows={3} />}
        {isEmpty && (
          <EmptyState title={t('tokens.empty')} action={create}>
            {t('tokens.empty.body')}
          </EmptyState>
        )}
        {query.data !== undefined && !isEmpty && (
          <TokenList tokens={query.data.items} onRevoke={setRevoked} />
        )}
        <TryIt />
      </div>
      <Suspense>
        {isCreating && (
          <NewToken
            onClose={() => setCreating(false)}
            onCreated={(token) => {
              setMade(token);
              setCreating(false);
              void reload();
            }}
          />
        )}
        {revoked !== null && (
          <RevokeToken
            token={revoked}
            onClose={() => setRevoked(null)}
            onRevoked={() => {
              // A token that is no good any more is not offered for copying.
              if (made?.id === revoked.id) setMade(null);
              setRevoked(null);
              void reload();
            }}
          />
        )}
      </Suspense>
    </Page>
  );
}

function useTokens() {
  const api = useApi();
  const { number } = useOrganization();
  const queryClient = useQueryClient();
  const options = queryOptions({
    queryKey: ['tokens', number],
    queryFn: ({ signal }) => api.call(listTokens, { signal }),
  });
  return {
    query: useQuery(options),
    reload: () => queryClient.invalidateQueries({ queryKey: options.queryKey }),
  };
}
