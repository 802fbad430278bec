import { LANGUAGES } from '@muniment/domain/languages.ts';
import { ENTITLEMENT_TYPES, PRODUCT_POOLS } from '@muniment/domain/license-summary.ts';
import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { countedPageOf, Id, Instant, LicenseIdAsked, orNull, pageQuery, strict } from './fields.ts';

/** `waiting`: for its turn. `failed`: given up, `reason` says why. */
const SUMMARY_STATES = ['waiting', 'running', 'done', 'failed', 'canceled'] as const;
export type SummaryState = (typeof SUMMARY_STATES)[number];

/** More license IDs than an organization has. */
const SUMMARY_LICENSES_MAX = 20_000;
/** As many of its license IDs a summary names by itself; its PDF names all. */
const NAMED_LICENSES = 10;

/** A summary of the caller's own, as its list shows it. @source W4 */
export const LicenseSummary = Type.Object({
  id: Id,
  state: Type.Enum([...SUMMARY_STATES]),
  reason: orNull(
    Type.Enum(['gave-up'], {
      description: '`gave-up`: it could not be made in several attempts. Create it again.',
    }),
  ),
  asOf: Type.String({ format: 'date', description: 'The day, in UTC, whose entitlements count.' }),
  progress: Type.Object({
    done: Type.Integer({ description: 'License IDs that are added up.' }),
    total: Type.Integer(),
  }),
  openLicenseCount: Type.Integer({
    description: 'License IDs that are still open to the caller: no other is in what is answered.',
  }),
  licenseIds: Type.Array(Type.String(), {
    description: `The first ${NAMED_LICENSES} of those that are open.`,
  }),
  createdAt: Instant,
  endedAt: orNull(Instant),
  expiresAt: Type.String({ ...Instant, description: 'It is deleted then.' }),
});
export type LicenseSummary = Type.Static<typeof LicenseSummary>;

const quantities = {
  effectiveQuantity: Type.Integer(),
  activeSoftwareAssuranceQuantity: Type.Integer(),
};

export const LicenseSummaryDetails = Type.Object({
  ...LicenseSummary.properties,
  totals: Type.Array(Type.Object({ pool: Type.Enum([...PRODUCT_POOLS]), ...quantities }), {
    description: 'One for each pool; empty until it is done.',
  }),
});
export type LicenseSummaryDetails = Type.Static<typeof LicenseSummaryDetails>;

/** What a summary's rows sort by; with `-` before it from the end. */
const SUMMARY_COLUMNS = [
  'family',
  'version',
  'pool',
  'type',
  'effectiveQuantity',
  'activeSoftwareAssuranceQuantity',
] as const;
export type SummaryColumn = (typeof SUMMARY_COLUMNS)[number];
export const SUMMARY_SORTS = SUMMARY_COLUMNS.flatMap((column) => [column, `-${column}`] as const);
export type SummarySort = (typeof SUMMARY_SORTS)[number];
export const SUMMARY_SORT_DEFAULT = 'pool' satisfies SummarySort;

/** @source W4 */
export const LicenseSummaryRow = Type.Object({
  id: Type.String({ description: 'Tells rows of one summary apart.' }),
  family: Type.String(),
  version: Type.String(),
  pool: Type.Enum([...PRODUCT_POOLS]),
  type: Type.Enum([...ENTITLEMENT_TYPES]),
  granted: Type.Boolean(),
  ...quantities,
});
export type LicenseSummaryRow = Type.Static<typeof LicenseSummaryRow>;

const summaryParams = Type.Object({ summaryId: Type.String({ maxLength: 64 }) });

export const createLicenseSummary = endpoint({
  id: 'createLicenseSummary',
  tag: 'License summaries',
  method: 'POST',
  path: '/v1/license-summaries',
  summary: 'Add up the entitlements of license IDs, in the background (W4)',
  needs: 'summary:create',
  body: Type.Union(
    [
      Type.Object(
        { licenseIds: Type.Array(LicenseIdAsked, { minItems: 1, maxItems: SUMMARY_LICENSES_MAX }) },
        strict,
      ),
      Type.Object({ all: Type.Literal(true) }, strict),
    ],
    {
      description: 'Some license IDs, or all on which the caller may create summaries.',
      examples: [{ licenseIds: ['12345678'] }],
    },
  ),
  maxBodyBytes: 2_000_000,
  responses: { 201: LicenseSummaryDetails },
  problems: ['license-id-not-found', 'too-many-summaries'],
});

export const listLicenseSummaries = endpoint({
  id: 'listLicenseSummaries',
  tag: 'License summaries',
  method: 'GET',
  path: '/v1/license-summaries',
  summary: "The caller's own license summaries, the newest first (W4)",
  needs: 'summary:create',
  query: Type.Object({ ...pageQuery }, strict),
  responses: { 200: countedPageOf(LicenseSummary) },
});

export const getLicenseSummary = endpoint({
  id: 'getLicenseSummary',
  tag: 'License summaries',
  method: 'GET',
  path: '/v1/license-summaries/:summaryId',
  summary: 'One license summary: how far it is, and its totals (W4)',
  needs: 'summary:create',
  params: summaryParams,
  responses: { 200: LicenseSummaryDetails },
});

export const listLicenseSummaryRows = endpoint({
  id: 'listLicenseSummaryRows',
  tag: 'License summaries',
  method: 'GET',
  path: '/v1/license-summaries/:summaryId/rows',
  summary: 'The rows of a license summary that is done (W4)',
  needs: 'summary:create',
  params: summaryParams,
  query: Type.Object(
    {
      ...pageQuery,
      q: Type.Optional(Type.String({ maxLength: 200, description: 'In product family and version.' })),
      sort: Type.Optional(Type.Enum([...SUMMARY_SORTS], { default: SUMMARY_SORT_DEFAULT })),
    },
    strict,
  ),
  responses: { 200: countedPageOf(LicenseSummaryRow) },
  problems: ['summary-not-done'],
});

export const exportLicenseSummary = endpoint({
  id: 'exportLicenseSummary',
  tag: 'License summaries',
  method: 'GET',
  path: '/v1/license-summaries/:summaryId/csv',
  summary: 'The rows of a license summary as CSV (W4)',
  needs: 'summary:create',
  params: summaryParams,
  mediaType: 'text/csv',
  responses: {
    200: Type.String({
      description:
        'UTF-8 with a byte order mark, RFC 4180: family, version, pool, type, granted, effectiveQuantity, activeSoftwareAssuranceQuantity. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
    }),
  },
  problems: ['summary-not-done'],
});

export const printLicenseSummary = endpoint({
  id: 'printLicenseSummary',
  tag: 'License summaries',
  method: 'GET',
  path: '/v1/license-summaries/:summaryId/pdf',
  summary: 'A license summary as PDF: rows, totals and its license IDs (W4)',
  needs: 'summary:create',
  params: summaryParams,
  query: Type.Object(
    {
      language: Type.Optional(
        Type.Enum([...LANGUAGES], { description: "Of its texts; left out: as the caller's mail." }),
      ),
    },
    strict,
  ),
  mediaType: 'application/pdf',
  responses: { 200: Type.String({ description: 'A4' }) },
  problems: ['summary-not-done'],
});

export const cancelLicenseSummary = endpoint({
  id: 'cancelLicenseSummary',
  tag: 'License summaries',
  method: 'POST',
  path: '/v1/license-summaries/:summaryId/cancel',
  summary: 'Stop a license summary that is not done; nothing happens to one that is over (W4)',
  needs: 'summary:create',
  params: summaryParams,
  responses: { 200: LicenseSummaryDetails },
});
