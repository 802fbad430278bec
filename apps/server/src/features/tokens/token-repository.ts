import type { TokenScope } from '@muniment/contract/endpoint.ts';
import type { ApiToken } from '@muniment/contract/people.ts';
import { type InferResult, type Selectable, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Queryable } from '../../database/connect.ts';
import type { ApiTokenTable } from '../../database/schema.ts';
import type { TokenActor } from './token-service.ts';

export type TokenOwner =
  | { readonly kind: 'person'; readonly accountId: string; readonly organizationId: string }
  | { readonly kind: 'partner'; readonly partnerId: string }
  | { readonly kind: 'publisher' }
  /** An organization's directory. */
  | { readonly kind: 'scim'; readonly organizationId: string };

const SHOWN = ['id', 'name', 'scopes', 'created_at', 'expires_at', 'last_used_at'] as const;

export async function insertToken(
  db: Queryable,
  token: {
    tokenHash: Buffer;
    name: string;
    scopes: readonly TokenScope[];
    expiresInDays: number;
    owner: TokenOwner;
  },
): Promise<ApiToken> {
  const { owner } = token;
  const row = await db
    .insertInto('api_token')
    .values({
      id: uuidv7(),
      token_hash: token.tokenHash,
      kind: owner.kind,
      account_id: owner.kind === 'person' ? owner.accountId : null,
      organization_id: owner.kind === 'person' || owner.kind === 'scim' ? owner.organizationId : null,
      partner_id: owner.kind === 'partner' ? owner.partnerId : null,
      name: token.name,
      scopes: [...token.scopes],
      expires_at: sql<Date>`now() + make_interval(days => ${token.expiresInDays})`,
    })
    .returning(SHOWN)
    .executeTakeFirstOrThrow();
  return shown(row);
}

/** Tokens of one owner that were not revoked, newest first. */
export async function selectTokensOf(db: Queryable, owner: TokenOwner): Promise<ApiToken[]> {
  const rows = await db
    .selectFrom('api_token')
    .where((eb) => eb.and(ownedBy(owner)))
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .select(SHOWN)
    .execute();
  return rows.map(shown);
}

/** Revokes a token of one owner. @returns false where they have none by that id. */
export async function revokeTokenOf(db: Queryable, owner: TokenOwner, tokenId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('api_token')
    .set({ revoked_at: sql<Date>`now()` })
    .where('id', '=', tokenId)
    .where((eb) => eb.and(ownedBy(owner)))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function ownedBy(owner: TokenOwner) {
  switch (owner.kind) {
    case 'person':
      return { kind: owner.kind, account_id: owner.accountId, organization_id: owner.organizationId };
    case 'partner':
      return { kind: owner.kind, partner_id: owner.partnerId };
    case 'publisher':
      return { kind: owner.kind };
    case 'scim':
      return { kind: owner.kind, organization_id: owner.organizationId };
  }
}

/** The tokens that are good now, by the hexadecimal form of their hashes. */
export async function findTokens(
  db: Queryable,
  tokenHashes: readonly Buffer[],
): Promise<ReadonlyMap<string, TokenActor>> {
  const rows = await tokenRows(db)
    .where('api_token.token_hash', '=', sql<Buffer>`any(${[...tokenHashes]}::bytea[])`)
    .execute();
  return new Map(rows.map((row) => [row.tokenHash.toString('hex'), actorOf(row)]));
}

function tokenRows(db: Queryable) {
  return db
    .selectFrom('api_token')
    .leftJoin('account', 'account.id', 'api_token.account_id')
    .leftJoin('partner', 'partner.id', 'api_token.partner_id')
    .where('api_token.revoked_at', 'is', null)
    .where('api_token.expires_at', '>', sql<Date>`now()`)
    .select([
      'api_token.token_hash as tokenHash',
      'api_token.kind',
      'api_token.id as tokenId',
      'api_token.scopes',
      'api_token.organization_id as organizationId',
      'account.id as accountId',
      'account.issuer',
      'account.subject',
      'account.display_name as displayName',
      'account.email',
      'account.email_key as emailKey',
      'account.email_verified as emailVerified',
      'partner.id as partnerId',
      'partner.name as partnerName',
    ]);
}

function actorOf(row: InferResult<ReturnType<typeof tokenRows>>[number]): TokenActor {
  const common = { tokenId: row.tokenId, scopes: row.scopes as TokenScope[] };
  // A left join makes every column nullable by itself; of a table, all are there or none is.
  if (row.accountId !== null && row.organizationId !== null) {
    const account = {
      id: row.accountId,
      issuer: row.issuer ?? '',
      subject: row.subject ?? '',
      displayName: row.displayName ?? '',
      email: row.email ?? '',
      emailKey: row.emailKey ?? '',
      emailVerified: row.emailVerified ?? false,
    };
    return { ...common, kind: 'person', account, organizationId: row.organizationId };
  }
  if (row.kind === 'scim' && row.organizationId !== null) {
    return { ...common, kind: 'scim', organizationId: row.organizationId };
  }
  if (row.partnerId !== null) {
    return { ...common, kind: 'partner', partner: { id: row.partnerId, name: row.partnerName ?? '' } };
  }
  return { ...common, kind: 'publisher' };
}

/** Notes that tokens were used within the last minute. */
export async function markTokensUsed(db: Queryable, tokenIds: readonly string[]): Promise<void> {
  await db
    .updateTable('api_token')
    .set({ last_used_at: sql<Date>`now()` })
    .where('id', 'in', [...tokenIds])
    .execute();
}

function shown(row: Pick<Selectable<ApiTokenTable>, (typeof SHOWN)[number]>): ApiToken {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes as TokenScope[],
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}
