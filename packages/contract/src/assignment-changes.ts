import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import {
  EmailAddress,
  Id,
  Instant,
  LicenseIdAsked,
  Name,
  orNull,
  pageOf,
  pageQuery,
  RoleAsked,
  RoleId,
  strict,
} from './fields.ts';

/** As many (VL user, license ID) pairs one change may hold. */
export const ASSIGNMENTS_MAX = 10_000;

const WantedUser = Type.Union([
  Type.Object({ vlUserId: Id }, strict),
  Type.Object(
    {
      signInEmail: EmailAddress,
      businessEmail: Type.Optional(EmailAddress),
      displayName: Type.Optional(Name),
    },
    strict,
  ),
]);
export type WantedUser = Type.Static<typeof WantedUser>;

const WantedRole = Type.Union([
  RoleAsked,
  Type.Object(
    { role: RoleAsked, startsAt: Type.Optional(Instant), endsAt: Type.Optional(orNull(Instant)) },
    strict,
  ),
]);

export const AssignmentChangeRequest = Type.Object(
  {
    assignments: Type.Array(
      Type.Object(
        {
          user: WantedUser,
          licenseId: LicenseIdAsked,
          roles: Type.Array(WantedRole, {
            maxItems: 7,
            description: 'All assigned roles wanted; none ends them.',
          }),
        },
        strict,
      ),
      { minItems: 1, maxItems: ASSIGNMENTS_MAX },
    ),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
    dryRun: Type.Optional(
      Type.Boolean({ default: false, description: 'Answer what would change; save nothing.' }),
    ),
    expected: Type.Optional(
      Type.Array(Type.Object({ vlUserId: Id, etag: Type.String({ maxLength: 100 }) }, strict), {
        maxItems: ASSIGNMENTS_MAX,
        description:
          'What the caller read of these VL users; refused as stale-version where it changed since.',
      }),
    ),
  },
  strict,
);
export type AssignmentChangeRequest = Type.Static<typeof AssignmentChangeRequest>;

export const Difference = Type.Object({
  vlUserId: orNull(Id),
  signInEmail: Type.String(),
  displayName: Type.String(),
  licenseId: Type.String(),
  licenseName: Type.String(),
  added: Type.Array(RoleId),
  removed: Type.Array(RoleId),
  rescheduled: Type.Array(RoleId, { description: 'Held before and after, with another period.' }),
  kept: Type.Array(RoleId),
});
export type Difference = Type.Static<typeof Difference>;

export const MailPlan = Type.Object({
  kind: Type.Enum(['invitation', 'permission-change']),
  displayName: Type.String(),
  signInEmail: Type.String(),
  to: Type.String({ description: 'The business e-mail.' }),
  subject: Type.String(),
});
export type MailPlan = Type.Static<typeof MailPlan>;

const CHECK_CODES = [
  'last-administrator',
  'assignment-in-progress',
  'role-inherited',
  'drops-to-one-administrator',
  'administrator-pending',
  'gains-second-administrator',
] as const;

export const Check = Type.Object({
  level: Type.Enum(['blocking', 'warning', 'information', 'good']),
  code: Type.Enum([...CHECK_CODES]),
  licenseIds: Type.Array(Type.String()),
  people: Type.Array(Type.String(), { description: 'Display names.' }),
});
export type Check = Type.Static<typeof Check>;

export const AssignmentChangeAnswer = Type.Object({
  id: orNull(Id),
  saved: Type.Boolean({ description: 'false for a dry run, and where nothing would change.' }),
  at: orNull(Instant),
  summary: Type.Object({
    added: Type.Integer(),
    removed: Type.Integer(),
    rescheduled: Type.Integer(),
    people: Type.Integer(),
    licenseIds: Type.Integer(),
  }),
  difference: Type.Array(Difference),
  emails: Type.Array(MailPlan),
  mailHoldSeconds: Type.Integer(),
  checks: Type.Array(Check, { description: 'Blocking first. Saving is refused while one blocks.' }),
});
export type AssignmentChangeAnswer = Type.Static<typeof AssignmentChangeAnswer>;

export const changeAssignments = endpoint({
  id: 'changeAssignments',
  tag: 'Assignments',
  method: 'POST',
  path: '/v1/assignment-changes',
  summary: 'Set the complete roles of many (VL user, license ID) pairs: all of it, or nothing',
  needs: 'assignment:manage',
  body: AssignmentChangeRequest,
  // 10,000 assignments fit, and so does the 100,000 that is refused with a pointer to the field.
  maxBodyBytes: 32 * 1024 * 1024,
  responses: { 200: AssignmentChangeAnswer, 201: AssignmentChangeAnswer },
  problems: [
    'license-id-not-found',
    'vl-user-not-found',
    'unknown-role',
    'last-administrator',
    'role-inherited',
    'assignment-in-progress',
    'stale-version',
    'idempotency-key-reused',
  ],
  versioned: true,
});

