import type { TokenScope } from '@muniment/contract/endpoint.ts';
import type { ApiToken } from '@muniment/contract/people.ts';
import { validate as isUuid } from 'uuid';
import type { Queryable } from '../../database/connect.ts';
import { hashOfSecret, randomSecret } from '../../random-secret.ts';
import type { Account } from '../sign-in/session-service.ts';
import {
  findTokens,
  insertToken,
  revokeTokenOf,
  selectTokensOf,
  type TokenOwner,
} from './token-repository.ts';

/** Whom a token speaks for, and what it may be used for. */
export type TokenActor = { readonly tokenId: string; readonly scopes: readonly TokenScope[] } & (
  | { readonly kind: 'person'; readonly account: Account; readonly organizationId: string }
  | { readonly kind: 'partner'; readonly partner: { readonly id: string; readonly name: string } }
  | { readonly kind: 'publisher' }
  | { readonly kind: 'scim'; readonly organizationId: string }
);

export type ReadToken = (token: string) => Promise<TokenActor | null>;

/** A token as its maker sees it: `token` is shown this once, and only its hash is kept. */
export type CreatedToken = ApiToken & { readonly token: string };

export interface WantedToken {
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly expiresInDays: number;
}

// The prefix lets secret scanners recognize a token that leaked.
const PREFIX = 'mun_';
const TOKEN = /^mun_[\w-]{43}$/;

/** Makes a token with the rights of a person in one organization, whatever those are at each use. */
export function createPersonToken(
  db: Queryable,
  wanted: WantedToken & { accountId: string; organizationId: string },
): Promise<CreatedToken> {
  const { accountId, organizationId } = wanted;
  return createToken(db, wanted, { kind: 'person', accountId, organizationId });
}

/** Makes a token for a partner's systems. */
export function createPartnerToken(
  db: Queryable,
  wanted: WantedToken & { partnerId: string },
): Promise<CreatedToken> {
  return createToken(db, wanted, { kind: 'partner', partnerId: wanted.partnerId });
}

/** Makes a token for the publisher's systems. */
export function createPublisherToken(db: Queryable, wanted: WantedToken): Promise<CreatedToken> {
  return createToken(db, wanted, { kind: 'publisher' });
}

/** Makes a token with which an organization pushes its directory: it opens /scim of that organization and nothing else. */
export function createScimToken(
  db: Queryable,
  wanted: Omit<WantedToken, 'scopes'> & { organizationId: string },
): Promise<CreatedToken> {
  const { organizationId } = wanted;
  return createToken(db, { ...wanted, scopes: [] }, { kind: 'scim', organizationId });
}

/** The tokens of a person in one organization, of a partner, of the publisher or of a directory that were not revoked, newest first. */
export function listTokens(db: Queryable, owner: TokenOwner): Promise<ApiToken[]> {
  return selectTokensOf(db, owner);
}

/**
 * Revokes a token: from the commit on it opens nothing.
 *
 * @returns false where the owner has no such token.
 */
export async function revokeToken(db: Queryable, owner: TokenOwner, tokenId: string): Promise<boolean> {
  return isUuid(tokenId) && revokeTokenOf(db, owner, tokenId);
}

/** Whom a token speaks for; null where it is unknown, expired or revoked. One query by its hash. */
export async function readToken(db: Queryable, token: string): Promise<TokenActor | null> {
  return (await readTokens(db, [token]))[0] ?? null;
}

/** As {@link readToken} for many at once, in their order, by one query. */
export async function readTokens(
  db: Queryable,
  tokens: readonly string[],
): Promise<readonly (TokenActor | null)[]> {
  const hashes = tokens.map((token) => (TOKEN.test(token) ? hashOfSecret(token) : null));
  const wellFormed = hashes.filter((hash) => hash !== null);
  if (wellFormed.length === 0) return hashes.map(() => null);
  const found = await findTokens(db, wellFormed);
  return hashes.map((hash) => (hash === null ? null : (found.get(hash.toString('hex')) ?? null)));
}

async function createToken(db: Queryable, wanted: WantedToken, owner: TokenOwner): Promise<CreatedToken> {
  const token = `${PREFIX}${randomSecret()}`;
  const { name, scopes, expiresInDays } = wanted;
  const created = await insertToken(db, {
    tokenHash: hashOfSecret(token),
    name,
    scopes,
    expiresInDays,
    owner,
  });
  return { ...created, token };
}
