import type { Role } from '@muniment/domain/roles.ts';
import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import type { Begun } from './announcement-repository.ts';

/** A role that a change gave or took, as far as it counted or counts. */
export interface ChangedRole {
  /** As people call it. */
  readonly licenseId: string;
  readonly name: string;
  readonly role: Role;
  readonly opened: boolean;
  readonly closed: boolean;
  /** Of what was opened. */
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

/** What a change did to one VL user's roles, by license ID. What waits, or never counted, is left out. */
export async function selectChangedRoles(
  q: Queryable,
  organizationId: string,
  { changeId, vlUserId }: Begun,
): Promise<ChangedRole[]> {
  const { rows } = await sql<ChangedRole>`
    select l.license_id as "licenseId", l.name, c.role, bool_or(c.opened) as opened, bool_or(not c.opened) as closed,
      min(c.starts_at) filter (where c.opened) as "startsAt", min(c.ends_at) filter (where c.opened) as "endsAt"
    from (
      select g.license_id, g.role, g.starts_at, g.ends_at, true as opened from role_grant g
      where g.organization_id = ${organizationId} and g.opened_by = ${changeId} and g.vl_user_id = ${vlUserId}
        and g.closed_by is null and g.ready_at is not null
      union all
      select g.license_id, g.role, g.starts_at, g.ends_at, false from role_grant g
      where g.organization_id = ${organizationId} and g.closed_by = ${changeId} and g.vl_user_id = ${vlUserId}
        and g.ready_at is not null
    ) c
    join license l on l.organization_id = ${organizationId} and l.id = c.license_id
    group by l.license_id, l.name, c.role
    order by l.license_id, c.role
  `.execute(q);
  return rows;
}

/**
 * How a VL user is reached who has registered; null where they have not, since their invitation tells them, and where
 * the change is an import, which tells nobody of what they held elsewhere, or an undo of what they never heard of.
 */
export async function selectRecipient(
  q: Queryable,
  organizationId: string,
  { id, changeId, vlUserId }: Begun,
): Promise<{ readonly displayName: string; readonly businessEmail: string } | null> {
  const row = await q
    .selectFrom('vl_user as u')
    .innerJoin('assignment_change as c', 'c.organization_id', 'u.organization_id')
    .innerJoin('provisioning as p', 'p.organization_id', 'u.organization_id')
    .select(['u.display_name as displayName', 'u.business_email as businessEmail'])
    .where('u.organization_id', '=', organizationId)
    .where('u.id', '=', vlUserId)
    .where('u.registered_at', 'is not', null)
    .where('c.id', '=', changeId)
    .where('c.kind', '!=', 'import')
    .where('p.id', '=', id)
    .where('p.is_silent', '=', false)
    .executeTakeFirst();
  return row ?? null;
}
