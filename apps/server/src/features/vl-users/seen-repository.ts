import type { VL_USER_SORTS } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { VL_USER_STATUSES, type VlUserStatus } from '@muniment/domain/vl-user-status.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import { rolesOf } from '../../database/enum-array.ts';
import { containing } from '../../database/like-pattern.ts';
import type { Viewer } from './viewer.ts';

export interface SeenVlUser {
  readonly id: string;
  readonly displayName: string;
  readonly signInEmail: string;
  readonly businessEmail: string;
  readonly status: VlUserStatus;
  readonly roles: Role[];
  readonly licenseIdCount: number;
  readonly nameSort: string;
}

export interface SeenFilter {
  readonly statuses: readonly VlUserStatus[];
  readonly roles: readonly Role[];
  /** As people call them: whoever holds something on any of them. */
  readonly licenseIds: readonly string[];
  /** Whoever holds something on its license IDs; `roles` are looked for there alone. Status and roles told stay whole. */
  readonly agreementNumber: string | null;
  /** In name, sign-in or business e-mail, whatever the case. */
  readonly q: string | null;
  /** Only of these; null: of everybody. */
  readonly vlUserIds: readonly string[] | null;
  /** As it was recorded by a past moment; left out: now. @source B4 */
  readonly at?: Date;
}

/** A filter that lets everybody through. */
export const EVERYBODY: SeenFilter = {
  statuses: [],
  roles: [],
  licenseIds: [],
  agreementNumber: null,
  q: null,
  vlUserIds: null,
};

export type VlUserSort = (typeof VL_USER_SORTS)[number];

// People sort as in a phone book of no country in particular; keys that computers compare stay in C, where lower()
// knows ASCII alone.
const NAME = sql`lower(u.display_name collate "und-x-icu")`;
const BUSINESS_EMAIL = sql`lower(u.business_email collate "und-x-icu")`;

const SORT_BY: Record<'displayName' | 'signInEmail' | 'status', RawBuilder<unknown>> = {
  displayName: sql`name_sort`,
  signInEmail: sql`sign_in_email_key`,
  status: sql`lpad(status_rank::text, 2, '0')`,
};

/** What a viewer sees of who holds what. */
function assignmentsSeen({ organizationId, vlUserId }: Viewer, at: Date | undefined): RawBuilder<unknown> {
  return at === undefined
    ? sql`assignment_seen_by(${organizationId}, ${vlUserId})`
    : sql`assignment_seen_by_at(${organizationId}, ${vlUserId}, ${at})`;
}

/** What a viewer sees of one person. */
export function assignmentsOfPersonSeen(
  { organizationId, vlUserId }: Viewer,
  person: RawBuilder<unknown>,
  at: Date | undefined,
): RawBuilder<unknown> {
  return at === undefined
    ? sql`assignment_of_person_seen_by(${organizationId}, ${vlUserId}, ${person})`
    : sql`assignment_of_person_seen_by_at(${organizationId}, ${vlUserId}, ${person}, ${at})`;
}

/** The tables `held` (roles and status by person) and `seen` (those who match the filter), to begin a statement with. */
function seen(viewer: Viewer, filter: SeenFilter): RawBuilder<unknown> {
  const pattern = filter.q === null ? null : containing(filter.q.toLowerCase());
  const source =
    filter.vlUserIds === null
      ? sql`${assignmentsSeen(viewer, filter.at)} s`
      : sql`unnest(${filter.vlUserIds}::uuid[]) as person (id)
          cross join lateral (
            select * from ${assignmentsOfPersonSeen(viewer, sql`person.id`, filter.at)} offset 0
          ) s`;
  const there = whereLooked(viewer, filter);
  return sql`
    with ${there.tables} held as materialized (
      select s.vl_user_id,
        array_agg(distinct s.role order by s.role) as roles,
        count(distinct s.license_id)::int as license_id_count,
        min(array_position(${[...VL_USER_STATUSES]}::text[], s.standing)) as status_rank,
        bool_or(s.license_id = any(array(
          select l.id from license l
          where l.organization_id = ${viewer.organizationId} and l.license_id = any(${filter.licenseIds})
        ))) as on_license,
        ${there.roles} as roles_there
      from ${source} ${there.join}
      group by s.vl_user_id
    ),
    seen as (
      select u.id, u.display_name, u.sign_in_email, u.sign_in_email_key, u.business_email,
        h.roles, h.license_id_count, h.status_rank, ${NAME} as name_sort
      from held h
      join vl_user u on u.organization_id = ${viewer.organizationId} and u.id = h.vl_user_id
      where (${filter.licenseIds.length} = 0 or h.on_license) and h.roles_there is not null
        and (${filter.statuses.length} = 0 or (${[...VL_USER_STATUSES]}::text[])[h.status_rank] = any(${filter.statuses}))
        and (${filter.roles.length} = 0 or h.roles_there && ${filter.roles}::vl_role[])
        and (${pattern}::text is null or ${NAME} like ${pattern}
          or u.sign_in_email_key like ${pattern} or ${BUSINESS_EMAIL} like ${pattern})
    )`;
}

/** Which of a person's roles a filter looks at: those under an agreement, found by one join, or all. */
function whereLooked(viewer: Viewer, { agreementNumber }: SeenFilter) {
  const roles = sql`array_agg(distinct s.role order by s.role)`;
  if (agreementNumber === null) return { tables: sql``, join: sql``, roles };
  return {
    tables: sql`
      there as materialized (
        select l.id
        from agreement a
        join license l on l.organization_id = a.organization_id and l.agreement_id = a.id
        where a.organization_id = ${viewer.organizationId} and a.number = ${agreementNumber}
      ),`,
    join: sql`left join there t on t.id = s.license_id`,
    roles: sql`${roles} filter (where t.id is not null)`,
  };
}

/**
 * One page of the VL users whom a viewer sees, and how many match.
 *
 * @param after Sort value and id of the last row of the page before.
 */
export async function selectSeen(
  q: Queryable,
  viewer: Viewer,
  filter: SeenFilter,
  page: {
    readonly sort: VlUserSort;
    readonly limit: number;
    readonly after: readonly [string, string] | null;
  },
): Promise<{ rows: (SeenVlUser & { sortValue: string })[]; total: number }> {
  const { column, collated, direction, beyond } = orderOf(page.sort);
  const after = page.after;
  const { rows } = await sql<Row & { sort_value: string; total: number }>`
    ${seen(viewer, filter)},
    counted as (select count(*)::int as total from seen)
    select s.*, ${column} as sort_value, c.total
    from counted c left join lateral (
      select * from seen
      where ${after === null ? sql`true` : sql`(${collated}, id) ${beyond} (${after[0]} collate "und-x-icu", ${after[1]}::uuid)`}
      order by ${collated} ${direction}, id ${direction}
      limit ${page.limit}
    ) s on true
    order by ${collated} ${direction}, id ${direction}
  `.execute(q);
  const people = rows.filter((row) => row.id !== null);
  return {
    rows: people.map((row) => ({ ...toSeen(row), sortValue: row.sort_value })),
    total: rows[0]?.total ?? 0,
  };
}

function orderOf(sort: VlUserSort) {
  const descending = sort.startsWith('-');
  const column = SORT_BY[sort.replace('-', '') as keyof typeof SORT_BY];
  return {
    column,
    collated: sql`(${column} collate "und-x-icu")`,
    direction: sql.raw(descending ? 'desc' : 'asc'),
    beyond: sql.raw(descending ? '<' : '>'),
  };
}

/** A window of those who match a filter, by name, and how many match. */
export async function selectWindow(
  q: Queryable,
  viewer: Viewer,
  filter: SeenFilter,
  window: { readonly offset: number; readonly limit: number },
): Promise<{ people: { id: string; displayName: string; status: VlUserStatus }[]; total: number }> {
  const { collated } = orderOf('displayName');
  const { rows } = await sql<{ id: string | null; display_name: string; status_rank: number; total: number }>`
    ${seen(viewer, filter)},
    counted as (select count(*)::int as total from seen)
    select s.id, s.display_name, s.status_rank, c.total
    from counted c left join lateral (
      select * from seen order by ${collated}, id offset ${window.offset} limit ${window.limit}
    ) s on true
    order by ${collated}, id
  `.execute(q);
  return {
    people: rows.flatMap(({ id, display_name, status_rank }) =>
      id === null
        ? []
        : [{ id, displayName: display_name, status: VL_USER_STATUSES[status_rank - 1] as VlUserStatus }],
    ),
    total: rows[0]?.total ?? 0,
  };
}

/** Everybody who matches a filter, in order, and on how many license IDs a viewer sees them hold something. */
export async function selectMatching(
  q: Queryable,
  viewer: Viewer,
  filter: SeenFilter,
  sort: VlUserSort,
): Promise<{ readonly id: string; readonly displayName: string; readonly licenseIdCount: number }[]> {
  const { collated, direction } = orderOf(sort);
  const { rows } = await sql<{ id: string; displayName: string; licenseIdCount: number }>`
    ${seen(viewer, filter)}
    select id, display_name as "displayName", license_id_count as "licenseIdCount"
    from seen
    order by ${collated} ${direction}, id ${direction}
  `.execute(q);
  return rows;
}

interface Row {
  readonly id: string;
  readonly display_name: string;
  readonly sign_in_email: string;
  readonly business_email: string;
  readonly roles: string;
  readonly license_id_count: number;
  readonly status_rank: number;
  readonly name_sort: string;
}

function toSeen(row: Row): SeenVlUser {
  return {
    id: row.id,
    displayName: row.display_name,
    signInEmail: row.sign_in_email,
    businessEmail: row.business_email,
    status: VL_USER_STATUSES[row.status_rank - 1] as VlUserStatus,
    roles: rolesOf(row.roles),
    licenseIdCount: row.license_id_count,
    nameSort: row.name_sort,
  };
}

/** Who of these VL users holds something on which license ID (internal id), as far as a viewer sees it. */
export async function selectSeenPairs(
  q: Queryable,
  viewer: Viewer,
  vlUserIds: readonly string[],
): Promise<{ readonly vlUserId: string; readonly licenseId: string }[]> {
  const { rows } = await sql<{ vlUserId: string; licenseId: string }>`
    select distinct s.vl_user_id as "vlUserId", s.license_id as "licenseId"
    from unnest(${vlUserIds}::uuid[]) as person (id)
    cross join lateral (
      select * from assignment_of_person_seen_by(${viewer.organizationId}, ${viewer.vlUserId}, person.id) offset 0
    ) s
    order by 1, 2
  `.execute(q);
  return rows;
}

/** How many people each tab of Manage Assignments lists. */
export interface TabCounts {
  readonly everyone: number;
  readonly needsAttention: number;
  readonly pendingInvitations: number;
  readonly administrators: number;
}

const NEEDS_ATTENTION: readonly VlUserStatus[] = ['failed', 'user-not-found', 'invitation-expired'];
const PENDING: readonly VlUserStatus[] = ['invitation-sent'];

/** Counts what the tabs list, by the same tables as the list itself. */
export async function countTabs(
  q: Queryable,
  viewer: Viewer,
  past: { readonly at?: Date } = {},
): Promise<TabCounts> {
  const isIn = (statuses: readonly VlUserStatus[]) =>
    sql`status_rank = any(${statuses.map((status) => VL_USER_STATUSES.indexOf(status) + 1)}::int[])`;
  const { rows } = await sql<TabCounts>`
    ${seen(viewer, { ...EVERYBODY, ...past })}
    select count(*)::int as everyone,
      count(*) filter (where ${isIn(NEEDS_ATTENTION)})::int as "needsAttention",
      count(*) filter (where ${isIn(PENDING)})::int as "pendingInvitations",
      count(*) filter (where 'administrator' = any(roles))::int as administrators
    from seen
  `.execute(q);
  return rows[0] ?? { everyone: 0, needsAttention: 0, pendingInvitations: 0, administrators: 0 };
}

/** Counts by status over everybody whom a viewer sees. */
export async function countSeenByStatus(q: Queryable, viewer: Viewer): Promise<Map<VlUserStatus, number>> {
  const { rows } = await sql<{ status_rank: number; people: number }>`
    ${seen(viewer, EVERYBODY)}
    select status_rank, count(*)::int as people from seen group by status_rank
  `.execute(q);
  return new Map(rows.map((row) => [VL_USER_STATUSES[row.status_rank - 1] as VlUserStatus, row.people]));
}
