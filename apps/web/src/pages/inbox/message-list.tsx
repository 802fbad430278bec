import { MESSAGE_KINDS, MESSAGE_STATES } from '@muniment/contract/support.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type InboxSearch, paths } from '../../app/paths.ts';
import { PageLayout } from '../../frame/page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { useOperator } from '../../operator/use-operator.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import { useLater } from '../../ui/use-later.ts';
import styles from './inbox.module.css';
import { inboxQuery } from './inbox-queries.ts';
import { MessageTable } from './message-table.tsx';

const TYPING_MILLISECONDS = 300;

/** All feedback and tickets, newest first, with search, kind and state in the address. */
export default function MessageList() {
  const { t } = useMessages();
  const { token } = useOperator();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inbox' });
  const query = useInfiniteQuery(inboxQuery(token, search));
  const isSlow = useIsSlow(query.isPending);
  const messages = query.data?.pages.flatMap(({ items }) => items);
  const total = query.data?.pages.at(-1)?.total;
  const isFiltered = search.q !== undefined || search.kind !== undefined || search.state !== undefined;
  const refresh = (
    <Button
      icon={<RefreshCw size={16} strokeWidth={1.75} aria-hidden />}
      isPending={query.isRefetching && !query.isFetchingNextPage}
      onPress={() => void query.refetch()}
    >
      {t('inbox.refresh')}
    </Button>
  );
  return (
    <PageLayout title={t('inbox.title')} actions={refresh} fillsHeight>
      <Filters search={search} />
      <p role="status" className={styles.count}>
        {total !== undefined && t('inbox.count', { count: total })}
      </p>
      {query.isError && (
        <PageError title={t('inbox.error')} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {isSlow && <SkeletonRows rowHeight={52} />}
      {messages !== undefined && !query.isError && messages.length > 0 && (
        <MessageTable
          messages={messages}
          search={search}
          onLoadMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
          isLoadingMore={query.isFetchingNextPage}
        />
      )}
      {messages?.length === 0 && !isFiltered && (
        <EmptyState title={t('inbox.empty')}>{t('inbox.empty.body')}</EmptyState>
      )}
      {messages?.length === 0 && isFiltered && (
        <EmptyState
          title={t('inbox.noMatch')}
          action={
            <Button onPress={() => void navigate({ href: paths.inbox(), replace: true })}>
              {t('inbox.clear')}
            </Button>
          }
        />
      )}
    </PageLayout>
  );
}

function Filters({ search }: { search: InboxSearch }) {
  const { t } = useMessages();
  const navigate = useNavigate();
  const router = useRouter();
  const [text, setText] = useState(search.q ?? '');
  const typed = useLater(text, TYPING_MILLISECONDS).trim();
  const asked = search.q ?? '';

  const show = (next: InboxSearch) => void navigate({ href: paths.inbox(next), replace: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed leads to a new address
  useEffect(() => {
    // Whoever is on their way to another page already is not called back.
    const isHere = router.latestLocation.pathname === paths.inbox();
    if (typed !== asked && isHere) show({ ...search, q: typed });
  }, [typed]);
  // The address changed by itself: Back, or Clear.
  useEffect(() => setText((before) => (before.trim() === asked ? before : asked)), [asked]);

  return (
    <div className={styles.filters}>
      <SearchField label={t('inbox.search')} value={text} onChange={setText} />
      <Select
        label={t('inbox.kind')}
        hideLabel
        value={MESSAGE_KINDS.find((kind) => kind === search.kind) ?? 'any'}
        onChange={(kind) => show({ ...search, kind: kind === 'any' ? undefined : kind })}
        options={[
          { id: 'any', label: t('inbox.kind.any') },
          ...MESSAGE_KINDS.map((kind) => ({ id: kind, label: t(`inbox.kind.${kind}`) })),
        ]}
      />
      <Select
        label={t('inbox.state')}
        hideLabel
        value={MESSAGE_STATES.find((state) => state === search.state) ?? 'any'}
        onChange={(state) => show({ ...search, state: state === 'any' ? undefined : state })}
        options={[
          { id: 'any', label: t('inbox.state.any') },
          ...MESSAGE_STATES.map((state) => ({ id: state, label: t(`inbox.state.${state}`) })),
        ]}
      />
    </div>
  );
}
