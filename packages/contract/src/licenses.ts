import { ACTIONS } from '@muniment/domain/roles.ts';
import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { countedPageOf, Id, Instant, orNull, pageQuery, RoleId, strict } from './fields.ts';
import { NamedContact } from './partners.ts';

const LICENSE_STATUSES = ['active', 'expiring', 'expired'] as const;

export const License = Type.Object({
  id: Id,
  licenseId: Type.String(),
  name: Type.String(),
  program: Type.String(),
  parentProgram: orNull(Type.String()),
  agreementNumber: orNull(Type.String()),
  startDate: Type.String({ format: 'date' }),
  endDate: Type.String({ format: 'date' }),
  status: Type.Enum([...LICENSE_STATUSES], { description: '`expiring`: within 90 days.' }),
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
  contacts: Type.Array(NamedContact, { description: 'They change only through the partner.' }),
});
export type LicenseDetails = Type.Static<typeof LicenseDetails>;

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
      action: Type.Optional(Type.Enum([...ACTIONS], { default: 'contract:view' })),
      q: Type.Optional(
        Type.String({ maxLength: 200, description: 'In license ID, name, program, agreement.' }),
      ),
      soleAdministrator: Type.Optional(
        Type.Boolean({
          description: 'Only those on which the caller is the only reachable administrator (A5).',
        }),
      ),
    },
    strict,
  ),
  responses: { 200: countedPageOf(License) },
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
