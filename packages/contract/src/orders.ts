import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import {
  CalendarDate,
  CountryCode,
  countedPageOf,
  Id,
  LicenseIdAsked,
  LicenseIdNumber,
  Name,
  orNull,
  pageQuery,
  strict,
} from './fields.ts';
import { SavedRecord } from './records.ts';

/** What a list of orders sorts by; with `-` before it from the end. */
const ORDER_COLUMNS = [
  'resellerOrderNumber',
  'customerOrderNumber',
  'orderedOn',
  'usageStartDate',
  'reseller',
  'licenseId',
  'lineCount',
] as const;
export type OrderColumn = (typeof ORDER_COLUMNS)[number];
export const ORDER_SORTS = ORDER_COLUMNS.flatMap((column) => [column, `-${column}`] as const);
export type OrderSort = (typeof ORDER_SORTS)[number];

/** The nearest to now first: what somebody looks for was ordered lately. */
export const ORDER_SORT_DEFAULT = '-orderedOn' satisfies OrderSort;

/** One row of the list. @source W2 */
export const Order = Type.Object({
  id: Id,
  licenseId: Type.String(),
  licenseName: Type.String(),
  resellerOrderNumber: Type.String(),
  customerOrderNumber: orNull(Type.String()),
  orderedOn: Type.String({ format: 'date' }),
  usageStartDate: orNull(Type.String({ format: 'date' })),
  reseller: Type.String(),
  lineCount: Type.Integer(),
});
export type Order = Type.Static<typeof Order>;

const OrderLine = Type.Object({
  line: Type.Integer({ description: 'From 1, as the reseller ordered them.' }),
  partNumber: Type.String(),
  product: Type.String(),
  quantity: Type.Integer(),
  country: Type.String({ description: 'ISO 3166-1 alpha-2' }),
});
export type OrderLine = Type.Static<typeof OrderLine>;

export const OrderDetails = Type.Object({ ...Order.properties, lines: Type.Array(OrderLine) });
export type OrderDetails = Type.Static<typeof OrderDetails>;

const filter = {
  q: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'In order numbers, reseller, and the part numbers and products of the lines.',
    }),
  ),
  orderedFrom: Type.Optional(CalendarDate),
  orderedTo: Type.Optional(Type.String({ ...CalendarDate, description: 'The last day that counts.' })),
  sort: Type.Optional(Type.Enum([...ORDER_SORTS], { default: ORDER_SORT_DEFAULT })),
};
const ofLicense = { licenseId: Type.Optional(LicenseIdAsked) };
const licenseParams = Type.Object({ licenseId: LicenseIdAsked });

export const listOrders = endpoint({
  id: 'listOrders',
  tag: 'Orders',
  method: 'GET',
  path: '/v1/orders',
  summary: 'Orders under the license IDs on which the caller may view orders (W2)',
  needs: 'order:view',
  query: Type.Object({ ...pageQuery, ...ofLicense, ...filter }, strict),
  responses: { 200: countedPageOf(Order) },
});

export const listLicenseOrders = endpoint({
  id: 'listLicenseOrders',
  tag: 'Orders',
  method: 'GET',
  path: '/v1/licenses/:licenseId/orders',
  summary: 'Orders under one license ID (W2)',
  needs: 'order:view',
  params: licenseParams,
  query: Type.Object({ ...pageQuery, ...filter }, strict),
  responses: { 200: countedPageOf(Order) },
  problems: ['license-id-not-found'],
});

export const exportOrders = endpoint({
  id: 'exportOrders',
  tag: 'Orders',
  method: 'GET',
  path: '/v1/orders/export',
  summary: 'The orders that match as CSV: a row for each line of an order (W2)',
  needs: 'order:view',
  query: Type.Object({ ...ofLicense, ...filter }, strict),
  mediaType: 'text/csv',
  responses: {
    200: Type.String({
      description:
        'UTF-8 with a byte order mark, RFC 4180: licenseId, resellerOrderNumber, customerOrderNumber, orderedOn, usageStartDate, reseller, line, partNumber, product, quantity, country. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
    }),
  },
});

export const getOrder = endpoint({
  id: 'getOrder',
  tag: 'Orders',
  method: 'GET',
  path: '/v1/licenses/:licenseId/orders/:orderId',
  summary: 'One order with its lines (W2)',
  needs: 'order:view',
  params: Type.Object({ ...licenseParams.properties, orderId: Type.String({ maxLength: 64 }) }),
  responses: { 200: OrderDetails },
  problems: ['license-id-not-found'],
});

/** Many lines are several orders: nobody reads one of thousands. */
const LINES_MAX = 500;

const orderFacts = {
  customerOrderNumber: Type.Optional(Name),
  orderedOn: CalendarDate,
  usageStartDate: Type.Optional(CalendarDate),
  reseller: Name,
  lines: Type.Array(
    Type.Object(
      {
        partNumber: Name,
        quantity: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
        country: CountryCode,
      },
      strict,
    ),
    { minItems: 1, maxItems: LINES_MAX },
  ),
};

/**
 * An order as the publisher or the partner pushes it: known by license ID and reseller order number. What is left out
 * is not known; lines that are left out are gone.
 */
export const OrderRecord = Type.Object(
  { licenseId: LicenseIdNumber, resellerOrderNumber: Name, ...orderFacts },
  strict,
);
export type OrderRecord = Type.Static<typeof OrderRecord>;

export const putOrder = endpoint({
  id: 'putOrder',
  tag: 'Partner',
  method: 'PUT',
  path: '/v1/partner/licenses/:licenseId/orders/:resellerOrderNumber',
  summary: 'Save an order with its lines (W2)',
  needs: 'partner-or-publisher',
  params: Type.Object({ licenseId: LicenseIdAsked, resellerOrderNumber: Name }),
  body: Type.Object(orderFacts, {
    ...strict,
    examples: [
      {
        customerOrderNumber: 'PO-2026-0117',
        orderedOn: '2026-03-02',
        usageStartDate: '2026-04-01',
        reseller: 'Northgate Licensing',
        lines: [{ partNumber: 'CAS-STD-2027', quantity: 120, country: 'SE' }],
      },
    ],
  }),
  responses: { 200: SavedRecord, 201: SavedRecord },
  problems: ['license-id-not-found'],
});
