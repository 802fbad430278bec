import { v7 } from 'uuid';
import type { Trx } from '../../database/connect.ts';
import type { ActorKind, LedgerChain } from '../../database/schema.ts';
import { insertLedgerEntries, insertLedgerHead } from './ledger-repository.ts';

/** Who did something, as the ledger and changes keep it: ids for good, the name only beside the change. */
export interface Author {
  readonly kind: ActorKind;
  readonly id: string | null;
  readonly name: string;
}

/** What happened. It holds ids, not names, so that it survives the erasure of personal data. */
export interface LedgerEvent {
  /** Named after what happened, in the past tense: `assignments.changed`. */
  readonly event: string;
  readonly version: number;
  /** Internal ids of the license IDs that it touches; those who administer one of them may read it. */
  readonly licenseIds: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;
}

/** Begins the chain of a new organization. */
export function beginLedger(trx: Trx, organizationId: string): Promise<void> {
  return insertLedgerHead(trx, organizationId, 'changes');
}

/**
 * Appends what a transaction did. Call it last: the head of the chain is the one row on which all changes of
 * an organization wait for each other.
 *
 * @source B5
 */
export async function appendToLedger(
  trx: Trx,
  organizationId: string,
  author: Author,
  at: Date,
  happened: LedgerEvent,
): Promise<void> {
  await append(trx, 'changes', organizationId, author, at, [happened]);
}

/** Appends all that one transaction did in an organization, in this order. Call it last. @source B5 */
export async function appendManyToLedger(
  trx: Trx,
  organizationId: string,
  author: Author,
  at: Date,
  happened: readonly LedgerEvent[],
): Promise<void> {
  await append(trx, 'changes', organizationId, author, at, happened);
}

/**
 * Appends what somebody was shown or given: a key, a file, an invoice. It has a chain of its own, so that many of them
 * never make a change of roles wait. Call it last.
 *
 * @source B5, W3, W5
 */
export async function appendDisclosure(
  trx: Trx,
  organizationId: string,
  author: Author,
  at: Date,
  happened: LedgerEvent,
): Promise<void> {
  await insertLedgerHead(trx, organizationId, 'disclosures');
  await append(trx, 'disclosures', organizationId, author, at, [happened]);
}

async function append(
  trx: Trx,
  chain: LedgerChain,
  organizationId: string,
  author: Author,
  at: Date,
  happened: readonly LedgerEvent[],
): Promise<void> {
  const entries = happened.map((event) => {
    const id = v7();
    return {
      id,
      at,
      event: event.event,
      version: event.version,
      licenseIds: event.licenseIds,
      body: (sequence: number) => ledgerBody(id, sequence, author, at, event),
    };
  });
  await insertLedgerEntries(trx, chain, organizationId, entries);
}

/**
 * The bytes of an entry that are hashed. They hold all that the columns beside them do: whoever changes a column
 * changes what `verify` compares, who may read the entry not least.
 */
export function ledgerBody(
  id: string,
  sequence: number,
  author: Author,
  at: Date,
  { event, version, licenseIds, details }: LedgerEvent,
): string {
  const actor = { kind: author.kind, id: author.id };
  return JSON.stringify({ id, sequence, at: at.toISOString(), event, version, actor, licenseIds, details });
}
