import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import {
  CalendarDate,
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

/** `ending`: it ends with its term, since auto-renew is off. */
export const SUBSCRIPTION_STATUSES = ['active', 'ending', 'suspended', 'expired'] as const;
export type SubscriptionStatus = (typeof SUBSCRIPTION_STATUSES)[number];

const SUBSCRIPTION_COLUMNS = [
  'product',
  'licenseId',
  'subscriptionNumber',
  'assigned',
  'quantity',
  'status',
  'endsOn',
  'autoRenew',
] as const;
export type SubscriptionColumn = (typeof SUBSCRIPTION_COLUMNS)[number];
/** What ends or renews next first; what is over last, the latest first. */
export const SUBSCRIPTION_SORT_DEFAULT = 'next';
export const SUBSCRIPTION_SORTS = [
  SUBSCRIPTION_SORT_DEFAULT,
  ...SUBSCRIPTION_COLUMNS.flatMap((column) => [column, `-${column}`] as const),
] as const;
export type SubscriptionSort = (typeof SUBSCRIPTION_SORTS)[number];

const Requested = Type.Object(
  {
    quantity: orNull(Type.Integer()),
    autoRenew: orNull(Type.Boolean()),
    at: Instant,
  },
  { description: "Asked for, and not yet what the publisher's system says. null: not of that." },
);

/** A subscription as the publisher's system says, and what was asked of it. @source W7 */
export const Subscription = Type.Object({
  id: Id,
  licenseId: Type.String(),
  licenseName: Type.String(),
  subscriptionNumber: Type.String(),
  partNumber: Type.String(),
  product: Type.String(),
  quantity: Type.Integer(),
  assigned: Type.Integer(),
  minimumQuantity: Type.Integer(),
  maximumQuantity: Type.Integer(),
  status: Type.Enum([...SUBSCRIPTION_STATUSES], {
    description: '`ending`: at the end of its term, since auto-renew is off.',
  }),
  endsOn: Type.String({ format: 'date', description: 'Its last day (UTC); with auto-renew it renews then.' }),
  autoRenew: Type.Boolean(),
  requested: orNull(Requested),
  declined: orNull(
    Type.Object(
      { quantity: Type.Integer(), at: Instant },
      { description: 'The quantity that was asked for last, where the publisher did not take it over.' },
    ),
  ),
});
export type Subscription = Type.Static<typeof Subscription>;

const filter = {
  q: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'In product, part number, subscription number and license ID.',
    }),
  ),
  status: Type.Optional(Type.Enum([...SUBSCRIPTION_STATUSES])),
  autoRenew: Type.Optional(Type.Boolean()),
  endsFrom: Type.Optional(CalendarDate),
  endsTo: Type.Optional(Type.String({ ...CalendarDate, description: 'The last day that counts.' })),
  sort: Type.Optional(
    Type.Enum([...SUBSCRIPTION_SORTS], {
      default: SUBSCRIPTION_SORT_DEFAULT,
      description: '`next`: what ends or renews next first; what is over last, the latest first.',
    }),
  ),
};
const ofLicense = { licenseId: Type.Optional(LicenseIdAsked) };
const licenseParams = Type.Object({ licenseId: LicenseIdAsked });
const subscriptionParams = Type.Object({
  ...licenseParams.properties,
  subscriptionId: Type.String({ maxLength: 64 }),
});

export const listSubscriptions = endpoint({
  id: 'listSubscriptions',
  tag: 'Subscriptions',
  method: 'GET',
  path: '/v1/subscriptions',
  summary: 'Subscriptions under the license IDs on which the caller may manage them (W7)',
  needs: 'subscription:manage',
  query: Type.Object({ ...pageQuery, ...ofLicense, ...filter }, strict),
  responses: { 200: countedPageOf(Subscription) },
});

export const listLicenseSubscriptions = endpoint({
  id: 'listLicenseSubscriptions',
  tag: 'Subscriptions',
  method: 'GET',
  path: '/v1/licenses/:licenseId/subscriptions',
  summary: 'Subscriptions under one license ID (W7)',
  needs: 'subscription:manage',
  params: licenseParams,
  query: Type.Object({ ...pageQuery, ...filter }, strict),
  responses: { 200: countedPageOf(Subscription) },
  problems: ['license-id-not-found'],
});

