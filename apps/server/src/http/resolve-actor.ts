import type { Endpoint } from '@muniment/contract/endpoint.ts';
import type { FastifyRequest } from 'fastify';
import type { Affiliate, Caller, Member, PartnerActor, Person, PublisherActor, Somebody } from '../actor.ts';
import type { Database } from '../database/connect.ts';
import {
  findMemberships,
  findOrganizationsOfContact,
} from '../features/organizations/organization-service.ts';
import { addressKey, countAttempt } from '../features/sign-in/attempt-service.ts';
import { readSession, type SessionCookie } from '../features/sign-in/session-service.ts';
import type { LastUsed } from '../features/tokens/last-used.ts';
import type { ReadToken, TokenActor } from '../features/tokens/token-service.ts';
import { Problem } from '../problem.ts';

export interface ActorDeps {
  readonly db: Database;
  /** For what is read with every request. */
  readonly prepared: Database;
  readonly sessionCookie: SessionCookie;
  readonly readToken: ReadToken;
  readonly lastUsed: LastUsed;
  readonly publicUrl: string;
}

/**
 * Finds out who is calling, from live rows: a session or a token that ended is nobody at once.
 *
 * @throws Problem not-signed-in where a credential is given and no good.
 */
export async function resolveCaller(deps: ActorDeps, request: FastifyRequest): Promise<Caller> {
  if (request.headers.authorization !== undefined) {
    const token = await readBearer(deps, request);
    if (token.kind === 'scim') {
      // The token of a directory is nobody here.
      if (request.routeOptions.config.needs !== 'nothing') throw new Problem('not-found');
      return { kind: 'anyone', scopes: null, key: `token:${token.tokenId}` };
    }
    const common = { scopes: token.scopes, key: `token:${token.tokenId}` };
    if (token.kind === 'partner')
      return { kind: 'partner', partner: token.partner, ...common, key: `partner:${token.partner.id}` };
    if (token.kind === 'publisher') return { kind: 'publisher', ...common };
    return {
      kind: 'person',
      account: token.account,
      tokenOrganizationId: token.organizationId,
      ...common,
      key: `account:${token.account.id}`,
    };
  }
  const cookie = request.cookies[deps.sessionCookie.name];
  const account = cookie === undefined ? null : await readSession(deps.prepared, cookie);
  if (account === null) return { kind: 'anyone', scopes: null, key: `address:${request.ip}` };
  refuseForeignOrigin(request, deps.publicUrl);
  return { kind: 'person', account, tokenOrganizationId: null, scopes: null, key: `account:${account.id}` };
}

/**
 * Finds out whose directory is calling.
 *
 * @returns The organization's id.
 * @throws Problem not-signed-in where there is no token, or one of somebody else.
 */
export async function resolveDirectory(deps: ActorDeps, request: FastifyRequest): Promise<string> {
  if (request.headers.authorization === undefined) {
    throw new Problem('not-signed-in', { detail: "Send the token of an organization's directory." });
  }
  const token = await readBearer(deps, request);
  if (token.kind === 'scim') return token.organizationId;
  throw new Problem('not-signed-in', { detail: "This is no token of an organization's directory." });
}

async function readBearer(deps: ActorDeps, request: FastifyRequest): Promise<TokenActor> {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer === undefined ? null : await deps.readToken(bearer);
  if (token === null) {
    await countBadToken(deps.db, request.ip);
    throw new Problem('not-signed-in', { detail: 'The API token is unknown, expired or revoked.' });
  }
  deps.lastUsed.note(token.tokenId);
  return token;
}

/** As many tokens that are none one address may send in five minutes. */
const BAD_TOKENS = { what: 'bad-token', windowSeconds: 300, max: 300 };

async function countBadToken(db: Database, address: string): Promise<void> {
  const { allowed, retryAfterSeconds } = await countAttempt(db, { ...BAD_TOKENS, who: addressKey(address) });
  if (!allowed)
    throw new Problem('too-many-requests', { detail: 'Too many unknown tokens.', retryAfterSeconds });
}

/** An unsafe request with a cookie must come from the console's own pages: the whole CSRF rule. */
function refuseForeignOrigin(request: FastifyRequest, publicUrl: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  if (request.headers.origin === publicUrl) return;
  throw new Problem('origin-refused', {
    detail: `Requests that change something must come from ${publicUrl}.`,
  });
}

type Actor = Caller | Person | Member | Affiliate | Somebody | PartnerActor | PublisherActor;

