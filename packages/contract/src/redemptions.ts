import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import {
  countedPageOf,
  Id,
  Instant,
  LicenseIdAsked,
  LicenseIdNumber,
  Name,
  orNull,
  pageQuery,
  strict,
} from './fields.ts';
import { SavedRecord } from './records.ts';

const REDEMPTION_COLUMNS = [
  'product',
  'quantity',
  'status',
  'redeemedAt',
  'licenseId',
  'offerNumber',
] as const;
export type RedemptionColumn = (typeof REDEMPTION_COLUMNS)[number];
export const REDEMPTION_SORTS = REDEMPTION_COLUMNS.flatMap((column) => [column, `-${column}`] as const);
export type RedemptionSort = (typeof REDEMPTION_SORTS)[number];
export const REDEMPTION_SORT_DEFAULT = 'status' satisfies RedemptionSort;

export const REDEMPTION_STATUSES = ['available', 'redeemed'] as const;
const RedemptionStatusId = Type.Enum([...REDEMPTION_STATUSES]);
export type RedemptionStatus = (typeof REDEMPTION_STATUSES)[number];

/** What a license ID may redeem once. @source W6 */
export const Redemption = Type.Object({
  id: Id,
  licenseId: Type.String(),
  licenseName: Type.String(),
  offerNumber: Type.String(),
  partNumber: Type.String(),
  product: Type.String(),
  quantity: Type.Integer(),
  status: RedemptionStatusId,
  redeemedAt: orNull(Instant),
});
export type Redemption = Type.Static<typeof Redemption>;

const filter = {
  q: Type.Optional(
    Type.String({ maxLength: 200, description: 'In product, part number, license ID and offer number.' }),
  ),
  status: Type.Optional(RedemptionStatusId),
  sort: Type.Optional(Type.Enum([...REDEMPTION_SORTS], { default: REDEMPTION_SORT_DEFAULT })),
};
const ofLicense = { licenseId: Type.Optional(LicenseIdAsked) };
const licenseParams = Type.Object({ licenseId: LicenseIdAsked });
const params = Type.Object({ licenseId: LicenseIdAsked, redemptionId: Type.String({ maxLength: 64 }) });

export const listRedemptions = endpoint({
  id: 'listRedemptions',
  tag: 'Online services',
  method: 'GET',
  path: '/v1/redemptions',
  summary: 'What may be redeemed, or was, under the license IDs on which the caller may redeem services (W6)',
  needs: 'service:redeem',
  query: Type.Object({ ...pageQuery, ...ofLicense, ...filter }, strict),
  responses: { 200: countedPageOf(Redemption) },
});

export const listLicenseRedemptions = endpoint({
  id: 'listLicenseRedemptions',
  tag: 'Online services',
  method: 'GET',
  path: '/v1/licenses/:licenseId/redemptions',
  summary: 'What may be redeemed, or was, under one license ID (W6)',
  needs: 'service:redeem',
  params: licenseParams,
  query: Type.Object({ ...pageQuery, ...filter }, strict),
  responses: { 200: countedPageOf(Redemption) },
  problems: ['license-id-not-found'],
});

export const exportRedemptions = endpoint({
  id: 'exportRedemptions',
  tag: 'Online services',
  method: 'GET',
  path: '/v1/redemptions/export',
  summary: 'The redemptions that match as CSV (W6)',
  needs: 'service:redeem',
  query: Type.Object({ ...ofLicense, ...filter }, strict),
  mediaType: 'text/csv',
  responses: {
    200: Type.String({
      description:
        'UTF-8 with a byte order mark, RFC 4180: licenseId, offerNumber, partNumber, product, quantity, status, redeemedAt.',
    }),
  },
});

export const getRedemption = endpoint({
  id: 'getRedemption',
  tag: 'Online services',
  method: 'GET',
  path: '/v1/licenses/:licenseId/redemptions/:redemptionId',
  summary: 'One redemption (W6)',
  needs: 'service:redeem',
  params,
  responses: { 200: Redemption },
  problems: ['license-id-not-found'],
});

export const redeemOffer = endpoint({
  id: 'redeemOffer',
  tag: 'Online services',
  method: 'POST',
  path: '/v1/licenses/:licenseId/redemptions/:redemptionId/redeem',
  summary: 'Redeem it, once and for good (W6)',
  needs: 'service:redeem',
  params,
  responses: { 200: Redemption },
  problems: ['license-id-not-found', 'already-redeemed'],
});

const offerFacts = { partNumber: Name, quantity: Type.Integer({ minimum: 1, maximum: 1_000_000 }) };

/** What a license ID may redeem, as the publisher or the partner pushes it. It is fixed once it was redeemed. */
export const RedemptionRecord = Type.Object(
  { licenseId: LicenseIdNumber, offerNumber: Name, ...offerFacts },
  strict,
);
export type RedemptionRecord = Type.Static<typeof RedemptionRecord>;

export const putRedemption = endpoint({
  id: 'putRedemption',
  tag: 'Partner',
  method: 'PUT',
  path: '/v1/partner/licenses/:licenseId/redemptions/:offerNumber',
  summary: 'Save what a license ID may redeem once (W6)',
  needs: 'partner-or-publisher',
  params: Type.Object({ licenseId: LicenseIdAsked, offerNumber: Name }),
  body: Type.Object(offerFacts, { ...strict, examples: [{ partNumber: 'OSV-MEET-1', quantity: 10 }] }),
  responses: { 200: SavedRecord, 201: SavedRecord },
  problems: ['license-id-not-found'],
});
