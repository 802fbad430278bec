import type { Role } from '@muniment/domain/roles.ts';
import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import type { ActorKind, ChangeKind } from '../../database/schema.ts';

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

interface Viewer {
  readonly organizationId: string;
  readonly vlUserId: string;
}

/**
 * Changes that opened or closed a grant on a license ID which the viewer administers, newest first.
 *
 * @param filter `after`: time and id of the last change of the page before.
 */
export async function selectChanges(
  q: Queryable,
  viewer: Viewer,
  filter: {
    readonly vlUserId: string | null;
    readonly changeId: string | null;
    readonly after: { readonly at: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select c.id, c.at, c.kind, c.actor_kind as "actorKind", c.actor_name as "actorName",
      (c.actor_kind = 'person' and c.actor_id = ${viewer.vlUserId}) is true as "isViewer", c.reason
    from assignment_change c
    where c.organization_id = ${viewer.organizationId}
      and (${filter.changeId}::uuid is null or c.id = ${filter.changeId})
      and ${filter.after === null ? sql`true` : sql`(c.at, c.id) < (${filter.after.at}::timestamptz, ${filter.after.id}::uuid)`}
      and exists (
        select from role_grant g
        join license_administered_by(${viewer.organizationId}, ${viewer.vlUserId}) a on a.license_id = g.license_id
        where g.organization_id = c.organization_id and c.id in (g.opened_by, g.closed_by)
          and (${filter.vlUserId}::uuid is null or g.vl_user_id = ${filter.vlUserId})
      )
    order by c.at desc, c.id desc
    limit ${filter.limit}
  `.execute(q);
  return rows;
}

/** The grants that changes opened and closed, as far as the viewer administers their license IDs. */
export async function selectChangedGrants(
  q: Queryable,
  viewer: Viewer,
  changeIds: readonly string[],
): Promise<ChangedGrantRow[]> {
  const { rows } = await sql<ChangedGrantRow>`
    with changed as (
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
    join license_administered_by(${viewer.organizationId}, ${viewer.vlUserId}) a on a.license_id = c.license_id
    join license l on l.organization_id = ${viewer.organizationId} and l.id = c.license_id
    join vl_user u on u.organization_id = ${viewer.organizationId} and u.id = c.vl_user_id
    group by c.change_id, u.id, u.sign_in_email, u.display_name, l.license_id, l.name, c.role
    order by u.display_name, u.id, l.license_id, c.role
  `.execute(q);
  return rows;
}
