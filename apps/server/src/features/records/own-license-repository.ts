import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';

export interface OwnLicense {
  /** Internal. */
  readonly id: string;
  readonly organizationId: string;
}

/** License IDs by what people call them. @param partnerId null: of any partner. */
export async function selectOwnLicenses(
  q: Queryable,
  partnerId: string | null,
  licenseIds: readonly string[],
): Promise<(OwnLicense & { readonly number: string })[]> {
  const { rows } = await sql<OwnLicense & { readonly number: string }>`
    select l.id, l.organization_id as "organizationId", l.license_id as number
    from license l
    where l.license_id = any(${licenseIds}::text[])
      and (${partnerId}::uuid is null or l.partner_id = ${partnerId}::uuid)
  `.execute(q);
  return rows;
}
