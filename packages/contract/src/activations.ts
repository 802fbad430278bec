import { ACTIVATION_CHOICES } from '@muniment/domain/activations.ts';
import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { countedPageOf, Id, Instant, LicenseIdAsked, Name, orNull, pageQuery, strict } from './fields.ts';
import { SavedRecord } from './records.ts';

const ACTIVATION_COLUMNS = ['activatedAt', 'product', 'seats', 'choice', 'licenseId'] as const;
export type ActivationColumn = (typeof ACTIVATION_COLUMNS)[number];
export const ACTIVATION_SORTS = ACTIVATION_COLUMNS.flatMap((column) => [column, `-${column}`] as const);
export type ActivationSort = (typeof ACTIVATION_SORTS)[number];
export const ACTIVATION_SORT_DEFAULT = '-activatedAt' satisfies ActivationSort;

/** A key that was used. The key itself is kept nowhere. @source W6 */
export const Activation = Type.Object({
  id: Id,
  licenseId: Type.String(),
  licenseName: Type.String(),
  partNumber: Type.String(),
  product: Type.String(),
  lastFive: Type.String({ description: 'The fifth group of the key.' }),
  choice: Type.Enum([...ACTIVATION_CHOICES]),
  seats: Type.Integer({ description: 'That the key is for.' }),
  endsOn: orNull(Type.String({ format: 'date', description: 'The last day of the service since.' })),
  activatedAt: Instant,
});
export type Activation = Type.Static<typeof Activation>;

const filter = {
  q: Type.Optional(
    Type.String({ maxLength: 200, description: 'In product, part number, license ID and the last five.' }),
  ),
  sort: Type.Optional(Type.Enum([...ACTIVATION_SORTS], { default: ACTIVATION_SORT_DEFAULT })),
};
const ofLicense = { licenseId: Type.Optional(LicenseIdAsked) };
const licenseParams = Type.Object({ licenseId: LicenseIdAsked });

export const listActivations = endpoint({
  id: 'listActivations',
  tag: 'Online services',
  method: 'GET',
  path: '/v1/activations',
  summary: 'Keys that were used under the license IDs on which the caller may activate services (W6)',
  needs: 'service:activate',
  query: Type.Object({ ...pageQuery, ...ofLicense, ...filter }, strict),
  responses: { 200: countedPageOf(Activation) },
});

export const listLicenseActivations = endpoint({
  id: 'listLicenseActivations',
  tag: 'Online services',
  method: 'GET',
  path: '/v1/licenses/:licenseId/activations',
  summary: 'Keys that were used under one license ID (W6)',
  needs: 'service:activate',
  params: licenseParams,
  query: Type.Object({ ...pageQuery, ...filter }, strict),
  responses: { 200: countedPageOf(Activation) },
  problems: ['license-id-not-found'],
});

export const exportActivations = endpoint({
  id: 'exportActivations',
  tag: 'Online services',
  method: 'GET',
  path: '/v1/activations/export',
  summary: 'The used keys that match as CSV, by their last five characters (W6)',
  needs: 'service:activate',
  query: Type.Object({ ...ofLicense, ...filter }, strict),
  mediaType: 'text/csv',
  responses: {
    200: Type.String({
      description:
        'UTF-8 with a byte order mark, RFC 4180: licenseId, partNumber, product, lastFive, choice, seats, endsOn, activatedAt.',
    }),
  },
});

const Key = Type.String({
  minLength: 1,
  maxLength: 100,
  description:
    '25 characters in five groups; capital and small letters are the same, hyphens and spaces are not looked at.',
});

export const getActivation = endpoint({
  id: 'getActivation',
  tag: 'Online services',
  method: 'GET',
  path: '/v1/licenses/:licenseId/activations/:activationId',
  summary: 'One key that was used (W6)',
  needs: 'service:activate',
  params: Type.Object({ licenseId: LicenseIdAsked, activationId: Type.String({ maxLength: 64 }) }),
  responses: { 200: Activation },
  problems: ['license-id-not-found'],
});

export const activateService = endpoint({
  id: 'activateService',
  tag: 'Online services',
  method: 'POST',
  path: '/v1/licenses/:licenseId/activations',
  summary: 'Use a key for an online service: add its seats, or renew the service for 12 months (W6)',
  needs: 'service:activate',
  params: licenseParams,
  body: Type.Object(
    { key: Key, choice: Type.Enum([...ACTIVATION_CHOICES]) },
    { ...strict, examples: [{ key: 'CDFGH-23467-JKMNP-QRTVW-PX7W4', choice: 'add-seats' }] },
  ),
  responses: { 201: Activation },
  problems: [
    'license-id-not-found',
    'product-key-invalid',
    'product-key-not-found',
    'product-key-redeemed',
    'activation-refused',
  ],
});

/** A key that the publisher or the partner sold. Of the key only what recognizes it is kept. */
export const ActivationKeyRecord = Type.Object(
  { key: Key, partNumber: Name, seats: Type.Integer({ minimum: 1, maximum: 1_000_000 }) },
  { ...strict, examples: [{ key: 'CDFGH-23467-JKMNP-QRTVW-PX7W4', partNumber: 'OSV-MEET-1', seats: 25 }] },
);
export type ActivationKeyRecord = Type.Static<typeof ActivationKeyRecord>;

export const putActivationKey = endpoint({
  id: 'putActivationKey',
  tag: 'Partner',
  method: 'PUT',
  path: '/v1/partner/activation-keys',
  summary: 'Save a key for an online service; it is named in the body, since addresses are logged (W6)',
  needs: 'partner-or-publisher',
  body: ActivationKeyRecord,
  responses: { 200: SavedRecord, 201: SavedRecord },
});
