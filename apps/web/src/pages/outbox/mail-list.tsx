import type { OutboxMail } from '@muniment/contract/publisher.ts';
import { MAIL_STATES } from '@muniment/contract/vl-users.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type OutboxSearch, paths } from '../../app/paths.ts';
import { PageLayout } from '../../frame/page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { useOperator } from '../../operator/use-operator.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import { useLater } from '../../ui/use-later.ts';
import { MailTable } from './mail-table.tsx';
import styles from './outbox.module.css';
import { mailListQuery } from './outbox-queries.ts';

const TYPING_MILLISECONDS = 300;

/** Every mail, newest first, with search and state in the address. */
export default function MailList() {
  const { t } = useMessages();
  const { token, isSending } = useOperator();
  const search = useSearch({ from: '/outbox' });
  const query = useInfiniteQuery(mailListQuery(token, search));
  const isSlow = useIsSlow(query.isPending);
  const mails = query.data?.pages.flatMap((page) => page.items);
  const refresh = (
    <Button
      icon={<RefreshCw size={16} strokeWidth={1.75} aria-hidden />}
      isPending={query.isRefetching && !query.isFetchingNextPage}
      onPress={() => void query.refetch()}
    >
      {t('outbox.refresh')}
    </Button>
  );
  return (
    <PageLayout title={t('outbox.title')} actions={refresh} fillsHeight>
      {!isSending && (
        <div className={styles.notice}>
          <MessageBar tone="info" title={t('outbox.kept.title')}>
            {t('outbox.kept.body')}
          </MessageBar>
        </div>
      )}
      <Filters search={search} isSending={isSending} />
      <p role="status" className={styles.count}>
        {mails !== undefined &&
          t('outbox.count', { count: mails.length, more: query.hasNextPage ? 'yes' : 'no' })}
      </p>
      {query.isError && (
        <PageError title={t('outbox.error')} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {isSlow && <SkeletonRows rowHeight={52} />}
      {mails !== undefined && !query.isError && (
        <Mails
          mails={mails}
          search={search}
          isSending={isSending}
          onLoadMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
          isLoadingMore={query.isFetchingNextPage}
        />
      )}
    </PageLayout>
  );
}

interface MailsProps {
  mails: readonly OutboxMail[];
  search: OutboxSearch;
  isSending: boolean;
  onLoadMore: (() => void) | undefined;
  isLoadingMore: boolean;
}

function Mails({ mails, search, ...table }: MailsProps) {
  const { t } = useMessages();
  const navigate = useNavigate();
  if (mails.length > 0) return <MailTable mails={mails} search={search} {...table} />;
  if (search.q === undefined && search.state === undefined) {
    return <EmptyState title={t('outbox.empty')}>{t('outbox.empty.body')}</EmptyState>;
  }
  return (
    <EmptyState
      title={t('outbox.noMatch')}
      action={
        <Button onPress={() => void navigate({ href: paths.outbox(), replace: true })}>
          {t('outbox.clear')}
        </Button>
      }
    />
  );
}

function Filters({ search, isSending }: { search: OutboxSearch; isSending: boolean }) {
  const { t } = useMessages();
  const navigate = useNavigate();
  const router = useRouter();
  const [text, setText] = useState(search.q ?? '');
  const typed = useLater(text, TYPING_MILLISECONDS).trim();
  const asked = search.q ?? '';

  const show = (next: OutboxSearch) => void navigate({ href: paths.outbox(next), replace: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed leads to a new address
  useEffect(() => {
    // Whoever is on their way to another page already is not called back.
    const isHere = router.latestLocation.pathname === paths.outbox();
    if (typed !== asked && isHere) show({ ...search, q: typed });
  }, [typed]);
  // The address changed by itself: Back, or Clear.
  useEffect(() => setText((before) => (before.trim() === asked ? before : asked)), [asked]);

  return (
    <div className={styles.filters}>
      <SearchField label={t('outbox.search')} value={text} onChange={setText} />
      <Select
        label={t('outbox.state')}
        hideLabel
        value={MAIL_STATES.find((state) => state === search.state) ?? 'any'}
        onChange={(state) => show({ ...search, state: state === 'any' ? undefined : state })}
        options={[
          { id: 'any', label: t('outbox.state.any') },
          ...MAIL_STATES.map((state) => ({
            id: state,
            label: t(state === 'held' && !isSending ? 'outbox.kept' : `outbox.${state}`),
          })),
        ]}
      />
    </div>
  );
}
