import type { Role } from '@muniment/domain/roles.ts';
import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import type { Begun } from './announcement-repository.ts';
import type { AskedSystem } from './provisioning-outcome.ts';

export interface WaitingProvisioning extends Begun {
  readonly deadlineAt: Date;
}

/** A provisioning that waits; null where it does not wait any more. */
export async function selectWaiting(
  q: Queryable,
  organizationId: string,
  provisioningId: string,
): Promise<WaitingProvisioning | null> {
  const row = await q
    .selectFrom('provisioning')
    .select(['id', 'change_id as changeId', 'vl_user_id as vlUserId', 'deadline_at as deadlineAt'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', provisioningId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return row ?? null;
}

/** How each system stands that is asked, by name. One that was removed is not asked any more. */
export async function selectAsked(
  q: Queryable,
  organizationId: string,
  provisioningId: string,
): Promise<(AskedSystem & { readonly systemId: string; readonly attempts: number })[]> {
  return q
    .selectFrom('delivery as d')
    .innerJoin('downstream_system as s', 's.id', 'd.system_id')
    .select(['s.id as systemId', 's.name as systemName', 'd.state', 'd.error', 'd.attempts'])
    .where('d.organization_id', '=', organizationId)
    .where('d.provisioning_id', '=', provisioningId)
    .where('s.removed_at', 'is', null)
    .orderBy('s.name')
    .execute();
}

/** Locks what a provisioning changes, in the order of all changes: license IDs, the VL user, then itself. */
export async function lockProvisioning(
  trx: Trx,
  organizationId: string,
  { id, vlUserId }: Begun,
): Promise<void> {
  await sql`
    select l.id from license l
    where l.organization_id = ${organizationId} and l.id in (
      select g.license_id from role_grant g where g.organization_id = ${organizationId} and g.provisioning_id = ${id}
        and g.closed_by is null
    )
    order by l.id for no key update
  `.execute(trx);
  await sql`
    select id from vl_user where organization_id = ${organizationId} and id = ${vlUserId} for no key update
  `.execute(trx);
  await sql`
    select id from provisioning where organization_id = ${organizationId} and id = ${id} for no key update
  `.execute(trx);
}

export interface ProvisionedGrant {
  /** Internal id. */
  readonly licenseId: string;
  readonly role: Role;
}

/** The open grants that wait for a provisioning. */
export async function selectWaitingGrants(
  q: Queryable,
  organizationId: string,
  provisioningId: string,
): Promise<ProvisionedGrant[]> {
  return q
    .selectFrom('role_grant')
    .select(['license_id as licenseId', 'role'])
    .where('organization_id', '=', organizationId)
    .where('provisioning_id', '=', provisioningId)
    .where('closed_by', 'is', null)
    .orderBy('id')
    .execute();
}

/** Lets the open grants of a provisioning count. */
export async function releaseGrants(
  trx: Trx,
  organizationId: string,
  provisioningId: string,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('role_grant')
    .set({ awaits: null, ready_at: at })
    .where('organization_id', '=', organizationId)
    .where('provisioning_id', '=', provisioningId)
    .where('closed_by', 'is', null)
    .execute();
}

export async function endProvisioning(
  trx: Trx,
  organizationId: string,
  provisioningId: string,
  ended: {
    readonly state: 'done' | 'failed' | 'cancelled';
    readonly reason: string | null;
    readonly at: Date;
  },
): Promise<void> {
  await trx
    .updateTable('provisioning')
    .set({ state: ended.state, reason: ended.reason, ended_at: ended.at })
    .where('organization_id', '=', organizationId)
    .where('id', '=', provisioningId)
    .execute();
}

/**
 * Provisionings that wait for nothing any more, or longer than they may: the process that had to end them died, or the
 * system that they waited for was removed.
 */
export async function findUnsettled(
  q: Queryable,
  limit: number,
): Promise<{ readonly organizationId: string; readonly provisioningId: string }[]> {
  const { rows } = await sql<{ organizationId: string; provisioningId: string }>`
    select p.organization_id as "organizationId", p.id as "provisioningId"
    from provisioning p
    where p.state = 'waiting' and (
      p.deadline_at <= clock_timestamp()
      or not exists (
        select from delivery d
        join downstream_system s on s.id = d.system_id and s.removed_at is null
        where d.organization_id = p.organization_id and d.provisioning_id = p.id and d.state = 'waiting'
      )
      or exists (
        select from delivery d
        join downstream_system s on s.id = d.system_id and s.removed_at is null
        where d.organization_id = p.organization_id and d.provisioning_id = p.id and d.state in ('refused', 'failed')
      )
    )
    order by p.deadline_at
    limit ${limit}
  `.execute(q);
  return rows;
}
