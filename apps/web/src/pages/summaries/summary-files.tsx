import {
  exportLicenseSummary,
  type LicenseSummaryDetails,
  printLicenseSummary,
} from '@muniment/contract/license-summaries.ts';
import { useMutation } from '@tanstack/react-query';
import { ArrowDownToLine } from 'lucide-react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { saveFile } from '../../listing/save-file.ts';
import { currentLanguage } from '../../messages/language.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toasts.tsx';

type Kind = 'csv' | 'pdf';

const MEDIA_TYPES = { csv: 'text/csv;charset=utf-8', pdf: 'application/pdf' } as const;

/** Saves a summary as PDF, in the language that is spoken, or as CSV. @source W4 */
export function SummaryFiles({ summary: { id, asOf } }: { summary: LicenseSummaryDetails }) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const params = { summaryId: id };
  const { mutate, isPending, variables } = useMutation({
    mutationFn: async (kind: Kind) => {
      const answer =
        kind === 'csv'
          ? await api.call(exportLicenseSummary, { params })
          : await api.call(printLicenseSummary, { params, query: { language: currentLanguage().language } });
      return new Response(answer, { headers: { 'content-type': MEDIA_TYPES[kind] } }).blob();
    },
    onSuccess: (blob, kind) => {
      const file = `${t('summaries.file')}-${number}-${asOf}.${kind}`;
      saveFile(blob, file);
      showToast({
        tone: 'success',
        title: t('summaries.file.saved'),
        message: t('summaries.file.saved.body', { file }),
      });
    },
    onError: () =>
      showToast({
        tone: 'danger',
        title: t('summaries.file.failed'),
        message: t('summaries.file.failed.body'),
      }),
  });
  const button = (kind: Kind) => (
    <Button
      variant={kind === 'pdf' ? 'primary' : 'default'}
      icon={<ArrowDownToLine size={16} strokeWidth={1.5} aria-hidden />}
      isPending={isPending && variables === kind}
      onPress={() => mutate(kind)}
    >
      {t(`summaries.file.${kind}`)}
    </Button>
  );
  return (
    <>
      {button('csv')}
      {button('pdf')}
    </>
  );
}
