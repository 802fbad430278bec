import { spreadsheetCell } from '@muniment/contract/spreadsheet-cell.ts';
import { stringify } from 'csv-stringify/sync';

/** Spreadsheets take a file without it for one in the code page of their country. */
const BYTE_ORDER_MARK = '\ufeff';

/** What a CSV file begins with: the byte order mark and the names of its columns. */
export function csvHead(columns: readonly string[]): string {
  return BYTE_ORDER_MARK + csvRows([columns]);
}

/** Rows of a CSV file. No cell can run as a formula in a spreadsheet. @source RFC 4180 */
export function csvRows(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((cells) => cells.map(spreadsheetCell)),
    { record_delimiter: 'windows' },
  );
}

/**
 * A list as the pieces of a CSV file: a page is read when the one before was taken, so that what somebody may see is
 * decided anew with each, and no list is too long.
 *
 * @param readPage Answers a page, and where the next one begins; null on the last.
 */
export async function* csvOfPages<Row>(
  columns: readonly string[],
  readPage: (cursor: string | undefined) => Promise<{ items: readonly Row[]; nextCursor: string | null }>,
  cellsOf: (row: Row) => readonly (readonly string[])[],
): AsyncGenerator<string> {
  yield csvHead(columns);
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await readPage(cursor);
    if (items.length > 0) yield csvRows(items.flatMap(cellsOf));
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}
