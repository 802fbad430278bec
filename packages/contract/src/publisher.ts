import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { Id, Instant, Name, orNull, pageOf, pageQuery, strict } from './fields.ts';
import { ApiToken } from './people.ts';
import { MAIL_STATES } from './vl-users.ts';

export const PublisherView = Type.Object({
  name: Type.String(),
  demo: Type.Boolean({ description: 'Anyone may sign in as anyone, and what is shown is invented.' }),
  workEmailFirst: Type.Boolean({
    description:
      'Some organization has an issuer of its own: ask for the work e-mail, and pass it to `/auth/sign-in?email=`.',
  }),
});
export type PublisherView = Type.Static<typeof PublisherView>;

export const getPublisher = endpoint({
  id: 'getPublisher',
  tag: 'Publisher',
  method: 'GET',
  path: '/v1/publisher',
  summary: 'Whose instance this is: what the sign-in page may say before it knows anybody',
  needs: 'nothing',
  responses: { 200: PublisherView },
});

const Partner = Type.Object({ id: Id, name: Type.String(), createdAt: Instant });

export const listPartners = endpoint({
  id: 'listPartners',
  tag: 'Publisher',
  method: 'GET',
  path: '/v1/publisher/partners',
  summary: 'The partners that set contracts up',
  needs: 'publisher',
  responses: { 200: Type.Object({ items: Type.Array(Partner) }) },
});

export const createPartner = endpoint({
  id: 'createPartner',
  tag: 'Publisher',
  method: 'POST',
  path: '/v1/publisher/partners',
  summary: 'Admit a partner; the answer shows its API token once',
  needs: 'publisher',
  body: Type.Object({ name: Name }, strict),
  responses: {
    201: Type.Object({ ...Partner.properties, token: Type.String({ description: 'Shown once.' }) }),
  },
});

export const createPartnerToken = endpoint({
  id: 'createPartnerToken',
  tag: 'Publisher',
  method: 'POST',
  path: '/v1/publisher/partners/:partnerId/tokens',
  summary: 'Make another API token for a partner; the answer shows it once',
  needs: 'publisher',
  params: Type.Object({ partnerId: Type.String({ maxLength: 64 }) }),
  body: Type.Object(
    { name: Name, expiresInDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365, default: 365 })) },
    strict,
  ),
  responses: { 201: Type.Object({ token: Type.String({ description: 'Shown once.' }), expiresAt: Instant }) },
  problems: ['not-found'],
});

const partnerParams = Type.Object({ partnerId: Type.String({ maxLength: 64 }) });
const tokenId = Type.String({ maxLength: 64 });

export const listPartnerTokens = endpoint({
  id: 'listPartnerTokens',
  tag: 'Publisher',
  method: 'GET',
  path: '/v1/publisher/partners/:partnerId/tokens',
  summary: 'The API tokens of a partner',
  needs: 'publisher',
  params: partnerParams,
  responses: { 200: Type.Object({ items: Type.Array(ApiToken) }) },
  problems: ['not-found'],
});

export const revokePartnerToken = endpoint({
  id: 'revokePartnerToken',
  tag: 'Publisher',
  method: 'DELETE',
  path: '/v1/publisher/partners/:partnerId/tokens/:tokenId',
  summary: 'Revoke an API token of a partner at once',
  needs: 'publisher',
  params: Type.Object({ ...partnerParams.properties, tokenId }),
  responses: { 204: Type.Null() },
  problems: ['not-found'],
});

export const listPublisherTokens = endpoint({
  id: 'listPublisherTokens',
  tag: 'Publisher',
  method: 'GET',
  path: '/v1/publisher/tokens',
  summary: "The publisher's own API tokens",
  needs: 'publisher',
  responses: { 200: Type.Object({ items: Type.Array(ApiToken) }) },
});

export const revokePublisherToken = endpoint({
  id: 'revokePublisherToken',
  tag: 'Publisher',
  method: 'DELETE',
  path: '/v1/publisher/tokens/:tokenId',
  summary: "Revoke one of the publisher's own API tokens at once; not the one that calls",
  needs: 'publisher',
  params: Type.Object({ tokenId }),
  responses: { 204: Type.Null() },
  problems: ['not-found'],
});

/** A mail as the operator sees it: its link is good, so only the publisher may read it. */
export const OutboxMail = Type.Object({
  id: Id,
  organizationNumber: Type.String(),
  kind: Type.String(),
  to: Type.String(),
  toName: Type.String(),
  from: Type.String(),
  subject: Type.String(),
  state: Type.Enum([...MAIL_STATES]),
  createdAt: Instant,
  sendAfter: Instant,
  sentAt: orNull(Instant),
  attempts: Type.Integer(),
  error: orNull(Type.String()),
});
export type OutboxMail = Type.Static<typeof OutboxMail>;

export const listOutbox = endpoint({
  id: 'listOutbox',
  tag: 'Publisher',
  method: 'GET',
  path: '/v1/publisher/outbox',
  summary: 'Mail, newest first',
  needs: 'publisher',
  query: Type.Object(
    {
      ...pageQuery,
      state: Type.Optional(Type.Enum([...MAIL_STATES])),
      q: Type.Optional(Type.String({ maxLength: 200 })),
    },
    strict,
  ),
  responses: {
    200: Type.Object({
      ...pageOf(OutboxMail).properties,
      sending: Type.Boolean({ description: 'Whether an SMTP server is set; without one mail is kept here.' }),
    }),
  },
});

export const getOutboxMail = endpoint({
  id: 'getOutboxMail',
  tag: 'Publisher',
  method: 'GET',
  path: '/v1/publisher/outbox/:mailId',
  summary: 'One mail with its text',
  needs: 'publisher',
  params: Type.Object({ mailId: Type.String({ maxLength: 64 }) }),
  responses: { 200: Type.Object({ ...OutboxMail.properties, text: Type.String(), html: Type.String() }) },
  problems: ['not-found'],
});
