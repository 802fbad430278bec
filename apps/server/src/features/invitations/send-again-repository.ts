import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';

/** Locks one VL user, then invitations in the order of their ids. */
export async function lockInvitations(
  trx: Trx,
  organizationId: string,
  vlUserIds: readonly string[],
  invitationIds: readonly string[],
): Promise<void> {
  await sql`
    select id from vl_user where organization_id = ${organizationId} and id = any(${vlUserIds}::uuid[])
    order by id for no key update
  `.execute(trx);
  await sql`
    select id from invitation where organization_id = ${organizationId} and id = any(${invitationIds}::uuid[])
    order by id for no key update
  `.execute(trx);
}

/** Notes that invitations were mailed again; with `expiresAt`, by a new link. */
export async function updateSent(
  trx: Trx,
  organizationId: string,
  invitationIds: readonly string[],
  at: Date,
  expiresAt: Date | null,
): Promise<void> {
  await trx
    .updateTable('invitation')
    .set((eb) =>
      expiresAt === null
        ? { last_sent_at: at }
        : { last_sent_at: at, sent_at: at, expires_at: expiresAt, generation: eb('generation', '+', 1) },
    )
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`id = any(${invitationIds}::uuid[])`)
    .execute();
}

/**
 * The license IDs (internal ids) on which something waits for invitations, one row for each pair.
 *
 * @param administrator Only those that this VL user administers; null for all.
 */
export async function selectWaitingLicenses(
  q: Queryable,
  organizationId: string,
  invitationIds: readonly string[],
  administrator: string | null,
): Promise<{ readonly invitationId: string; readonly licenseId: string }[]> {
  const { rows } = await sql<{ invitationId: string; licenseId: string }>`
    select i.id as "invitationId", g.license_id as "licenseId"
    from invitation i
    cross join lateral (
      select distinct g.license_id from role_grant g
      where g.organization_id = i.organization_id and g.vl_user_id = i.vl_user_id and i.kind = 'assignment'
        and g.closed_by is null and g.origin_agreement_id is null and g.awaits is distinct from 'contact-registration'
        -- Whoever administers the license ID reads of it, and most of them see no Invoice Reader (R9).
        and g.role <> 'invoice-reader'
        and (g.ends_at is null or g.ends_at > statement_timestamp())
      union all
      select i.license_id where i.kind = 'contact'
      offset 0
    ) g
    where i.organization_id = ${organizationId} and i.id = any(${invitationIds}::uuid[])
      and (${administrator}::uuid is null or exists (
        select from effective_role e
        where e.organization_id = ${organizationId} and e.license_id = g.license_id
          and e.vl_user_id = ${administrator} and e.role = 'administrator'
        offset 0
      ))
    order by i.id, g.license_id
  `.execute(q);
  return rows;
}
