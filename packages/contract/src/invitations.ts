import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { Instant, orNull, RoleId, strict } from './fields.ts';

const tokenParams = Type.Object({ token: Type.String({ maxLength: 200 }) });

export const InvitationOffer = Type.Object({
  kind: Type.Enum(['assignment', 'contact']),
  organization: Type.Object({ name: Type.String() }),
  licenses: Type.Array(
    Type.Object({
      licenseId: Type.String(),
      name: Type.String(),
      roles: Type.Array(Type.Object({ role: RoleId, startsAt: Instant, endsAt: orNull(Instant) })),
    }),
  ),
  insteadOfContact: Type.Boolean({
    description: 'A forwarded contact invitation: the caller would administer instead of the contact (A3).',
  }),
  expiresAt: Instant,
  offerVersion: Type.Integer({ description: 'Send it back to register exactly what was shown.' }),
});
export type InvitationOffer = Type.Static<typeof InvitationOffer>;

const linkProblems = [
  'invitation-not-found',
  'invitation-expired',
  'invitation-used',
  'invitation-reset',
  'wrong-account',
] as const;

export const getInvitation = endpoint({
  id: 'getInvitation',
  tag: 'Registration',
  method: 'GET',
  path: '/v1/invitations/:token',
  summary: 'What the link in an invitation offers to the signed-in person; reading it consumes nothing',
  needs: 'sign-in',
  params: tokenParams,
  responses: { 200: InvitationOffer },
  problems: [...linkProblems],
});

export const Registration = Type.Object({
  organization: Type.Object({ number: Type.String(), name: Type.String() }),
  licenses: Type.Array(Type.Object({ licenseId: Type.String(), roles: Type.Array(RoleId) })),
});
export type Registration = Type.Static<typeof Registration>;

export const registerInvitation = endpoint({
  id: 'registerInvitation',
  tag: 'Registration',
  method: 'POST',
  path: '/v1/invitations/:token/register',
  summary: 'Register: the roles that the invitation offers take effect',
  needs: 'sign-in',
  params: tokenParams,
  body: Type.Object({ offerVersion: Type.Integer({ minimum: 1 }) }, strict),
  responses: { 200: Registration },
  problems: [...linkProblems, 'offer-changed'],
});
