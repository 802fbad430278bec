import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import {
  CalendarDate,
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

const SERVICE_COLUMNS = ['product', 'partNumber', 'seats', 'endsOn', 'licenseId'] as const;
export type ServiceColumn = (typeof SERVICE_COLUMNS)[number];
export const SERVICE_SORTS = SERVICE_COLUMNS.flatMap((column) => [column, `-${column}`] as const);
export type ServiceSort = (typeof SERVICE_SORTS)[number];
export const SERVICE_SORT_DEFAULT = 'product' satisfies ServiceSort;

const Day = Type.String({ format: 'date' });

/** An online service of a license ID, and on which days it may be reserved now. @source W6 */
export const OnlineService = Type.Object({
  id: Id,
  licenseId: Type.String(),
  licenseName: Type.String(),
  partNumber: Type.String(),
  product: Type.String(),
  seats: Type.Integer({ description: 'With those that keys added.' }),
  endsOn: orNull(Type.String({ ...Day, description: 'Its last day, with what keys renewed.' })),
  usageDays: Type.Object(
    {
      first: Type.String({ ...Day, description: "Today, in the organization's time zone." }),
      last: Day,
      closed: orNull(Type.Object({ from: Day, to: Day })),
      timeZone: Type.String({ description: 'IANA' }),
    },
    {
      description: 'Usage dates of a reservation that is made now; those before the anniversary are closed.',
    },
  ),
});
export type OnlineService = Type.Static<typeof OnlineService>;

const filter = {
  q: Type.Optional(Type.String({ maxLength: 200, description: 'In product, part number and license ID.' })),
  sort: Type.Optional(Type.Enum([...SERVICE_SORTS], { default: SERVICE_SORT_DEFAULT })),
};
const ofLicense = { licenseId: Type.Optional(LicenseIdAsked) };

export const listServices = endpoint({
  id: 'listServices',
  tag: 'Online services',
  method: 'GET',
  path: '/v1/services',
  summary: 'Online services that the caller may reserve, and on which days (W6)',
  needs: 'service:reserve',
  query: Type.Object({ ...pageQuery, ...ofLicense, ...filter }, strict),
  responses: { 200: countedPageOf(OnlineService) },
});

export const listLicenseServices = endpoint({
  id: 'listLicenseServices',
  tag: 'Online services',
  method: 'GET',
  path: '/v1/licenses/:licenseId/services',
  summary: 'Online services of one license ID that the caller may reserve (W6)',
  needs: 'service:reserve',
  params: Type.Object({ licenseId: LicenseIdAsked }),
  query: Type.Object({ ...pageQuery, ...filter }, strict),
  responses: { 200: countedPageOf(OnlineService) },
  problems: ['license-id-not-found'],
});

export const exportServices = endpoint({
  id: 'exportServices',
  tag: 'Online services',
  method: 'GET',
  path: '/v1/services/export',
  summary: 'The online services that match as CSV (W6)',
  needs: 'service:reserve',
  query: Type.Object({ ...ofLicense, ...filter }, strict),
  mediaType: 'text/csv',
  responses: {
    200: Type.String({
      description: 'UTF-8 with a byte order mark, RFC 4180: licenseId, partNumber, product, seats, endsOn.',
    }),
  },
});

const serviceFacts = {
  seats: Type.Integer({
    minimum: 0,
    maximum: 1_000_000_000,
    description: 'Without those that keys added here.',
  }),
  endsOn: Type.Optional(
    Type.String({ ...CalendarDate, description: 'The last day, without what keys renewed here.' }),
  ),
  anniversary: Type.Optional(
    Type.String({
      ...CalendarDate,
      description: "What anniversaries are counted from; left out, the contract's first day.",
    }),
  ),
};

/** An online service as the publisher or the partner pushes it: known by license ID and part number. */
export const ServiceRecord = Type.Object(
  { licenseId: LicenseIdNumber, partNumber: Name, ...serviceFacts },
  strict,
);
export type ServiceRecord = Type.Static<typeof ServiceRecord>;

export const putService = endpoint({
  id: 'putService',
  tag: 'Partner',
  method: 'PUT',
  path: '/v1/partner/licenses/:licenseId/services/:partNumber',
  summary: 'Save an online service of a license ID (W6)',
  needs: 'partner-or-publisher',
  params: Type.Object({ licenseId: LicenseIdAsked, partNumber: Name }),
  body: Type.Object(serviceFacts, {
    ...strict,
    examples: [{ seats: 120, endsOn: '2027-12-31', anniversary: '2025-01-01' }],
  }),
  responses: { 200: SavedRecord, 201: SavedRecord },
  problems: ['license-id-not-found'],
});
