import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { countedPageOf, Id, LicenseIdAsked, LicenseIdNumber, orNull, pageQuery, strict } from './fields.ts';
import { SavedRecord } from './records.ts';
import { WrittenText } from './support.ts';

export const KEY_TYPES = ['kms', 'mak', 'retail'] as const;
export type KeyType = (typeof KEY_TYPES)[number];

export const KEY_STATUSES = ['active', 'blocked', 'expired'] as const;
export type KeyStatus = (typeof KEY_STATUSES)[number];

const KEY_SORT_COLUMNS = ['licenseId', 'product', 'keyType', 'status', 'lastFive'] as const;
export const KEY_SORTS = KEY_SORT_COLUMNS.flatMap((column) => [column, `-${column}` as const]);
export type KeySort = (typeof KEY_SORTS)[number];

/** As many keys one export names. */
export const EXPORTED_KEYS_MAX = 500;
export const ACTIVATIONS_WANTED_MAX = 100_000;

const KeyTypeId = Type.Enum([...KEY_TYPES], {
  description: 'KMS: activates against a host of the organization; MAK: so many times; retail: one copy.',
});
const KeyStatusId = Type.Enum([...KEY_STATUSES]);

/** A key as lists show it: never in clear. */
export const ProductKey = Type.Object({
  id: Id,
  licenseId: Type.String(),
  licenseName: Type.String(),
  organizationName: Type.String(),
  keyNumber: Type.String({ description: "The publisher's own number of the key." }),
  partNumber: Type.String(),
  product: Type.String(),
  keyType: KeyTypeId,
  maskedKey: Type.String({ examples: ['•••••-•••••-•••••-•••••-ABCDE'] }),
  lastFive: Type.String({ description: 'The last five letters and digits of the key, in capitals.' }),
  activationsUsed: Type.Integer(),
  activationsTotal: orNull(Type.Integer({ description: 'null: not counted against a limit.' })),
  status: KeyStatusId,
});
export type ProductKey = Type.Static<typeof ProductKey>;

const filters = {
  q: Type.Optional(
    Type.String({
      maxLength: 200,
      description:
        'Text in product, part number, license ID or its name, key number, or the last five characters.',
    }),
  ),
  keyType: Type.Optional(KeyTypeId),
  status: Type.Optional(KeyStatusId),
  sort: Type.Optional(Type.Enum([...KEY_SORTS], { default: 'product' })),
};
const ofLicense = { licenseId: Type.Optional(LicenseIdAsked) };

const ofOneLicense = Type.Object({ licenseId: LicenseIdAsked }, strict);
const ofOneKey = Type.Object({ licenseId: LicenseIdAsked, keyId: Id }, strict);

export const listKeys = endpoint({
  id: 'listKeys',
  tag: 'Product keys',
  method: 'GET',
  path: '/v1/keys',
  summary: 'Keys of the license IDs on which the caller may see them, masked (W3)',
  needs: 'contract-key:view',
  query: Type.Object({ ...ofLicense, ...filters, ...pageQuery }, strict),
  responses: { 200: countedPageOf(ProductKey) },
});

export const listLicenseKeys = endpoint({
  id: 'listLicenseKeys',
  tag: 'Product keys',
  method: 'GET',
  path: '/v1/licenses/:licenseId/keys',
  summary: 'Keys of one license ID, masked (W3)',
  needs: 'contract-key:view',
  params: ofOneLicense,
  query: Type.Object({ ...filters, ...pageQuery }, strict),
  responses: { 200: countedPageOf(ProductKey) },
  problems: ['license-id-not-found'],
});

export const getKey = endpoint({
  id: 'getKey',
  tag: 'Product keys',
  method: 'GET',
  path: '/v1/licenses/:licenseId/keys/:keyId',
  summary: 'One key, masked (W3)',
  needs: 'contract-key:view',
  params: ofOneKey,
  responses: { 200: ProductKey },
  problems: ['license-id-not-found'],
});

export const exportMaskedKeys = endpoint({
  id: 'exportMaskedKeys',
  tag: 'Product keys',
  method: 'GET',
  path: '/v1/keys/export',
  summary: 'The list of keys as CSV, masked as on the page (W3)',
  needs: 'contract-key:view',
  query: Type.Object({ ...ofLicense, ...filters }, strict),
  mediaType: 'text/csv',
  responses: { 200: Type.String() },
});

const KeyInClear = Type.Object({ id: Id, licenseId: Type.String(), key: Type.String() });

export const revealKey = endpoint({
  id: 'revealKey',
  tag: 'Product keys',
  method: 'POST',
  path: '/v1/licenses/:licenseId/keys/:keyId/reveal',
  summary: 'Show one key in clear; who saw which key is recorded (W3)',
  needs: 'contract-key:view',
  params: ofOneKey,
  responses: { 200: KeyInClear },
  problems: ['license-id-not-found', 'key-does-not-open'],
});

export const copyKey = endpoint({
  id: 'copyKey',
  tag: 'Product keys',
  method: 'POST',
  path: '/v1/licenses/:licenseId/keys/:keyId/copy',
  summary: 'Hand out one key for the clipboard, which the page does not show; recorded as a copy (W3)',
  needs: 'contract-key:view',
  params: ofOneKey,
  responses: { 200: KeyInClear },
  problems: ['license-id-not-found', 'key-does-not-open'],
});

