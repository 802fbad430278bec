import { HOME_USE_DOMAINS_MAX, HOME_USE_STATES } from '@muniment/domain/home-use.ts';
import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import {
  countedPageOf,
  EmailAddress,
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

/** What a list of programs sorts by; with `-` before it from the end. */
const BENEFIT_COLUMNS = ['licenseId', 'name', 'state', 'total', 'used', 'endDate'] as const;
export type BenefitColumn = (typeof BENEFIT_COLUMNS)[number];
export const BENEFIT_SORTS = BENEFIT_COLUMNS.flatMap((column) => [column, `-${column}`] as const);
export type BenefitSort = (typeof BENEFIT_SORTS)[number];
export const BENEFIT_SORT_DEFAULT = 'licenseId' satisfies BenefitSort;

/** One row of the list: the Home Use Program of one license ID. @source W8 */
export const Benefit = Type.Object({
  id: Id,
  licenseId: Type.String(),
  name: Type.String(),
  endDate: Type.String({ format: 'date', description: 'Of the contract, and so of the program.' }),
  state: Type.Enum([...HOME_USE_STATES]),
  total: Type.Integer({ description: 'Home Use copies that were granted.' }),
  used: Type.Integer({ description: "As the publisher's shop counts them." }),
});
export type Benefit = Type.Static<typeof Benefit>;

const MISSING = [
  'terms-open',
  'terms-changed',
  'contact-missing',
  'domains-missing',
  'not-entitled',
  'contract-over',
] as const;

export const BenefitDetails = Type.Object({
  ...Benefit.properties,
  terms: Type.Object({
    current: Type.String({ description: 'Version of the terms that hold now.' }),
    url: orNull(Type.String({ description: 'Where they can be read.' })),
    accepted: orNull(
      Type.Object({
        version: Type.String(),
        at: Instant,
        by: orNull(
          Type.String({
            description: 'Who accepted them; null to others who do not administer the license ID.',
          }),
        ),
      }),
    ),
  }),
  contact: orNull(Type.Object({ name: Type.String(), email: Type.String() })),
  domains: Type.Array(Type.String(), { description: 'In which employees have their addresses.' }),
  accessCode: orNull(Type.String({ description: 'Only while the program is active.' })),
  shopUrl: orNull(Type.String({ description: 'Where employees give the code.' })),
  missing: orNull(
    Type.Enum([...MISSING], { description: 'The first thing that keeps it from being activated.' }),
  ),
});
export type BenefitDetails = Type.Static<typeof BenefitDetails>;

const filter = {
  q: Type.Optional(Type.String({ maxLength: 200, description: 'In license ID and name.' })),
  state: Type.Optional(Type.Enum([...HOME_USE_STATES])),
  licenseId: Type.Optional(LicenseIdAsked),
  sort: Type.Optional(Type.Enum([...BENEFIT_SORTS], { default: BENEFIT_SORT_DEFAULT })),
};
const licenseParams = Type.Object({ licenseId: LicenseIdAsked });

export const listBenefits = endpoint({
  id: 'listBenefits',
  tag: 'Benefits',
  method: 'GET',
  path: '/v1/benefits',
  summary: 'The Home Use Programs of license IDs on which the caller may manage benefits (W8)',
  needs: 'benefit:manage',
  query: Type.Object({ ...pageQuery, ...filter }, strict),
  responses: { 200: countedPageOf(Benefit) },
});

export const exportBenefits = endpoint({
  id: 'exportBenefits',
  tag: 'Benefits',
  method: 'GET',
  path: '/v1/benefits/export',
  summary: 'The Home Use Programs that match as CSV, without access codes (W8)',
  needs: 'benefit:manage',
  query: Type.Object(filter, strict),
  mediaType: 'text/csv',
  responses: {
    200: Type.String({
      description:
        'UTF-8 with a byte order mark, RFC 4180: licenseId, name, endDate, state, total, used. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
    }),
  },
});

export const getBenefit = endpoint({
  id: 'getBenefit',
  tag: 'Benefits',
  method: 'GET',
  path: '/v1/licenses/:licenseId/benefits',
  summary: 'The Home Use Program of one license ID, with its access code where it is active (W8)',
  needs: 'benefit:manage',
  params: licenseParams,
  responses: { 200: BenefitDetails },
  problems: ['license-id-not-found'],
  versioned: true,
});

const step = {
  tag: 'Benefits',
  needs: 'benefit:manage',
  params: licenseParams,
  responses: { 200: BenefitDetails },
  problems: ['license-id-not-found', 'home-use-state', 'stale-version'],
  versioned: true,
} as const;

export const acceptHomeUseTerms = endpoint({
  ...step,
  id: 'acceptHomeUseTerms',
  method: 'POST',
  path: '/v1/licenses/:licenseId/benefits/terms',
  summary: 'Accept the terms of the Home Use Program, in the version that was read (W8)',
  body: Type.Object(
    { version: Type.String({ minLength: 1, maxLength: 40 }) },
    { ...strict, examples: [{ version: '1' }] },
  ),
});

export const setHomeUseContact = endpoint({
  ...step,
  id: 'setHomeUseContact',
  method: 'PUT',
  path: '/v1/licenses/:licenseId/benefits/contact',
  summary: 'Say whom employees ask about the Home Use Program (W8)',
  body: Type.Object(
    { name: Name, email: EmailAddress },
    { ...strict, examples: [{ name: 'Ida Falk', email: 'ida.falk@halden.example' }] },
  ),
});

export const setHomeUseDomains = endpoint({
  ...step,
  id: 'setHomeUseDomains',
  method: 'PUT',
  path: '/v1/licenses/:licenseId/benefits/domains',
  summary: 'Set the e-mail domains of employees; those of public mail providers are refused (W8)',
  body: Type.Object(
    {
      domains: Type.Array(Type.String({ minLength: 1, maxLength: 254 }), {
        minItems: 1,
        maxItems: HOME_USE_DOMAINS_MAX,
      }),
    },
    { ...strict, examples: [{ domains: ['halden.example'] }] },
  ),
});

export const activateHomeUse = endpoint({
  ...step,
  id: 'activateHomeUse',
  method: 'POST',
  path: '/v1/licenses/:licenseId/benefits/activate',
  summary: 'Activate the Home Use Program: it gets a new access code (W8)',
});

export const renewHomeUseCode = endpoint({
  ...step,
  id: 'renewHomeUseCode',
  method: 'POST',
  path: '/v1/licenses/:licenseId/benefits/access-code',
  summary: 'Replace the access code: the one before is dead at once (W8)',
});

export const deactivateHomeUse = endpoint({
  ...step,
  id: 'deactivateHomeUse',
  method: 'POST',
  path: '/v1/licenses/:licenseId/benefits/deactivate',
  summary: 'Deactivate the Home Use Program: its access code is dead at once (W8)',
});

export const checkHomeUse = endpoint({
  id: 'checkHomeUse',
  tag: 'Publisher',
  method: 'POST',
  path: '/v1/publisher/home-use/check',
  summary: 'Whether an access code of the Home Use Program is good for somebody with an address (W8)',
  needs: 'publisher',
  scope: 'access:check',
  body: Type.Object(
    {
      accessCode: Type.String({ maxLength: 100 }),
      email: Type.String({ maxLength: 500, description: 'Of an employee, which the shop has verified.' }),
    },
    { ...strict, examples: [{ accessCode: 'ACD34679EF', email: 'ida.falk@halden.example' }] },
  ),
  responses: {
    200: Type.Object({
      allowed: Type.Boolean({
        description:
          'False for a code that is unknown, was replaced or switched off, and for another domain, alike.',
      }),
    }),
  },
});

/** What the publisher grants on a license ID, and how many of it its shop has given out: one a license ID. */
export const HomeUseEntitlementRecord = Type.Object(
  {
    licenseId: LicenseIdNumber,
    total: Type.Integer({ minimum: 0, maximum: 100_000_000 }),
    used: Type.Integer({ minimum: 0, maximum: 100_000_000 }),
  },
  strict,
);
export type HomeUseEntitlementRecord = Type.Static<typeof HomeUseEntitlementRecord>;

export const putHomeUseEntitlement = endpoint({
  id: 'putHomeUseEntitlement',
  tag: 'Partner',
  method: 'PUT',
  path: '/v1/partner/licenses/:licenseId/home-use-entitlement',
  summary: 'Save how many Home Use copies are granted on a license ID, and how many are used (W8)',
  needs: 'partner-or-publisher',
  params: licenseParams,
  body: Type.Object(
    { total: HomeUseEntitlementRecord.properties.total, used: HomeUseEntitlementRecord.properties.used },
    { ...strict, examples: [{ total: 400, used: 126 }] },
  ),
  responses: { 200: SavedRecord, 201: SavedRecord },
  problems: ['license-id-not-found'],
});