export const exportSubscriptions = endpoint({
  id: 'exportSubscriptions',
  tag: 'Subscriptions',
  method: 'GET',
  path: '/v1/subscriptions/export',
  summary: 'The subscriptions that match as CSV (W7)',
  needs: 'subscription:manage',
  query: Type.Object({ ...ofLicense, ...filter }, strict),
  mediaType: 'text/csv',
  responses: {
    200: Type.String({
      description:
        'UTF-8 with a byte order mark, RFC 4180: licenseId, subscriptionNumber, partNumber, product, assigned, quantity, status, endsOn, autoRenew, requestedQuantity, requestedAutoRenew. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
    }),
  },
});

export const getSubscription = endpoint({
  id: 'getSubscription',
  tag: 'Subscriptions',
  method: 'GET',
  path: '/v1/licenses/:licenseId/subscriptions/:subscriptionId',
  summary: 'One subscription (W7)',
  needs: 'subscription:manage',
  params: subscriptionParams,
  responses: { 200: Subscription },
  problems: ['license-id-not-found'],
  versioned: true,
});

const Quantity = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });

export const changeSubscription = endpoint({
  id: 'changeSubscription',
  tag: 'Subscriptions',
  method: 'PATCH',
  path: '/v1/licenses/:licenseId/subscriptions/:subscriptionId',
  summary:
    "Ask for another quantity, or for auto-renew on or off; it waits until the publisher's system says so (W7)",
  needs: 'subscription:manage',
  params: subscriptionParams,
  body: Type.Object(
    { quantity: Type.Optional(Quantity), autoRenew: Type.Optional(Type.Boolean()) },
    { ...strict, minProperties: 1, examples: [{ quantity: 120, autoRenew: false }] },
  ),
  responses: { 200: Subscription },
  problems: [
    'license-id-not-found',
    'quantity-out-of-bounds',
    'subscription-not-changeable',
    'stale-version',
  ],
  versioned: true,
});

const subscriptionFacts = {
  partNumber: Name,
  quantity: Quantity,
  assigned: Quantity,
  minimumQuantity: Quantity,
  maximumQuantity: Quantity,
  endsOn: CalendarDate,
  autoRenew: Type.Boolean(),
  suspended: Type.Optional(Type.Boolean()),
  declineRequest: Type.Optional(
    Type.Boolean({ description: 'true: what was asked for and waits is not to be had.' }),
  ),
};

/** A subscription as the publisher's system says: known by license ID and subscription number. */
export const SubscriptionRecord = Type.Object(
  { licenseId: LicenseIdNumber, subscriptionNumber: Name, ...subscriptionFacts },
  strict,
);
export type SubscriptionRecord = Type.Static<typeof SubscriptionRecord>;

export const putSubscription = endpoint({
  id: 'putSubscription',
  tag: 'Partner',
  method: 'PUT',
  path: '/v1/partner/licenses/:licenseId/subscriptions/:subscriptionNumber',
  summary: "Save what the publisher's system says of a subscription; it settles what was asked for (W7)",
  needs: 'partner-or-publisher',
  params: Type.Object({ licenseId: LicenseIdAsked, subscriptionNumber: Name }),
  body: Type.Object(subscriptionFacts, {
    ...strict,
    examples: [
      {
        partNumber: 'CAS-STD-2027',
        quantity: 100,
        assigned: 60,
        minimumQuantity: 50,
        maximumQuantity: 500,
        endsOn: '2027-03-31',
        autoRenew: true,
      },
    ],
  }),
  responses: { 200: SavedRecord, 201: SavedRecord },
  problems: ['license-id-not-found'],
});

export const listSubscriptionRequests = endpoint({
  id: 'listSubscriptionRequests',
  tag: 'Partner',
  method: 'GET',
  path: '/v1/partner/subscription-requests',
  summary:
    'What customers asked for of their subscriptions and what waits, the oldest first: of the license IDs that the partner set up (the publisher: all) (W7)',
  needs: 'partner-or-publisher',
  query: Type.Object(pageQuery, strict),
  responses: {
    200: pageOf(
      Type.Object({
        id: Id,
        organizationNumber: Type.String(),
        licenseId: Type.String(),
        subscriptionNumber: Type.String(),
        partNumber: Type.String(),
        quantity: Type.Integer(),
        autoRenew: Type.Boolean(),
        requested: Requested,
      }),
    ),
  },
});
