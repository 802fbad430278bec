import type { Database, Queryable } from '../../database/connect.ts';
import { hashOfSecret, randomSecret } from '../../random-secret.ts';
import type { Settings } from '../../settings.ts';
import {
  deleteExpiredAttempts,
  deleteExpiredSessions,
  deleteExpiredSignIns,
  deleteSession,
  findAccountOfSession,
  insertSession,
} from './session-repository.ts';

/** Somebody who signed in: known by (issuer, subject), never by e-mail. */
export interface Account {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly displayName: string;
  readonly email: string;
  readonly emailKey: string;
  /** Whether the issuer vouches that the address is this person's. */
  readonly emailVerified: boolean;
}

export interface SessionCookie {
  readonly name: string;
  readonly options: {
    readonly path: '/';
    readonly httpOnly: true;
    readonly sameSite: 'lax';
    readonly secure: boolean;
  };
}

/** However busy a session is, it ends: absolute, not sliding. */
const SESSION_HOURS = 12;

const SESSION_TOKEN = /^[\w-]{43}$/;

/**
 * Opens a session.
 *
 * @param options.idToken Shown to the identity provider when the person signs out.
 * @param options.issuerOrganizationId The organization whose issuer opened it; left out: the default issuer.
 * @returns The token for the cookie; only its hash is stored.
 */
export async function openSession(
  db: Queryable,
  accountId: string,
  options: { idToken?: string; issuerOrganizationId?: string | null } = {},
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomSecret();
  const expiresAt = await insertSession(db, {
    tokenHash: hashOfSecret(token),
    accountId,
    idToken: options.idToken ?? null,
    issuerOrganizationId: options.issuerOrganizationId ?? null,
    hours: SESSION_HOURS,
  });
  return { token, expiresAt };
}

/** Whose session this is; null where it is unknown, closed or over. One query by primary key. */
export async function readSession(db: Queryable, token: string): Promise<Account | null> {
  if (!SESSION_TOKEN.test(token)) return null;
  return findAccountOfSession(db, hashOfSecret(token));
}

/** Closes a session at once. Null where there was none. */
export async function closeSession(
  db: Queryable,
  token: string,
): Promise<{ idToken: string | null; issuerOrganizationId: string | null } | null> {
  if (!SESSION_TOKEN.test(token)) return null;
  return deleteSession(db, hashOfSecret(token));
}

/** The session cookie. Over https its name binds it to this host alone (RFC 6265bis, `__Host-`). */
export function sessionCookie(settings: Pick<Settings, 'publicUrl'>): SessionCookie {
  return cookieOf(settings, 'muniment-session');
}

/** A cookie of this server; see {@link sessionCookie}. */
export function cookieOf(settings: Pick<Settings, 'publicUrl'>, name: string): SessionCookie {
  const secure = settings.publicUrl.startsWith('https:');
  return {
    name: secure ? `__Host-${name}` : name,
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure },
  };
}

/** Removes sessions, unfinished sign-ins and counted attempts that are over. They have no effect any more. */
export async function removeExpired(db: Database): Promise<void> {
  await deleteExpiredSessions(db);
  await deleteExpiredSignIns(db);
  await deleteExpiredAttempts(db);
}
