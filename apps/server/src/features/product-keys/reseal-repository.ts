import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';

/** A key that is sealed under another key than the current one. */
export interface OutdatedKey {
  readonly id: string;
  readonly organizationId: string;
  /** The internal id of its license ID. */
  readonly licenseKey: string;
  readonly number: string;
  readonly sealed: string;
  readonly sealedUnder: string;
}

/**
 * Some keys that are not sealed under this key, locked until the end of the transaction; those that somebody is
 * writing just now are passed over.
 *
 * @param after Only those behind it.
 */
export async function lockOutdatedKeys(
  trx: Trx,
  keyId: string,
  after: Pick<OutdatedKey, 'organizationId' | 'id'> | null,
  limit: number,
): Promise<OutdatedKey[]> {
  const { rows } = await sql<OutdatedKey>`
    select k.id, k.organization_id as "organizationId", k.license_id as "licenseKey", k.number, k.sealed,
      k.sealed_under as "sealedUnder"
    from product_key k
    where k.sealed_under <> ${keyId}
      and (${after === null} or (k.organization_id, k.id) > (${after?.organizationId ?? null}::uuid, ${after?.id ?? null}::uuid))
    order by k.organization_id, k.id
    limit ${limit}
    for update skip locked
  `.execute(trx);
  return rows;
}

/** Puts the new seal where the old one was. */
export async function updateSeals(
  trx: Trx,
  seals: readonly Pick<OutdatedKey, 'id' | 'organizationId' | 'sealed' | 'sealedUnder'>[],
): Promise<void> {
  if (seals.length === 0) return;
  await sql`
    update product_key k set sealed = s.sealed, sealed_under = s.sealed_under
    from unnest(
      ${seals.map((seal) => seal.organizationId)}::uuid[], ${seals.map((seal) => seal.id)}::uuid[],
      ${seals.map((seal) => seal.sealed)}::text[], ${seals.map((seal) => seal.sealedUnder)}::text[]
    ) as s (organization_id, id, sealed, sealed_under)
    where k.organization_id = s.organization_id and k.id = s.id
  `.execute(trx);
}

export async function countOutdatedKeys(q: Queryable, keyId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from product_key where sealed_under <> ${keyId}
  `.execute(q);
  return rows[0]?.count ?? 0;
}
