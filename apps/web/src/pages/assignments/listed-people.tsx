import { useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import styles from './listed-people.module.css';
import { PeopleList, type PeopleListProps } from './people-list.tsx';
import type { RowMenuProps } from './row-menu.tsx';
import type { People } from './use-people.ts';

export interface ListedPeopleProps
  extends Pick<RowMenuProps, 'onSendAgain' | 'onAssignAgain' | 'onRemove'>,
    Pick<PeopleListProps, 'hiddenColumns' | 'selection' | 'onEscape'> {
  view: People;
  openId: string | null;
  onOpen: (id: string) => void;
  onClear: () => void;
}

/** The list in each of its states: loading, empty, failed, there. */
export function ListedPeople(props: ListedPeopleProps) {
  const { view, openId, onOpen, onRemove, onSendAgain, onAssignAgain, onClear } = props;
  const { t } = useMessages();
  const { number } = useOrganization();
  const { list, live, people, matching, total, search, narrow, isNarrowed } = view;
  const isSlow = useIsSlow(list.isPending);

  if (list.isPending) return isSlow && <SkeletonRows rows={12} />;
  if (list.isError && people.length === 0) {
    return (
      <PageError title={t('assignments.error')} error={list.error} onRetry={() => void list.refetch()} />
    );
  }
  if (people.length === 0 && view.address.view === 'needs-attention' && !search.q) {
    return <EmptyState title={t('assignments.empty.good')} tone="good" />;
  }
  if (people.length === 0) {
    return isNarrowed ? (
      <EmptyState
        title={t('assignments.empty.filtered')}
        action={<Button onPress={onClear}>{t('assignments.empty.filtered.clear')}</Button>}
      >
        {total !== null && t('assignments.empty.filtered.body', { total })}
      </EmptyState>
    ) : view.at !== undefined ? (
      <EmptyState title={t('asOf.empty')}>{t('asOf.empty.body')}</EmptyState>
    ) : (
      <EmptyState
        title={t('assignments.empty.first')}
        action={<ButtonLink href={paths.assign(number)}>{t('assignments.assign')}</ButtonLink>}
      >
        {t('assignments.empty.first.body')}
      </EmptyState>
    );
  }
  return (
    <>
      {(list.isError || live.isBehind) && (
        <div className={styles.failed}>
          <MessageBar
            tone="danger"
            actions={<Button onPress={() => void list.refetch()}>{t('ui.error.retry')}</Button>}
          >
            {t('assignments.error.refresh')}
          </MessageBar>
        </div>
      )}
      <PeopleList
        people={people}
        total={matching ?? people.length}
        sort={search.sort ?? 'displayName'}
        onSort={(sort) => narrow({ sort: sort === 'displayName' ? undefined : sort })}
        openId={openId}
        onOpen={onOpen}
        onRemove={onRemove}
        onSendAgain={onSendAgain}
        onAssignAgain={onAssignAgain}
        onLoadMore={list.hasNextPage ? () => !list.isFetching && void list.fetchNextPage() : undefined}
        isLoadingMore={list.isFetchingNextPage}
        hiddenColumns={props.hiddenColumns}
        isReadOnly={view.at !== undefined}
        selection={props.selection}
        onEscape={props.onEscape}
        onLookAt={live.lookAt}
        viewKey={JSON.stringify(view.query)}
      />
    </>
  );
}
