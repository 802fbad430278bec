import {
  type LicenseSummaryRow,
  listLicenseSummaryRows,
  SUMMARY_SORT_DEFAULT,
  SUMMARY_SORTS,
  type SummarySort,
} from '@muniment/contract/license-summaries.ts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { StateBadge } from '../../listing/state-badge.tsx';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import styles from './summaries.module.css';

const PAGE_LIMIT = 500;

/** The rows of a summary that is done, in the order that the address asks for. @source W4 */
export function SummaryRows({ summaryId }: { summaryId: string }) {
  const messages = useMessages();
  const { t } = messages;
  const api = useApi();
  const { number } = useOrganization();
  const navigate = useNavigate();
  const search: { sort?: string } = useSearch({ strict: false });
  const sort: SummarySort = SUMMARY_SORTS.find((one) => one === search.sort) ?? SUMMARY_SORT_DEFAULT;
  const columns = useMemo(() => columnsOf(messages), [messages]);
  const rows = useInfiniteQuery({
    queryKey: [number, 'summary', summaryId, 'rows', sort],
    queryFn: ({ pageParam, signal }) =>
      api.call(listLicenseSummaryRows, {
        params: { summaryId },
        query: { sort, limit: PAGE_LIMIT, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  const isSlow = useIsSlow(rows.isPending);
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items) ?? [], [rows.data]);
  const total = rows.data?.pages[0]?.total ?? 0;

  if (rows.isPending) return isSlow && <SkeletonRows rows={8} rowHeight={44} />;
  if (rows.isError && items.length === 0)
    return <PageError title={t('summaries.error')} error={rows.error} onRetry={() => void rows.refetch()} />;
  if (items.length === 0)
    return <EmptyState title={t('summaries.result.empty')}>{t('summaries.result.empty.body')}</EmptyState>;
  return (
    <>
      <p role="status" className={styles.count}>
        {t('summaries.result.rows', { count: total })}
      </p>
      <DataTable
        label={t('summaries.result.title')}
        columns={columns}
        items={items}
        nameOf={({ family, version }) => t('summaries.row.name', { family, version })}
        totalCount={total}
        sort={{
          column: sort.replace(/^-/, ''),
          direction: sort.startsWith('-') ? 'descending' : 'ascending',
        }}
        onSort={({ column, direction }) => {
          const asked = direction === 'descending' ? `-${column}` : column;
          const sorted = asked === SUMMARY_SORT_DEFAULT ? {} : { sort: asked };
          const href = paths.entitlement(number, 'vl/summaries', [summaryId], sorted);
          void navigate({ href, replace: true, resetScroll: false });
        }}
        onLoadMore={rows.hasNextPage ? () => !rows.isFetching && void rows.fetchNextPage() : undefined}
        isLoadingMore={rows.isFetchingNextPage}
        viewKey={sort}
        scroll="page"
        renderCard={(row) => <RowCard row={row} />}
      />
    </>
  );
}

function columnsOf({ t, formatNumber }: Messages): DataColumn<LicenseSummaryRow>[] {
  return [
    {
      id: 'family',
      header: t('summaries.row.family'),
      isSortable: true,
      width: '2fr',
      minWidth: 180,
      render: ({ family }) => <span className={styles.cut}>{family}</span>,
    },
    {
      id: 'version',
      header: t('summaries.row.version'),
      isSortable: true,
      width: 110,
      render: ({ version }) => version,
    },
    {
      id: 'pool',
      header: t('summaries.row.pool'),
      isSortable: true,
      width: 140,
      render: ({ pool }) => t(`summaries.pool.${pool}`),
    },
    {
      id: 'type',
      header: t('summaries.row.type'),
      isSortable: true,
      width: '2fr',
      minWidth: 250,
      render: (row) => <TypeOf row={row} />,
    },
    {
      id: 'effectiveQuantity',
      header: t('summaries.row.effective'),
      isSortable: true,
      width: 160,
      align: 'end',
      render: ({ effectiveQuantity }) => formatNumber(effectiveQuantity),
    },
    {
      id: 'activeSoftwareAssuranceQuantity',
      header: t('summaries.row.softwareAssurance'),
      isSortable: true,
      width: 220,
      align: 'end',
      render: (row) => formatNumber(row.activeSoftwareAssuranceQuantity),
    },
  ];
}

function TypeOf({ row: { type, granted } }: { row: LicenseSummaryRow }) {
  const { t } = useMessages();
  return (
    <span className={styles.type}>
      {t(`summaries.type.${type}`)}
      {granted && (
        <span className={styles.granted}>
          <StateBadge tone="quiet">{t('summaries.row.granted')}</StateBadge>
        </span>
      )}
    </span>
  );
}

function RowCard({ row }: { row: LicenseSummaryRow }) {
  const { t, formatNumber } = useMessages();
  const { family, version, pool, effectiveQuantity, activeSoftwareAssuranceQuantity } = row;
  return (
    <div className={styles.card}>
      <strong>{t('summaries.row.name', { family, version })}</strong>
      <span className={styles.quiet}>{t(`summaries.pool.${pool}`)}</span>
      <TypeOf row={row} />
      <dl className={styles.quantities}>
        <dt>{t('summaries.row.effective')}</dt>
        <dd>{formatNumber(effectiveQuantity)}</dd>
        <dt>{t('summaries.row.softwareAssurance')}</dt>
        <dd>{formatNumber(activeSoftwareAssuranceQuantity)}</dd>
      </dl>
    </div>
  );
}
