import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { Instant, OrganizationNumber, orNull, strict } from './fields.ts';

const IdentityProvider = Type.Object({
  organizationNumber: Type.String(),
  issuer: Type.String({ description: 'As its metadata names it.' }),
  clientId: Type.String(),
  hasClientSecret: Type.Boolean({ description: 'The secret itself is never answered.' }),
  emailDomains: Type.Array(Type.String(), {
    description:
      'In lower case and ASCII (IDNA). The issuer vouches for addresses in these domains and in no others.',
  }),
  redirectUri: Type.String({ description: 'Register it at the issuer.' }),
  postLogoutRedirectUri: Type.String({ description: 'Register it at the issuer.' }),
  updatedAt: Instant,
});
export type IdentityProviderView = Type.Static<typeof IdentityProvider>;

const NO_BLANKS = '^[\\x21-\\x7e]+$';

const WantedIdentityProvider = Type.Object(
  {
    issuer: Type.String({
      minLength: 1,
      maxLength: 500,
      pattern: NO_BLANKS,
      description:
        '`https:`, or `http:` on the machine of the server. Its metadata is read before it is saved.',
    }),
    clientId: Type.String({ minLength: 1, maxLength: 500, pattern: '^[\\x20-\\x7e]+$' }),
    clientSecret: Type.Optional(
      orNull(
        Type.String({
          minLength: 1,
          maxLength: 1_000,
          pattern: '^[\\x20-\\x7e]+$',
          description:
            'null: a public client. Left out: the one that is kept, where issuer and client stay the same; else none.',
        }),
      ),
    ),
    emailDomains: Type.Array(Type.String({ minLength: 1, maxLength: 253 }), {
      minItems: 1,
      maxItems: 200,
      description:
        'Whoever has an address in one of them signs in here. Subdomains are domains of their own.',
    }),
  },
  strict,
);
export type WantedIdentityProvider = Type.Static<typeof WantedIdentityProvider>;

const params = Type.Object({ number: OrganizationNumber });
const path = '/v1/publisher/organizations/:number/identity-provider';

export const getIdentityProvider = endpoint({
  id: 'getIdentityProvider',
  tag: 'Publisher',
  method: 'GET',
  path,
  summary: 'The issuer of an organization, where it has one of its own',
  needs: 'publisher',
  params,
  responses: { 200: IdentityProvider },
  problems: ['not-found'],
});

export const putIdentityProvider = endpoint({
  id: 'putIdentityProvider',
  tag: 'Publisher',
  method: 'PUT',
  path,
  summary: 'Let the people of an organization sign in at its own issuer, by their e-mail domain',
  needs: 'publisher',
  params,
  body: WantedIdentityProvider,
  responses: { 200: IdentityProvider, 201: IdentityProvider },
  problems: ['not-found', 'email-domain-taken'],
});

export const deleteIdentityProvider = endpoint({
  id: 'deleteIdentityProvider',
  tag: 'Publisher',
  method: 'DELETE',
  path,
  summary: 'Forget the issuer of an organization; who signed in there is signed out at once',
  needs: 'publisher',
  params,
  responses: { 204: Type.Null() },
  problems: ['not-found'],
});
