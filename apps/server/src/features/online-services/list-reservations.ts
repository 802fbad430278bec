import type { QueryOf } from '@muniment/contract/endpoint.ts';
import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import type {
  exportReservations,
  listPartnerReservations,
  listReservations,
  Reservation,
} from '@muniment/contract/reservations.ts';
import { cancelableUntil, decideCancel } from '@muniment/domain/reservations.ts';
import { DEFAULT_TIME_ZONE } from '@muniment/domain/time-zone.ts';
import { validate as isUuid } from 'uuid';
import { type Member, type PartnerActor, type PublisherActor, viewerOf } from '../../actor.ts';
import { csvOfPages } from '../../csv-text.ts';
import { decodeCursor, encodeCursor } from '../../cursor.ts';
import type { Queryable } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import type { TextReply } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { exportName, PIECE_ROWS } from './export-file.ts';
import {
  type ReservationRow,
  selectReservation,
  selectReservationPage,
  selectReservationsOfPartner,
} from './reservation-repository.ts';

/** Reservations under the license IDs that are open to the caller. @source W6, R10 */
export async function listOpenReservations(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof listReservations>,
): Promise<{ items: Reservation[]; nextCursor: string | null; total: number }> {
  const { limit = PAGE_LIMIT_DEFAULT, cursor, ...filter } = query;
  const { rows, nextCursor, total } = await selectReservationPage(q, viewerOf(actor), filter, {
    limit,
    cursor,
  });
  const now = await currentTime(q);
  return { items: rows.map((row) => viewReservation(row, now)), nextCursor, total };
}

/** One reservation. @throws Problem license-id-not-found; not-found. @source W6, R10 */
export async function showReservation(
  q: Queryable,
  actor: Member,
  licenseId: string,
  reservationId: string,
): Promise<Reservation> {
  const license = await requireOpenedLicense(q, actor, licenseId, 'service:reserve');
  const row = isUuid(reservationId) ? await selectReservation(q, license, reservationId) : null;
  if (row === null) throw new Problem('not-found');
  return viewReservation(row, await currentTime(q));
}

/** Reservations under the license IDs of a partner, the publisher's all, oldest first. @source W6 */
export async function listReservationsOfPartner(
  q: Queryable,
  actor: PartnerActor | PublisherActor,
  { limit = PAGE_LIMIT_DEFAULT, cursor, status }: QueryOf<typeof listPartnerReservations>,
): Promise<{ items: Reservation[]; nextCursor: string | null }> {
  const [after] = decodeCursor(cursor, ['id']) ?? [null];
  const partnerId = actor.kind === 'partner' ? actor.partner.id : null;
  const rows = await selectReservationsOfPartner(q, partnerId, { status, after, limit: limit + 1 });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const now = await currentTime(q);
  return {
    items: rows.slice(0, limit).map((row) => viewReservation(row, now)),
    nextCursor: last === undefined ? null : encodeCursor([last.id]),
  };
}

/** A reservation as it is answered, at an instant. */
export function viewReservation(row: ReservationRow, now: Date): Reservation {
  const { id, licenseId, licenseName, partNumber, product, quantity, usageCountry, usageDate, status } = row;
  const timeZone = row.timeZone ?? DEFAULT_TIME_ZONE;
  const isCancelable = decideCancel({ now, timeZone, status, usageDate }) === null;
  return {
    id,
    licenseId,
    licenseName,
    partNumber,
    product,
    quantity,
    usageCountry,
    usageDate,
    status,
    reservedAt: row.reservedAt.toISOString(),
    cancelableUntil: isCancelable ? cancelableUntil(usageDate, timeZone).toISOString() : null,
    canceledAt: row.canceledAt?.toISOString() ?? null,
    cancelReason: row.cancelReason,
    orderedAt: row.orderedAt?.toISOString() ?? null,
    orderNumber: row.orderNumber,
  };
}

const COLUMNS = [
  'id',
  'licenseId',
  'partNumber',
  'product',
  'quantity',
  'usageCountry',
  'usageDate',
  'status',
  'reservedAt',
  'canceledAt',
  'cancelReason',
  'orderedAt',
  'orderNumber',
] as const;

/** The reservations that match as CSV. What is open is decided anew with each piece. @source W6, RFC 4180 */
export async function exportOpenReservations(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof exportReservations>,
): Promise<TextReply> {
  const readPage = async (cursor: string | undefined) => {
    const page = { limit: PIECE_ROWS, cursor };
    const { rows, nextCursor } = await selectReservationPage(q, viewerOf(actor), query, page);
    const now = await currentTime(q);
    return { items: rows.map((row) => viewReservation(row, now)), nextCursor };
  };
  return {
    fileName: await exportName(q, actor, 'reservations'),
    pieces: csvOfPages(COLUMNS, readPage, (one) => [COLUMNS.map((column) => String(one[column] ?? ''))]),
  };
}