export const exportKeys = endpoint({
  id: 'exportKeys',
  tag: 'Product keys',
  method: 'POST',
  path: '/v1/keys/export',
  summary:
    'Keys in clear as CSV: those that are named, or all that match; which and to whom is recorded (W3)',
  needs: 'contract-key:view',
  maxBodyBytes: 128 * 1024,
  body: Type.Object(
    {
      keys: Type.Optional(
        Type.Array(Type.Object({ licenseId: LicenseIdAsked, keyId: Id }, strict), {
          minItems: 1,
          maxItems: EXPORTED_KEYS_MAX,
          description: 'These alone; left out, all that match the rest.',
        }),
      ),
      ...ofLicense,
      q: filters.q,
      keyType: filters.keyType,
      status: filters.status,
    },
    { ...strict, examples: [{}] },
  ),
  mediaType: 'text/csv',
  responses: { 200: Type.String() },
  problems: ['license-id-not-found', 'key-does-not-open'],
});

export const requestActivations = endpoint({
  id: 'requestActivations',
  tag: 'Product keys',
  method: 'POST',
  path: '/v1/licenses/:licenseId/keys/:keyId/activation-requests',
  summary: 'Ask the publisher for more activations of a MAK; it becomes a support ticket (W3)',
  needs: 'contract-key:view',
  params: ofOneKey,
  body: Type.Object(
    {
      wanted: Type.Integer({
        minimum: 1,
        maximum: ACTIVATIONS_WANTED_MAX,
        description: 'How many in all the key should be good for.',
      }),
      justification: WrittenText,
    },
    { ...strict, examples: [{ wanted: 500, justification: 'A second site opens in March.' }] },
  ),
  responses: {
    201: Type.Object({
      reference: Type.String({ description: 'Of the ticket, as Help & support shows it.' }),
      product: Type.String(),
      lastFive: Type.String(),
      wanted: Type.Integer(),
    }),
  },
  problems: ['license-id-not-found', 'key-counts-no-activations'],
});

/** A product with what the caller has of it. */
export const KeyedProduct = Type.Object({
  id: Id,
  partNumber: Type.String(),
  name: Type.String(),
  family: Type.String(),
  version: Type.String(),
  keys: Type.Integer({ description: 'How many keys of it there are on those license IDs.' }),
  licenseIds: Type.Integer({ description: 'On how many license IDs.' }),
  keyTypes: Type.Array(KeyTypeId),
});
export type KeyedProduct = Type.Static<typeof KeyedProduct>;

export const listKeyedProducts = endpoint({
  id: 'listKeyedProducts',
  tag: 'Product keys',
  method: 'GET',
  path: '/v1/products-and-services',
  summary: 'Products with keys on the license IDs on which the caller reads product keys (W3)',
  needs: 'product-key:view',
  query: Type.Object({ q: filters.q, ...pageQuery }, strict),
  responses: { 200: countedPageOf(KeyedProduct) },
});

export const listProductKeys = endpoint({
  id: 'listProductKeys',
  tag: 'Product keys',
  method: 'GET',
  path: '/v1/products-and-services/:productId/keys',
  summary: 'Keys of one product over those license IDs, masked (W3)',
  needs: 'product-key:view',
  params: Type.Object({ productId: Id }, strict),
  query: Type.Object({ ...ofLicense, ...filters, ...pageQuery }, strict),
  responses: { 200: countedPageOf(ProductKey) },
});

const KeyNumber = Type.String({ pattern: '^[A-Za-z0-9-]{1,40}$' });

const keyFacts = {
  partNumber: Type.String({ minLength: 1, maxLength: 64 }),
  keyType: KeyTypeId,
  key: Type.String({
    // Fifteen letters or digits at least, so that the last five tell too little of the rest.
    pattern: '^(?=(?:[^A-Za-z0-9]*[A-Za-z0-9]){15})[\\x21-\\x7E]{15,64}$',
    description: 'Of 15 to 64 visible characters, such as five groups of five.',
  }),
  status: Type.Optional(Type.Enum([...KEY_STATUSES], { description: 'Active where it is left out.' })),
  activationsUsed: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })),
  activationsTotal: Type.Optional(orNull(Type.Integer({ minimum: 0, maximum: 2_147_483_647 }))),
};

/** A key as it is pushed, without the record's `type`. */
export const KeyRecord = Type.Object(
  { licenseId: LicenseIdNumber, keyNumber: KeyNumber, ...keyFacts },
  strict,
);
export type KeyRecord = Type.Static<typeof KeyRecord>;

export const putKey = endpoint({
  id: 'putKey',
  tag: 'Partner',
  method: 'PUT',
  path: '/v1/partner/licenses/:licenseId/keys/:keyNumber',
  summary: 'Save a product key, which is kept sealed (W3)',
  needs: 'partner-or-publisher',
  params: Type.Object({ licenseId: LicenseIdAsked, keyNumber: KeyNumber }, strict),
  body: Type.Object(keyFacts, {
    ...strict,
    examples: [
      {
        partNumber: 'CAS-STD-2027',
        keyType: 'mak',
        key: 'M7KQ2-9XVTB-4HNWR-P3C8D-ABCDE',
        activationsUsed: 12,
        activationsTotal: 500,
      },
    ],
  }),
  responses: { 200: SavedRecord, 201: SavedRecord },
  problems: ['license-id-not-found'],
});
