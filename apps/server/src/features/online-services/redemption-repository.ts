import {
  REDEMPTION_SORT_DEFAULT,
  type RedemptionColumn,
  type RedemptionSort,
  type RedemptionStatus,
} from '@muniment/contract/redemptions.ts';
import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import { containing } from '../../database/like-pattern.ts';
import { collated, pageOrder, type SortColumn } from '../../database/page-order.ts';
import type { Viewer } from '../vl-users/viewer.ts';
import { type OfLicense, type Page, type PageOf, selectOpenedPage } from './opened-page-repository.ts';

export interface RedemptionRow {
  readonly id: string;
  readonly licenseId: string;
  readonly licenseName: string;
  readonly offerNumber: string;
  readonly partNumber: string;
  readonly product: string;
  readonly quantity: number;
  readonly status: RedemptionStatus;
  readonly redeemedAt: Date | null;
}

export interface RedemptionFilter {
  readonly licenseId?: string | undefined;
  readonly q?: string | undefined;
  readonly status?: RedemptionStatus | undefined;
  readonly sort?: RedemptionSort | undefined;
}

const SORTS: Readonly<Record<RedemptionColumn, SortColumn>> = {
  product: { by: collated(sql`m.product`), type: 'text' },
  quantity: { by: sql`m.quantity`, type: 'numeric' },
  status: { by: sql`m.status`, type: 'text' },
  redeemedAt: { by: sql`coalesce(m."redeemedAt", '-infinity')`, type: 'timestamptz' },
  licenseId: { by: sql`m."licenseId"`, type: 'text' },
  offerNumber: { by: sql`m."offerNumber"`, type: 'text' },
};

const ROW = sql`
  o.id, l.license_id as "licenseId", l.name as "licenseName", o.offer_number as "offerNumber",
  p.part_number as "partNumber", p.name as product, o.quantity,
  case when o.redeemed_at is null then 'available' else 'redeemed' end as status, o.redeemed_at as "redeemedAt"
`;
const JOINED = sql`
  join license l on l.organization_id = o.organization_id and l.id = o.license_id
  join product p on p.id = o.product_id
`;

/** One page of what is open to the viewer to redeem, or was redeemed, and how much matches. @source W6, R10 */
export function selectRedemptionPage(
  q: Queryable,
  viewer: Viewer,
  { licenseId, q: text, status, sort = REDEMPTION_SORT_DEFAULT }: RedemptionFilter,
  page: Page,
): Promise<PageOf<RedemptionRow>> {
  const pattern = text === undefined ? null : containing(text.trim().toLowerCase());
  const matching = sql<RedemptionRow>`
    select ${ROW}
    from opened d
    join redemption o on o.organization_id = ${viewer.organizationId} and o.license_id = d.license_id
    ${JOINED}
    where (${licenseId ?? null}::text is null or l.license_id = ${licenseId ?? null})
      and (${status ?? null}::text is null or (o.redeemed_at is not null) = (${status ?? null} = 'redeemed'))
      and (${pattern}::text is null
        or lower(p.name collate "und-x-icu") like ${pattern}
        or lower(p.part_number) like ${pattern}
        or lower(l.license_id) like ${pattern}
        or lower(o.offer_number) like ${pattern})
  `;
  const sorted = pageOrder(SORTS, sql`m.id`, sort, page.cursor);
  return selectOpenedPage(q, viewer, 'service:redeem', matching, sorted, page.limit);
}

/** What a license ID may redeem, or redeemed; null where it has nothing by that id. */
export async function selectRedemption(
  q: Queryable,
  { organizationId, id }: OfLicense,
  redemptionId: string,
): Promise<RedemptionRow | null> {
  const { rows } = await sql<RedemptionRow>`
    select ${ROW} from redemption o ${JOINED}
    where o.organization_id = ${organizationId} and o.license_id = ${id} and o.id = ${redemptionId}
  `.execute(q);
  return rows[0] ?? null;
}

/** Locks what a license ID may redeem, to the end of the transaction. */
export async function lockRedemption(
  trx: Trx,
  { organizationId, id }: OfLicense,
  redemptionId: string,
): Promise<void> {
  await sql`
    select id from redemption
    where organization_id = ${organizationId} and license_id = ${id} and id = ${redemptionId}
    for no key update
  `.execute(trx);
}

/** Keeps that something was redeemed. */
export async function updateRedeemed(
  trx: Trx,
  organizationId: string,
  redemptionId: string,
  redeemed: { readonly at: Date; readonly vlUserId: string },
): Promise<void> {
  await trx
    .updateTable('redemption')
    .set({ redeemed_at: redeemed.at, redeemed_by: redeemed.vlUserId })
    .where('organization_id', '=', organizationId)
    .where('id', '=', redemptionId)
    .execute();
}

export interface NewOffer {
  readonly id: string;
  readonly organizationId: string;
  /** Internal. */
  readonly licenseId: string;
  readonly offerNumber: string;
  readonly productId: string;
  readonly quantity: number;
}

/**
 * Saves offers, each named once, in an order that all share. One that was redeemed stays as it is.
 *
 * @returns Those that are new or differ.
 */
export async function upsertOffers(
  trx: Trx,
  offers: readonly NewOffer[],
): Promise<{ licenseId: string; offerNumber: string; isNew: boolean }[]> {
  const { rows } = await sql<{ licenseId: string; offerNumber: string; isNew: boolean }>`
    insert into redemption (organization_id, id, license_id, offer_number, product_id, quantity)
    select * from unnest(
      ${offers.map((one) => one.organizationId)}::uuid[],
      ${offers.map((one) => one.id)}::uuid[],
      ${offers.map((one) => one.licenseId)}::uuid[],
      ${offers.map((one) => one.offerNumber)}::text[],
      ${offers.map((one) => one.productId)}::uuid[],
      ${offers.map((one) => one.quantity)}::integer[]
    )
    on conflict (organization_id, license_id, offer_number) do update
    set product_id = excluded.product_id, quantity = excluded.quantity, updated_at = now()
    where redemption.redeemed_at is null
      and (redemption.product_id, redemption.quantity) is distinct from (excluded.product_id, excluded.quantity)
    returning license_id as "licenseId", offer_number as "offerNumber", xmax = 0 as "isNew"
  `.execute(trx);
  return rows;
}

/** Offers that were redeemed, of those named: how they are. */
export async function selectRedeemedOffers(
  q: Queryable,
  offers: readonly NewOffer[],
): Promise<{ licenseId: string; offerNumber: string; productId: string; quantity: number }[]> {
  const { rows } = await sql<{
    licenseId: string;
    offerNumber: string;
    productId: string;
    quantity: number;
  }>`
    select o.license_id as "licenseId", o.offer_number as "offerNumber", o.product_id as "productId", o.quantity
    from redemption o
    join unnest(
      ${offers.map((one) => one.organizationId)}::uuid[],
      ${offers.map((one) => one.licenseId)}::uuid[],
      ${offers.map((one) => one.offerNumber)}::text[]
    ) as n (organization_id, license_id, offer_number)
      on n.organization_id = o.organization_id and n.license_id = o.license_id and n.offer_number = o.offer_number
    where o.redeemed_at is not null
  `.execute(q);
  return rows;
}
