import type { LicenseSummary } from '@muniment/contract/license-summaries.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { Page } from '../../frame/page.tsx';
import listStyles from '../../listing/list-page.module.css';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import styles from './summaries.module.css';
import { licensesInWords } from './summary-in-words.ts';
import { summariesQuery } from './summary-queries.ts';
import { SummaryState } from './summary-state.tsx';

const CreateSheet = lazy(() => import('./create-sheet.tsx'));

/** Earlier summaries, and the way to a new one. `?license=` in the address begins one for that license ID. */
export function SummaryList() {
  const messages = useMessages();
  const { t } = messages;
  const api = useApi();
  const { number } = useOrganization();
  const navigate = useNavigate();
  const { license }: { license?: string } = useSearch({ strict: false });
  const [isCreating, setCreating] = useState(license !== undefined);
  const summaries = useQuery(summariesQuery(api, number));
  const columns = useMemo(() => columnsOf(messages), [messages]);
  const isSlow = useIsSlow(summaries.isPending);
  const items = summaries.data?.items ?? [];

  const go = (row: readonly string[], replace = false) =>
    void navigate({ href: paths.entitlement(number, 'vl/summaries', row), replace, resetScroll: false });
  const create = (
    <Button
      variant="primary"
      icon={<Plus size={16} strokeWidth={1.75} aria-hidden />}
      onPress={() => setCreating(true)}
    >
      {t('summaries.create')}
    </Button>
  );
  return (
    <Page title={t('summaries.title')} actions={items.length > 0 && create} fillsHeight>
      <p className={listStyles.lead}>{t('summaries.lead')}</p>
      {summaries.isPending ? (
        isSlow && <SkeletonRows rows={6} rowHeight={52} />
      ) : summaries.isError && items.length === 0 ? (
        <PageError
          title={t('summaries.error')}
          error={summaries.error}
          onRetry={() => void summaries.refetch()}
        />
      ) : items.length === 0 ? (
        <EmptyState title={t('summaries.none')} action={create}>
          {t('summaries.none.body')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('summaries.title')}
          columns={columns}
          items={items}
          nameOf={(summary) => licensesInWords(summary, messages)}
          rowHeight={52}
          onOpen={(id) => go([id])}
          renderCard={(summary) => <SummaryCard summary={summary} />}
        />
      )}
      {isCreating && (
        <Suspense>
          <CreateSheet
            license={license}
            onClose={() => {
              setCreating(false);
              if (license !== undefined) go([], true);
            }}
            onCreated={(id) => go([id])}
          />
        </Suspense>
      )}
    </Page>
  );
}

function columnsOf(messages: Messages): DataColumn<LicenseSummary>[] {
  const { t, formatDate, formatDateTime, formatNumber } = messages;
  return [
    {
      id: 'licenseIds',
      header: t('summaries.column.licenseIds'),
      width: '3fr',
      minWidth: 220,
      render: (summary) => <span className={styles.cut}>{licensesInWords(summary, messages)}</span>,
    },
    {
      id: 'count',
      header: t('summaries.column.count'),
      width: 90,
      align: 'end',
      render: ({ openLicenseCount }) => formatNumber(openLicenseCount),
    },
    {
      id: 'asOf',
      header: t('summaries.column.asOf'),
      width: 140,
      render: ({ asOf }) => formatDate(asOf),
    },
    {
      id: 'created',
      header: t('summaries.column.created'),
      width: 190,
      render: ({ createdAt }) => formatDateTime(createdAt),
    },
    {
      id: 'state',
      header: t('summaries.column.state'),
      width: 200,
      render: (summary) => <SummaryState summary={summary} />,
    },
  ];
}

function SummaryCard({ summary }: { summary: LicenseSummary }) {
  const messages = useMessages();
  return (
    <div className={styles.card}>
      <strong>{licensesInWords(summary, messages)}</strong>
      <span className={styles.quiet}>{messages.formatDateTime(summary.createdAt)}</span>
      <SummaryState summary={summary} />
    </div>
  );
}
