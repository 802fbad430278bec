import { ACTIONS } from '@muniment/domain/roles.ts';
import Type from 'typebox';
import { endpoint, TOKEN_SCOPES } from './endpoint.ts';
import { Id, Instant, LanguageId, Name, orNull, RoleId, strict } from './fields.ts';

export const Me = Type.Object({
  kind: Type.Enum(['person', 'partner', 'publisher']),
  displayName: Type.String(),
  signInEmail: orNull(Type.String()),
  organizations: Type.Array(
    Type.Object({
      number: Type.String(),
      name: Type.String(),
      /** null: the caller is only a contact of an agreement there. */
      vlUserId: orNull(Id),
      actions: Type.Array(Type.Enum([...ACTIONS]), {
        description: 'Held on at least one license ID of the organization.',
      }),
    }),
  ),
  /** Of the person; null: as their browser says, and their mail as their organization has it. */
  language: orNull(LanguageId),
  publisherName: Type.String(),
  demo: Type.Boolean(),
  mailHoldSeconds: Type.Integer({ description: 'How long mail waits after a save.' }),
});
export type Me = Type.Static<typeof Me>;

export const getMe = endpoint({
  id: 'getMe',
  tag: 'People',
  method: 'GET',
  path: '/v1/me',
  summary: 'Who is calling, their organizations and the actions held there',
  needs: 'sign-in',
  responses: { 200: Me },
});

const ChosenLanguage = Type.Object(
  {
    language: Type.Union([LanguageId, Type.Null()], {
      description: 'null: as the browser says, and mail as the organization has it.',
    }),
  },
  strict,
);

export const putMyLanguage = endpoint({
  id: 'putMyLanguage',
  tag: 'People',
  method: 'PUT',
  path: '/v1/me/language',
  summary: 'Choose the language of the console and of mail, in all organizations of the person',
  needs: 'sign-in',
  body: ChosenLanguage,
  responses: { 200: ChosenLanguage },
  problems: ['not-found'],
});

const RoleView = Type.Object({
  id: RoleId,
  name: Type.String(),
  actions: Type.Array(Type.Enum([...ACTIONS])),
});

export const listRoles = endpoint({
  id: 'listRoles',
  tag: 'People',
  method: 'GET',
  path: '/v1/roles',
  summary: 'The roles that the caller may see, with what they allow',
  needs: 'membership',
  query: Type.Object({ licenseId: Type.Optional(Type.String({ maxLength: 64 })) }, strict),
  responses: { 200: Type.Object({ items: Type.Array(RoleView) }) },
  problems: ['license-id-not-found'],
});

export const ApiToken = Type.Object({
  id: Id,
  name: Type.String(),
  scopes: Type.Array(Type.Enum([...TOKEN_SCOPES])),
  createdAt: Instant,
  expiresAt: Instant,
  lastUsedAt: orNull(Instant),
});
export type ApiToken = Type.Static<typeof ApiToken>;

export const listTokens = endpoint({
  id: 'listTokens',
  tag: 'API tokens',
  method: 'GET',
  path: '/v1/tokens',
  summary: "The caller's API tokens in the organization",
  needs: 'session',
  responses: { 200: Type.Object({ items: Type.Array(ApiToken) }) },
});

export const createToken = endpoint({
  id: 'createToken',
  tag: 'API tokens',
  method: 'POST',
  path: '/v1/tokens',
  summary: 'Make an API token; the answer shows it once',
  needs: 'session',
  body: Type.Object(
    {
      name: Name,
      scopes: Type.Optional(
        Type.Array(Type.Enum([...TOKEN_SCOPES]), {
          minItems: 1,
          uniqueItems: true,
          default: ['read', 'write'],
        }),
      ),
      expiresInDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365, default: 90 })),
    },
    strict,
  ),
  responses: {
    201: Type.Object({ ...ApiToken.properties, token: Type.String({ description: 'Shown once.' }) }),
  },
});

export const revokeToken = endpoint({
  id: 'revokeToken',
  tag: 'API tokens',
  method: 'DELETE',
  path: '/v1/tokens/:tokenId',
  summary: 'Revoke an API token at once',
  needs: 'session',
  params: Type.Object({ tokenId: Type.String({ maxLength: 64 }) }),
  responses: { 204: Type.Null() },
  problems: ['not-found'],
});
