import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import type { LegacyRowReport } from '@muniment/contract/legacy-import.ts';
import { spreadsheetCell } from '@muniment/contract/spreadsheet-cell.ts';
import { stringify } from 'csv-stringify/sync';
import { WrongUsage } from '../failure.ts';
import { importMessages } from '../import-messages.ts';
import type { ShownCells } from './read-rows.ts';

/** A row's outcome beside what the row said. */
export interface ReportedRow {
  readonly report: LegacyRowReport;
  readonly cells: ShownCells;
}

/** Where every row is reported, for a spreadsheet. */
export interface ReportFile {
  write(rows: readonly ReportedRow[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a CSV file for the report: UTF-8 with a byte order mark, by which spreadsheets know it, and no cell that they
 * would take for a formula.
 *
 * @throws WrongUsage where it cannot be written, or is the file that is read.
 * @source RFC 4180
 */
export async function openReportFile(file: string, source: string): Promise<ReportFile> {
  const stream = await openStream(file, source);
  const { columns, headings } = importMessages;
  const names = [
    headings.line,
    headings.outcome,
    headings.code,
    headings.reason,
    columns.licenseId,
    columns.signInEmail,
    columns.roles,
  ];
  const write = async (records: readonly (readonly (string | number)[])[]) => {
    const safe = records.map((cells) => cells.map((cell) => spreadsheetCell(String(cell))));
    const text = stringify(safe, { record_delimiter: 'windows' });
    if (!stream.write(text)) await once(stream, 'drain');
  };
  stream.write('\ufeff');
  await write([names]);
  return {
    write: (rows) =>
      write(
        rows.map(({ report: { line, outcome, code, reason }, cells }) => [
          line,
          outcome,
          code,
          reason,
          cells.licenseId,
          cells.signInEmail,
          cells.roles,
        ]),
      ),
    async close() {
      stream.end();
      await once(stream, 'close');
    },
  };
}

async function openStream(file: string, source: string): Promise<WriteStream> {
  const [here, there] = await Promise.all([file, source].map((path) => realpath(path).catch(() => null)));
  if (here !== null && here === there) throw new WrongUsage(importMessages.sameFile);
  try {
    const handle = await open(file, 'w');
    return createWriteStream(file, { fd: handle });
  } catch (error) {
    throw new WrongUsage(importMessages.unwritable(file, (error as Error).message));
  }
}
