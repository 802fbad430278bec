import type { Role } from '@muniment/domain/roles.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import { rolesOf } from '../../database/enum-array.ts';
import type { Moment } from '../../moment.ts';
import type { Viewer } from '../vl-users/viewer.ts';
import { administered } from './explain-repository.ts';

export interface HolderRow {
  readonly id: string;
  readonly displayName: string;
  readonly signInEmail: string;
  readonly nameSort: string;
  readonly roles: Role[];
}

/** Those who hold one of these roles on a license ID, by name. */
export async function selectHolders(
  q: Queryable,
  viewer: Viewer | null,
  asked: { readonly organizationId: string; readonly licenseId: string; readonly roles: readonly Role[] },
  moment: Moment,
  page: { readonly limit: number; readonly after: readonly [string, string] | null },
): Promise<HolderRow[]> {
  const { rows } = await holders(viewer, asked, moment, page).execute(q);
  return rows.map((row) => ({ ...row, roles: rolesOf(row.roles) }));
}

/** The statement behind {@link selectHolders}; a test pins its plan. */
export function holders(
  viewer: Viewer | null,
  asked: { readonly organizationId: string; readonly licenseId: string; readonly roles: readonly Role[] },
  moment: Moment,
  { limit, after }: { readonly limit: number; readonly after: readonly [string, string] | null },
): RawBuilder<Omit<HolderRow, 'roles'> & { readonly roles: string }> {
  const ofLicense = sql`e.organization_id = ${asked.organizationId} and e.license_id = ${asked.licenseId}
    and e.role = any(${[...asked.roles]}::vl_role[]) and ${isSeen(viewer)}`;
  return sql`
    with held as materialized (
      select e.vl_user_id, array_agg(distinct e.role order by e.role) as roles
      from (${effective(moment, ofLicense)}) e
      group by e.vl_user_id
    ),
    named as (
      select u.id, u.display_name as "displayName", u.sign_in_email as "signInEmail",
        lower(u.display_name collate "und-x-icu") as "nameSort", h.roles
      from held h
      cross join lateral (
        select * from vl_user u where u.organization_id = ${asked.organizationId} and u.id = h.vl_user_id offset 0
      ) u
    )
    select * from named
    where ${after === null ? sql`true` : sql`("nameSort" collate "und-x-icu", id) > (${after[0]} collate "und-x-icu", ${after[1]}::uuid)`}
    order by "nameSort" collate "und-x-icu", id
    limit ${limit}
  `;
}

export interface HeldLicenseRow {
  readonly licenseId: string;
  readonly name: string;
  readonly agreementNumber: string | null;
  readonly roles: Role[];
}

/** The license IDs on which somebody holds one of these roles, by license ID, with all their roles there. */
export async function selectHeldLicenses(
  q: Queryable,
  viewer: Viewer | null,
  asked: { readonly organizationId: string; readonly vlUserId: string; readonly roles: readonly Role[] },
  moment: Moment,
  page: { readonly limit: number; readonly after: string | null },
): Promise<HeldLicenseRow[]> {
  const ofPerson = sql`e.organization_id = ${asked.organizationId} and e.vl_user_id = ${asked.vlUserId}
    and ${isSeen(viewer)}`;
  const isOther = viewer !== null && viewer.vlUserId !== asked.vlUserId;
  const { rows } = await sql<Omit<HeldLicenseRow, 'roles'> & { readonly roles: string }>`
    with held as materialized (
      select e.license_id, array_agg(distinct e.role order by e.role) as roles
      from (${effective(moment, ofPerson)}) e
      ${isOther ? sql`cross join lateral ${administered(viewer, sql`e.license_id`)} administered` : sql``}
      group by e.license_id
    )
    select l.license_id as "licenseId", l.name, a.number as "agreementNumber", h.roles
    from held h
    cross join lateral (
      select * from license l where l.organization_id = ${asked.organizationId} and l.id = h.license_id offset 0
    ) l
    left join agreement a on a.organization_id = l.organization_id and a.id = l.agreement_id
    where h.roles && ${[...asked.roles]}::vl_role[] and (${page.after}::text is null or l.license_id > ${page.after})
    order by l.license_id
    limit ${page.limit}
  `.execute(q);
  return rows.map((row) => ({ ...row, roles: rolesOf(row.roles) }));
}

function isSeen(viewer: Viewer | null) {
  return viewer === null
    ? sql`true`
    : sql`role_seen_by(e.organization_id, ${viewer.vlUserId}, e.license_id, e.vl_user_id, e.role)`;
}

/** Roles that count at a moment. Of the past, live and closed grants each by the index that they have. */
function effective({ at, isPast }: Moment, where: RawBuilder<unknown>) {
  const columns = sql.raw('e.organization_id, e.license_id, e.vl_user_id, e.role');
  if (!isPast) return sql`select ${columns} from effective_role e where ${where}`;
  return sql`
    select ${columns} from effective_role_at(${at}) e where ${where} and e.closed_by is null
    union all
    select ${columns} from effective_role_at(${at}) e where ${where} and e.closed_by is not null
  `;
}
