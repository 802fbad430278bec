import { LEGACY_COLUMN_NAMES } from '@muniment/contract/legacy-import.ts';
import type { FileColumn } from './legacy/columns.ts';

const counts = new Intl.NumberFormat('en');

/** Every text that `vl import` prints, but for the reasons that the server gives. */
export const importMessages = {
  columns: {
    ...LEGACY_COLUMN_NAMES,
    firstName: 'First name',
    lastName: 'Last name',
  } as const satisfies Record<FileColumn, string>,
  headings: { line: 'Line', outcome: 'Outcome', code: 'Code', reason: 'Reason', rows: 'Rows', why: 'Why' },

  // Files that cannot be read
  unreadable: (file: string, why: string) => `${file} cannot be read: ${why}.`,
  workbook: (file: string) => `${file} is a workbook. Save it as CSV (UTF-8) first.`,
  unmarked: (file: string) =>
    `${file} is no text, or UTF-16 without a byte order mark. Save it as CSV (UTF-8), or give --encoding.`,
  empty: (file: string) => `${file} is empty.`,
  missingColumns: (file: string, columns: readonly string[]) =>
    `The first line of ${file} names no column ${columns.join(', ')}.`,
  repeatedColumns: (file: string, columns: readonly string[]) =>
    `The first line of ${file} names more than one column ${columns.join(', ')}. Keep one of each.`,
  unwritable: (file: string, why: string) => `${file} cannot be written: ${why}.`,
  sameFile: '--report names the file that is read.',
  notAnEncoding: 'Give an encoding such as utf-8, utf-16le, windows-1252 or iso-8859-2.',
  notADay: 'Give a day such as 2023-09-15.',

  // Rows that are none
  brokenQuote:
    'A quotation mark opens a cell that is not closed, or stands inside one. Double it, or close the cell.',
  longLine: (most: number) => `The line is longer than ${counts.format(most)} characters.`,
  cellCount: (cells: number, wanted: number) =>
    `The row has ${counts.format(cells)} cells, the header ${counts.format(wanted)}. Text with a separator in it needs quotation marks.`,
  repeatedHeader: 'This is the header once more.',
  longCell: (column: string, most: number) => `${column}: longer than ${counts.format(most)} characters.`,
  manyRoles: (column: string, most: number) => `${column}: more than ${counts.format(most)} of them.`,
  unreadableCharacter: (column: string) =>
    `${column}: a character cannot be read in this encoding. Give --encoding, or save the file as UTF-8.`,
  formula: (column: string) => `${column}: it begins like a formula.`,
  unclearDay: (column: string, text: string) =>
    `${column}: "${text}" is no day, or could be two. Write it as 2023-09-15.`,

  // How it goes
  reading: (file: string, encoding: string, delimiter: string) =>
    `Reading ${file} as ${encoding}, separated by ${delimiterNames[delimiter] ?? `"${delimiter}"`}.`,
  othersNotRead: (headings: readonly string[]) => `Not read: ${headings.join(', ')}.`,
  progress: (rows: number, line: number) => `${counts.format(rows)} rows, to line ${counts.format(line)} ...`,
  waiting: (seconds: number) => `The server is not ready. Trying again in ${counts.format(seconds)} s ...`,
  stopped: (line: number) =>
    line === 0
      ? 'Stopped before the first row was answered.'
      : `Stopped: rows after line ${counts.format(line)} were not answered. Run it again: what was taken is skipped as held already.`,
  noRows: 'The file holds no rows.',
  dryRun: 'Dry run: nothing was saved.',
  notTaken: (shown: number, all: number, report: string | undefined) => {
    if (shown === all) return 'Rows that were not taken:';
    const where = report === undefined ? '--report FILE writes all of them' : `all are in ${report}`;
    return `${counts.format(shown)} of ${counts.format(all)} rows that were not taken (${where}):`;
  },
  reportWritten: (file: string) => `Every row is reported in ${file}.`,
} as const;

const delimiterNames: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };
