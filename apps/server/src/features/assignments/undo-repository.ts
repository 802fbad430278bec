import type { GrantWait } from '@muniment/domain/assignment-facts.ts';
import type { ChangedGrant } from '@muniment/domain/decide-undo.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import type { ChangeKind } from '../../database/schema.ts';
import type { Viewer } from '../vl-users/viewer.ts';

/** What decides whether a viewer can take a change back. */
export interface UndoRow {
  readonly id: string;
  readonly at: Date;
  readonly kind: ChangeKind;
  readonly undoes: string | null;
  readonly undoneBy: string | null;
  readonly endsUnseen: boolean;
  readonly isAllTheirs: boolean;
  readonly changesRoles: boolean;
  readonly isChangedSince: boolean;
}

/**
 * What changes opened or closed, each with the change, as far as a viewer takes it back, and whether another change
 * opened or closed something of the same role of the same person there since. Invoice Reader stays as it is for whoever
 * could not give it, as in any other save; whoever deleted a VL user takes back all of it, unseen (`seen`).
 *
 * All that ever happened to the people concerned is read once and sorted: somebody may hold thousands of license IDs,
 * and looking each of them up among the others would take the square of that.
 *
 * @source R9, M5
 */
function touched({ organizationId, vlUserId }: Viewer, changeIds: readonly string[]) {
  const ofChanges = (column: RawBuilder<unknown>) => sql`
    select g.vl_user_id from role_grant g
    where g.organization_id = ${organizationId} and ${column} = any(${changeIds}::uuid[])
  `;
  return sql`
    with person as materialized (
      ${ofChanges(sql`g.opened_by`)} union ${ofChanges(sql`g.closed_by`)}
    ),
    happened as materialized (
      select e.change_id, e.at, e.opened, g.*, first_value(e.change_id) over (
        partition by g.vl_user_id, g.license_id, g.role order by e.at desc
      ) as last_change_id
      from person p
      cross join lateral (
        (select * from role_grant g
        where g.organization_id = ${organizationId} and g.vl_user_id = p.vl_user_id and g.closed_by is null offset 0)
        union all
        (select * from role_grant g
        where g.organization_id = ${organizationId} and g.vl_user_id = p.vl_user_id and g.closed_by is not null offset 0)
      ) g
      cross join lateral (
        values (g.opened_by, g.opened_at, true), (g.closed_by, g.closed_at, false)
      ) as e (change_id, at, opened)
      where e.change_id is not null
    )
    select h.*, h.last_change_id <> h.change_id as changed_since,
      role_seen_by(${organizationId}, ${vlUserId}, h.license_id, h.vl_user_id, h.role) as seen
    from happened h
    where h.change_id = any(${changeIds}::uuid[])
      and (h.role <> 'invoice-reader' or is_bill_to(${organizationId}, ${vlUserId}, h.license_id) or exists (
        select from assignment_change c
        where c.organization_id = ${organizationId} and c.id = h.change_id and c.ends_unseen
          and c.actor_kind = 'person' and c.actor_id = ${vlUserId}
      ))
  `;
}

/** How changes stand for a viewer who wants to take them back, by one statement. */
export async function selectUndoRows(
  q: Queryable,
  viewer: Viewer,
  changeIds: readonly string[],
): Promise<UndoRow[]> {
  return (await undoRows(viewer, changeIds).execute(q)).rows;
}

/** The query of {@link selectUndoRows}. */
export function undoRows(viewer: Viewer, changeIds: readonly string[]): RawBuilder<UndoRow> {
  const { organizationId, vlUserId } = viewer;
  return sql<UndoRow>`
    with touched as materialized (${touched(viewer, changeIds)}),
    license_touched as materialized (
      select l.change_id, bool_and(exists (
        select from effective_role e
        where e.organization_id = ${organizationId} and e.license_id = l.license_id and e.vl_user_id = ${vlUserId}
          and e.role = 'administrator'
        offset 0
      )) as administered
      from (select distinct t.change_id, t.license_id from touched t) l
      group by l.change_id
    ),
    judged as materialized (
      select t.change_id, bool_or(t.seen and t.changed_since) as changed_since from touched t group by t.change_id
    )
    select c.id, c.at, c.kind, c.undoes, undone.id as "undoneBy", c.ends_unseen as "endsUnseen",
      coalesce(l.administered, false) as "isAllTheirs",
      l.change_id is not null as "changesRoles", coalesce(j.changed_since, false) as "isChangedSince"
    from assignment_change c
    left join assignment_change undone on undone.organization_id = c.organization_id and undone.undoes = c.id
    left join license_touched l on l.change_id = c.id
    left join judged j on j.change_id = c.id
    where c.organization_id = ${organizationId} and c.id = any(${changeIds}::uuid[])
  `;
}

interface ChangedGrantRow {
  readonly id: number;
  readonly license_id: string;
  readonly vl_user_id: string;
  readonly role: Role;
  readonly origin_agreement_id: string | null;
  readonly starts_at: Date;
  readonly ends_at: Date | null;
  readonly awaits: GrantWait | null;
  readonly opened: boolean;
  readonly changed_since: boolean;
}

/**
 * All that a viewer takes back of a change: what it opened and closed, as it is now. License IDs by their internal ids.
 *
 * What somebody inherited comes back as assigned where they are a contact of that agreement no more (A10). What the
 * viewer does not see and somebody changed since is left as it is.
 */
export async function selectGrantsOfChange(
  q: Queryable,
  viewer: Viewer,
  changeId: string,
): Promise<ChangedGrant[]> {
  const { rows } = await sql<ChangedGrantRow>`
    with touched as materialized (${touched(viewer, [changeId])})
    select t.id, t.license_id, t.vl_user_id, t.role, t.starts_at, t.ends_at, t.opened,
      case when t.opened or exists (
        select from agreement_contact a
        join vl_user u on u.organization_id = a.organization_id and u.id = t.vl_user_id
        where a.organization_id = t.organization_id and a.agreement_id = t.origin_agreement_id
          and a.account_id = u.account_id and a.contact <> 'bill-to-contact'
      ) then t.origin_agreement_id end as origin_agreement_id,
      case when t.awaits = 'provisioning' and p.state = 'failed' then 'assigning-again' else t.awaits end as awaits,
      t.changed_since
    from touched t
    left join provisioning p on p.organization_id = t.organization_id and p.id = t.provisioning_id
    where t.seen or not t.changed_since
    order by t.id
  `.execute(q);
  return rows.map((row) => ({
    grantId: String(row.id),
    licenseId: row.license_id,
    userKey: row.vl_user_id,
    role: row.role,
    originAgreementId: row.origin_agreement_id,
    period: { startsAt: row.starts_at, endsAt: row.ends_at },
    awaits: row.awaits,
    isOpenedByIt: row.opened,
    isChangedSince: row.changed_since,
  }));
}
