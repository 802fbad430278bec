import { REASONS_NOT_COUNTING } from '@muniment/domain/explain-access.ts';
import { ACTIONS } from '@muniment/domain/roles.ts';
import Type from 'typebox';
import { CHANGE_KINDS } from './assignment-changes.ts';
import { endpoint } from './endpoint.ts';
import { Id, Instant, LicenseIdAsked, orNull, pageOf, pageQuery, RoleId, strict } from './fields.ts';

const ActionId = Type.Enum([...ACTIONS]);

/** Query fields of all three. */
const asked = {
  action: Type.Optional(ActionId),
  at: Type.Optional(
    Type.String({
      format: 'date-time',
      description: 'A past moment: the answer is as it was recorded by then. Left out: now.',
    }),
  ),
};

/** What gave or took a role. */
const ExplainedAct = Type.Object({
  at: Instant,
  kind: Type.Enum([...CHANGE_KINDS]),
  by: Type.Object({
    kind: Type.Enum(['person', 'partner', 'publisher', 'system', 'directory']),
    displayName: orNull(
      Type.String({
        description: 'null where a person did it and the caller does not administer the license ID.',
      }),
    ),
    isYou: Type.Boolean(),
  }),
  changeId: orNull(Type.String({ description: 'null where the caller does not administer the license ID.' })),
  reason: orNull(Type.String({ description: 'null likewise.' })),
});

/** Where a role comes from that was inherited. */
const Inheritance = Type.Object({
  agreementNumber: Type.String(),
  agreementName: Type.String(),
  contact: orNull(
    Type.Enum(['primary-contact', 'notices-correspondent', 'online-access-contact'], {
      description: 'What they are on the agreement now, having opted in; null where they are not any more.',
    }),
  ),
  optedInAt: orNull(Instant),
});

const grantFields = {
  role: RoleId,
  origin: Type.Enum(['assigned', 'inherited']),
  inheritedFrom: orNull(Inheritance),
  startsAt: Instant,
  endsAt: orNull(Instant),
  given: ExplainedAct,
  taken: orNull(ExplainedAct),
};

const GrantInPath = Type.Object({
  ...grantFields,
  countsSince: Type.String({
    format: 'date-time',
    description: 'When the last thing that it waited for was there.',
  }),
});

const GrantNotCounting = Type.Object({ ...grantFields, because: Type.Enum([...REASONS_NOT_COUNTING]) });

const IfRemoved = Type.Object({
  role: RoleId,
  isLocked: Type.Boolean({ description: 'All of it is inherited: only its holder can give it up.' }),
  isRefused: Type.Boolean({ description: 'It would leave the license ID without an administrator.' }),
  actionsLost: Type.Array(ActionId),
  rolesKept: Type.Array(RoleId),
  administratorsLeft: orNull(
    Type.Integer({ description: 'People who could still act, for good; of Administrator alone.' }),
  ),
  onlyAdministrator: orNull(
    Type.Object(
      { vlUserId: Id, displayName: Type.String(), isYou: Type.Boolean() },
      { description: 'Who would become the only one.' },
    ),
  ),
});

const ExplainedPerson = Type.Object({
  vlUserId: Id,
  displayName: Type.String(),
  signInEmail: Type.String(),
  isYou: Type.Boolean(),
});

const ExplainedLicense = Type.Object({
  licenseId: Type.String(),
  name: Type.String(),
  agreementNumber: orNull(Type.String()),
});

export const AccessExplanation = Type.Object({
  at: Instant,
  person: ExplainedPerson,
  license: ExplainedLicense,
  action: orNull(ActionId),
  allowed: Type.Boolean({ description: 'Where no action is asked for: whether they may do anything.' }),
  path: Type.Array(GrantInPath, { description: 'What gives it, oldest first.' }),
  notCounting: Type.Array(GrantNotCounting, { description: 'What would give it, and why it does not.' }),
  roles: Type.Array(RoleId, { description: 'All that count there.' }),
  actions: Type.Array(ActionId, { description: 'All that they allow together.' }),
  ifRemoved: orNull(
    Type.Array(IfRemoved, {
      description:
        'What would remain without each role; null of a past moment, and where the caller does not administer the license ID.',
    }),
  ),
});
export type AccessExplanation = Type.Static<typeof AccessExplanation>;

export const explainAccess = endpoint({
  id: 'explainAccess',
  tag: 'Access',
  method: 'GET',
  path: '/v1/access/explain',
  summary: 'Why somebody may do something on a license ID, or why not, now or at a past moment',
  needs: 'person-or-publisher',
  query: Type.Object({ vlUserId: Id, licenseId: LicenseIdAsked, ...asked }, strict),
  responses: { 200: AccessExplanation },
  problems: ['license-id-not-found', 'vl-user-not-found'],
});

const WhoCan = Type.Object({
  ...ExplainedPerson.properties,
  roles: Type.Array(RoleId, { description: 'Those that count and allow it.' }),
});
export type WhoCan = Type.Static<typeof WhoCan>;

export const whoCan = endpoint({
  id: 'whoCan',
  tag: 'Access',
  method: 'GET',
  path: '/v1/access/who',
  summary: 'Who may do something on a license ID, now or at a past moment',
  needs: 'person-or-publisher',
  query: Type.Object({ licenseId: LicenseIdAsked, ...asked, ...pageQuery }, strict),
  responses: { 200: pageOf(WhoCan) },
  problems: ['license-id-not-found'],
});

const WhatCan = Type.Object({
  ...ExplainedLicense.properties,
  roles: Type.Array(RoleId, { description: 'Those that count there.' }),
  actions: Type.Array(ActionId),
});
export type WhatCan = Type.Static<typeof WhatCan>;

export const whatCan = endpoint({
  id: 'whatCan',
  tag: 'Access',
  method: 'GET',
  path: '/v1/access/what',
  summary: 'What somebody may do on which license IDs, now or at a past moment',
  needs: 'person-or-publisher',
  query: Type.Object({ vlUserId: Id, ...asked, ...pageQuery }, strict),
  responses: { 200: pageOf(WhatCan) },
  problems: ['vl-user-not-found'],
});

export const nearestChanges = endpoint({
  id: 'nearestChanges',
  tag: 'Access',
  method: 'GET',
  path: '/v1/access/nearest-changes',
  summary: 'When what the caller sees of assignments changed last before a moment, and first after it',
  needs: 'assignment:manage',
  query: Type.Object({ at: asked.at }, strict),
  responses: { 200: Type.Object({ before: orNull(Instant), after: orNull(Instant) }) },
});
