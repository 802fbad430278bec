import { useState } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { CsvFilePicker } from './csv-file-picker.tsx';
import { applyCsv, type CsvMode } from './csv-plan.ts';
import { CsvProgress } from './csv-progress.tsx';
import { type CsvReport, useCsvReport } from './csv-report-store.ts';
import { CsvReportView } from './csv-report-view.tsx';
import styles from './csv-sheet.module.css';
import { useCsvFile } from './use-csv-file.ts';
import type { DraftHandle } from './use-draft.ts';

interface CsvSheetProps {
  handle: DraftHandle;
  onClose: (announcement?: string) => void;
}

/** CSV upload: its rows go into the draft, and what became of each is told. It never saves. @source B8 */
export default function CsvSheet({ handle, onClose }: CsvSheetProps) {
  const { t, formatDateTime } = useMessages();
  const { state, read, reset } = useCsvFile(handle.draft.people);
  const { report: kept, keep, dismiss } = useCsvReport();
  const [mode, setMode] = useState<CsvMode>('add');
  const [isChoosing, setChoosing] = useState(kept === null);

  const report = state.kind === 'read' ? reportOf(state.fileName, state.plan.report) : null;
  const add = () => {
    if (state.kind !== 'read' || report === null) return;
    handle.changePeople((people) => applyCsv(people, state.plan, state.contracts, mode));
    keep(report);
    onClose(t('assign.csv.added', { count: report.taken, name: state.fileName }));
  };
  const chooseOther = () => {
    reset();
    setChoosing(true);
  };

  if (state.kind === 'read' && report !== null) {
    return (
      <Sheet
        isOpen
        onClose={() => onClose()}
        title={t('assign.csv.title')}
        description={t('assign.csv.description')}
        footer={
          <>
            <Button
              variant="primary"
              onPress={add}
              disabledReason={report.taken === 0 ? t('assign.csv.nothingToAdd') : null}
            >
              {t('assign.csv.add', { count: report.taken })}
            </Button>
            <Button onPress={chooseOther}>{t('assign.csv.chooseOther')}</Button>
          </>
        }
      >
        <div className={styles.parts}>
          <CsvReportView
            report={report}
            found={{
              people: state.plan.people.length,
              licenseIds: new Set(state.plan.people.flatMap(({ roles }) => [...roles.keys()])).size,
            }}
          />
          {report.taken > 0 && (
            <Choices
              label={t('assign.csv.mode')}
              value={mode}
              onChange={setMode}
              options={[
                { id: 'add', label: t('assign.csv.mode.add') },
                { id: 'replace', label: t('assign.csv.mode.replace') },
              ]}
            />
          )}
        </div>
      </Sheet>
    );
  }
  if (kept !== null && !isChoosing) {
    return (
      <Sheet
        isOpen
        onClose={() => onClose()}
        title={t('assign.csv.title')}
        description={t('assign.csv.kept.description', {
          name: kept.fileName,
          when: formatDateTime(kept.at),
        })}
        footer={
          <>
            <Button onPress={chooseOther}>{t('assign.csv.chooseOther')}</Button>
            <Button
              onPress={() => {
                dismiss();
                onClose();
              }}
            >
              {t('assign.csv.kept.dismiss')}
            </Button>
          </>
        }
      >
        <CsvReportView report={kept} />
      </Sheet>
    );
  }
  return (
    <Sheet
      isOpen
      onClose={() => onClose()}
      title={t('assign.csv.title')}
      description={t('assign.csv.description')}
      footer={<Button onPress={() => onClose()}>{t('ui.cancel')}</Button>}
    >
      {state.kind === 'reading' || state.kind === 'looking-up' ? (
        <CsvProgress state={state} />
      ) : (
        <CsvFilePicker fault={state.kind === 'fault' ? state : null} onFile={read} />
      )}
    </Sheet>
  );
}

function reportOf(fileName: string, rows: CsvReport['rows']): CsvReport {
  const taken = rows.filter(({ fault }) => fault === null).length;
  return { fileName, at: new Date().toISOString(), total: rows.length, taken, rows };
}
