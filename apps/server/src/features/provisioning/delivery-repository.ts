import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';

/** A system as deliveries need it; its secrets are sealed. */
export interface DeliverySystem {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  /** null once its time is over. */
  readonly previousSecret: string | null;
  readonly isRemoved: boolean;
}

export async function selectDeliverySystem(q: Queryable, systemId: string): Promise<DeliverySystem | null> {
  const row = await q
    .selectFrom('downstream_system')
    .select([
      'id',
      'url',
      'secret',
      sql<string | null>`case when previous_secret_until > clock_timestamp() then previous_secret end`.as(
        'previousSecret',
      ),
      sql<boolean>`removed_at is not null`.as('isRemoved'),
    ])
    .where('id', '=', systemId)
    .executeTakeFirst();
  return row ?? null;
}

/** Which delivery, and which of its tries: one that took too long and was taken over changes nothing any more. */
export interface DeliveryTry {
  readonly organizationId: string;
  readonly deliveryId: string;
  readonly attempts: number;
}

export interface ClaimedDelivery extends DeliveryTry {
  readonly provisioningId: string | null;
  readonly body: string;
  /** Of the try before. */
  readonly lastError: string | null;
  /** Its time is over: it is not tried any more. */
  readonly isOver: boolean;
}

/**
 * Takes the delivery of a system that has been due longest, committed before the system hears of it, so that at most
 * one process sends it. One that a process left behind is due again after the lease.
 *
 * The search is materialized: joined as a subquery, PostgreSQL may run it once for each row that it looks at, and claim
 * more deliveries than the one that is answered.
 */
export async function claimDelivery(
  q: Queryable,
  systemId: string,
  leaseSeconds: number,
): Promise<ClaimedDelivery | null> {
  const { rows } = await sql<ClaimedDelivery>`
    with due as materialized (
      select organization_id, id from delivery
      where system_id = ${systemId} and state = 'waiting' and next_attempt_at <= clock_timestamp()
      order by next_attempt_at
      limit 1
      for no key update skip locked
    )
    update delivery d
    set attempts = d.attempts + case when d.give_up_at > clock_timestamp() then 1 else 0 end,
      next_attempt_at = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    from due
    where d.organization_id = due.organization_id and d.id = due.id and d.state = 'waiting'
      and d.next_attempt_at <= clock_timestamp()
    returning d.organization_id as "organizationId", d.id as "deliveryId", d.attempts,
      d.provisioning_id as "provisioningId", d.body, d.error as "lastError", d.give_up_at <= clock_timestamp() as "isOver"
  `.execute(q);
  return rows[0] ?? null;
}

/** Ends a delivery for good. @returns false where it was ended, or taken over, before. */
export async function endDelivery(
  trx: Trx,
  tried: DeliveryTry,
  state: 'accepted' | 'refused' | 'failed',
  error: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await updateTry(trx, tried)
    .set({ state, error, ended_at: sql`clock_timestamp()` })
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Lets a delivery rest until its next try, at the latest until it is given up. @returns When that is, or null where it was taken over. */
export async function deferDelivery(
  trx: Trx,
  tried: DeliveryTry,
  delaySeconds: number,
  error: string,
): Promise<Date | null> {
  const row = await updateTry(trx, tried)
    .set({
      error,
      next_attempt_at: sql`least(give_up_at, clock_timestamp() + make_interval(secs => ${delaySeconds}))`,
    })
    .returning('next_attempt_at')
    .executeTakeFirst();
  return row?.next_attempt_at ?? null;
}

function updateTry(trx: Trx, { organizationId, deliveryId, attempts }: DeliveryTry) {
  return trx
    .updateTable('delivery')
    .where('organization_id', '=', organizationId)
    .where('id', '=', deliveryId)
    .where('state', '=', 'waiting')
    .where('attempts', '=', attempts);
}

/** Keeps what a try came to. */
export async function insertAttempt(
  trx: Trx,
  tried: DeliveryTry,
  attempt: { readonly status: number | null; readonly error: string | null; readonly durationMs: number },
): Promise<void> {
  await sql`
    insert into delivery_attempt (organization_id, delivery_id, number, at, status, error, duration_ms)
    values (
      ${tried.organizationId}, ${tried.deliveryId}, ${tried.attempts}, clock_timestamp(), ${attempt.status},
      ${attempt.error}, ${attempt.durationMs}
    )
  `.execute(trx);
}

/** Ends all that a removed system would still be sent. */
export async function cancelDeliveriesOf(q: Queryable, systemId: string): Promise<void> {
  await q
    .updateTable('delivery')
    .set({ state: 'cancelled', ended_at: sql`clock_timestamp()` })
    .where('system_id', '=', systemId)
    .where('state', '=', 'waiting')
    .execute();
}

/** Systems with deliveries that are due longer than a worker takes to see them: their job was lost. */
export async function findOverdueSystems(q: Queryable, overdueSeconds: number): Promise<string[]> {
  const rows = await q
    .selectFrom('delivery')
    .select('system_id')
    .distinct()
    .where('state', '=', 'waiting')
    .where('next_attempt_at', '<=', sql<Date>`clock_timestamp() - make_interval(secs => ${overdueSeconds})`)
    .execute();
  return rows.map((row) => row.system_id);
}
