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
 * Grants that changes opened or closed, each with the change, as far as a viewer takes them back. Invoice Reader stays
 * as it is for whoever could not give it, as in any other save; whoever deleted a VL user takes back all of it, unseen.
 *
 * @source R9, M5
 */
function touched({ organizationId, vlUserId }: Viewer, changeIds: readonly string[]) {
  return sql`
    select t.* from (
      select g.opened_by as change_id, true as opened, g.* from role_grant g
      where g.organization_id = ${organizationId} and g.opened_by = any(${changeIds}::uuid[])
      union all
      select g.closed_by, false, g.* from role_grant g
      where g.organization_id = ${organizationId} and g.closed_by = any(${changeIds}::uuid[])
    ) t
    where t.role <> 'invoice-reader' or is_bill_to(${organizationId}, ${vlUserId}, t.license_id) or exists (
      select from assignment_change c
      where c.organization_id = ${organizationId} and c.id = t.change_id and c.ends_unseen
        and c.actor_kind = 'person' and c.actor_id = ${vlUserId}
    )
  `;
}

/** Whether a viewer sees the role of a touched grant: what they do not see tells them nothing. @source R9 */
function seen({ organizationId, vlUserId }: Viewer) {
  return sql`role_seen_by(${organizationId}, ${vlUserId}, t.license_id, t.vl_user_id, t.role)`;
}

/**
 * Whether another change opened or closed something of a role of a person on a license ID since a change `c`. What is
 * closed is looked up by person ('offset 0' keeps it so): by license ID, planned by statistics that are not there yet,
 * each look-up read all that ever ended there.
 */
function changedSince(t: RawBuilder<unknown>) {
  return sql`(
    exists (
      select from role_grant g
      where g.organization_id = c.organization_id and g.license_id = ${t}.license_id and g.vl_user_id = ${t}.vl_user_id
        and g.role = ${t}.role and g.closed_by is null and g.opened_at >= c.at and g.opened_by <> c.id
      offset 0
    ) or exists (
      select from (
        select * from role_grant g
        where g.organization_id = c.organization_id and g.vl_user_id = ${t}.vl_user_id and g.closed_by is not null
        offset 0
      ) g
      where g.license_id = ${t}.license_id and g.role = ${t}.role
        and ((g.opened_at >= c.at and g.opened_by <> c.id) or (g.closed_at >= c.at and g.closed_by <> c.id))
      offset 0
    )
  )`;
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
      select t.change_id, bool_or(${seen(viewer)} and ${changedSince(sql`t`)}) as changed_since
      from touched t
      join assignment_change c on c.organization_id = ${organizationId} and c.id = t.change_id
      where c.kind in ('assignment', 'undo')
      group by t.change_id
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
    with touched as materialized (${touched(viewer, [changeId])}),
    judged as materialized (
      select t.id, t.opened, ${seen(viewer)} as seen, ${changedSince(sql`t`)} as changed_since
      from touched t
      join assignment_change c on c.organization_id = t.organization_id and c.id = t.change_id
    )
    select t.id, t.license_id, t.vl_user_id, t.role, t.starts_at, t.ends_at, t.opened,
      case when t.opened or exists (
        select from agreement_contact a
        join vl_user u on u.organization_id = a.organization_id and u.id = t.vl_user_id
        where a.organization_id = t.organization_id and a.agreement_id = t.origin_agreement_id
          and a.account_id = u.account_id and a.contact <> 'bill-to-contact'
      ) then t.origin_agreement_id end as origin_agreement_id,
      case when t.awaits = 'provisioning' and p.state = 'failed' then 'assigning-again' else t.awaits end as awaits,
      j.changed_since
    from touched t
    join judged j on j.id = t.id and j.opened = t.opened and (j.seen or not j.changed_since)
    left join provisioning p on p.organization_id = t.organization_id and p.id = t.provisioning_id
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
