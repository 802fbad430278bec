import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { Instant, orNull, RoleId, strict } from './fields.ts';
import { DirectoryAccount } from './vl-users.ts';

/** As many addresses one look-up may hold. */
export const LOOKUP_MAX = 1_000;

const FoundAccess = Type.Object({
  etag: Type.String({ description: 'For `expected` of a change.' }),
  licenses: Type.Array(
    Type.Object({
      licenseId: Type.String(),
      agreementNumber: orNull(Type.String()),
      roles: Type.Array(
        Type.Object({
          role: RoleId,
          origin: Type.Enum(['assigned', 'inherited']),
          startsAt: Instant,
          endsAt: orNull(Instant),
        }),
      ),
    }),
    { description: 'Of the license IDs that the caller administers.' },
  ),
});
export type FoundAccess = Type.Static<typeof FoundAccess>;

const FoundPerson = Type.Object({
  signInEmail: Type.String({ description: 'As it was asked.' }),
  account: DirectoryAccount,
  access: orNull(FoundAccess),
});
export type FoundPerson = Type.Static<typeof FoundPerson>;

export const lookUpPeople = endpoint({
  id: 'lookUpPeople',
  tag: 'VL users',
  method: 'POST',
  path: '/v1/directory/lookups',
  summary:
    'Whom these sign-in e-mails name, and what they hold on the license IDs that the caller administers',
  needs: 'assignment:manage',
  scope: 'read',
  body: Type.Object(
    {
      signInEmails: Type.Array(Type.String({ maxLength: 320 }), {
        maxItems: LOOKUP_MAX,
        description: 'Whoever is not known is left out of the answer; so is what is no address.',
      }),
    },
    strict,
  ),
  maxBodyBytes: 1024 * 1024,
  responses: {
    200: Type.Object({
      hasDirectory: Type.Boolean({
        description: 'Whether the organization has a directory: without one, nobody is external.',
      }),
      items: Type.Array(FoundPerson),
    }),
  },
});
