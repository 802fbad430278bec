import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { type ActivitySearch, paths } from '../../app/paths.ts';
import { Page } from '../../frame/page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import styles from './activity.module.css';
import { ActivityFilters } from './activity-filters.tsx';
import { activityQuery } from './activity-queries.ts';
import { ChangeList } from './change-list.tsx';

/** Every change on the license IDs that one administers, the newest first, each to be undone where it can be. @source B8 */
export default function ActivityPage() {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const search = useSearch({ from: '/o/$organization/vl/activity' });
  const navigate = useNavigate();
  const query = useInfiniteQuery(activityQuery(api, number, search));
  const isSlow = useIsSlow(query.isPending);
  const changes = useMemo(() => query.data?.pages.flatMap(({ items }) => items), [query.data]);
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  const show = useCallback(
    (next: ActivitySearch) =>
      void navigate({ href: paths.activity(number, next), replace: true, resetScroll: false }),
    [navigate, number],
  );
  const { fetchNextPage } = query;
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return (
    <Page
      title={t('activity.title')}
      crumbs={[{ label: t('page.products'), href: paths.volumeLicensing(number) }]}
      width="wide"
    >
      <ActivityFilters search={search} changes={changes ?? []} onChange={show} />
      <p role="status" className={styles.count}>
        {changes !== undefined &&
          t('activity.shown', { count: changes.length, more: query.hasNextPage ? 'yes' : 'no' })}
      </p>
      {query.isError && changes === undefined && (
        <PageError title={t('activity.error')} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isRefetchError && changes !== undefined && (
        <MessageBar
          tone="warning"
          title={t('activity.stale')}
          actions={<Button onPress={() => void query.refetch()}>{t('ui.error.retry')}</Button>}
        />
      )}
      {isSlow && <SkeletonRows rowHeight={52} />}
      {changes?.length === 0 &&
        (isFiltered ? (
          <EmptyState
            title={t('activity.noMatch')}
            action={<Button onPress={() => show({})}>{t('activity.clear')}</Button>}
          />
        ) : (
          <EmptyState title={t('activity.empty')}>{t('activity.empty.body')}</EmptyState>
        ))}
      {changes !== undefined && changes.length > 0 && (
        <ChangeList
          changes={changes}
          onLoadMore={query.hasNextPage ? loadMore : undefined}
          isLoadingMore={query.isFetchingNextPage}
        />
      )}
    </Page>
  );
}
