import { isTooDeep } from '@muniment/contract/records.ts';
import { byteLines } from './byte-lines.ts';
import { contractsMessages as messages } from './messages.ts';

/** As long a line may be: none of a contract is. */
const LINE_MAX_BYTES = 1024 * 1024;

/** A line that is not taken: what is wrong with it, and where. It never quotes the line, which may hold a key. */
export interface RejectedLine {
  readonly line: number;
  /** JSON pointer into the record; empty: all of it. */
  readonly pointer: string;
  readonly detail: string;
}

/** A record as it stands in the file. */
export interface ReadRecord {
  readonly line: number;
  readonly record: object;
  /** Of its line. */
  readonly bytes: number;
}

/**
 * Reads NDJSON: a record or what is wrong for each line; empty lines are passed over.
 *
 * @param fromLine Lines before it are passed over.
 */
export async function* readRecords(
  pieces: AsyncIterable<Buffer>,
  fromLine: number,
): AsyncGenerator<ReadRecord | RejectedLine> {
  for await (const { number, bytes } of byteLines(pieces, LINE_MAX_BYTES)) {
    if (number < fromLine) continue;
    const read = bytes === null ? rejected(number, messages.longLine) : readLine(number, bytes);
    if (read !== null) yield read;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function readLine(line: number, bytes: Buffer): ReadRecord | RejectedLine | null {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return rejected(line, messages.notUtf8);
  }
  if (text.trim() === '') return null;
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch (error) {
    const at = /at position (\d+)/.exec((error as Error).message)?.[1];
    return rejected(line, messages.notJson(at === undefined ? null : Number(at) + 1));
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    return rejected(line, messages.notAnObject);
  }
  if (isTooDeep(record)) return rejected(line, messages.tooDeep);
  return { line, record, bytes: bytes.length };
}

function rejected(line: number, detail: string): RejectedLine {
  return { line, pointer: '', detail };
}
