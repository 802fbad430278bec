import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { Id, Name, orNull, strict } from './fields.ts';
import { ApiToken } from './people.ts';

const organizationParams = Type.Object({ number: Type.String({ maxLength: 64 }) });

export const listScimTokens = endpoint({
  id: 'listScimTokens',
  tag: 'Directory',
  method: 'GET',
  path: '/v1/publisher/organizations/:number/scim-tokens',
  summary: 'The tokens with which an organization pushes its directory',
  needs: 'publisher',
  params: organizationParams,
  responses: { 200: Type.Object({ items: Type.Array(ApiToken) }) },
  problems: ['not-found'],
});

export const createScimToken = endpoint({
  id: 'createScimToken',
  tag: 'Directory',
  method: 'POST',
  path: '/v1/publisher/organizations/:number/scim-tokens',
  summary:
    'Make a token for /scim/v2 of one organization; the answer shows it once. Several may be good at once',
  needs: 'publisher',
  params: organizationParams,
  body: orNull(
    Type.Object(
      {
        name: Type.Optional(Name),
        expiresInDays: Type.Optional(
          Type.Integer({ minimum: 1, maximum: 1_095, description: '365 where it is left out.' }),
        ),
      },
      strict,
    ),
  ),
  responses: {
    201: Type.Object({ ...ApiToken.properties, token: Type.String({ description: 'Shown once.' }) }),
  },
  problems: ['not-found'],
});

export const revokeScimToken = endpoint({
  id: 'revokeScimToken',
  tag: 'Directory',
  method: 'DELETE',
  path: '/v1/publisher/organizations/:number/scim-tokens/:tokenId',
  summary: 'Revoke a token for /scim/v2 at once',
  needs: 'publisher',
  params: Type.Object({ ...organizationParams.properties, tokenId: Type.String({ maxLength: 64 }) }),
  responses: { 204: Type.Null() },
  problems: ['not-found'],
});

/** As many people and license IDs as one answer names. */
export const DIRECTORY_LIST_MAX = 1_000;

const AbsentPerson = Type.Object({
  vlUserId: Id,
  displayName: Type.String(),
  signInEmail: Type.String(),
  licenseIds: Type.Array(Type.String(), { description: 'On which they hold something.' }),
});

const DirectoryState = Type.Object({
  enforced: Type.Boolean(),
  accounts: Type.Object({ active: Type.Integer(), inactive: Type.Integer() }),
  wouldBeNotFound: Type.Array(AbsentPerson, {
    description: `VL users who hold something and have no active account: they are User not found while the directory is enforced. At most ${DIRECTORY_LIST_MAX} of them.`,
  }),
  wouldBeNotFoundTotal: Type.Integer(),
  wouldHaveNoAdministrator: Type.Array(Type.String(), {
    description: `License IDs of which no administrator who can act would be left: all of theirs are User not found while the directory is enforced. At most ${DIRECTORY_LIST_MAX} of them.`,
  }),
  wouldHaveNoAdministratorTotal: Type.Integer(),
});
export type DirectoryState = Type.Static<typeof DirectoryState>;

export const getDirectory = endpoint({
  id: 'getDirectory',
  tag: 'Directory',
  method: 'GET',
  path: '/v1/publisher/organizations/:number/directory',
  summary: "Whether an organization's directory is enforced, and who would be User not found (M6)",
  needs: 'publisher',
  params: organizationParams,
  responses: { 200: DirectoryState },
  problems: ['not-found'],
});

export const putDirectory = endpoint({
  id: 'putDirectory',
  tag: 'Directory',
  method: 'PUT',
  path: '/v1/publisher/organizations/:number/directory',
  summary: "Enforce an organization's directory, or stop enforcing it; it counts at once",
  needs: 'publisher',
  params: organizationParams,
  body: Type.Object({ enforced: Type.Boolean() }, strict),
  responses: { 200: DirectoryState },
  problems: ['not-found'],
});
