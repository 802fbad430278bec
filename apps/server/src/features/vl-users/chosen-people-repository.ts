import type { Role } from '@muniment/domain/roles.ts';
import type { VlUserStatus } from '@muniment/domain/vl-user-status.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import type { Viewer } from './viewer.ts';

/** What of the chosen people's roles is meant. null: all license IDs, or all roles. */
export interface ChosenRoles {
  readonly vlUserIds: readonly string[];
  /** As people call them. */
  readonly licenseIds: readonly string[] | null;
  readonly roles: readonly Role[] | null;
}

/** One role that one of them holds, as a viewer sees it. */
export interface ChosenRole {
  readonly vlUserId: string;
  /** As people call it. */
  readonly licenseId: string;
  readonly role: Role;
  readonly inherited: boolean;
  readonly standing: VlUserStatus;
}

/** One look-up a person ('offset 0' keeps it so), whatever statistics there are. */
function held(viewer: Viewer, { vlUserIds, licenseIds, roles }: ChosenRoles): RawBuilder<unknown> {
  return sql`
    from unnest(${vlUserIds}::uuid[]) as person (id)
    cross join lateral (
      select * from assignment_of_person_seen_by(${viewer.organizationId}, ${viewer.vlUserId}, person.id) s
      where (${roles}::vl_role[] is null or s.role = any(${roles}::vl_role[]))
      offset 0
    ) s
    join license l on l.organization_id = ${viewer.organizationId} and l.id = s.license_id
    where (${licenseIds}::text[] is null or l.license_id = any(${licenseIds}::text[]))`;
}

/** Of the chosen people, what a viewer sees them hold, by person, license ID and role. @source R9, R10 */
export async function selectChosenRoles(
  q: Queryable,
  viewer: Viewer,
  chosen: ChosenRoles,
): Promise<ChosenRole[]> {
  const { rows } = await sql<ChosenRole>`
    select s.vl_user_id as "vlUserId", l.license_id as "licenseId", s.role,
      s.origin_agreement_id is not null as inherited, s.standing
    ${held(viewer, chosen)}
    order by s.vl_user_id, l.license_id, s.role
  `.execute(q);
  return rows;
}

/** On how many pairs of person and license ID that is. */
export async function countChosenPairs(q: Queryable, viewer: Viewer, chosen: ChosenRoles): Promise<number> {
  const { rows } = await sql<{ pairs: number }>`
    select count(distinct (s.vl_user_id, s.license_id))::int as pairs ${held(viewer, chosen)}
  `.execute(q);
  return rows[0]?.pairs ?? 0;
}

/** A VL user and a license ID, as people call it. */
export interface Pair {
  readonly vlUserId: string;
  readonly licenseId: string;
}

/**
 * License IDs that a viewer administers on which deleting these VL users ends something: assigned roles, the unseen
 * ones too (R9), and inherited ones of whoever is gone from the directory (I3).
 */
export async function selectDeletablePairs(
  q: Queryable,
  viewer: Viewer,
  vlUserIds: readonly string[],
): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    select distinct s.vl_user_id as "vlUserId", l.license_id as "licenseId"
    from unnest(${vlUserIds}::uuid[]) as person (id)
    cross join lateral (
      select s.vl_user_id, s.license_id
      from open_assignment s
      cross join lateral (
        select from effective_role e
        where e.organization_id = s.organization_id and e.license_id = s.license_id
          and e.vl_user_id = ${viewer.vlUserId} and e.role = 'administrator'
        offset 0 limit 1
      ) administered
      where s.organization_id = ${viewer.organizationId} and s.vl_user_id = person.id
        and (s.origin_agreement_id is null or s.standing = 'user-not-found')
      offset 0
    ) s
    join license l on l.organization_id = ${viewer.organizationId} and l.id = s.license_id
    order by 1, 2
  `.execute(q);
  return rows;
}
