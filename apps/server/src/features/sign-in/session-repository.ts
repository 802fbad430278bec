import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import type { Account } from './session-service.ts';

export async function insertSession(
  db: Queryable,
  session: {
    tokenHash: Buffer;
    accountId: string;
    idToken: string | null;
    issuerOrganizationId: string | null;
    hours: number;
  },
): Promise<Date> {
  const { expires_at } = await db
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      account_id: session.accountId,
      id_token: session.idToken,
      issuer_organization_id: session.issuerOrganizationId,
      expires_at: sql<Date>`now() + make_interval(hours => ${session.hours})`,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow();
  return expires_at;
}

export async function findAccountOfSession(db: Queryable, tokenHash: Buffer): Promise<Account | null> {
  const account = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', sql<Date>`now()`)
    .select([
      'account.id',
      'account.issuer',
      'account.subject',
      'account.display_name as displayName',
      'account.email',
      'account.email_key as emailKey',
      'account.email_verified as emailVerified',
    ])
    .executeTakeFirst();
  return account ?? null;
}

export async function deleteSession(
  db: Queryable,
  tokenHash: Buffer,
): Promise<{ idToken: string | null; issuerOrganizationId: string | null } | null> {
  const session = await db
    .deleteFrom('session')
    .where('token_hash', '=', tokenHash)
    .returning(['id_token as idToken', 'issuer_organization_id as issuerOrganizationId'])
    .executeTakeFirst();
  return session ?? null;
}

export async function deleteExpiredSessions(db: Queryable): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<', sql<Date>`now()`).execute();
}

export async function deleteExpiredSignIns(db: Queryable): Promise<void> {
  await db.deleteFrom('sign_in').where('expires_at', '<', sql<Date>`now()`).execute();
}

/** No window is longer than a day. */
export async function deleteExpiredAttempts(db: Queryable): Promise<void> {
  await db
    .deleteFrom('attempt')
    .where('window_starts_at', '<', sql<Date>`now() - interval '1 day'`)
    .execute();
}
