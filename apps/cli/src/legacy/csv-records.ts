import { CsvError, type Options } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { Line } from './text-file.ts';

/** Lines still to be read, of which the next ones can be looked at. */
export class LinesAhead {
  readonly #lines: AsyncIterator<Line>;
  readonly #seen: Line[] = [];

  constructor(lines: AsyncIterable<Line>) {
    this.#lines = lines[Symbol.asyncIterator]();
  }

  /** @param index 0 is the next line. @returns undefined behind the last one. */
  async peek(index: number): Promise<Line | undefined> {
    while (this.#seen.length <= index) {
      const { value, done } = await this.#lines.next();
      if (done === true) return undefined;
      this.#seen.push(value);
    }
    return this.#seen[index];
  }

  /** Goes on behind the next lines. */
  drop(count: number): void {
    this.#seen.splice(0, count);
  }
}

export type CsvRecord =
  | { readonly cells: readonly string[]; readonly lines: number }
  | { readonly cells: null; readonly lines: 1; readonly problem: 'broken-quote' | 'line-too-long' };

/** Over as many lines one record may go, by line breaks in quoted cells. */
const RECORD_LINES_MAX = 20;

/**
 * Reads the record that begins at the next line, without going on behind it.
 *
 * A parser alone cannot tell a quote that was never closed from a cell with line breaks: it would swallow rows up
 * to the next quote, or to the end of the file. So the record of one line comes first. Only where its quote stays
 * open are further lines taken along, few of them; and where they do not close it well, the quote is a stray one:
 * its line alone is bad, and reading goes on with the next.
 *
 * @param isWhole Whether cells that were read over several lines make sense. @source RFC 4180
 */
export async function recordAt(
  ahead: LinesAhead,
  delimiter: string,
  isWhole: (cells: readonly string[]) => boolean,
): Promise<CsvRecord | null> {
  const first = await ahead.peek(0);
  if (first === undefined) return null;
  if (first.isCut) return { cells: null, lines: 1, problem: 'line-too-long' };
  let text = first.text;
  let read = parseRecord(text, delimiter);
  let lines = 1;
  while (read === 'open' && lines < RECORD_LINES_MAX) {
    const next = await ahead.peek(lines);
    if (next === undefined || next.isCut) break;
    text += `\n${next.text}`;
    lines += 1;
    read = parseRecord(text, delimiter);
  }
  if (typeof read === 'string' || (lines > 1 && !isWhole(read)))
    return { cells: null, lines: 1, problem: 'broken-quote' };
  return { cells: read, lines };
}

/** @returns The cells; or that a quoted cell does not end, or that a quote stands where none may. */
function parseRecord(text: string, delimiter: string): readonly string[] | 'open' | 'broken' {
  const options: Options = { delimiter, relax_column_count: true, record_delimiter: '\n' };
  // Blanks around a quoted cell are no part of it, though they are of others: at a second look, since the first
  // character of a cell matters.
  const looks = delimiter !== '\t' && text.includes('"') ? [options, { ...options, trim: true }] : [options];
  let problem: 'open' | 'broken' = 'broken';
  for (const look of looks) {
    try {
      const records = parse(text, look);
      return records.length <= 1 ? (records[0] ?? []) : 'broken';
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      problem = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : 'broken';
      if (problem === 'open') return problem;
    }
  }
  return problem;
}
