import { cancelLicenseSummary, type LicenseSummaryDetails } from '@muniment/contract/license-summaries.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { isProblem } from '../../api/client.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { Page } from '../../frame/page.tsx';
import listStyles from '../../listing/list-page.module.css';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import { PoolTotals } from './pool-totals.tsx';
import styles from './summaries.module.css';
import { SummaryFiles } from './summary-files.tsx';
import { licensesInWords } from './summary-in-words.ts';
import { isOver, summariesQuery, summaryQuery } from './summary-queries.ts';
import { SummaryRows } from './summary-rows.tsx';

/** One summary: how far it is, then its totals, rows and files. @source W4 */
export function SummaryResult({ summaryId }: { summaryId: string }) {
  const messages = useMessages();
  const { t, formatDate } = messages;
  const api = useApi();
  const { number } = useOrganization();
  const navigate = useNavigate();
  const summary = useQuery(summaryQuery(api, number, summaryId));
  const isSlow = useIsSlow(summary.isPending);
  const back = paths.entitlement(number, 'vl/summaries');
  const crumbs = [{ label: t('summaries.title'), href: back }];
  const { data, error } = summary;

  if (isProblem(error, 'not-found')) {
    return (
      <Page title={t('summaries.result.title')} crumbs={crumbs}>
        <EmptyState
          title={t('summaries.result.gone')}
          action={<Button onPress={() => void navigate({ href: back })}>{t('summaries.result.back')}</Button>}
        >
          {t('summaries.result.gone.body')}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={t('summaries.result.title')}
      crumbs={crumbs}
      actions={data?.state === 'done' && <SummaryFiles summary={data} />}
    >
      {data !== undefined ? (
        <>
          <p className={listStyles.lead}>
            {t('summaries.result.asOf', {
              day: formatDate(data.asOf),
              licenses: licensesInWords(data, messages),
            })}
          </p>
          <Standing summary={data} />
        </>
      ) : error !== null ? (
        <PageError title={t('summaries.error')} error={error} onRetry={() => void summary.refetch()} />
      ) : (
        isSlow && <SkeletonRows rows={8} rowHeight={44} />
      )}
    </Page>
  );
}

function Standing({ summary }: { summary: LicenseSummaryDetails }): ReactNode {
  const { t } = useMessages();
  const { state, progress, openLicenseCount } = summary;
  if (state === 'failed') return <MessageBar tone="danger">{t('summaries.result.failed')}</MessageBar>;
  if (state === 'canceled') return <MessageBar tone="info">{t('summaries.result.canceled')}</MessageBar>;
  if (!isOver(summary)) return <Progress summary={summary} />;
  const closed = progress.total - openLicenseCount;
  return (
    <>
      {closed > 0 && (
        <div className={styles.notice}>
          <MessageBar tone="warning">{t('summaries.result.closed', { count: closed })}</MessageBar>
        </div>
      )}
      <PoolTotals totals={summary.totals} />
      <SummaryRows summaryId={summary.id} />
    </>
  );
}

function Progress({ summary: { id, progress } }: { summary: LicenseSummaryDetails }) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const client = useQueryClient();
  const label = t('summaries.result.making');
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.call(cancelLicenseSummary, { params: { summaryId: id } }),
    onSuccess: (summary) => client.setQueryData(summaryQuery(api, number, id).queryKey, summary),
  });
  // The list shows it as done when one comes back to it.
  useEffect(
    () => () => void client.invalidateQueries({ queryKey: summariesQuery(api, number).queryKey }),
    [client, api, number],
  );
  return (
    <section className={styles.progress}>
      <h2>{label}</h2>
      <progress aria-label={label} max={progress.total} value={progress.done} />
      <p role="status">{t('summaries.result.progress', progress)}</p>
      <p className={styles.quiet}>{t('summaries.result.leave')}</p>
      <Button isPending={isPending} onPress={() => mutate()}>
        {t('summaries.result.cancel')}
      </Button>
    </section>
  );
}
