import {
  LEGACY_CELL_MAX,
  LEGACY_ROLES_MAX,
  type LegacyImportRow,
  type LegacyRowReport,
} from '@muniment/contract/legacy-import.ts';
import { isFormula } from '@muniment/domain/legacy-row.ts';
import { WrongUsage } from '../failure.ts';
import { importMessages } from '../import-messages.ts';
import { type FileColumn, type Header, isHeaderAgain, readHeader } from './columns.ts';
import { LinesAhead, recordAt } from './csv-records.ts';
import { readDay } from './read-day.ts';
import { LINE_MAX, readLines } from './text-file.ts';

/** What stands at one line of the file: a row for the server to judge, or why it is none. */
export type Entry =
  | { readonly row: LegacyImportRow }
  | { readonly row: null; readonly report: LegacyRowReport; readonly cells: ShownCells };

/** What a report shows of a row. */
export interface ShownCells {
  readonly licenseId: string;
  readonly signInEmail: string;
  readonly roles: string;
}

export interface LegacyFile {
  readonly delimiter: string;
  /** Headings of columns that are not read. */
  readonly others: readonly string[];
  readonly entries: AsyncGenerator<Entry>;
}

/**
 * Opens an export of the legacy service center and reads its header.
 *
 * @throws WrongUsage where there is no header that names what is needed.
 */
export async function openLegacyFile(file: string, encoding: string): Promise<LegacyFile> {
  const ahead = new LinesAhead(readLines(file, encoding));
  const named = /^"?sep=(.)"?[;,\t]*$/i.exec((await ahead.peek(0))?.text.trimEnd() ?? '')?.[1];
  if (named !== undefined) ahead.drop(1);
  while ((await ahead.peek(0))?.text.trim() === '') ahead.drop(1);

  const delimiters = named === undefined ? DELIMITERS : [named];
  const candidates = [];
  for (const delimiter of delimiters) {
    const record = await recordAt(ahead, delimiter, () => true);
    const header = readHeader(record?.cells ?? []);
    candidates.push({ delimiter, header, lines: record?.lines ?? 0 });
  }
  // Read by the wrong separator, a header is one heading that nobody knows.
  const [best] = candidates.sort((a, b) => b.header.columns.size - a.header.columns.size);
  if (best === undefined || best.lines === 0) throw new WrongUsage(importMessages.empty(file));
  const { delimiter, header, lines } = best;
  if (header.repeated.length > 0)
    throw new WrongUsage(importMessages.repeatedColumns(file, header.repeated.map(nameOf)));
  if (header.missing.length > 0)
    throw new WrongUsage(importMessages.missingColumns(file, header.missing.map(nameOf)));
  ahead.drop(lines);
  return { delimiter, others: header.others, entries: entriesOf(ahead, delimiter, header) };
}

const DELIMITERS = [',', ';', '\t'] as const;

async function* entriesOf(ahead: LinesAhead, delimiter: string, header: Header): AsyncGenerator<Entry> {
  for (;;) {
    const line = await ahead.peek(0);
    const record = await recordAt(ahead, delimiter, (cells) => isWhole(header, cells));
    if (line === undefined || record === null) return;
    ahead.drop(record.lines);
    if (record.cells === null) {
      const reason =
        record.problem === 'broken-quote' ? importMessages.brokenQuote : importMessages.longLine(LINE_MAX);
      yield rejected(line.number, record.problem, reason);
      continue;
    }
    // Spreadsheets end files with rows of separators.
    if (record.cells.every((cell) => cell.trim() === '')) continue;
    yield entryOf(line.number, record.cells, header);
  }
}

/** A line break in a cell that counts means a quote that was not closed; in others it is what was typed. */
function isWhole({ cells: count, columns }: Header, cells: readonly string[]): boolean {
  return cells.length === count && [...columns.values()].every((index) => !cells[index]?.includes('\n'));
}

function entryOf(line: number, cells: readonly string[], header: Header): Entry {
  const cell = (column: FileColumn) => cells[header.columns.get(column) ?? -1] ?? '';
  const shown: ShownCells = {
    licenseId: cell('licenseId').trim(),
    signInEmail: cell('signInEmail').trim(),
    roles: cell('roles').trim(),
  };
  const reject = (code: string, reason: string) => rejected(line, code, reason, shown);

  const tooMany = cells.slice(header.cells).some((more) => more.trim() !== '');
  if (cells.length < header.cells || tooMany)
    return reject('wrong-cell-count', importMessages.cellCount(cells.length, header.cells));
  if (isHeaderAgain(header, cells)) return reject('repeated-header', importMessages.repeatedHeader);
  for (const column of header.columns.keys()) {
    const text = cell(column);
    const name = nameOf(column);
    if (text.length > LEGACY_CELL_MAX)
      return reject('value-too-long', importMessages.longCell(name, LEGACY_CELL_MAX));
    if (text.includes('\ufffd'))
      return reject('unreadable-character', importMessages.unreadableCharacter(name));
    // Two names are put together: of the second one nobody else can tell.
    if ((column === 'firstName' || column === 'lastName') && isFormula(text))
      return reject('formula', importMessages.formula(name));
  }
  const roles = cell('roles').split(/[;|,]/);
  if (roles.length > LEGACY_ROLES_MAX)
    return reject('value-too-long', importMessages.manyRoles(nameOf('roles'), LEGACY_ROLES_MAX));
  const days = { assignedOn: '', registeredOn: '' };
  for (const column of ['assignedOn', 'registeredOn'] as const) {
    const text = cell(column).trim();
    if (text === '' || (column === 'registeredOn' && NOT_REGISTERED.test(text))) continue;
    const day = readDay(text);
    if (day === null) return reject('not-a-day', importMessages.unclearDay(nameOf(column), text));
    days[column] = day;
  }
  return {
    row: {
      line,
      licenseId: cell('licenseId'),
      signInEmail: cell('signInEmail'),
      businessEmail: cell('businessEmail'),
      displayName: displayNameOf(cell),
      roles,
      ...days,
    },
  };
}

const NOT_REGISTERED = /^(?:-|n\/a|not registered)$/i;

function displayNameOf(cell: (column: FileColumn) => string): string {
  const name = cell('displayName');
  if (name.trim() !== '') return name;
  return [cell('firstName').trim(), cell('lastName').trim()].filter((part) => part !== '').join(' ');
}

function nameOf(column: FileColumn): string {
  return importMessages.columns[column];
}

function rejected(
  line: number,
  code: string,
  reason: string,
  cells: ShownCells = { licenseId: '', signInEmail: '', roles: '' },
): Entry {
  return { row: null, report: { line, outcome: 'rejected', code, reason }, cells };
}
