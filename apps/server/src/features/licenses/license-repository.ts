import type { Action, Role } from '@muniment/domain/roles.ts';
import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import { openingRoles } from '../../database/opening-roles.ts';
import type { Viewer } from '../vl-users/viewer.ts';

/** How many people and license IDs an administrator looks after. */
export async function countScope(
  q: Queryable,
  viewer: Viewer,
): Promise<{ people: number; licenseIds: number }> {
  const { rows } = await sql<{ people: number; licenseIds: number }>`
    select
      (select count(distinct s.vl_user_id) from assignment_seen_by(${viewer.organizationId}, ${viewer.vlUserId}) s)::int as people,
      (select count(*) from license_administered_by(${viewer.organizationId}, ${viewer.vlUserId}))::int as "licenseIds"
  `.execute(q);
  return rows[0] ?? { people: 0, licenseIds: 0 };
}

export interface Reliance {
  readonly licenseId: string;
  readonly people: number;
  readonly suggestedId: string | null;
  readonly suggestedName: string | null;
}

/**
 * For license IDs that the viewer administers: how many people besides the viewer hold a role there, and an active
 * one of them who could become the second administrator. @source A5
 */
export async function selectReliance(
  q: Queryable,
  viewer: Viewer,
  licenseIds: readonly string[],
): Promise<Map<string, Reliance>> {
  const { rows } = await sql<Reliance>`
    select l.license_id as "licenseId",
      (select count(distinct g.vl_user_id)::int from role_grant g
        where g.organization_id = l.organization_id and g.license_id = l.id and g.closed_by is null
          and g.vl_user_id <> ${viewer.vlUserId}
          and role_seen_by(g.organization_id, ${viewer.vlUserId}, g.license_id, g.vl_user_id, g.role)
          and (g.ends_at is null or g.ends_at > statement_timestamp())) as people,
      s.id as "suggestedId", s.display_name as "suggestedName"
    from license l
    join license_administered_by(${viewer.organizationId}, ${viewer.vlUserId}) a on a.license_id = l.id
    left join lateral (
      select u.id, u.display_name
      from effective_role e
      join vl_user u on u.organization_id = e.organization_id and u.id = e.vl_user_id
      where e.organization_id = l.organization_id and e.license_id = l.id and e.vl_user_id <> ${viewer.vlUserId}
        and role_seen_by(e.organization_id, ${viewer.vlUserId}, e.license_id, e.vl_user_id, e.role)
      group by u.id, u.display_name
      order by count(*) desc, u.display_name collate "und-x-icu", u.id
      limit 1
    ) s on true
    where l.organization_id = ${viewer.organizationId} and l.license_id = any(${licenseIds})
  `.execute(q);
  return new Map(rows.map((row) => [row.licenseId, row]));
}

/** Whether a viewer may see Invoice Reader anywhere: as bill-to contact of a license ID's agreement, or by holding it. @source R9 */
export async function selectSeesInvoiceReader(
  q: Queryable,
  viewer: Viewer,
  licenseId: string | null,
): Promise<boolean> {
  const { rows } = await sql<{ sees: boolean }>`
    select exists (
      select from vl_user v
      join agreement_contact c on c.account_id = v.account_id and c.organization_id = v.organization_id
        and c.contact = 'bill-to-contact'
      join license l on l.organization_id = c.organization_id and l.agreement_id = c.agreement_id
        and (${licenseId}::text is null or l.license_id = ${licenseId})
      where v.organization_id = ${viewer.organizationId} and v.id = ${viewer.vlUserId}
    ) or exists (
      select from effective_role e
      join license l on l.organization_id = e.organization_id and l.id = e.license_id
        and (${licenseId}::text is null or l.license_id = ${licenseId})
      where e.organization_id = ${viewer.organizationId} and e.vl_user_id = ${viewer.vlUserId}
        and e.role = 'invoice-reader'
    ) as sees
  `.execute(q);
  return rows[0]?.sees ?? false;
}

/** The actions of a viewer anywhere in each of their organizations, as the roles that allow them. */
export async function selectRolesHeld(
  q: Queryable,
  viewers: readonly Viewer[],
): Promise<{ organizationId: string; role: Role }[]> {
  if (viewers.length === 0) return [];
  const { rows } = await sql<{ organizationId: string; role: Role }>`
    select distinct e.organization_id as "organizationId", e.role
    from unnest(
      ${viewers.map((viewer) => viewer.organizationId)}::uuid[],
      ${viewers.map((viewer) => viewer.vlUserId)}::uuid[]
    ) as v (organization_id, vl_user_id)
    join effective_role e on e.organization_id = v.organization_id and e.vl_user_id = v.vl_user_id
  `.execute(q);
  return rows;
}

/** A license ID of an organization by what people call it. @returns Its internal id. */
export async function selectLicenseId(
  q: Queryable,
  organizationId: string,
  licenseId: string,
): Promise<string | null> {
  const row = await q
    .selectFrom('license')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('license_id', '=', licenseId)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** A license ID that a role opens. */
export interface OpenedLicense {
  /** The internal id. */
  readonly id: string;
  readonly licenseId: string;
  readonly name: string;
  readonly organizationId: string;
}

/** Of these license IDs, as people call them, those on which the viewer holds a role with the action. @source R10 */
export async function selectOpenedLicenses(
  q: Queryable,
  viewer: Viewer,
  licenseIds: readonly string[],
  action: Action,
): Promise<OpenedLicense[]> {
  const { rows } = await sql<OpenedLicense>`
    select l.id, l.license_id as "licenseId", l.name, l.organization_id as "organizationId"
    from license l
    where l.organization_id = ${viewer.organizationId} and l.license_id = any(${licenseIds})
      and l.id in (select o.license_id from license_opened_to(${viewer.organizationId}, ${viewer.vlUserId}, ${openingRoles(action)}) o)
    order by l.license_id
  `.execute(q);
  return rows;
}
