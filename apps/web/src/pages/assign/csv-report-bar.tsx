import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { useCsvReport } from './csv-report-store.ts';

/** What became of the file that was uploaded last, until the person dismisses it. */
export function CsvReportBar({ onShow }: { onShow: () => void }) {
  const { t } = useMessages();
  const { report, dismiss } = useCsvReport();
  if (report === null) return null;
  const { fileName, taken, total } = report;
  return (
    <MessageBar
      tone={taken === total ? 'success' : 'warning'}
      title={t('assign.csvReport.title', { name: fileName, taken, total })}
      actions={<Button onPress={onShow}>{t('assign.csvReport.show')}</Button>}
      onDismiss={dismiss}
    >
      {t('assign.csvReport.body', { count: total - taken })}
    </MessageBar>
  );
}
