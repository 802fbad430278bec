import type { Subscription, SubscriptionColumn, SubscriptionSort } from '@muniment/contract/subscriptions.ts';
import { SUBSCRIPTION_SORT_DEFAULT, type SubscriptionStatus } from '@muniment/contract/subscriptions.ts';
import type { WaitingRequest } from '@muniment/domain/decide-subscription-change.ts';
import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import { containing } from '../../database/like-pattern.ts';
import { openingRoles } from '../../database/opening-roles.ts';
import { collated, pageOrder, type SortColumn } from '../../database/page-order.ts';
import type { Viewer } from '../vl-users/viewer.ts';

export interface SubscriptionRow extends Omit<Subscription, 'requested' | 'declined'> {
  readonly requestedQuantity: number | null;
  readonly requestedAutoRenew: boolean | null;
  readonly requestedAt: Date | null;
  readonly declinedQuantity: number | null;
  readonly declinedAt: Date | null;
  readonly version: number;
}

export interface SubscriptionFilter {
  readonly licenseId?: string | undefined;
  readonly q?: string | undefined;
  readonly status?: SubscriptionStatus | undefined;
  readonly autoRenew?: boolean | undefined;
  readonly endsFrom?: string | undefined;
  readonly endsTo?: string | undefined;
  readonly sort?: SubscriptionSort | undefined;
}

const COLUMNS: Readonly<Record<SubscriptionColumn | 'next', SortColumn>> = {
  next: {
    by: sql`case when m.status = 'expired' then 10000000 - (m."endsOn" - date '2000-01-01') else m."endsOn" - date '2000-01-01' end`,
    type: 'numeric',
  },
  product: { by: collated(sql`m.product`), type: 'text' },
  licenseId: { by: sql`m."licenseId"`, type: 'text' },
  subscriptionNumber: { by: collated(sql`m."subscriptionNumber"`), type: 'text' },
  assigned: { by: sql`m.assigned`, type: 'numeric' },
  quantity: { by: sql`m.quantity`, type: 'numeric' },
  status: {
    by: sql`array_position(array['active', 'ending', 'suspended', 'expired'], m.status)`,
    type: 'numeric',
  },
  endsOn: { by: sql`m."endsOn"`, type: 'date' },
  autoRenew: { by: sql`m."autoRenew"::int`, type: 'numeric' },
};

/** What is over waits for nothing any more. */
const isOver = sql<boolean>`s.ends_on < (statement_timestamp() at time zone 'utc')::date`;

const columns = sql`
  s.id, l.license_id as "licenseId", l.name as "licenseName", s.subscription_number as "subscriptionNumber",
  p.part_number as "partNumber", p.name as product, s.quantity, s.assigned,
  s.minimum_quantity as "minimumQuantity", s.maximum_quantity as "maximumQuantity",
  case when ${isOver} then 'expired' when s.is_suspended then 'suspended' when s.auto_renew then 'active' else 'ending' end as status,
  s.ends_on as "endsOn", s.auto_renew as "autoRenew",
  case when not ${isOver} then s.requested_quantity end as "requestedQuantity",
  case when not ${isOver} then s.requested_auto_renew end as "requestedAutoRenew",
  case when not ${isOver} then s.requested_at end as "requestedAt",
  s.declined_quantity as "declinedQuantity", s.declined_at as "declinedAt", s.version
`;

