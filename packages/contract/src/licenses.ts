import { ACTIONS } from '@muniment/domain/roles.ts';
import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { countedPageOf, Id, Instant, LicenseIdAsked, orNull, pageQuery, RoleId, strict } from './fields.ts';
import { NamedContact } from './partners.ts';

export const LICENSE_STATUSES = ['active', 'expiring', 'expired', 'terminated'] as const;

export const LICENSE_SORTS = [
  'licenseId',
  '-licenseId',
  'name',
  '-name',
  'location',
  '-location',
  'parentProgram',
  '-parentProgram',
  'endDate',
  '-endDate',
  'status',
  '-status',
] as const;
export type LicenseSort = (typeof LICENSE_SORTS)[number];

export const License = Type.Object({
  id: Id,
  licenseId: Type.String(),
  name: Type.String(),
  program: Type.String(),
  parentProgram: orNull(Type.String()),
  agreementNumber: orNull(Type.String()),
  startDate: Type.String({ format: 'date' }),
  endDate: Type.String({ format: 'date' }),
  status: Type.Enum([...LICENSE_STATUSES], {
    description: '`expiring`: within 90 days. `terminated`: before its end date.',
  }),
  organizationName: Type.String(),
  city: orNull(Type.String()),
  country: Type.String(),
  roles: Type.Array(RoleId, { description: "The caller's own effective roles on it." }),
  administrators: orNull(
    Type.Object(
      {
        reachable: Type.Integer({ description: 'Registered, present, started and without an end date.' }),
        pending: Type.Integer({ description: 'Designated, but not able to act yet.' }),
      },
      { description: 'Only where the caller administers the license ID.' },
    ),
  ),
  assignableRoles: orNull(
    Type.Array(RoleId, {
      description: 'Roles that the caller may give, where they administer the license ID.',
    }),
  ),
});
export type License = Type.Static<typeof License>;

/** Contacts are facts of the contract: nothing marks which of them administers it. @source A9, A10 */
export const LicenseDetails = Type.Object({
  ...License.properties,
  organizationNumber: Type.String(),
  licenseType: orNull(Type.String()),
  agreementType: orNull(Type.String()),
  terminatedOn: orNull(Type.String({ format: 'date' })),
  daysLeft: Type.Integer({ description: 'Until the end date; negative where it has passed.' }),
  offerings: Type.Array(Type.String()),
  contacts: Type.Array(NamedContact, { description: 'They change only through the partner.' }),
});
export type LicenseDetails = Type.Static<typeof LicenseDetails>;

const licenseFilter = {
  action: Type.Optional(Type.Enum([...ACTIONS], { default: 'contract:view' })),
  q: Type.Optional(
    Type.String({ maxLength: 200, description: 'In license ID, name, program, agreement, place.' }),
  ),
  soleAdministrator: Type.Optional(
    Type.Boolean({
      description: 'Only those on which the caller is the only reachable administrator (A5).',
    }),
  ),
  licenseId: Type.Optional(LicenseIdAsked),
  status: Type.Optional(Type.Array(Type.Enum([...LICENSE_STATUSES]), { maxItems: LICENSE_STATUSES.length })),
  program: Type.Optional(Type.String({ maxLength: 200, description: 'The program, exactly.' })),
  parentProgram: Type.Optional(Type.String({ maxLength: 200, description: 'The parent program, exactly.' })),
  sort: Type.Optional(
    Type.Enum([...LICENSE_SORTS], {
      default: 'licenseId',
      description: '`endDate` has the nearest end first. `-` before a name: the other way round.',
    }),
  ),
};

export const listLicenses = endpoint({
  id: 'listLicenses',
  tag: 'License IDs',
  method: 'GET',
  path: '/v1/licenses',
  summary: 'The license IDs on which the caller holds a role with the action (default: contract:view)',
  needs: 'membership',
  query: Type.Object(
    {
      ...pageQuery,
      ...licenseFilter,
    },
    strict,
  ),
  responses: { 200: countedPageOf(License) },
});

export const exportLicenses = endpoint({
  id: 'exportLicenses',
  tag: 'License IDs',
  method: 'GET',
  path: '/v1/licenses/export',
  summary: 'The same license IDs as CSV, a row for each (W1)',
  needs: 'membership',
  query: Type.Object(licenseFilter, strict),
  mediaType: 'text/csv',
  responses: {
    200: Type.String({
      description:
        'UTF-8 with a byte order mark, RFC 4180: licenseId, name, organization, city, country, program, parentProgram, agreementNumber, startDate, endDate, status, roles. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
    }),
  },
});

export const getLicense = endpoint({
  id: 'getLicense',
  tag: 'License IDs',
  method: 'GET',
  path: '/v1/licenses/:licenseId',
  summary: 'One license ID on which the caller holds a role',
  needs: 'membership',
  params: Type.Object({ licenseId: Type.String() }),
  responses: { 200: LicenseDetails },
  problems: ['license-id-not-found'],
});

const SoleAdministrator = Type.Object({
  licenseId: Type.String(),
  name: Type.String(),
  people: Type.Integer({ description: 'Everybody else with a role on it.' }),
  suggested: orNull(
    Type.Object(
      { vlUserId: Id, displayName: Type.String() },
      { description: 'An active person who already holds a role on it.' },
    ),
  ),
});

export const Overview = Type.Object({
  people: Type.Integer(),
  licenseIds: Type.Integer(),
  invitationsSent: Type.Integer(),
  invitationsExpired: Type.Integer(),
  assignmentsInProgress: Type.Integer(),
  assignmentsFailed: Type.Integer(),
  usersNotFound: Type.Integer(),
  soleAdministratorOf: Type.Object({
    total: Type.Integer(),
    items: Type.Array(SoleAdministrator, { description: 'The first few, by license ID.' }),
  }),
  /** When the organization's directory was heard of last; null where it has none. */
  directorySyncedAt: orNull(Instant),
});
export type Overview = Type.Static<typeof Overview>;

export const getOverview = endpoint({
  id: 'getOverview',
  tag: 'License IDs',
  method: 'GET',
  path: '/v1/overview',
  summary: 'What needs the caller today, over the license IDs that they administer (A5)',
  needs: 'assignment:manage',
  responses: { 200: Overview },
});
