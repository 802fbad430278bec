import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import {
  countedPageOf,
  EmailAddress,
  Id,
  Instant,
  Name,
  orNull,
  pageQuery,
  RoleId,
  StatusId,
  strict,
} from './fields.ts';
import { peopleFilterQuery } from './selections.ts';

const VL_USER_ACTIONS = ['view-access', 'resend-invite', 'reset-invite'] as const;
export const VL_USER_SORTS = [
  'displayName',
  '-displayName',
  'signInEmail',
  '-signInEmail',
  'status',
  '-status',
] as const;

/** One row of Manage Assignments. @source M1 */
export const VlUser = Type.Object({
  id: Id,
  displayName: Type.String(),
  status: StatusId,
  actions: Type.Array(Type.Enum([...VL_USER_ACTIONS])),
  signInEmail: Type.String(),
  businessEmail: Type.String(),
  roles: Type.Array(RoleId, { description: 'On any license ID that the caller administers.' }),
  licenseIdCount: Type.Integer({ description: 'Of those that the caller administers.' }),
  isYou: Type.Boolean(),
});
export type VlUser = Type.Static<typeof VlUser>;

const asOf = Type.Optional(
  Type.String({
    format: 'date-time',
    description:
      'A past moment: roles, statuses and license IDs as they were recorded by then, on the license IDs that the caller administers now. Left out: now.',
  }),
);

const sort = Type.Optional(Type.Enum([...VL_USER_SORTS], { default: 'displayName' }));

export const listVlUsers = endpoint({
  id: 'listVlUsers',
  tag: 'VL users',
  method: 'GET',
  path: '/v1/vl-users',
  summary: 'The VL users on the license IDs that the caller administers (Manage Assignments)',
  needs: 'assignment:manage',
  query: Type.Object({ ...pageQuery, ...peopleFilterQuery, sort, asOf }, strict),
  responses: { 200: countedPageOf(VlUser) },
});

export const countVlUsers = endpoint({
  id: 'countVlUsers',
  tag: 'VL users',
  method: 'GET',
  path: '/v1/vl-users/counts',
  summary: 'How many people each tab of Manage Assignments lists, now or at a past moment',
  needs: 'assignment:manage',
  query: Type.Object({ asOf }, strict),
  responses: {
    200: Type.Object({
      everyone: Type.Integer(),
      needsAttention: Type.Integer({ description: 'Failed, User not found or Invitation expired.' }),
      pendingInvitations: Type.Integer({ description: 'Invitation sent.' }),
      administrators: Type.Integer({
        description: 'Hold Administrator on a license ID that the caller administers, also where it waits.',
      }),
    }),
  },
});

export const exportVlUsers = endpoint({
  id: 'exportVlUsers',
  tag: 'VL users',
  method: 'GET',
  path: '/v1/vl-users/export',
  summary:
    'Everybody who matches as CSV, now or at a past moment: a row for each person, license ID and role that the caller sees',
  needs: 'assignment:manage',
  query: Type.Object({ ...peopleFilterQuery, sort, asOf }, strict),
  mediaType: 'text/csv',
  responses: {
    200: Type.String({
      description:
        'UTF-8 with a byte order mark, RFC 4180: displayName, status, signInEmail, businessEmail, licenseId, licenseName, agreementNumber, role, origin, startsAt, endsAt. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
    }),
  },
});

/** What became of the last mail of an invitation. */
export const MAIL_STATES = ['held', 'sending', 'sent', 'failed', 'cancelled'] as const;

export const InvitationView = Type.Object({
  kind: Type.Enum(['assignment', 'contact']),
  sentAt: Instant,
  expiresAt: Instant,
  expired: Type.Boolean(),
  /** Of a contact invitation: the license ID that it asks to administer. */
  licenseId: orNull(Type.String()),
  mail: orNull(
    Type.Object({
      state: Type.Enum([...MAIL_STATES]),
      to: Type.String(),
      at: Type.String({ format: 'date-time', description: 'Since when; of held mail, when it goes out.' }),
      error: orNull(Type.String()),
    }),
  ),
});

/** How a VL user stands at downstream systems. @source M2 */
const VlUserProvisioning = Type.Object({
  waitingFor: Type.Array(Type.String(), { description: 'Names of the systems that have not answered yet.' }),
  failed: orNull(
    Type.Object({ reason: Type.String({ description: 'A line for each system.' }), at: Instant }),
  ),
});
export type VlUserProvisioning = Type.Static<typeof VlUserProvisioning>;

export const VlUserDetails = Type.Object({
  ...VlUser.properties,
  provisioning: VlUserProvisioning,
  invitations: Type.Array(InvitationView, {
    description: 'Open ones that cover a license ID which the caller administers.',
  }),
});
export type VlUserDetails = Type.Static<typeof VlUserDetails>;