/** What became of one VL user's part of a change at downstream systems. @source M2 */
const ChangeProgress = Type.Object({
  vlUserId: Id,
  displayName: Type.String(),
  state: Type.Enum(['waiting', 'done', 'failed', 'cancelled']),
  waitingFor: Type.Array(Type.String(), { description: 'Names of the systems that have not answered yet.' }),
  reason: orNull(Type.String({ description: 'Why it failed: a line for each system.' })),
  endedAt: orNull(Instant),
});
export type ChangeProgress = Type.Static<typeof ChangeProgress>;

/** What a change can be, by what made it. */
export const CHANGE_KINDS = [
  'assignment',
  'undo',
  'set-up',
  'registration',
  'contact-change',
  'given-up',
  'import',
] as const;

export const UndoState = Type.Object({
  possible: Type.Boolean({ description: 'Whether the caller could undo it when this was read.' }),
  reason: orNull(
    Type.Enum(['kind', 'undone-already', 'changed-since', 'not-all-yours'], {
      description:
        'Why not: it gave and took nothing that can be taken back, it was undone already, a later change touched the same role of the same person, or it touches more than the caller administers and sees.',
    }),
  ),
});
export type UndoState = Type.Static<typeof UndoState>;

export const AssignmentChange = Type.Object({
  id: Id,
  at: Instant,
  actor: Type.Object({
    kind: Type.Enum(['person', 'partner', 'publisher', 'system', 'directory']),
    displayName: Type.String(),
    isYou: Type.Boolean(),
  }),
  kind: Type.Enum([...CHANGE_KINDS]),
  reason: orNull(Type.String()),
  undo: UndoState,
  undoes: orNull(Id),
  undoneBy: orNull(Id),
  mail: Type.Object({
    held: Type.Integer({ description: 'E-mails of the change that are still held.' }),
    heldUntil: orNull(
      Type.String({
        format: 'date-time',
        description: 'When the last of them may go out; null where none is held.',
      }),
    ),
  }),
  difference: Type.Array(Difference, { description: 'On the license IDs that the caller administers.' }),
  progress: Type.Array(ChangeProgress, {
    description: 'Whose new roles waited for downstream systems; empty where none did.',
  }),
});
export type AssignmentChange = Type.Static<typeof AssignmentChange>;

export const listAssignmentChanges = endpoint({
  id: 'listAssignmentChanges',
  tag: 'Assignments',
  method: 'GET',
  path: '/v1/assignment-changes',
  summary: 'Changes on the license IDs that the caller administers, newest first',
  needs: 'assignment:manage',
  query: Type.Object(
    {
      ...pageQuery,
      vlUserId: Type.Optional(Id),
      licenseId: Type.Optional(LicenseIdAsked),
      kind: Type.Optional(
        Type.Array(Type.Enum([...CHANGE_KINDS]), {
          maxItems: CHANGE_KINDS.length,
          description: 'Any of these.',
        }),
      ),
    },
    strict,
  ),
  responses: { 200: pageOf(AssignmentChange) },
});

export const getAssignmentChange = endpoint({
  id: 'getAssignmentChange',
  tag: 'Assignments',
  method: 'GET',
  path: '/v1/assignment-changes/:changeId',
  summary: 'One change, as far as it touches license IDs that the caller administers',
  needs: 'assignment:manage',
  params: Type.Object({ changeId: Type.String({ maxLength: 64 }) }),
  responses: { 200: AssignmentChange },
  problems: ['not-found'],
});

export const UndoAnswer = Type.Object({
  ...AssignmentChangeAnswer.properties,
  undoes: Id,
  cancelledEmails: Type.Integer({ description: 'E-mails of the undone change that never go out.' }),
});
export type UndoAnswer = Type.Static<typeof UndoAnswer>;

export const undoAssignmentChange = endpoint({
  id: 'undoAssignmentChange',
  tag: 'Assignments',
  method: 'POST',
  path: '/v1/assignment-changes/:changeId/undo',
  summary: 'Take a change back: what it gave ends, what it took is given again; all of it, or nothing',
  needs: 'assignment:manage',
  params: Type.Object({ changeId: Type.String({ maxLength: 64 }) }),
  responses: { 201: UndoAnswer },
  problems: [
    'not-found',
    'not-undoable',
    'undone-already',
    'undo-superseded',
    'last-administrator',
    'role-inherited',
    'assignment-in-progress',
    'idempotency-key-reused',
  ],
});
