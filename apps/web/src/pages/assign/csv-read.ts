import Papa from 'papaparse';
import { CSV_COLUMNS, type CsvColumn, findColumns, REQUIRED_COLUMNS } from './csv-columns.ts';

/** One line of a file that is not empty. */
export interface CsvRow {
  /** Of the file, where the row begins, counted from 1. */
  readonly line: number;
  readonly cells: Readonly<Record<CsvColumn, string>>;
  /** It has more cells than the first line has names. */
  readonly hasSurplus: boolean;
}

/** Why nothing can be read from a file. */
export type CsvFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'no-rows' }
  | { readonly kind: 'columns'; readonly missing: readonly CsvColumn[] };

export type CsvReading =
  | { readonly kind: 'rows'; readonly rows: readonly CsvRow[] }
  | { readonly kind: 'fault'; readonly fault: CsvFault };

/**
 * Reads the rows of a CSV file: commas, semicolons, tabs or bars, quoted or not, the names of the columns in the first
 * line that is not empty.
 *
 * @source B8
 */
export function readCsv(text: string): CsvReading {
  const { separator, body, firstLine } = withoutSeparatorLine(text);
  const { data } = Papa.parse<string[]>(body, { delimiter: separator, skipEmptyLines: false });
  const lines: { line: number; cells: readonly string[] }[] = [];
  let line = firstLine;
  for (const cells of data) {
    if (cells.some((cell) => cell.trim() !== '')) lines.push({ line, cells });
    // A quoted cell may hold line breaks of its own.
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
  }
  const [header, ...rest] = lines;
  if (header === undefined) return { kind: 'fault', fault: { kind: 'empty' } };
  const columns = findColumns(header.cells);
  const missing = REQUIRED_COLUMNS.filter((column) => !columns.has(column));
  if (missing.length > 0) return { kind: 'fault', fault: { kind: 'columns', missing } };
  if (rest.length === 0) return { kind: 'fault', fault: { kind: 'no-rows' } };
  const width = header.cells.length;
  return { kind: 'rows', rows: rest.map(({ line: at, cells }) => rowOf(at, cells, columns, width)) };
}

/** Spreadsheets may say in a first line what separates the cells: "sep=;". */
function withoutSeparatorLine(text: string): { separator: string; body: string; firstLine: number } {
  const said = /^sep=(.)(?:\r\n|\r|\n)/i.exec(text);
  return said === null
    ? { separator: '', body: text, firstLine: 1 }
    : { separator: said[1] ?? '', body: text.slice(said[0].length), firstLine: 2 };
}

function rowOf(
  line: number,
  cells: readonly string[],
  columns: ReadonlyMap<CsvColumn, number>,
  width: number,
): CsvRow {
  const surplus = cells.slice(width).filter((cell) => cell.trim() !== '');
  // Roles that were written with the file's own separator between them, at the end of the line.
  const rolesAreLast = columns.get('roles') === width - 1;
  const read = Object.fromEntries(
    CSV_COLUMNS.map((column) => {
      const place = columns.get(column);
      const own = place === undefined ? '' : plain(cells[place] ?? '');
      return [column, column === 'roles' && rolesAreLast ? [own, ...surplus.map(plain)].join(';') : own];
    }),
  ) as Record<CsvColumn, string>;
  return { line, cells: read, hasSurplus: surplus.length > 0 && !rolesAreLast };
}

/** A cell without blanks around it, and without the mark that keeps a spreadsheet from taking it for a formula. */
function plain(cell: string): string {
  return cell.trim().replace(/^'(?=\s*[=+\-@'])/, '');
}
