import {
  RESERVATION_SORT_DEFAULT,
  type ReservationColumn,
  type ReservationSort,
} from '@muniment/contract/reservations.ts';
import type { ReservationStatus } from '@muniment/domain/reservations.ts';
import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import { containing } from '../../database/like-pattern.ts';
import { collated, pageOrder, type SortColumn } from '../../database/page-order.ts';
import type { Viewer } from '../vl-users/viewer.ts';
import { type OfLicense, type Page, type PageOf, selectOpenedPage } from './opened-page-repository.ts';

export interface ReservationRow {
  readonly id: string;
  readonly licenseId: string;
  readonly licenseName: string;
  readonly partNumber: string;
  readonly product: string;
  readonly quantity: number;
  readonly usageCountry: string;
  readonly usageDate: string;
  readonly status: ReservationStatus;
  readonly reservedAt: Date;
  readonly canceledAt: Date | null;
  readonly cancelReason: string | null;
  readonly orderedAt: Date | null;
  readonly orderNumber: string | null;
  /** Of the organization; null: UTC. */
  readonly timeZone: string | null;
}

export interface ReservationFilter {
  readonly licenseId?: string | undefined;
  readonly q?: string | undefined;
  readonly status?: ReservationStatus | undefined;
  readonly sort?: ReservationSort | undefined;
}

const SORTS: Readonly<Record<ReservationColumn, SortColumn>> = {
  reservedAt: { by: sql`m."reservedAt"`, type: 'timestamptz' },
  usageDate: { by: sql`m."usageDate"`, type: 'date' },
  product: { by: collated(sql`m.product`), type: 'text' },
  quantity: { by: sql`m.quantity`, type: 'numeric' },
  usageCountry: { by: sql`m."usageCountry"`, type: 'text' },
  status: { by: sql`m.status`, type: 'text' },
  licenseId: { by: sql`m."licenseId"`, type: 'text' },
};

const ROW = sql`
  r.id, l.license_id as "licenseId", l.name as "licenseName", p.part_number as "partNumber", p.name as product,
  r.quantity, r.usage_country as "usageCountry", r.usage_date as "usageDate", r.status,
  r.reserved_at as "reservedAt", r.canceled_at as "canceledAt", r.cancel_reason as "cancelReason",
  r.ordered_at as "orderedAt", r.order_number as "orderNumber", z.time_zone as "timeZone"
`;
const JOINED = sql`
  join license l on l.organization_id = r.organization_id and l.id = r.license_id
  join organization z on z.id = r.organization_id
  join online_service s on s.organization_id = r.organization_id and s.id = r.service_id
  join product p on p.id = s.product_id
`;

/** One page of the reservations that are open to the viewer, and how many match. @source W6, R10 */
export function selectReservationPage(
  q: Queryable,
  viewer: Viewer,
  { licenseId, q: text, status, sort = RESERVATION_SORT_DEFAULT }: ReservationFilter,
  page: Page,
): Promise<PageOf<ReservationRow>> {
  const pattern = text === undefined ? null : containing(text.trim().toLowerCase());
  const matching = sql<ReservationRow>`
    select ${ROW}
    from opened d
    join reservation r on r.organization_id = ${viewer.organizationId} and r.license_id = d.license_id
    ${JOINED}
    where (${licenseId ?? null}::text is null or l.license_id = ${licenseId ?? null})
      and (${status ?? null}::text is null or r.status = ${status ?? null})
      and (${pattern}::text is null
        or lower(p.name collate "und-x-icu") like ${pattern}
        or lower(p.part_number) like ${pattern}
        or lower(l.license_id) like ${pattern}
        or lower(r.order_number) like ${pattern})
  `;
  const sorted = pageOrder(SORTS, sql`m.id`, sort, page.cursor);
  return selectOpenedPage(q, viewer, 'service:reserve', matching, sorted, page.limit);
}

/** A reservation of a license ID; null where it has none by that id. */
export async function selectReservation(
  q: Queryable,
  { organizationId, id }: OfLicense,
  reservationId: string,
): Promise<ReservationRow | null> {
  const { rows } = await sql<ReservationRow>`
    select ${ROW} from reservation r ${JOINED}
    where r.organization_id = ${organizationId} and r.license_id = ${id} and r.id = ${reservationId}
  `.execute(q);
  return rows[0] ?? null;
}

