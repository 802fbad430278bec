import { createLicenseSummary } from '@muniment/contract/license-summaries.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { isProblem } from '../../api/client.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { readPastedLicenseIds } from '../assign/pasted-license-ids.ts';
import { PastedList } from './pasted-list.tsx';
import styles from './summaries.module.css';
import { SummaryLicenses } from './summary-licenses.tsx';
import { summariesQuery, summarizableQuery } from './summary-queries.ts';
import { watchSummary } from './watch-summary.ts';

export interface CreateSheetProps {
  /** Chosen from the start. */
  license: string | undefined;
  onClose: () => void;
  onCreated: (summaryId: string) => void;
}

const NONE: ReadonlySet<string> = new Set();

/** Chooses license IDs, in a list or by pasting one, and asks for their summary. @source W4 */
export default function CreateSheet({ license, onClose, onCreated }: CreateSheetProps) {
  const messages = useMessages();
  const { t } = messages;
  const api = useApi();
  const { number } = useOrganization();
  const client = useQueryClient();
  const navigate = useNavigate();
  const licenses = useQuery(summarizableQuery(api, number));
  const [tab, setTab] = useState('choose');
  const [selected, setSelected] = useState<ReadonlySet<string>>(
    () => new Set(license === undefined ? [] : [license]),
  );
  const [pasted, setPasted] = useState('');
  const known = useMemo(() => new Set(licenses.data?.map(({ licenseId }) => licenseId)), [licenses.data]);
  const list = useMemo(() => readPastedLicenseIds(pasted, known, NONE), [pasted, known]);
  const chosen = tab === 'choose' ? [...selected].filter((licenseId) => known.has(licenseId)) : list.found;

  const { mutate, isPending, error } = useMutation({
    mutationFn: (licenseIds: readonly string[]) =>
      api.call(createLicenseSummary, {
        body: licenseIds.length === known.size ? { all: true } : { licenseIds: [...licenseIds] },
      }),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: summariesQuery(api, number).queryKey });
      const href = paths.entitlement(number, 'vl/summaries', [id]);
      void watchSummary(api, id, ({ state }) => {
        void client.invalidateQueries({ queryKey: summariesQuery(api, number).queryKey });
        // Whoever looks at it sees it.
        if (location.pathname === href) return;
        const isDone = state === 'done';
        showToast({
          tone: isDone ? 'success' : 'danger',
          title: t(isDone ? 'summaries.told.done' : 'summaries.told.failed'),
          action: { label: t('summaries.told.open'), onAction: () => void navigate({ href }) },
        });
      });
      onCreated(id);
    },
  });
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('summaries.create')}
      footer={
        <>
          <Button
            variant="primary"
            isPending={isPending}
            onPress={() => mutate(chosen)}
            disabledReason={chosen.length === 0 ? t('summaries.pick.nothing') : null}
          >
            {t('summaries.pick.submit', { count: chosen.length })}
          </Button>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
        </>
      }
    >
      {error !== null && (
        <MessageBar tone="danger" title={t('summaries.create.failed')}>
          {reasonOf(error, messages)}
        </MessageBar>
      )}
      {licenses.data !== undefined ? (
        <div className={styles.fill}>
          <Tabs
            label={t('summaries.pick.tabs')}
            selectedId={tab}
            onSelect={setTab}
            tabs={[
              {
                id: 'choose',
                label: t('summaries.pick.choose'),
                content: <SummaryLicenses all={licenses.data} selected={selected} onSelect={setSelected} />,
              },
              {
                id: 'paste',
                label: t('summaries.pick.paste'),
                content: <PastedList text={pasted} onChange={setPasted} list={list} />,
              },
            ]}
          />
        </div>
      ) : licenses.isError ? (
        <PageError
          title={t('summaries.pick.error')}
          error={licenses.error}
          onRetry={() => void licenses.refetch()}
        />
      ) : (
        <SkeletonRows rowHeight={52} />
      )}
    </Sheet>
  );
}

function reasonOf(error: unknown, { t }: Messages): string {
  if (isProblem(error, 'too-many-summaries')) return t('summaries.create.tooMany');
  if (isProblem(error, 'license-id-not-found')) return t('summaries.create.gone');
  return t('summaries.create.again');
}
