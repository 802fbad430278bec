import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import type { LedgerChain } from '../../database/schema.ts';
import type { Viewer } from '../vl-users/viewer.ts';
import type { LedgerEyes } from './seen-entry.ts';

const BEGINNING = Buffer.alloc(32);
/** A statement takes 65,535 values. */
const ROWS_AT_ONCE = 1_000;

export interface NewLedgerEntry {
  readonly id: string;
  readonly at: Date;
  readonly event: string;
  readonly version: number;
  readonly licenseIds: readonly string[];
  /** Makes the bytes to hash, knowing the place in the chain. */
  readonly body: (sequence: number) => string;
}

/** Starts a chain of an organization; one that was started stays as it is. */
export async function insertLedgerHead(trx: Trx, organizationId: string, chain: LedgerChain): Promise<void> {
  await trx
    .insertInto('ledger_head')
    .values({ organization_id: organizationId, chain, sequence: 0, hash: BEGINNING })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Appends entries in their order; the head's row is locked from here to the end of the transaction. */
export async function insertLedgerEntries(
  trx: Trx,
  chain: LedgerChain,
  organizationId: string,
  entries: readonly NewLedgerEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const head = await trx
    .selectFrom('ledger_head')
    .select(['sequence', 'hash'])
    .where('organization_id', '=', organizationId)
    .where('chain', '=', chain)
    .forUpdate()
    .executeTakeFirstOrThrow();
  let { sequence, hash } = head;
  const rows = entries.map((entry) => {
    sequence++;
    const previous = hash;
    const body = entry.body(sequence);
    hash = createHash('sha256').update(previous).update(body).digest();
    return {
      organization_id: organizationId,
      chain,
      sequence,
      id: entry.id,
      at: entry.at,
      event: entry.event,
      version: entry.version,
      license_ids: [...entry.licenseIds],
      body,
      previous_hash: previous,
      hash,
    };
  });
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await trx
      .insertInto('ledger_entry')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute();
  }
  await trx
    .updateTable('ledger_head')
    .set({ sequence, hash })
    .where('organization_id', '=', organizationId)
    .where('chain', '=', chain)
    .execute();
}

export interface LedgerRow {
  readonly id: string;
  /** The bytes that were hashed. All that is answered comes from here. */
  readonly body: string;
}

/**
 * Entries that touch license IDs which the viewer administers, newest first.
 *
 * @param before Only entries before the one with this id. Its place in the chain stays inside: who sees a part of
 *   the entries must not learn how many the others are.
 */
export async function selectLedgerPage(
  q: Queryable,
  viewer: Viewer,
  filter: {
    readonly chain: LedgerChain;
    readonly licenseId?: string | undefined;
    readonly before: string | null;
    readonly limit: number;
  },
): Promise<LedgerRow[]> {
  const { rows } = await sql<LedgerRow>`
    with administered as materialized (
      select coalesce(array_agg(a.license_id), '{}') as ids
      from license_administered_by(${viewer.organizationId}, ${viewer.vlUserId}) a
      join license l on l.organization_id = ${viewer.organizationId} and l.id = a.license_id
      where ${filter.licenseId ?? null}::text is null or l.license_id = ${filter.licenseId ?? null}
    )
    select e.id, e.body
    from ledger_entry e, administered a
    where e.organization_id = ${viewer.organizationId} and e.chain = ${filter.chain} and e.license_ids && a.ids
      and (${filter.before}::uuid is null or e.sequence < (
        select b.sequence from ledger_entry b
        where b.organization_id = ${viewer.organizationId} and b.chain = ${filter.chain} and b.id = ${filter.before}
      ))
    order by e.sequence desc
    limit ${filter.limit}
  `.execute(q);
  return rows;
}

/** The license IDs (internal ids) that a viewer administers, and of those the ones where they are bill-to contact. */
export async function selectLedgerEyes(q: Queryable, viewer: Viewer): Promise<LedgerEyes> {
  const { rows } = await sql<{ license_id: string; bill_to: boolean }>`
    select a.license_id, is_bill_to(${viewer.organizationId}, ${viewer.vlUserId}, a.license_id) as bill_to
    from license_administered_by(${viewer.organizationId}, ${viewer.vlUserId}) a
  `.execute(q);
  return {
    userKey: viewer.vlUserId,
    administered: new Set(rows.map((row) => row.license_id)),
    billToOn: new Set(rows.flatMap((row) => (row.bill_to ? [row.license_id] : []))),
  };
}

export interface ChainState {
  readonly entries: number;
  readonly head: Buffer;
  readonly firstBroken: number | null;
}

/**
 * Recomputes every hash of a chain inside the database and compares it with what is stored, and so the columns
 * beside the body, which lists are filtered and sorted by.
 *
 * @returns null where the chain was not started.
 */
export async function checkChain(
  q: Queryable,
  organizationId: string,
  chain: LedgerChain,
): Promise<ChainState | null> {
  const { rows } = await sql<{
    entries: number;
    head: Buffer;
    head_matches: boolean;
    first_broken: number | null;
  }>`
    with link as (
      select sequence,
        hash = sha256(previous_hash || convert_to(body, 'UTF8'))
        and previous_hash = coalesce(lag(hash) over (order by sequence), decode(repeat('00', 32), 'hex'))
        and sequence = row_number() over (order by sequence)
        and case when hash = sha256(previous_hash || convert_to(body, 'UTF8')) then
          (id::text, event, version::text, sequence::text) =
            (body::jsonb ->> 'id', body::jsonb ->> 'event', body::jsonb ->> 'version', body::jsonb ->> 'sequence')
          and at = (body::jsonb ->> 'at')::timestamptz
          and to_jsonb(license_ids) = body::jsonb -> 'licenseIds'
        end is true as whole
      from ledger_entry
      where organization_id = ${organizationId} and chain = ${chain}
    ), summed as (
      select count(*)::int as entries, coalesce(max(sequence), 0) as last, min(sequence) filter (where not whole) as first_broken
      from link
    )
    select s.entries, h.hash as head, s.first_broken,
      s.last = h.sequence and h.hash = coalesce((
        select e.hash from ledger_entry e
        where e.organization_id = ${organizationId} and e.chain = ${chain} and e.sequence = h.sequence
      ), decode(repeat('00', 32), 'hex')) as head_matches
    from summed s
    join ledger_head h on h.organization_id = ${organizationId} and h.chain = ${chain}
  `.execute(q);
  const row = rows[0];
  if (row === undefined) return null;
  const cutOff = row.head_matches ? null : row.entries + 1;
  return { entries: row.entries, head: row.head, firstBroken: row.first_broken ?? cutOff };
}
