import Type from 'typebox';
import { AssignmentChangeAnswer } from './assignment-changes.ts';
import { endpoint } from './endpoint.ts';
import { Id, LicenseIdAsked, RoleAsked, RoleId, strict } from './fields.ts';
import { PEOPLE_MAX, PeopleSelection } from './selections.ts';

const Roles = Type.Array(RoleAsked, { minItems: 1, maxItems: 7, uniqueItems: true });
const LicenseIds = Type.Array(LicenseIdAsked, { minItems: 1, maxItems: 10_000, uniqueItems: true });
const ExpectedPeople = Type.Optional(
  Type.Integer({
    minimum: 0,
    description: 'How many people the caller means; refused as stale-version where it is another number now.',
  }),
);

export const BulkChangeRequest = Type.Object(
  {
    people: PeopleSelection,
    add: Type.Optional(
      Type.Object({ roles: Roles, licenseIds: LicenseIds }, { ...strict, description: 'Give these roles.' }),
    ),
    remove: Type.Optional(
      Type.Object(
        { roles: Roles, licenseIds: Type.Optional(LicenseIds) },
        {
          ...strict,
          description:
            'End these roles; without `licenseIds`, on every license ID that the caller administers.',
        },
      ),
    ),
    removePeople: Type.Optional(
      Type.Literal(true, {
        description: 'End all of their assigned roles, as deleting each VL user does (M5).',
      }),
    ),
    expectedPeople: ExpectedPeople,
    reason: Type.Optional(Type.String({ maxLength: 500 })),
    dryRun: Type.Optional(
      Type.Boolean({ default: false, description: 'Answer what would change; save nothing.' }),
    ),
  },
  { ...strict, description: 'Exactly one of `add`, `remove` and `removePeople`.' },
);
export type BulkChangeRequest = Type.Static<typeof BulkChangeRequest>;

export const SKIP_REASONS = ['role-inherited', 'assignment-in-progress', 'not-held', 'held-already'] as const;

/** One role that a bulk change leaves as it is. */
export const SkippedRole = Type.Object({
  vlUserId: Id,
  displayName: Type.String(),
  licenseId: Type.String(),
  role: RoleId,
  reason: Type.Enum([...SKIP_REASONS], {
    description:
      '`role-inherited`: only its holder can give it up. `assignment-in-progress`: a change of this person is being applied; add it when that has ended. `not-held`, `held-already`: nothing to do.',
  }),
});
export type SkippedRole = Type.Static<typeof SkippedRole>;

export const BulkChangeAnswer = Type.Object({
  ...AssignmentChangeAnswer.properties,
  skipped: Type.Array(SkippedRole, {
    description: 'What the selection asks for and this change leaves out.',
  }),
});
export type BulkChangeAnswer = Type.Static<typeof BulkChangeAnswer>;

export const changeInBulk = endpoint({
  id: 'changeInBulk',
  tag: 'Assignments',
  method: 'POST',
  path: '/v1/bulk-changes',
  summary: 'Add roles to many people, end roles of many, or remove many: one change, all of it or nothing',
  needs: 'assignment:manage',
  body: BulkChangeRequest,
  // 10,000 people by id beside 10,000 license IDs.
  maxBodyBytes: 2 * 1024 * 1024,
  responses: { 200: BulkChangeAnswer, 201: BulkChangeAnswer },
  problems: [
    'license-id-not-found',
    'vl-user-not-found',
    'unknown-role',
    'last-administrator',
    'role-inherited',
    'assignment-in-progress',
    'stale-version',
  ],
});

const SEND_OUTCOMES = ['sent', 'no-open-invitation', 'too-soon', 'expired'] as const;

export const BulkInvitationAnswer = Type.Object({
  items: Type.Array(
    Type.Object({
      vlUserId: Id,
      displayName: Type.String(),
      outcome: Type.Enum([...SEND_OUTCOMES], {
        description: '`too-soon`: sent within the last minute. `expired`: reset it instead.',
      }),
    }),
    { description: 'Everybody selected, by name.' },
  ),
  sent: Type.Integer({ description: 'How many people an invitation was sent to.' }),
});
export type BulkInvitationAnswer = Type.Static<typeof BulkInvitationAnswer>;

export const sendInvitationsInBulk = endpoint({
  id: 'sendInvitationsInBulk',
  tag: 'VL users',
  method: 'POST',
  path: '/v1/bulk-invitations',
  summary: 'Resend or reset the invitations of many people (M3); of those who wait for none, nothing is sent',
  needs: 'assignment:manage',
  body: Type.Object(
    { people: PeopleSelection, action: Type.Enum(['resend', 'reset']), expectedPeople: ExpectedPeople },
    strict,
  ),
  maxBodyBytes: PEOPLE_MAX * 64,
  responses: { 200: BulkInvitationAnswer },
  problems: ['vl-user-not-found', 'stale-version'],
});