/** One page of the subscriptions under the license IDs that are open to the viewer, and how many match. @source W7, R10 */
export async function selectSubscriptionPage(
  q: Queryable,
  viewer: Viewer,
  filter: SubscriptionFilter,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ rows: SubscriptionRow[]; nextCursor: string | null; total: number }> {
  const sorted = pageOrder(COLUMNS, sql`m.id`, filter.sort ?? SUBSCRIPTION_SORT_DEFAULT, page.cursor);
  const pattern = filter.q === undefined ? null : containing(filter.q.trim().toLowerCase());
  const { rows } = await sql<SubscriptionRow & { total: number; sortValue: string }>`
    with opened as materialized (
      select o.license_id
      from license_opened_to(${viewer.organizationId}, ${viewer.vlUserId}, ${openingRoles('subscription:manage')}) o
    ),
    shown as (
      select ${columns}
      from opened d
      join subscription s on s.organization_id = ${viewer.organizationId} and s.license_id = d.license_id
      join license l on l.organization_id = s.organization_id and l.id = s.license_id
      join product p on p.id = s.product_id
    ),
    matching as materialized (
      select * from shown h
      where (${filter.licenseId ?? null}::text is null or h."licenseId" = ${filter.licenseId ?? null})
        and (${filter.status ?? null}::text is null or h.status = ${filter.status ?? null})
        and (${filter.autoRenew ?? null}::boolean is null or h."autoRenew" = ${filter.autoRenew ?? null})
        and (${filter.endsFrom ?? null}::date is null or h."endsOn" >= ${filter.endsFrom ?? null}::date)
        and (${filter.endsTo ?? null}::date is null or h."endsOn" <= ${filter.endsTo ?? null}::date)
        and (${pattern}::text is null
          or lower(h.product collate "und-x-icu") like ${pattern}
          or lower(h."partNumber") like ${pattern}
          or lower(h."subscriptionNumber" collate "und-x-icu") like ${pattern}
          or lower(h."licenseId") like ${pattern})
    ),
    counted as (select count(*)::int as total from matching)
    select c.total, m.*, ${sorted.value} as "sortValue"
    from counted c
    left join lateral (
      select * from matching m where ${sorted.isAfter} order by ${sorted.order} limit ${page.limit + 1}
    ) m on true
    order by ${sorted.order}
  `.execute(q);
  const found = rows.filter((row) => row.id !== null);
  const last = found.length > page.limit ? found[page.limit - 1] : undefined;
  return {
    rows: found.slice(0, page.limit),
    nextCursor: last === undefined ? null : sorted.cursorAfter(last),
    total: rows[0]?.total ?? 0,
  };
}

interface OfLicense {
  readonly organizationId: string;
  /** Internal. */
  readonly id: string;
}

/** One subscription of a license ID that is open to the caller; null where it has none by that id. */
export async function selectSubscription(
  q: Queryable,
  license: OfLicense,
  subscriptionId: string,
): Promise<SubscriptionRow | null> {
  const { rows } = await sql<SubscriptionRow>`
    select ${columns}
    from subscription s
    join license l on l.organization_id = s.organization_id and l.id = s.license_id
    join product p on p.id = s.product_id
    where s.organization_id = ${license.organizationId} and s.license_id = ${license.id} and s.id = ${subscriptionId}
  `.execute(q);
  return rows[0] ?? null;
}

export interface LockedSubscription {
  readonly quantity: number;
  readonly assigned: number;
  readonly minimumQuantity: number;
  readonly maximumQuantity: number;
  readonly endsOn: string;
  readonly autoRenew: boolean;
  readonly isSuspended: boolean;
  readonly waiting: WaitingRequest;
}

/** Locks one subscription of a license ID until the transaction ends. @returns false where it has none by that id. */
export async function lockSubscription(
  trx: Trx,
  license: OfLicense,
  subscriptionId: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from subscription s
    where s.organization_id = ${license.organizationId} and s.license_id = ${license.id} and s.id = ${subscriptionId}
    for update
  `.execute(trx);
  return rows.length === 1;
}

/** What a change is decided by, of a subscription that is locked. */
export async function selectSubscriptionFacts(
  trx: Trx,
  license: OfLicense,
  subscriptionId: string,
): Promise<LockedSubscription & { readonly version: number }> {
  const row = await trx
    .selectFrom('subscription')
    .select([
      'quantity',
      'assigned',
      'minimum_quantity as minimumQuantity',
      'maximum_quantity as maximumQuantity',
      'ends_on as endsOn',
      'auto_renew as autoRenew',
      'is_suspended as isSuspended',
      'requested_quantity as requestedQuantity',
      'requested_auto_renew as requestedAutoRenew',
      'version',
    ])
    .where('organization_id', '=', license.organizationId)
    .where('id', '=', subscriptionId)
    .executeTakeFirstOrThrow();
  const { requestedQuantity, requestedAutoRenew, ...facts } = row;
  return { ...facts, waiting: { quantity: requestedQuantity, autoRenew: requestedAutoRenew } };
}

/** Keeps what waits of a subscription that is locked; what was declined before is asked anew. */
export async function saveRequest(
  trx: Trx,
  license: OfLicense,
  subscriptionId: string,
  waiting: WaitingRequest,
  by: { readonly vlUserId: string; readonly at: Date },
): Promise<void> {
  const isWaiting = waiting.quantity !== null || waiting.autoRenew !== null;
  await trx
    .updateTable('subscription')
    .set((eb) => ({
      requested_quantity: waiting.quantity,
      requested_auto_renew: waiting.autoRenew,
      requested_at: isWaiting ? by.at : null,
      requested_by: isWaiting ? by.vlUserId : null,
      declined_quantity: null,
      declined_at: null,
      version: eb('version', '+', 1),
      updated_at: by.at,
    }))
    .where('organization_id', '=', license.organizationId)
    .where('id', '=', subscriptionId)
    .execute();
}
