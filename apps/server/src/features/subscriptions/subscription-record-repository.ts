import type { SubscriptionFacts, WaitingRequest } from '@muniment/domain/decide-subscription-change.ts';
import { sql } from 'kysely';
import type { Trx } from '../../database/connect.ts';

export interface SubscriptionKey {
  readonly organizationId: string;
  /** Internal. */
  readonly licenseId: string;
  readonly subscriptionNumber: string;
}

/** What the publisher's system says. */
export interface PushedSubscription extends SubscriptionKey, Omit<SubscriptionFacts, 'waiting'> {
  readonly productId: string;
}

export interface StoredSubscription extends SubscriptionFacts, SubscriptionKey {
  readonly id: string;
  readonly productId: string;
}

/** Adds subscriptions, in the order given; one that is there already stays as it is. @returns Those that are new. */
export async function insertSubscriptions(
  trx: Trx,
  pushed: readonly (PushedSubscription & { readonly id: string })[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    insert into subscription (
      organization_id, license_id, subscription_number, product_id, quantity, assigned, minimum_quantity,
      maximum_quantity, ends_on, auto_renew, is_suspended, id
    )
    select * from unnest(
      ${pushed.map((one) => one.organizationId)}::uuid[],
      ${pushed.map((one) => one.licenseId)}::uuid[],
      ${pushed.map((one) => one.subscriptionNumber)}::text[],
      ${pushed.map((one) => one.productId)}::uuid[],
      ${pushed.map((one) => one.quantity)}::integer[],
      ${pushed.map((one) => one.assigned)}::integer[],
      ${pushed.map((one) => one.minimumQuantity)}::integer[],
      ${pushed.map((one) => one.maximumQuantity)}::integer[],
      ${pushed.map((one) => one.endsOn)}::date[],
      ${pushed.map((one) => one.autoRenew)}::boolean[],
      ${pushed.map((one) => one.isSuspended)}::boolean[],
      ${pushed.map((one) => one.id)}::uuid[]
    )
    on conflict (organization_id, license_id, subscription_number) do nothing
    returning id
  `.execute(trx);
  return new Set(rows.map(({ id }) => id));
}

/** Locks subscriptions until the transaction ends, all in one order, and reads them. */
export async function lockSubscriptions(
  trx: Trx,
  keys: readonly SubscriptionKey[],
): Promise<StoredSubscription[]> {
  const named = sql`unnest(
    ${keys.map((one) => one.organizationId)}::uuid[],
    ${keys.map((one) => one.licenseId)}::uuid[],
    ${keys.map((one) => one.subscriptionNumber)}::text[]
  ) as k (organization_id, license_id, subscription_number)`;
  await sql`
    select from subscription s
    join ${named} on k.organization_id = s.organization_id and k.license_id = s.license_id
      and k.subscription_number = s.subscription_number
    order by s.license_id, s.subscription_number collate "C"
    for update of s
  `.execute(trx);
  // What the locks waited for is seen by a new statement only.
  const { rows } = await sql<
    Omit<StoredSubscription, 'waiting'> & {
      readonly requestedQuantity: number | null;
      readonly requestedAutoRenew: boolean | null;
    }
  >`
    select s.id, s.organization_id as "organizationId", s.license_id as "licenseId",
      s.subscription_number as "subscriptionNumber", s.product_id as "productId", s.quantity, s.assigned,
      s.minimum_quantity as "minimumQuantity", s.maximum_quantity as "maximumQuantity", s.ends_on as "endsOn",
      s.auto_renew as "autoRenew", s.is_suspended as "isSuspended",
      s.requested_quantity as "requestedQuantity", s.requested_auto_renew as "requestedAutoRenew"
    from subscription s
    join ${named} on k.organization_id = s.organization_id and k.license_id = s.license_id
      and k.subscription_number = s.subscription_number
  `.execute(trx);
  return rows.map(({ requestedQuantity, requestedAutoRenew, ...facts }) => ({
    ...facts,
    waiting: { quantity: requestedQuantity, autoRenew: requestedAutoRenew },
  }));
}

export interface SettledSubscription extends PushedSubscription {
  readonly id: string;
  readonly waiting: WaitingRequest;
  readonly declinedQuantity: number | null;
}

/** Saves what the publisher's system says of subscriptions that are locked, and what became of what was asked. */
export async function updateSubscriptions(
  trx: Trx,
  settled: readonly SettledSubscription[],
  at: Date,
): Promise<void> {
  await sql`
    update subscription s
    set product_id = n.product_id, quantity = n.quantity, assigned = n.assigned,
      minimum_quantity = n.minimum_quantity, maximum_quantity = n.maximum_quantity, ends_on = n.ends_on,
      auto_renew = n.auto_renew, is_suspended = n.is_suspended,
      requested_quantity = n.requested_quantity, requested_auto_renew = n.requested_auto_renew,
      requested_at = case when n.is_waiting then s.requested_at end,
      requested_by = case when n.is_waiting then s.requested_by end,
      declined_quantity = coalesce(n.declined_quantity, s.declined_quantity),
      declined_at = case when n.declined_quantity is null then s.declined_at else ${at} end,
      version = s.version + 1, updated_at = ${at}
    from (
      select *, requested_quantity is not null or requested_auto_renew is not null as is_waiting
      from unnest(
        ${settled.map((one) => one.organizationId)}::uuid[],
        ${settled.map((one) => one.id)}::uuid[],
        ${settled.map((one) => one.productId)}::uuid[],
        ${settled.map((one) => one.quantity)}::integer[],
        ${settled.map((one) => one.assigned)}::integer[],
        ${settled.map((one) => one.minimumQuantity)}::integer[],
        ${settled.map((one) => one.maximumQuantity)}::integer[],
        ${settled.map((one) => one.endsOn)}::date[],
        ${settled.map((one) => one.autoRenew)}::boolean[],
        ${settled.map((one) => one.isSuspended)}::boolean[],
        ${settled.map((one) => one.waiting.quantity)}::integer[],
        ${settled.map((one) => one.waiting.autoRenew)}::boolean[],
        ${settled.map((one) => one.declinedQuantity)}::integer[]
      ) as u (
        organization_id, id, product_id, quantity, assigned, minimum_quantity, maximum_quantity, ends_on, auto_renew,
        is_suspended, requested_quantity, requested_auto_renew, declined_quantity
      )
    ) n
    where s.organization_id = n.organization_id and s.id = n.id
  `.execute(trx);
}
