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
import { PartNumber } from './products.ts';
import { SavedRecord } from './records.ts';

/** What a list of downloads sorts by; with `-` before it from the end. */
const DOWNLOAD_COLUMNS = ['product', 'version', 'language', 'architecture', 'fileType', 'sizeBytes'] as const;
export type DownloadColumn = (typeof DOWNLOAD_COLUMNS)[number];
export const DOWNLOAD_SORTS = DOWNLOAD_COLUMNS.flatMap((column) => [column, `-${column}`] as const);
export type DownloadSort = (typeof DOWNLOAD_SORTS)[number];
export const DOWNLOAD_SORT_DEFAULT = 'product' satisfies DownloadSort;

/** A file that a license ID offers. @source W5 */
export const Download = Type.Object({
  id: Id,
  licenseId: Type.String({ description: 'One that offers it: of several the first.' }),
  licenseCount: Type.Integer({ description: 'How many license IDs that are open to the caller offer it.' }),
  downloadNumber: Type.String({ description: 'As the publisher calls it.' }),
  partNumber: Type.String(),
  product: Type.String(),
  version: Type.String(),
  language: Type.String({ description: 'BCP 47; `mul` where it is of several.' }),
  architecture: Type.String(),
  fileType: Type.String({ description: 'Such as ISO or EXE.' }),
  available: Type.Boolean({ description: 'false: the product is not available for download.' }),
  fileName: orNull(Type.String()),
  sizeBytes: orNull(Type.Integer()),
  sha256: orNull(Type.String({ description: 'Hexadecimal, of the whole file.' })),
});
export type Download = Type.Static<typeof Download>;

const facets = {
  product: Type.Optional(Type.String({ maxLength: 200, description: 'A part number.' })),
  language: Type.Optional(Type.String({ maxLength: 100 })),
  architecture: Type.Optional(Type.String({ maxLength: 200 })),
  fileType: Type.Optional(Type.String({ maxLength: 200 })),
};
const search = {
  q: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'In product, part number, version, file name and download number.',
    }),
  ),
};
const sorted = {
  sort: Type.Optional(Type.Enum([...DOWNLOAD_SORTS], { default: DOWNLOAD_SORT_DEFAULT })),
};
const ofLicense = { licenseId: Type.Optional(LicenseIdAsked) };
const licenseParams = Type.Object({ licenseId: LicenseIdAsked });
const downloadParams = Type.Object({
  ...licenseParams.properties,
  downloadId: Type.String({ maxLength: 64 }),
});

export const listDownloads = endpoint({
  id: 'listDownloads',
  tag: 'Downloads',
  method: 'GET',
  path: '/v1/downloads',
  summary: 'Files that the license IDs offer on which the caller may download, each once (W5)',
  needs: 'product:download',
  query: Type.Object({ ...pageQuery, ...ofLicense, ...search, ...facets, ...sorted }, strict),
  responses: { 200: countedPageOf(Download) },
});

export const listLicenseDownloads = endpoint({
  id: 'listLicenseDownloads',
  tag: 'Downloads',
  method: 'GET',
  path: '/v1/licenses/:licenseId/downloads',
  summary: 'Files that one license ID offers (W5)',
  needs: 'product:download',
  params: licenseParams,
  query: Type.Object({ ...pageQuery, ...search, ...facets, ...sorted }, strict),
  responses: { 200: countedPageOf(Download) },
  problems: ['license-id-not-found'],
});

const Facet = Type.Array(
  Type.Object({
    value: Type.String(),
    name: Type.String({ description: 'As it is shown: of a part number the product.' }),
    count: Type.Integer(),
  }),
);

/** What a list can be narrowed down to. */
export const DownloadFacets = Type.Object({
  product: Facet,
  language: Facet,
  architecture: Facet,
  fileType: Facet,
});
export type DownloadFacets = Type.Static<typeof DownloadFacets>;

export const listDownloadFacets = endpoint({
  id: 'listDownloadFacets',
  tag: 'Downloads',
  method: 'GET',
  path: '/v1/downloads/facets',
  summary: 'By what a list of downloads can be narrowed down: each filter counts what the others leave (W5)',
  needs: 'product:download',
  query: Type.Object({ ...ofLicense, ...search, ...facets }, strict),
  responses: { 200: DownloadFacets },
});

export const exportDownloads = endpoint({
  id: 'exportDownloads',
  tag: 'Downloads',
  method: 'GET',
  path: '/v1/downloads/export',
  summary: 'The downloads that match as CSV (W5)',
  needs: 'product:download',
  query: Type.Object({ ...ofLicense, ...search, ...facets, ...sorted }, strict),
  mediaType: 'text/csv',
  responses: {
    200: Type.String({
      description:
        'UTF-8 with a byte order mark, RFC 4180: downloadNumber, partNumber, product, version, language, architecture, fileType, fileName, sizeBytes, sha256, available, licenseId, licenseCount. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
    }),
  },
});

export const getDownload = endpoint({
  id: 'getDownload',
  tag: 'Downloads',
  method: 'GET',
  path: '/v1/licenses/:licenseId/downloads/:downloadId',
  summary: 'One file that a license ID offers (W5)',
  needs: 'product:download',
  params: downloadParams,
  responses: { 200: Download },
  problems: ['license-id-not-found'],
});

