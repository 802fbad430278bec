import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';

/** License IDs by what people call them, with the organizations that they belong to. */
export async function selectOrganizationsOf(
  q: Queryable,
  licenseIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await q
    .selectFrom('license')
    .select(['license_id', 'organization_id'])
    .where(sql<boolean>`license_id = any(${licenseIds})`)
    .execute();
  return new Map(rows.map((row) => [row.license_id, row.organization_id]));
}
