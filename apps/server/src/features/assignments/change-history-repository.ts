import type { Role } from '@muniment/domain/roles.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import type { ActorKind, ChangeKind } from '../../database/schema.ts';
import type { Viewer } from '../vl-users/viewer.ts';

export interface ChangeRow {
  readonly id: string;
  readonly at: Date;
  readonly kind: ChangeKind;
  readonly actorKind: ActorKind;
  readonly actorName: string;
  readonly isViewer: boolean;
  readonly reason: string | null;
}

export interface ChangedGrantRow {
  readonly changeId: string;
  readonly vlUserId: string;
  readonly signInEmail: string;
  readonly displayName: string;
  readonly licenseId: string;
  readonly licenseName: string;
  readonly role: Role;
  readonly opened: boolean;
  readonly closed: boolean;
}

export interface ChangeFilter {
  /** Only changes that opened or closed something of this VL user. */
  readonly vlUserId: string | null;
  /** Only changes that touched this license ID, as people call it. */
  readonly licenseId: string | null;
  /** Only changes of these kinds. */
  readonly kinds: readonly ChangeKind[] | null;
  readonly changeId: string | null;
  /** Time and id of the last change of the page before. */
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

/** Changes that touch a license ID which the viewer administers, newest first. */
export async function selectChanges(
  q: Queryable,
  viewer: Viewer,
  filter: ChangeFilter,
): Promise<ChangeRow[]> {
  return (await changePage(viewer, filter).execute(q)).rows;
}

/**
 * The query of {@link selectChanges}. It goes by the license IDs that the viewer administers, or by the grants of
 * the VL user, never by the changes: of those most may be others'.
 */
export function changePage(viewer: Viewer, filter: ChangeFilter): RawBuilder<ChangeRow> {
  const found =
    filter.changeId !== null
      ? byId(viewer, filter.changeId)
      : filter.vlUserId !== null
        ? byPerson(viewer, filter, filter.vlUserId)
        : byLicenses(viewer, filter);
  return sql<ChangeRow>`
    with found as (${found}),
    page as (
      select distinct f.at, f.id from found f
      where ${beyond(filter, sql`f.at`, sql`f.id`)}
      order by f.at desc, f.id desc
      limit ${filter.limit}
    )
    select c.id, c.at, c.kind, c.actor_kind as "actorKind", c.actor_name as "actorName",
      (c.actor_kind = 'person' and c.actor_id = ${viewer.vlUserId}) is true as "isViewer", c.reason
    from page p
    cross join lateral (
      select * from assignment_change c where c.organization_id = ${viewer.organizationId} and c.id = p.id offset 0
    ) c
    order by c.at desc, c.id desc
  `;
}

/** Of each administered license ID no more than a page can show. */
function byLicenses(viewer: Viewer, filter: ChangeFilter) {
  return sql`
    select newest.at, newest.change_id as id
    from license_administered_by(${viewer.organizationId}, ${viewer.vlUserId}) a
    cross join lateral (
      select t.at, t.change_id from assignment_change_license t
      where t.organization_id = ${viewer.organizationId} and t.license_id = a.license_id and ${isSeen(viewer)}
        and ${beyond(filter, sql`t.at`, sql`t.change_id`)} and ${isOfKind(viewer, filter, sql`t.change_id`)}
      order by t.at desc, t.change_id desc
      limit ${filter.limit}
    ) newest
    where ${isOn(viewer, filter, sql`a.license_id`)}
  `;
}

function isOn(viewer: Viewer, { licenseId }: ChangeFilter, id: RawBuilder<unknown>) {
  if (licenseId === null) return sql`true`;
  return sql`${id} = (
    select l.id from license l where l.organization_id = ${viewer.organizationId} and l.license_id = ${licenseId}
  )`;
}

function isOfKind(viewer: Viewer, { kinds }: ChangeFilter, changeId: RawBuilder<unknown>) {
  if (kinds === null) return sql`true`;
  return sql`exists (
    select from assignment_change k
    where k.organization_id = ${viewer.organizationId} and k.id = ${changeId} and k.kind = any(${kinds}::text[])
    offset 0
  )`;
}

function byPerson(viewer: Viewer, filter: ChangeFilter, vlUserId: string) {
  const grants = (ended: RawBuilder<unknown>, at: RawBuilder<unknown>, by: RawBuilder<unknown>) => sql`
    select ${at} as at, ${by} as id
    from role_grant g
    cross join lateral ${administered(viewer, sql`g.license_id`)} administered
    where g.organization_id = ${viewer.organizationId} and g.vl_user_id = ${vlUserId} and ${ended}
      and role_seen_by(g.organization_id, ${viewer.vlUserId}, g.license_id, g.vl_user_id, g.role)
      and ${isOn(viewer, filter, sql`g.license_id`)} and ${isOfKind(viewer, filter, by)}
  `;
  return sql`
    ${grants(sql`g.closed_by is null`, sql`g.opened_at`, sql`g.opened_by`)}
    union all ${grants(sql`g.closed_by is not null`, sql`g.opened_at`, sql`g.opened_by`)}
    union all ${grants(sql`g.closed_by is not null`, sql`g.closed_at`, sql`g.closed_by`)}
  `;
}

function byId(viewer: Viewer, changeId: string) {
  return sql`
    select t.at, t.change_id as id
    from assignment_change_license t
    cross join lateral ${administered(viewer, sql`t.license_id`)} administered
    where t.organization_id = ${viewer.organizationId} and t.change_id = ${changeId} and ${isSeen(viewer)}
    limit 1
  `;
}

/** A change of nothing but Invoice Reader is seen by the bill-to contact alone. @source R9 */
function isSeen(viewer: Viewer) {
  return sql`(not t.only_invoice_reader or is_bill_to(t.organization_id, ${viewer.vlUserId}, t.license_id))`;
}

function administered(viewer: Viewer, licenseId: RawBuilder<unknown>) {
  return sql`(
    select from effective_role e
    where e.organization_id = ${viewer.organizationId} and e.license_id = ${licenseId}
      and e.vl_user_id = ${viewer.vlUserId} and e.role = 'administrator'
    offset 0 limit 1
  )`;
}

function beyond({ after }: ChangeFilter, at: RawBuilder<unknown>, id: RawBuilder<unknown>) {
  return after === null ? sql`true` : sql`(${at}, ${id}) < (${after.at}::timestamptz, ${after.id}::uuid)`;
}

/** The grants that changes opened and closed, as far as the viewer administers their license IDs. */
export async function selectChangedGrants(
  q: Queryable,
  viewer: Viewer,
  changeIds: readonly string[],
): Promise<ChangedGrantRow[]> {
  const { rows } = await sql<ChangedGrantRow>`
    with changed as materialized (
      select g.opened_by as change_id, g.vl_user_id, g.license_id, g.role, true as opened, false as closed
      from role_grant g
      where g.organization_id = ${viewer.organizationId} and g.opened_by = any(${changeIds}::uuid[])
      union all
      select g.closed_by, g.vl_user_id, g.license_id, g.role, false, true
      from role_grant g
      where g.organization_id = ${viewer.organizationId} and g.closed_by = any(${changeIds}::uuid[])
    )
    select c.change_id as "changeId", u.id as "vlUserId", u.sign_in_email as "signInEmail",
      u.display_name as "displayName", l.license_id as "licenseId", l.name as "licenseName", c.role,
      bool_or(c.opened) as opened, bool_or(c.closed) as closed
    from changed c
    cross join lateral ${administered(viewer, sql`c.license_id`)} administered
    cross join lateral (
      select * from license l where l.organization_id = ${viewer.organizationId} and l.id = c.license_id offset 0
    ) l
    cross join lateral (
      select * from vl_user u where u.organization_id = ${viewer.organizationId} and u.id = c.vl_user_id offset 0
    ) u
    where role_seen_by(${viewer.organizationId}, ${viewer.vlUserId}, c.license_id, c.vl_user_id, c.role)
    group by c.change_id, u.id, u.sign_in_email, u.display_name, l.license_id, l.name, c.role
    order by u.display_name collate "und-x-icu", u.id, l.license_id, c.role
  `.execute(q);
  return rows;
}
