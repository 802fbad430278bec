import { Download, FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { MessageBar } from '../../ui/message-bar.tsx';
import { COLUMN_HEADERS, CSV_COLUMNS } from './csv-columns.ts';
import styles from './csv-sheet.module.css';
import { csvText, downloadCsv } from './csv-text.ts';
import type { CsvState, FileFault } from './use-csv-file.ts';

interface CsvFilePickerProps {
  fault: Extract<CsvState, { kind: 'fault' }> | null;
  onFile: (file: File) => void;
}

const icon = { size: 18, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** Where a file is chosen or dropped, what its columns are, and a template of it. */
export function CsvFilePicker({ fault, onFile }: CsvFilePickerProps) {
  const { t } = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  };
  return (
    <div className={styles.parts}>
      {fault !== null && <Fault fault={fault} onRetry={() => onFile(fault.file)} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a further way; the button is the one for all */}
      <div
        className={classNames(styles.drop, isOver && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          hidden
          aria-hidden
          tabIndex={-1}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            // The same file may be chosen again after it was mended.
            target.value = '';
            if (file !== undefined) onFile(file);
          }}
        />
        <Button
          variant="primary"
          autoFocus
          icon={<FileUp {...icon} />}
          onPress={() => input.current?.click()}
        >
          {t('assign.csv.choose')}
        </Button>
        <span className={styles.orDrop}>{t('assign.csv.drop')}</span>
        <p className={styles.hint}>{t('assign.csv.limits')}</p>
      </div>
      <section className={styles.columns}>
        <h3>{t('assign.csv.columns')}</h3>
        <p className={styles.hint}>{t('assign.csv.columnsHint')}</p>
        <dl>
          {CSV_COLUMNS.map((column) => (
            <div key={column}>
              <dt lang="en">{COLUMN_HEADERS[column]}</dt>
              <dd>{t(`assign.csv.column.${column}`)}</dd>
            </div>
          ))}
        </dl>
        <div>
          <Template />
        </div>
      </section>
    </div>
  );
}

function Template() {
  const { t } = useMessages();
  const { locale } = useIntl();
  const download = () =>
    downloadCsv('assignments.csv', csvText([CSV_COLUMNS.map((column) => COLUMN_HEADERS[column])], locale));
  return (
    <Button variant="quiet" icon={<Download {...icon} />} onPress={download}>
      {t('assign.csv.template')}
    </Button>
  );
}

function Fault({ fault: { fault, fileName }, onRetry }: { fault: FaultState; onRetry: () => void }) {
  const { t, formatList } = useMessages();
  const columns = missingColumns(fault);
  return (
    <MessageBar
      tone="danger"
      title={t(`assign.csv.fault.${fault.kind}`, {
        name: fileName,
        count: columns.length,
        columns: formatList(columns),
      })}
      actions={fault.kind === 'lookup' && <Button onPress={onRetry}>{t('assign.csv.retry')}</Button>}
    >
      {t('assign.csv.safe')}
    </MessageBar>
  );
}

type FaultState = Extract<CsvState, { kind: 'fault' }>;

function missingColumns(fault: FileFault): string[] {
  return fault.kind === 'columns' ? fault.missing.map((column) => COLUMN_HEADERS[column]) : [];
}