/**
 * Lets a caller pass to an endpoint, as the actor that the endpoint needs, or refuses.
 *
 * What somebody may not call is not found, as if it were not there.
 */
export async function actorFor(
  deps: ActorDeps,
  endpoint: Endpoint,
  caller: Caller,
  organizationNumber: string | undefined,
): Promise<Actor> {
  if (endpoint.needs === 'nothing') return caller;
  if (caller.kind === 'anyone')
    throw new Problem('not-signed-in', { detail: 'Sign in, or send an API token.' });
  refuseMissingScope(endpoint, caller);
  switch (endpoint.needs) {
    case 'sign-in':
      return caller;
    case 'partner':
      return caller.kind === 'partner' ? caller : notHere();
    case 'publisher':
      return caller.kind === 'publisher' ? caller : notHere();
    case 'partner-or-publisher':
      return caller.kind === 'person' ? notHere() : caller;
    case 'person-or-publisher':
      if (caller.kind === 'publisher') return caller;
      break;
    case 'affiliation':
      return caller.kind === 'person' ? affiliateOf(deps, caller, organizationNumber) : notHere();
    case 'person':
      return caller.kind === 'person' ? somebodyOf(deps, caller, organizationNumber) : notHere();
    case 'session':
      if (caller.scopes !== null) return notHere();
      break;
    default:
      break;
  }
  return caller.kind === 'person' ? memberOf(deps, caller, organizationNumber) : notHere();
}

function notHere(): never {
  throw new Problem('not-found');
}

function refuseMissingScope(endpoint: Endpoint, caller: Caller): void {
  const scope = endpoint.scope ?? (endpoint.method === 'GET' ? 'read' : 'write');
  if (caller.scopes === null || caller.scopes.includes(scope)) return;
  // Whoever may read lists sees the same there, so may ask about access too.
  if (scope === 'access:check' && caller.scopes.includes('read')) return;
  throw new Problem('scope-missing', { detail: `The token lacks the scope ${scope}.` });
}

async function memberOf(
  deps: ActorDeps,
  person: Person,
  organizationNumber: string | undefined,
): Promise<Member> {
  const memberships = await findMemberships(deps.prepared, person.account.id);
  return { kind: 'member', account: person.account, ...choose(memberships, person, organizationNumber) };
}

async function affiliateOf(
  deps: ActorDeps,
  person: Person,
  organizationNumber: string | undefined,
): Promise<Affiliate> {
  const affiliations = await findAffiliations(deps, person.account);
  return {
    kind: 'affiliate',
    account: person.account,
    ...choose(affiliations, person, organizationNumber),
  };
}

async function somebodyOf(
  deps: ActorDeps,
  person: Person,
  organizationNumber: string | undefined,
): Promise<Somebody> {
  const { account, tokenOrganizationId } = person;
  const affiliations = await findAffiliations(deps, account);
  const isNowhere =
    affiliations.length === 0 && organizationNumber === undefined && tokenOrganizationId === null;
  const { organization, vlUserId } = isNowhere
    ? { organization: null, vlUserId: null }
    : choose(affiliations, person, organizationNumber);
  return { kind: 'somebody', account, organization, vlUserId, tokenOrganizationId };
}

async function findAffiliations(deps: ActorDeps, account: Person['account']) {
  const memberships = await findMemberships(deps.prepared, account.id);
  const contactOf = await findOrganizationsOfContact(deps.prepared, account.id);
  return [
    ...memberships.map(({ organization, vlUserId, displayName }) => ({
      organization,
      vlUserId,
      displayName,
    })),
    ...contactOf.map((organization) => ({ organization, vlUserId: null, displayName: account.displayName })),
  ];
}

/** The organization that a request names, of those that its caller has something to do with. */
function choose<T extends { readonly organization: Member['organization'] }>(
  all: readonly T[],
  { tokenOrganizationId }: Person,
  organizationNumber: string | undefined,
): T {
  const within = all.filter(
    ({ organization }) => tokenOrganizationId === null || organization.id === tokenOrganizationId,
  );
  const [only] = within;
  const chosen =
    organizationNumber === undefined
      ? within.length === 1
        ? only
        : undefined
      : within.find(({ organization }) => organization.number === organizationNumber);
  if (chosen !== undefined) return chosen;
  if (organizationNumber === undefined && within.length > 1) {
    throw new Problem('organization-required', {
      detail: 'You belong to several organizations: send X-Organization with the number of the one you mean.',
    });
  }
  return notHere();
}
