import type { Trx } from '../../database/connect.ts';
import type { Savepoint } from '../../database/savepoint.ts';
import { currentTime } from '../../database/transaction.ts';
import { isUnavailable, problemOfError } from '../../http/problem-of-error.ts';
import { type Author, appendManyToLedger, type LedgerEvent } from '../ledger/ledger-service.ts';
import type { RecordActor, RecordDeps, RecordKind, Saved } from './record-kind.ts';

/**
 * Saves records of one kind, all at once. Where the database refuses a value that no schema foresaw, they are saved in
 * halves, down to the one that it refuses: nobody else's is lost with it.
 *
 * @returns What became of each, in the same order.
 * @throws What is no fault of a record, such as a lock that is held for too long.
 */
export async function saveOfKind(
  trx: Trx,
  savepoint: Savepoint,
  deps: RecordDeps,
  actor: RecordActor,
  kind: RecordKind,
  records: readonly unknown[],
): Promise<Saved[]> {
  try {
    const saved = await kind.save(trx, deps, actor, records);
    await savepoint.keep();
    return saved;
  } catch (error) {
    const problem = problemOfError(error);
    if (isUnavailable(error) || problem.id === 'internal-error') throw error;
    await savepoint.goBack();
    if (records.length === 1) {
      const { pointer = '', detail = problem.message } = problem.facts.errors?.[0] ?? {};
      return [{ outcome: 'rejected', pointer, detail }];
    }
  }
  const half = Math.ceil(records.length / 2);
  const first = await saveOfKind(trx, savepoint, deps, actor, kind, records.slice(0, half));
  return [...first, ...(await saveOfKind(trx, savepoint, deps, actor, kind, records.slice(half)))];
}

export interface SavedOfType {
  readonly type: string;
  readonly saved: Saved;
}

/**
 * Writes down what a request saved, one entry for each organization: how many of each type, license ID by license ID.
 * Nothing is written where nothing changed. Call it last.
 *
 * @source B5
 */
export async function appendSavedRecords(
  trx: Trx,
  { publisherName }: Pick<RecordDeps, 'publisherName'>,
  actor: RecordActor,
  records: readonly SavedOfType[],
): Promise<void> {
  const byOrganization = eventsByOrganization(records);
  if (byOrganization.size === 0) return;
  const author: Author =
    actor.kind === 'partner'
      ? { kind: 'partner', id: actor.partner.id, name: actor.partner.name }
      : { kind: 'publisher', id: null, name: publisherName };
  const at = await currentTime(trx);
  // In one order, so that two requests cannot wait for each other.
  for (const [organizationId, events] of [...byOrganization].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await appendManyToLedger(trx, organizationId, author, at, events);
  }
}

interface Counted {
  readonly licenseId: string | null;
  readonly type: string;
  created: number;
  updated: number;
}

function eventsByOrganization(records: readonly SavedOfType[]): Map<string, LedgerEvent[]> {
  const events = new Map<string, LedgerEvent[]>();
  const counted = new Map<string, Map<string, Counted>>();
  for (const { type, saved } of records) {
    if (saved.outcome === 'rejected' || saved.organizationId === null) continue;
    const { organizationId, licenseId, outcome } = saved;
    if (saved.events !== undefined) {
      if (saved.events.length > 0) inMap(events, organizationId, () => []).push(...saved.events);
    } else if (outcome !== 'unchanged') {
      const ofOrganization = inMap(counted, organizationId, () => new Map<string, Counted>());
      const row = inMap(ofOrganization, `${licenseId} ${type}`, () => ({
        licenseId,
        type,
        created: 0,
        updated: 0,
      }));
      row[outcome]++;
    }
  }
  for (const [organizationId, rows] of counted) {
    const saved = [...rows.values()];
    const licenseIds = [...new Set(saved.flatMap(({ licenseId }) => licenseId ?? []))].sort();
    inMap(events, organizationId, () => []).push({
      event: 'records.saved',
      version: 1,
      licenseIds,
      details: { saved },
    });
  }
  return events;
}

function inMap<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
