import type { NamedContact } from '@muniment/contract/partners.ts';
import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';

export interface PartnerLicense {
  readonly id: string;
  readonly licenseId: string;
  readonly name: string;
  readonly organizationNumber: string;
  readonly organizationName: string;
  readonly noActiveAdministrator: boolean;
}

/**
 * License IDs by license ID, each with whether an administrator can act.
 *
 * @param filter.partnerId null: every partner's.
 * @source A1
 */
export async function selectPartnerLicenses(
  q: Queryable,
  filter: {
    readonly partnerId: string | null;
    readonly noActiveAdministrator: boolean | null;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<PartnerLicense[]> {
  const { rows } = await sql<PartnerLicense>`
    select l.id, l.license_id as "licenseId", l.name, o.number as "organizationNumber", o.name as "organizationName",
      c.reachable = 0 as "noActiveAdministrator"
    from license l
    join organization o on o.id = l.organization_id
    cross join lateral (select * from administrator_count(l.organization_id, l.id) offset 0) c
    where (${filter.partnerId}::uuid is null or l.partner_id = ${filter.partnerId})
      and (${filter.after}::text is null or l.license_id > ${filter.after})
      and (${filter.noActiveAdministrator}::boolean is null or (c.reachable = 0) = ${filter.noActiveAdministrator})
    order by l.license_id
    limit ${filter.limit}
  `.execute(q);
  return rows;
}

/** The contacts of license IDs (internal ids), their own and those of their agreements. @source A10 */
export async function selectContactsOf(
  q: Queryable,
  licenseIds: readonly string[],
): Promise<Map<string, NamedContact[]>> {
  const { rows } = await sql<NamedContact & { licenseId: string }>`
    select l.id as "licenseId", 'license' as "of", c.contact, c.display_name as "displayName", c.email
    from license l
    join license_contact c on c.organization_id = l.organization_id and c.license_id = l.id
    where l.id = any(${licenseIds}::uuid[])
    union all
    select l.id, 'agreement', c.contact, c.display_name, c.email
    from license l
    join agreement_contact c on c.organization_id = l.organization_id and c.agreement_id = l.agreement_id
    where l.id = any(${licenseIds}::uuid[])
    order by 1, 2 desc, 3
  `.execute(q);
  const contacts = new Map<string, NamedContact[]>();
  for (const { licenseId, ...contact } of rows) {
    const of = contacts.get(licenseId);
    if (of === undefined) contacts.set(licenseId, [contact]);
    else of.push(contact);
  }
  return contacts;
}