/** Reservations of a partner's license IDs (null: of all), in the order of their ids, which is that of their making. */
export async function selectReservationsOfPartner(
  q: Queryable,
  partnerId: string | null,
  {
    status,
    after,
    limit,
  }: {
    readonly status?: ReservationStatus | undefined;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<ReservationRow[]> {
  const { rows } = await sql<ReservationRow>`
    select ${ROW} from reservation r ${JOINED}
    where (${partnerId}::uuid is null or l.partner_id = ${partnerId}::uuid)
      and (${status ?? null}::text is null or r.status = ${status ?? null})
      and (${after}::uuid is null or r.id > ${after}::uuid)
    order by r.id
    limit ${limit}
  `.execute(q);
  return rows;
}

/** Locks a reservation, to the end of the transaction. @returns false where the license ID has none by that id. */
export async function lockReservation(
  trx: Trx,
  { organizationId, id }: OfLicense,
  reservationId: string,
): Promise<boolean> {
  const { rows } = await sql`
    select id from reservation
    where organization_id = ${organizationId} and license_id = ${id} and id = ${reservationId}
    for no key update
  `.execute(trx);
  return rows.length === 1;
}

/** Keeps a new reservation. */
export async function insertReservation(
  trx: Trx,
  { organizationId, id: licenseId }: OfLicense,
  reservation: {
    readonly id: string;
    readonly serviceId: string;
    readonly quantity: number;
    readonly usageCountry: string;
    readonly usageDate: string;
    readonly at: Date;
    readonly vlUserId: string;
  },
): Promise<void> {
  await trx
    .insertInto('reservation')
    .values({
      organization_id: organizationId,
      id: reservation.id,
      license_id: licenseId,
      service_id: reservation.serviceId,
      quantity: reservation.quantity,
      usage_country: reservation.usageCountry,
      usage_date: reservation.usageDate,
      reserved_at: reservation.at,
      reserved_by: reservation.vlUserId,
    })
    .execute();
}

/** Cancels a reservation that is locked. */
export async function updateCanceled(
  trx: Trx,
  organizationId: string,
  reservationId: string,
  canceled: { readonly at: Date; readonly vlUserId: string; readonly reason: string },
): Promise<void> {
  await trx
    .updateTable('reservation')
    .set({
      status: 'canceled',
      canceled_at: canceled.at,
      canceled_by: canceled.vlUserId,
      cancel_reason: canceled.reason,
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', reservationId)
    .execute();
}

export interface ReservationOrder {
  readonly organizationId: string;
  /** Internal. */
  readonly licenseId: string;
  readonly reservationId: string;
  readonly orderNumber: string;
}

/** Locks reservations in the order of their ids. @returns Those that there are, by license ID and id. */
export async function lockReservations(
  trx: Trx,
  orders: readonly ReservationOrder[],
): Promise<Map<string, { status: ReservationStatus; orderNumber: string | null }>> {
  const { rows } = await sql<{
    key: string;
    status: ReservationStatus;
    orderNumber: string | null;
  }>`
    select r.license_id || ' ' || r.id as key, r.status, r.order_number as "orderNumber"
    from reservation r
    join unnest(
      ${orders.map((one) => one.organizationId)}::uuid[],
      ${orders.map((one) => one.licenseId)}::uuid[],
      ${orders.map((one) => one.reservationId)}::uuid[]
    ) as o (organization_id, license_id, id)
      on o.organization_id = r.organization_id and o.license_id = r.license_id and o.id = r.id
    order by r.id
    for no key update of r
  `.execute(trx);
  return new Map(rows.map(({ key, ...row }) => [key, row]));
}

/** Says of reservations that they were ordered; of one that was, its order number is corrected. */
export async function updateOrdered(trx: Trx, orders: readonly ReservationOrder[], at: Date): Promise<void> {
  await sql`
    update reservation r
    set status = 'ordered', ordered_at = coalesce(r.ordered_at, ${at}), order_number = o.order_number
    from unnest(
      ${orders.map((one) => one.organizationId)}::uuid[],
      ${orders.map((one) => one.reservationId)}::uuid[],
      ${orders.map((one) => one.orderNumber)}::text[]
    ) as o (organization_id, id, order_number)
    where r.organization_id = o.organization_id and r.id = o.id
  `.execute(trx);
}
