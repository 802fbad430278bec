import { ProblemError } from '@muniment/contract/client.ts';
import { pushRecords, RECORDS_MAX, type RecordReport } from '@muniment/contract/records.ts';
import { type Patience, sendUntilAnswered } from '../send-until-answered.ts';
import type { Session } from '../session.ts';
import { contractsMessages as messages } from './messages.ts';
import type { ReadRecord, RejectedLine } from './read-records.ts';

/** As much one request holds, by the length of its lines: far below what the server takes. */
const BATCH_BYTES = 2 * 1024 * 1024;

/** Lines that are sent together, and those between them that are not sent. */
export interface Batch {
  readonly records: readonly ReadRecord[];
  readonly rejected: readonly RejectedLine[];
  /** Of the last line in it. */
  readonly lastLine: number;
}

/** Puts lines into batches, in their order. */
export async function* batchesOf(lines: AsyncIterable<ReadRecord | RejectedLine>): AsyncGenerator<Batch> {
  let records: ReadRecord[] = [];
  let rejected: RejectedLine[] = [];
  let bytes = 0;
  let lastLine = 0;
  for await (const line of lines) {
    const isFull =
      records.length === RECORDS_MAX ||
      rejected.length === RECORDS_MAX ||
      ('bytes' in line && records.length > 0 && bytes + line.bytes > BATCH_BYTES);
    if (isFull) {
      yield { records, rejected, lastLine };
      [records, rejected, bytes] = [[], [], 0];
    }
    lastLine = line.line;
    if ('bytes' in line) {
      records.push(line);
      bytes += line.bytes;
    } else rejected.push(line);
  }
  if (records.length + rejected.length > 0) yield { records, rejected, lastLine };
}

/** The next one is read while this one is used: the server works while the file is read. */
export async function* oneAhead<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  let next = iterator.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done === true) return;
      next = iterator.next();
      // Whoever stops early never waits for it.
      next.catch(() => {});
      yield value;
    }
  } finally {
    // Not waited for: what is piped in may never end.
    void iterator.return?.();
  }
}

/**
 * Sends records, with patience. What the server refuses as a whole (too much at once, or a line that nobody could
 * read) is sent in halves, down to the one record.
 *
 * @returns A report for each, in the same order.
 * @throws ProblemError, Failure where the server stays busy or away, or refuses whoever sends.
 */
export async function sendRecords(
  session: Session,
  records: readonly ReadRecord[],
  patience: Patience,
): Promise<readonly RecordReport[]> {
  if (records.length === 0) return [];
  const body = { records: records.map(({ line, record }) => ({ line, record })) };
  try {
    return await sendUntilAnswered(async (idempotencyKey) => {
      const answer = await session.call(pushRecords, { body, idempotencyKey });
      return answer.body.records;
    }, patience);
  } catch (error) {
    if (!(error instanceof ProblemError) || (error.status !== 400 && error.status !== 413)) throw error;
    const [first] = records;
    if (records.length === 1 && first !== undefined) {
      const detail = error.status === 413 ? messages.longLine : error.message;
      return [{ line: first.line, outcome: 'rejected', pointer: '', detail }];
    }
  }
  const half = Math.ceil(records.length / 2);
  const sent = await sendRecords(session, records.slice(0, half), patience);
  return [...sent, ...(await sendRecords(session, records.slice(half), { ...patience, hasAnswered: true }))];
}
