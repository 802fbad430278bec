import type { RecordReport } from '@muniment/contract/records.ts';
import type { Trx } from '../../database/connect.ts';
import { setSavepoint } from '../../database/savepoint.ts';
import { checkRecord } from './check-record.ts';
import { appendSavedRecords, saveOfKind } from './keep-records.ts';
import { RECORD_KINDS } from './kinds.ts';
import type { RecordActor, RecordDeps, RecordKind, RejectedRecord, Saved } from './record-kind.ts';

export interface PushedRecord {
  /** Of the file; it names the record in the report. */
  readonly line: number;
  readonly record: unknown;
}

/**
 * Saves records of any types, each by itself: a bad one is told, and the others are saved. Kind after kind, so that a
 * license ID and what belongs to it may come together; the same records again change nothing.
 *
 * @returns A report for each, in the same order.
 */
export async function saveRecords(
  trx: Trx,
  deps: RecordDeps,
  actor: RecordActor,
  pushed: readonly PushedRecord[],
): Promise<RecordReport[]> {
  const read = pushed.map(({ record }) => readRecord(actor, record));
  const outcomes = new Map<number, { readonly type: string; readonly saved: Saved }>();
  const savepoint = await setSavepoint(trx);
  for (const kind of RECORD_KINDS) {
    const ofKind = read.flatMap((one, index) =>
      'kind' in one && one.kind === kind ? [{ index, ...one }] : [],
    );
    if (ofKind.length === 0) continue;
    const saved = await saveOfKind(
      trx,
      savepoint,
      deps,
      actor,
      kind,
      ofKind.map(({ fields }) => fields),
    );
    ofKind.forEach(({ index }, place) => {
      const said = saved[place];
      if (said === undefined) throw new Error(`Nothing is said of a record: ${kind.type}`);
      outcomes.set(index, { type: kind.type, saved: said });
    });
  }
  await appendSavedRecords(trx, deps, actor, [...outcomes.values()]);
  return pushed.map(({ line }, index) =>
    report(line, outcomes.get(index)?.saved ?? (read[index] as RejectedRecord)),
  );
}

interface ReadRecord {
  readonly kind: RecordKind;
  readonly fields: unknown;
}

function readRecord(actor: RecordActor, record: unknown): ReadRecord | RejectedRecord {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    return { outcome: 'rejected', pointer: '', detail: 'A record is an object.' };
  }
  const { type, ...fields } = record as Readonly<Record<string, unknown>>;
  const kinds = RECORD_KINDS.filter(({ by }) => by === 'partner-or-publisher' || actor.kind === 'publisher');
  const kind = kinds.find((one) => one.type === type);
  if (kind === undefined) {
    const types = kinds.map((one) => one.type).join(', ');
    return { outcome: 'rejected', pointer: '/type', detail: `Give one of ${types}.` };
  }
  return checkRecord(kind, fields) ?? { kind, fields };
}

function report(line: number, saved: Saved): RecordReport {
  if (saved.outcome !== 'rejected') return { line, outcome: saved.outcome };
  const { outcome, pointer, detail } = saved;
  return { line, outcome, pointer, detail };
}
