import { useMemo } from 'react';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/button.tsx';
import { type DataSort, DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { MessageBar } from '../ui/message-bar.tsx';
import { PageError } from '../ui/page-error.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useIsSlow } from '../ui/use-is-slow.ts';
import { PHONE, useMediaQuery } from '../ui/use-media-query.ts';
import type { ListDefinition, Listed } from './list-definition.ts';
import styles from './list-page.module.css';
import type { ListSelection } from './list-page.tsx';
import type { ListState } from './use-list.ts';

export interface ListedRowsProps<Item extends Listed> {
  list: ListDefinition<Item>;
  state: ListState<Item>;
  selection: ListSelection | undefined;
}

/** A list in each of its states: loading, empty, failed, there. */
export function ListedRows<Item extends Listed>({ list, state, selection }: ListedRowsProps<Item>) {
  const { t } = useMessages();
  const { rows, items, narrow, isNarrowed, matching } = state;
  const { texts, defaultSort, rowHeight = 44 } = list;
  const isSlow = useIsSlow(rows.isPending);
  const isPhone = useMediaQuery(PHONE);
  const { besidePane } = list;
  const isBesidePane = state.openAddress !== null;
  const columns = useMemo(
    () =>
      isBesidePane && besidePane !== undefined
        ? state.columns.filter(({ id }) => besidePane.includes(id))
        : state.columns,
    [state.columns, besidePane, isBesidePane],
  );

  if (rows.isPending) return isSlow && <SkeletonRows rows={12} rowHeight={rowHeight} />;
  if (rows.isError && items.length === 0)
    return <PageError title={t(texts.error)} error={rows.error} onRetry={() => void rows.refetch()} />;
  if (items.length === 0) {
    return isNarrowed ? (
      <EmptyState
        title={t('list.empty.filtered')}
        action={<Button onPress={state.clear}>{t('list.empty.filtered.clear')}</Button>}
      />
    ) : (
      <EmptyState title={t(texts.empty)}>{t(texts.emptyBody)}</EmptyState>
    );
  }
  return (
    <>
      {rows.isError && (
        <div className={styles.failed}>
          <MessageBar
            tone="danger"
            actions={<Button onPress={() => void rows.refetch()}>{t('ui.error.retry')}</Button>}
          >
            {t('list.refresh')}
          </MessageBar>
        </div>
      )}
      <DataTable
        label={t(texts.title)}
        columns={columns}
        items={items}
        nameOf={list.nameOf}
        totalCount={matching ?? items.length}
        rowHeight={rowHeight}
        sort={readSort(state.query.sort)}
        onSort={({ column, direction }) => {
          const asked = direction === 'descending' ? `-${column}` : column;
          narrow({ sort: asked === defaultSort ? undefined : asked });
        }}
        onOpen={(id) => {
          const item = items.find((each) => each.id === id);
          if (item !== undefined) state.open(item);
        }}
        {...(selection !== undefined && !isPhone
          ? { selectedIds: selection.ids, onSelect: selection.onSelect }
          : {})}
        openId={state.openItem?.id ?? null}
        onEscape={() => state.openAddress !== null && state.close()}
        onLoadMore={rows.hasNextPage ? () => !rows.isFetching && void rows.fetchNextPage() : undefined}
        isLoadingMore={rows.isFetchingNextPage}
        viewKey={JSON.stringify(state.query)}
        renderCard={list.card}
      />
    </>
  );
}

function readSort(sort: string): DataSort {
  return sort.startsWith('-')
    ? { column: sort.slice(1), direction: 'descending' }
    : { column: sort, direction: 'ascending' };
}
