import { CircleCheck, Download, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { COLUMN_HEADERS, CSV_COLUMNS } from './csv-columns.ts';
import type { ReportRow } from './csv-plan.ts';
import type { CsvReport } from './csv-report-store.ts';
import styles from './csv-sheet.module.css';
import { csvText, downloadCsv } from './csv-text.ts';

interface CsvReportViewProps {
  report: CsvReport;
  /** What is in the rows that can be taken; null where they are in the draft already. */
  found?: { readonly people: number; readonly licenseIds: number };
}

const ROW_HEIGHT = 44;

/** What became of the rows of a file: how many are taken, each one that is not with the reason, and all as a file. */
export function CsvReportView({ report, found }: CsvReportViewProps) {
  const messages = useMessages();
  const { t } = messages;
  const { locale } = useIntl();
  const { taken, total, rows } = report;
  const outcome = useRef<HTMLDivElement>(null);
  // The way here is gone: what came of it takes focus.
  useEffect(() => outcome.current?.focus(), []);
  const leftOut = rows.filter(({ fault }) => fault !== null);
  const isGood = taken === total;
  const Icon = isGood ? CircleCheck : TriangleAlert;
  return (
    <div className={styles.parts}>
      <div className={styles.outcome}>
        <div ref={outcome} tabIndex={-1} role="status" className={isGood ? styles.good : styles.bad}>
          <Icon size={20} strokeWidth={1.75} aria-hidden />
          <div>
            <strong>{t('assign.csv.taken', { taken, total })}</strong>
            <p className={styles.hint}>
              {taken === 0
                ? t('assign.csv.noneTaken')
                : found === undefined
                  ? t('assign.csv.kept.body', { count: total - taken })
                  : t('assign.csv.people', found)}
            </p>
          </div>
        </div>
        <Button
          icon={<Download size={18} strokeWidth={1.5} aria-hidden />}
          onPress={() => downloadReport(report, messages, locale)}
        >
          {t('assign.csv.report')}
        </Button>
      </div>
      {leftOut.length > 0 && (
        <section className={styles.leftOut}>
          <h3>{t('assign.csv.leftOut')}</h3>
          <VirtualList
            label={t('assign.csv.leftOut')}
            items={leftOut}
            keyOf={({ line }) => String(line)}
            estimatedHeight={ROW_HEIGHT}
          >
            {(row) => (
              <div className={styles.row}>
                <span className={styles.line}>{t('assign.csv.line', { line: row.line })}</span>
                <span className={styles.who}>{row.signInEmail || row.displayName}</span>
                <span>{reasonOf(row, messages)}</span>
              </div>
            )}
          </VirtualList>
        </section>
      )}
    </div>
  );
}

function reasonOf({ fault, detail }: ReportRow, { t }: Messages): string {
  return fault === null ? '' : t(`assign.csv.reason.${fault}`, { detail });
}

function downloadReport({ fileName, rows }: CsvReport, messages: Messages, locale: string): void {
  const { t } = messages;
  const header = [
    t('assign.csv.report.line'),
    t('assign.csv.report.outcome'),
    t('assign.csv.report.reason'),
    // As in a template: what was not taken can be mended there and uploaded again.
    ...CSV_COLUMNS.map((column) => COLUMN_HEADERS[column]),
  ];
  const lines = rows.map((row) => [
    row.line,
    t(row.fault === null ? 'assign.csv.report.taken' : 'assign.csv.report.notTaken'),
    reasonOf(row, messages),
    ...CSV_COLUMNS.map((column) => row[column]),
  ]);
  const name = fileName.replace(/\.\w+$/, '');
  downloadCsv(`${name} - report.csv`, csvText([header, ...lines], locale));
}