const vlUserParams = Type.Object({ vlUserId: Type.String({ maxLength: 64 }) });

export const getVlUser = endpoint({
  id: 'getVlUser',
  tag: 'VL users',
  method: 'GET',
  path: '/v1/vl-users/:vlUserId',
  summary: 'One VL user as the caller sees them, now or at a past moment',
  needs: 'assignment:manage',
  params: vlUserParams,
  query: Type.Object({ asOf }, strict),
  responses: { 200: VlUserDetails },
  problems: ['vl-user-not-found'],
  versioned: true,
});

export const editVlUser = endpoint({
  id: 'editVlUser',
  tag: 'VL users',
  method: 'PATCH',
  path: '/v1/vl-users/:vlUserId',
  summary: 'Change the business e-mail or the name of a VL user',
  needs: 'assignment:manage',
  params: vlUserParams,
  body: Type.Object(
    { businessEmail: Type.Optional(EmailAddress), displayName: Type.Optional(Name) },
    { ...strict, minProperties: 1 },
  ),
  responses: { 200: VlUserDetails },
  problems: ['vl-user-not-found', 'stale-version', 'assignment-in-progress'],
  versioned: true,
});

export const removeVlUser = endpoint({
  id: 'removeVlUser',
  tag: 'VL users',
  method: 'DELETE',
  path: '/v1/vl-users/:vlUserId',
  summary: 'End all assigned roles of a VL user on the license IDs that the caller administers (M5)',
  needs: 'assignment:manage',
  params: vlUserParams,
  responses: { 204: Type.Null() },
  problems: ['vl-user-not-found', 'last-administrator', 'stale-version'],
  versioned: true,
});

const AccessRole = Type.Object({
  role: RoleId,
  origin: Type.Enum(['assigned', 'inherited']),
  startsAt: Instant,
  endsAt: orNull(Instant),
  status: StatusId,
});

export const LicenseAccess = Type.Object({
  licenseId: Type.String(),
  name: Type.String(),
  agreementNumber: orNull(Type.String()),
  agreementName: orNull(Type.String()),
  administrators: Type.Object({ reachable: Type.Integer(), pending: Type.Integer() }),
  assignableRoles: Type.Array(RoleId, { description: 'Roles that the caller may give there.' }),
  roles: Type.Array(AccessRole),
});
export type LicenseAccess = Type.Static<typeof LicenseAccess>;

export const getVlUserAccess = endpoint({
  id: 'getVlUserAccess',
  tag: 'VL users',
  method: 'GET',
  path: '/v1/vl-users/:vlUserId/access',
  summary:
    'Roles of a VL user by license ID, of those that the caller administers, now or at a past moment (M4)',
  needs: 'assignment:manage',
  params: vlUserParams,
  query: Type.Object({ asOf }, strict),
  responses: { 200: Type.Object({ items: Type.Array(LicenseAccess) }) },
  problems: ['vl-user-not-found'],
  versioned: true,
});

const invitationAnswer = Type.Object({ items: Type.Array(InvitationView) });

export const resendInvitation = endpoint({
  id: 'resendInvitation',
  tag: 'VL users',
  method: 'POST',
  path: '/v1/vl-users/:vlUserId/invitation/resend',
  summary: 'Mail the same invitation again: same link, same expiry (M3)',
  needs: 'assignment:manage',
  params: vlUserParams,
  responses: { 200: invitationAnswer },
  problems: ['vl-user-not-found', 'no-open-invitation', 'invitation-expired', 'too-many-requests'],
});

export const resetInvitation = endpoint({
  id: 'resetInvitation',
  tag: 'VL users',
  method: 'POST',
  path: '/v1/vl-users/:vlUserId/invitation/reset',
  summary: 'Mail a new invitation: new link, new expiry; earlier links stop working (M3)',
  needs: 'assignment:manage',
  params: vlUserParams,
  responses: { 200: invitationAnswer },
  problems: ['vl-user-not-found', 'no-open-invitation', 'too-many-requests'],
});

export const DirectoryAccount = Type.Object({
  vlUserId: orNull(Id),
  displayName: Type.String(),
  signInEmail: Type.String(),
  businessEmail: Type.String(),
  external: Type.Boolean({
    description:
      'Not in the directory of the organization, which has accounts; without any, nobody is external.',
  }),
});
export type DirectoryAccount = Type.Static<typeof DirectoryAccount>;

export const searchDirectory = endpoint({
  id: 'searchDirectory',
  tag: 'VL users',
  method: 'GET',
  path: '/v1/directory/accounts',
  summary: 'People of the organization whom an administrator may add (S1)',
  needs: 'assignment:manage',
  query: Type.Object({ q: Type.String({ minLength: 1, maxLength: 200 }), limit: pageQuery.limit }, strict),
  responses: { 200: Type.Object({ items: Type.Array(DirectoryAccount) }) },
});
