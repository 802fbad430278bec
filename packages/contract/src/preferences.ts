import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { AgreementNumber, Instant, Name, orNull, RoleId, StatusId, strict } from './fields.ts';

/** Contacts of an agreement who may inherit Administrator. @source I1 */
export const INHERITING_CONTACTS = [
  'primary-contact',
  'notices-correspondent',
  'online-access-contact',
] as const;
export type InheritingContact = (typeof INHERITING_CONTACTS)[number];

const InheritanceView = Type.Object({
  agreementNumber: Type.String(),
  agreementName: Type.String(),
  contact: Type.Enum([...INHERITING_CONTACTS]),
  optedIn: Type.Boolean({
    description: 'Whether the caller becomes Administrator on every license ID added from then on.',
  }),
});
export type InheritanceView = Type.Static<typeof InheritanceView>;

const HeldRoles = Type.Object({
  licenseId: Type.String(),
  name: Type.String(),
  roles: Type.Array(
    Type.Object({
      role: RoleId,
      origin: Type.Enum(['assigned', 'inherited']),
      agreementNumber: orNull(Type.String({ description: 'That it is inherited from.' })),
      startsAt: Instant,
      endsAt: orNull(Instant),
      status: StatusId,
    }),
  ),
});

export const Preferences = Type.Object({
  displayName: Type.String(),
  signInEmail: Type.String(),
  businessEmail: Type.String(),
  roles: Type.Array(HeldRoles),
  inheritance: Type.Array(InheritanceView, { description: 'One entry for each contact that the caller is.' }),
});
export type Preferences = Type.Static<typeof Preferences>;

export const getPreferences = endpoint({
  id: 'getPreferences',
  tag: 'People',
  method: 'GET',
  path: '/v1/preferences',
  summary: "The caller's names, addresses and roles, and what they inherit from agreements (I2)",
  needs: 'affiliation',
  responses: { 200: Preferences },
  versioned: true,
});

export const putPreferences = endpoint({
  id: 'putPreferences',
  tag: 'People',
  method: 'PUT',
  path: '/v1/preferences',
  summary: 'Opt in to, or out of, inheriting Administrator; only `optedIn` can be written (I1, I4)',
  needs: 'affiliation',
  body: Type.Object(
    {
      displayName: Type.Optional(Name),
      signInEmail: Type.Optional(Type.String({ maxLength: 400 })),
      businessEmail: Type.Optional(Type.String({ maxLength: 400 })),
      roles: Type.Optional(Type.Array(HeldRoles)),
      inheritance: Type.Array(
        Type.Object(
          {
            agreementNumber: AgreementNumber,
            agreementName: Type.Optional(Type.String({ maxLength: 400 })),
            contact: Type.Enum([...INHERITING_CONTACTS]),
            optedIn: Type.Boolean(),
          },
          strict,
        ),
        { maxItems: 1_000, description: 'Entries that are left out stay as they are.' },
      ),
    },
    strict,
  ),
  maxBodyBytes: 8 * 1024 * 1024,
  responses: { 200: Preferences },
  problems: ['not-found', 'stale-version'],
  versioned: true,
});

export const giveUpInherited = endpoint({
  id: 'giveUpInherited',
  tag: 'People',
  method: 'DELETE',
  path: '/v1/preferences/inherited/:licenseId',
  summary: "Give up one's own inherited role on a license ID (I4)",
  needs: 'membership',
  params: Type.Object({ licenseId: Type.String({ maxLength: 64 }) }),
  responses: { 204: Type.Null() },
  problems: ['license-id-not-found', 'last-administrator'],
});
