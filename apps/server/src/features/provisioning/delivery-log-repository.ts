import type { DELIVERY_STATES } from '@muniment/contract/downstream-systems.ts';
import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';

export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface LoggedDelivery {
  readonly id: string;
  readonly organizationId: string;
  readonly organizationNumber: string;
  readonly event: string;
  readonly state: DeliveryState;
  readonly error: string | null;
  readonly createdAt: Date;
  readonly createdAtMicroseconds: number;
  readonly endedAt: Date | null;
  readonly nextAttemptAt: Date;
}

export interface LoggedAttempt {
  readonly deliveryId: string;
  readonly number: number;
  readonly at: Date;
  readonly status: number | null;
  readonly error: string | null;
  readonly durationMs: number;
}

/** So many tries of each delivery are listed. */
const ATTEMPTS_SHOWN = 20;

/** Whether a system is registered. */
export async function isRegistered(q: Queryable, systemId: string): Promise<boolean> {
  const row = await q
    .selectFrom('downstream_system')
    .select('id')
    .where('id', '=', systemId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** A page of what a system was sent, newest first. */
export async function selectDeliveryPage(
  q: Queryable,
  systemId: string,
  page: {
    readonly state: DeliveryState | undefined;
    readonly after: { readonly createdAtMicroseconds: number; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<LoggedDelivery[]> {
  let query = selectDeliveries(q, systemId);
  if (page.state !== undefined) query = query.where('d.state', '=', page.state);
  if (page.after !== null) {
    const at = sql`timestamptz 'epoch' + ${page.after.createdAtMicroseconds}::bigint * interval '1 microsecond'`;
    query = query.where(sql<boolean>`(d.created_at, d.id) < (${at}, ${page.after.id}::uuid)`);
  }
  return query.orderBy('d.created_at', 'desc').orderBy('d.id', 'desc').limit(page.limit).execute();
}

export async function selectDelivery(
  q: Queryable,
  systemId: string,
  deliveryId: string,
): Promise<LoggedDelivery | null> {
  return (await selectDeliveries(q, systemId).where('d.id', '=', deliveryId).executeTakeFirst()) ?? null;
}

/** The last tries of deliveries, newest first. */
export async function selectAttempts(
  q: Queryable,
  deliveries: readonly LoggedDelivery[],
): Promise<LoggedAttempt[]> {
  if (deliveries.length === 0) return [];
  const { rows } = await sql<LoggedAttempt>`
    select a.delivery_id as "deliveryId", a.number, a.at, a.status, a.error, a.duration_ms as "durationMs"
    from unnest(
      ${deliveries.map(({ organizationId }) => organizationId)}::uuid[], ${deliveries.map(({ id }) => id)}::uuid[]
    ) as d (organization_id, id)
    cross join lateral (
      select * from delivery_attempt a where a.organization_id = d.organization_id and a.delivery_id = d.id
      order by a.number desc limit ${ATTEMPTS_SHOWN}
    ) a
    order by a.number desc
  `.execute(q);
  return rows;
}

/**
 * Makes a delivery due now. One that has ended begins anew, with a new time to be accepted in; but not where the grants
 * that waited for it have an outcome: then it says what does not stand.
 *
 * @returns false where it is being sent just now, or cannot be sent again.
 */
export async function makeDue(
  trx: Trx,
  { organizationId, id }: LoggedDelivery,
  giveUpAfterSeconds: number,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update delivery d
    set state = 'waiting', error = null, ended_at = null, next_attempt_at = clock_timestamp(),
      give_up_at = case when d.state = 'waiting' then d.give_up_at
        else clock_timestamp() + make_interval(secs => ${giveUpAfterSeconds}) end
    where d.organization_id = ${organizationId} and d.id = ${id}
      and case when d.state = 'waiting' then
        d.attempts = 0 or exists (
          select from delivery_attempt a
          where a.organization_id = d.organization_id and a.delivery_id = d.id and a.number = d.attempts
        )
      else d.provisioning_id is null or exists (
        select from provisioning p
        where p.organization_id = d.organization_id and p.id = d.provisioning_id and p.state = 'done'
      ) end
  `.execute(trx);
  return numAffectedRows === 1n;
}

function selectDeliveries(q: Queryable, systemId: string) {
  return q
    .selectFrom('delivery as d')
    .innerJoin('organization as o', 'o.id', 'd.organization_id')
    .select([
      'd.id',
      'd.organization_id as organizationId',
      'o.number as organizationNumber',
      'd.event',
      'd.state',
      'd.error',
      'd.created_at as createdAt',
      sql<number>`(extract(epoch from d.created_at) * 1000000)::bigint`.as('createdAtMicroseconds'),
      'd.ended_at as endedAt',
      'd.next_attempt_at as nextAttemptAt',
    ])
    .where('d.system_id', '=', systemId);
}
