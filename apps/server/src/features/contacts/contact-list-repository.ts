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
  // Somebody reachable: effective, and without an end (A1). Left to the planner, which looks for all that have none by
  // one pass; asked of each license ID by itself, 100,000 of them took seconds.
  const reachable = sql`
    select from effective_role e
    where e.organization_id = l.organization_id and e.license_id = l.id and e.role = 'administrator'
      and e.ends_at is null
  `;
  const { partnerId, noActiveAdministrator, after, limit } = filter;
  const asAsked =
    noActiveAdministrator === null
      ? sql`true`
      : noActiveAdministrator
        ? sql`not exists (${reachable})`
        : sql`exists (${reachable})`;
  const { rows } = await sql<PartnerLicense>`
    select l.id, l.license_id as "licenseId", l.name, o.number as "organizationNumber", o.name as "organizationName",
      ${noActiveAdministrator === null ? sql`not exists (${reachable})` : sql`${noActiveAdministrator}::boolean`}
        as "noActiveAdministrator"
    from license l
    join organization o on o.id = l.organization_id
    where (${partnerId}::uuid is null or l.partner_id = ${partnerId})
      and (${after}::text is null or l.license_id > ${after})
      and ${asAsked}
    order by l.license_id
    limit ${limit}
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