export const listDownloadLicenses = endpoint({
  id: 'listDownloadLicenses',
  tag: 'Downloads',
  method: 'GET',
  path: '/v1/downloads/:downloadId/licenses',
  summary: 'Under which license IDs the caller may have a file; none for one that is not there (W5)',
  needs: 'product:download',
  params: Type.Object({ downloadId: Type.String({ maxLength: 64 }) }),
  query: Type.Object(
    {
      ...pageQuery,
      q: Type.Optional(Type.String({ maxLength: 200, description: 'In license ID and name.' })),
    },
    strict,
  ),
  responses: { 200: countedPageOf(Type.Object({ licenseId: Type.String(), name: Type.String() })) },
});

export const DownloadLink = Type.Object({
  url: Type.String({
    description:
      'Serves the file to whoever has it, without a cookie or token, until it expires: GET and HEAD, one byte range at a time (RFC 9110), If-Range by the strong ETag. Every request asks anew whether the caller may have the file; what is under way is cut off within seconds when they may not any more.',
  }),
  expiresAt: Instant,
  fileName: Type.String(),
  sizeBytes: Type.Integer(),
  sha256: Type.String({ description: 'Hexadecimal, of the whole file.' }),
});
export type DownloadLink = Type.Static<typeof DownloadLink>;

export const createDownloadLink = endpoint({
  id: 'createDownloadLink',
  tag: 'Downloads',
  method: 'POST',
  path: '/v1/licenses/:licenseId/downloads/:downloadId/link',
  summary: 'A link to a file, good for 15 minutes, that dies with the permission (W5)',
  needs: 'product:download',
  params: downloadParams,
  responses: { 201: DownloadLink },
  problems: ['license-id-not-found', 'download-not-available'],
});

/** Of all requests for bytes; the link itself says who may have them. */
export const DOWNLOADED_FILE_PATH = '/v1/files/:token';

/** More than any file has; numbers stay exact up to here. */
const SIZE_MAX = 2 ** 53 - 1;

const Sha256 = Type.String({ pattern: '^[0-9a-fA-F]{64}$', description: 'Hexadecimal, of the whole file.' });

/** No path, and none of the characters that a file system somewhere refuses. */
const FileName = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: '^(?!\\.{1,2}$)[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}/\\\\:*?"<>|]+$',
});

const downloadFacts = {
  partNumber: PartNumber,
  version: Name,
  language: Type.String({
    pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$',
    maxLength: 35,
    description: 'BCP 47; `mul` where it is of several.',
  }),
  architecture: Name,
  fileType: Name,
  available: Type.Optional(
    Type.Boolean({ default: true, description: 'false: it is said that it is not available for download.' }),
  ),
  fileName: Type.Optional(FileName),
  sizeBytes: Type.Optional(Type.Integer({ minimum: 0, maximum: SIZE_MAX })),
  sha256: Type.Optional(Sha256),
  storageKey: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 1_000,
      description: 'Where it lies in the storage: names with `/` between them, none of them `.` or `..`.',
    }),
  ),
};

/**
 * A file as the publisher pushes it: known by the publisher's own number. One that is available names its file; so it
 * must be in the storage before.
 */
export const DownloadRecord = Type.Object({ downloadNumber: Name, ...downloadFacts }, strict);
export type DownloadRecord = Type.Static<typeof DownloadRecord>;

export const putDownload = endpoint({
  id: 'putDownload',
  tag: 'Publisher',
  method: 'PUT',
  path: '/v1/publisher/downloads/:downloadNumber',
  summary: 'Save a file that license IDs may offer (W5)',
  needs: 'publisher',
  params: Type.Object({ downloadNumber: Name }),
  body: Type.Object(downloadFacts, {
    ...strict,
    examples: [
      {
        partNumber: 'CAS-STD-2027',
        version: '27.1',
        language: 'de',
        architecture: 'x64',
        fileType: 'ISO',
        fileName: 'casement-standard-27.1-de-x64.iso',
        sizeBytes: 5_368_709_120,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        storageKey: 'casement/27.1/casement-standard-27.1-de-x64.iso',
      },
    ],
  }),
  responses: { 200: SavedRecord, 201: SavedRecord },
});

const offerFacts = {
  offered: Type.Optional(Type.Boolean({ default: true, description: 'false: it is offered no more.' })),
};

/** Says that a license ID may have the downloads of a product: known by license ID and part number. */
export const DownloadOfferRecord = Type.Object(
  { licenseId: LicenseIdNumber, partNumber: PartNumber, ...offerFacts },
  strict,
);
export type DownloadOfferRecord = Type.Static<typeof DownloadOfferRecord>;

export const putDownloadOffer = endpoint({
  id: 'putDownloadOffer',
  tag: 'Partner',
  method: 'PUT',
  path: '/v1/partner/licenses/:licenseId/download-offers/:partNumber',
  summary: 'Offer the downloads of a product under a license ID, or no more (W5)',
  needs: 'partner-or-publisher',
  params: Type.Object({ licenseId: LicenseIdAsked, partNumber: PartNumber }),
  body: Type.Object(offerFacts, { ...strict, examples: [{ offered: true }] }),
  responses: { 200: SavedRecord, 201: SavedRecord },
  problems: ['license-id-not-found'],
});
