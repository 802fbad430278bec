import { RESERVATION_STATUSES, RESERVED_SEATS_MAX } from '@muniment/domain/reservations.ts';
import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import {
  CalendarDate,
  CountryCode,
  countedPageOf,
  Id,
  Instant,
  LicenseIdAsked,
  LicenseIdNumber,
  Name,
  orNull,
  pageOf,
  pageQuery,
  strict,
} from './fields.ts';
import { SavedRecord } from './records.ts';

const RESERVATION_COLUMNS = [
  'reservedAt',
  'usageDate',
  'product',
  'quantity',
  'usageCountry',
  'status',
  'licenseId',
] as const;
export type ReservationColumn = (typeof RESERVATION_COLUMNS)[number];
export const RESERVATION_SORTS = RESERVATION_COLUMNS.flatMap((column) => [column, `-${column}`] as const);
export type ReservationSort = (typeof RESERVATION_SORTS)[number];
export const RESERVATION_SORT_DEFAULT = '-reservedAt' satisfies ReservationSort;

const Day = Type.String({ format: 'date' });
const ReservationStatusId = Type.Enum([...RESERVATION_STATUSES]);

/** @source W6 */
export const Reservation = Type.Object({
  id: Id,
  licenseId: Type.String(),
  licenseName: Type.String(),
  partNumber: Type.String(),
  product: Type.String(),
  quantity: Type.Integer(),
  usageCountry: Type.String({ description: 'ISO 3166-1 alpha-2' }),
  usageDate: Day,
  status: ReservationStatusId,
  reservedAt: Instant,
  cancelableUntil: orNull(
    Type.String({
      ...Instant,
      description: 'The last moment at which it can be canceled; null: it cannot be.',
    }),
  ),
  canceledAt: orNull(Instant),
  cancelReason: orNull(Type.String()),
  orderedAt: orNull(Instant),
  orderNumber: orNull(Type.String({ description: "Of the partner's order." })),
});
export type Reservation = Type.Static<typeof Reservation>;

const filter = {
  q: Type.Optional(
    Type.String({ maxLength: 200, description: 'In product, part number, license ID and order number.' }),
  ),
  status: Type.Optional(ReservationStatusId),
  sort: Type.Optional(Type.Enum([...RESERVATION_SORTS], { default: RESERVATION_SORT_DEFAULT })),
};
const ofLicense = { licenseId: Type.Optional(LicenseIdAsked) };
const licenseParams = Type.Object({ licenseId: LicenseIdAsked });
const params = Type.Object({ licenseId: LicenseIdAsked, reservationId: Type.String({ maxLength: 64 }) });

export const listReservations = endpoint({
  id: 'listReservations',
  tag: 'Online services',
  method: 'GET',
  path: '/v1/reservations',
  summary: 'Reservations under the license IDs on which the caller may reserve services (W6)',
  needs: 'service:reserve',
  query: Type.Object({ ...pageQuery, ...ofLicense, ...filter }, strict),
  responses: { 200: countedPageOf(Reservation) },
});

export const listLicenseReservations = endpoint({
  id: 'listLicenseReservations',
  tag: 'Online services',
  method: 'GET',
  path: '/v1/licenses/:licenseId/reservations',
  summary: 'Reservations under one license ID (W6)',
  needs: 'service:reserve',
  params: licenseParams,
  query: Type.Object({ ...pageQuery, ...filter }, strict),
  responses: { 200: countedPageOf(Reservation) },
  problems: ['license-id-not-found'],
});

export const exportReservations = endpoint({
  id: 'exportReservations',
  tag: 'Online services',
  method: 'GET',
  path: '/v1/reservations/export',
  summary: 'The reservations that match as CSV (W6)',
  needs: 'service:reserve',
  query: Type.Object({ ...ofLicense, ...filter }, strict),
  mediaType: 'text/csv',
  responses: {
    200: Type.String({
      description:
        'UTF-8 with a byte order mark, RFC 4180: id, licenseId, partNumber, product, quantity, usageCountry, usageDate, status, reservedAt, canceledAt, cancelReason, orderedAt, orderNumber. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
    }),
  },
});

export const getReservation = endpoint({
  id: 'getReservation',
  tag: 'Online services',
  method: 'GET',
  path: '/v1/licenses/:licenseId/reservations/:reservationId',
  summary: 'One reservation (W6)',
  needs: 'service:reserve',
  params,
  responses: { 200: Reservation },
  problems: ['license-id-not-found'],
});

export const reserveService = endpoint({
  id: 'reserveService',
  tag: 'Online services',
  method: 'POST',
  path: '/v1/licenses/:licenseId/reservations',
  summary:
    'Reserve seats of an online service: from today to six months ahead, but not in the last 30 days before the anniversary (W6)',
  needs: 'service:reserve',
  params: licenseParams,
  body: Type.Object(
    {
      partNumber: Name,
      quantity: Type.Integer({ minimum: 1, maximum: RESERVED_SEATS_MAX }),
      usageCountry: CountryCode,
      usageDate: CalendarDate,
    },
    {
      ...strict,
      examples: [{ partNumber: 'OSV-MEET-1', quantity: 25, usageCountry: 'NO', usageDate: '2027-01-15' }],
    },
  ),
  responses: { 201: Reservation },
  problems: ['license-id-not-found'],
});

export const cancelReservation = endpoint({
  id: 'cancelReservation',
  tag: 'Online services',
  method: 'POST',
  path: '/v1/licenses/:licenseId/reservations/:reservationId/cancel',
  summary: 'Cancel a reservation, up to 72 hours before its usage date begins (W6)',
  needs: 'service:reserve',
  params,
  body: Type.Object({ reason: Name }, { ...strict, examples: [{ reason: 'The project was put off.' }] }),
  responses: { 200: Reservation },
  problems: ['license-id-not-found', 'reservation-not-cancelable'],
});

export const listPartnerReservations = endpoint({
  id: 'listPartnerReservations',
  tag: 'Partner',
  method: 'GET',
  path: '/v1/partner/reservations',
  summary: 'Reservations under license IDs that the partner set up (the publisher: all), oldest first (W6)',
  needs: 'partner-or-publisher',
  query: Type.Object({ ...pageQuery, status: Type.Optional(ReservationStatusId) }, strict),
  responses: { 200: pageOf(Reservation) },
});

const orderFacts = { orderNumber: Name };

/** The order that came in for a reservation, as the publisher or the partner pushes it. */
export const ReservationOrderRecord = Type.Object(
  { licenseId: LicenseIdNumber, reservationId: Id, ...orderFacts },
  strict,
);
export type ReservationOrderRecord = Type.Static<typeof ReservationOrderRecord>;

export const putReservationOrder = endpoint({
  id: 'putReservationOrder',
  tag: 'Partner',
  method: 'PUT',
  path: '/v1/partner/licenses/:licenseId/reservations/:reservationId/order',
  summary: 'Say that a reservation was ordered (W6)',
  needs: 'partner-or-publisher',
  params: Type.Object({ licenseId: LicenseIdAsked, reservationId: Id }),
  body: Type.Object(orderFacts, { ...strict, examples: [{ orderNumber: 'R-2026-0117' }] }),
  responses: { 200: SavedRecord, 201: SavedRecord },
  problems: ['license-id-not-found'],
});
