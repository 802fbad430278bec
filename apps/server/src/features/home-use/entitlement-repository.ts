import { sql } from 'kysely';
import type { Trx } from '../../database/connect.ts';

/**
 * Saves what is granted and used on license IDs (internal ids), each named once. Give them sorted.
 *
 * @returns Those that are new or differ; what is as it was is left out.
 */
export async function upsertEntitlements(
  trx: Trx,
  entitlements: readonly {
    readonly organizationId: string;
    readonly id: string;
    readonly total: number;
    readonly used: number;
  }[],
): Promise<{ licenseId: string; isNew: boolean }[]> {
  const { rows } = await sql<{ licenseId: string; isNew: boolean }>`
    insert into home_use_entitlement (organization_id, license_id, total, used)
    select * from unnest(
      ${entitlements.map(({ organizationId }) => organizationId)}::uuid[],
      ${entitlements.map(({ id }) => id)}::uuid[],
      ${entitlements.map(({ total }) => total)}::integer[],
      ${entitlements.map(({ used }) => used)}::integer[]
    )
    on conflict (organization_id, license_id) do update
    set total = excluded.total, used = excluded.used, updated_at = now()
    where (home_use_entitlement.total, home_use_entitlement.used) is distinct from (excluded.total, excluded.used)
    returning license_id as "licenseId", xmax = 0 as "isNew"
  `.execute(trx);
  return rows;
}
