import { emailKey } from '@muniment/domain/email-address.ts';
import type { Database } from '../../database/connect.ts';
import { deriveKey } from '../../encryption-key.ts';
import { hashOfSecret } from '../../random-secret.ts';
import { openSealedText, sealText } from '../../sealed-text.ts';
import { bindAccount } from '../contacts/bind-account-service.ts';
import { addressKey, countAttempt } from './attempt-service.ts';
import { IdentityProviderError, type SignInProblem } from './identity-provider.ts';
import { type Issuer, type Issuers, weighIssuer } from './issuers.ts';
import { closeSession, openSession } from './session-service.ts';
import { insertSignIn, type PendingSignIn, saveAccount, takeSignIn } from './sign-in-repository.ts';

export interface SignInDeps {
  readonly db: Database;
  readonly issuers: Issuers;
}

/** How a sign-in ended that did not come about. */
export interface SignInRefusal {
  readonly kind: 'refused';
  readonly problem: SignInProblem;
  /** Where the person wanted to go, where that is known. */
  readonly returnTo?: string;
  readonly retryAfterSeconds?: number;
  /** For the log. */
  readonly error?: IdentityProviderError;
  /** Must not be in the log. */
  readonly secrets?: readonly string[];
}

export const SIGN_IN_MINUTES = 10;

// The identity provider guards passwords. These limits bound what one address can make this server do, and leave
// room for an office behind one address that starts work at nine.
const STARTS = { what: 'sign-in', windowSeconds: 300, max: 300 };
const CALLBACKS = { what: 'sign-in-callback', windowSeconds: 300, max: 300 };

/**
 * Starts a sign-in: remembers what its callback must match.
 *
 * @param browserKey A secret that only the person's browser has, so that nobody can finish their own sign-in in
 *   another's browser (login CSRF).
 * @param returnTo A path of this server.
 * @param email As the person typed it; null where they were not asked. Its domain decides which issuer it is.
 */
export async function startSignIn(
  deps: SignInDeps,
  request: { returnTo: string; email: string | null; browserKey: string; address: string },
): Promise<{ kind: 'redirect'; url: string } | SignInRefusal> {
  const { returnTo } = request;
  const limited = await limit(deps.db, STARTS, request.address, returnTo);
  if (limited !== null) return limited;
  try {
    const email = request.email !== null && emailKey(request.email) !== null ? request.email : null;
    const { organizationId, provider } = await deps.issuers.ofEmail(email);
    const { url, checks } = await provider.startSignIn(email);
    await insertSignIn(deps.db, {
      stateHash: hashOfState(checks.state, request.browserKey),
      codeVerifier: checks.codeVerifier,
      nonce: checks.nonce,
      // It may be the link of an invitation, which opens what it offers to whoever has it.
      returnTo: sealText(keyOf(request.browserKey), returnTo),
      from: { organizationId, issuer: provider.issuer, clientId: provider.clientId },
      minutes: SIGN_IN_MINUTES,
    });
    return { kind: 'redirect', url };
  } catch (error) {
    if (error instanceof IdentityProviderError) {
      return { kind: 'refused', problem: error.problem, returnTo, error };
    }
    throw error;
  }
}

/**
 * Ends a sign-in: makes or renews the account of (issuer, subject) and opens a session. Every pending sign-in is
 * good for one callback, whatever comes of it, and for the issuer that it was started with alone. An account is never
 * looked up by its e-mail.
 *
 * @param request.path Where the callback came in.
 * @param request.query The query of the callback, without `?`.
 * @param request.browserKey null where the browser sent none.
 * @param request.previousSession The session that this browser had; it ends.
 */
export async function finishSignIn(
  deps: SignInDeps,
  request: {
    path: string;
    query: string;
    browserKey: string | null;
    previousSession: string | null;
    address: string;
  },
): Promise<{ kind: 'signed-in'; token: string; expiresAt: Date; returnTo: string } | SignInRefusal> {
  const limited = await limit(deps.db, CALLBACKS, request.address);
  if (limited !== null) return limited;
  const parameters = new URLSearchParams(request.query);
  const state = parameters.get('state');
  if (state === null || request.browserKey === null) return { kind: 'refused', problem: 'sign-in-expired' };
  const pending = await takeSignIn(deps.db, hashOfState(state, request.browserKey));
  if (pending === null) return { kind: 'refused', problem: 'sign-in-expired' };

  const { returnTo: sealed, from, ...checks } = pending;
  const returnTo = openSealedText(keyOf(request.browserKey), sealed);
  const secrets = [state, parameters.get('code') ?? '', checks.codeVerifier, checks.nonce].filter(Boolean);
  try {
    const issuer = await issuerOf(deps.issuers, from);
    if (issuer === null) return { kind: 'refused', problem: 'sign-in-expired', returnTo };
    const { organizationId, provider } = issuer;
    if (request.path !== provider.callbackPath) {
      const cause = new Error('The callback came in where those of another issuer do.');
      throw new IdentityProviderError('sign-in-failed', cause);
    }
    const person = await provider.finishSignIn(request.query, { state, ...checks });
    const key = person.email === null ? null : emailKey(person.email);
    if (person.email === null || key === null) {
      return { kind: 'refused', problem: 'no-verified-email', returnTo };
    }
    const account = { ...person, email: person.email, emailKey: key };
    const session = await deps.db.transaction().execute(async (trx) => {
      const { stands, vouches } = await weighIssuer(trx, issuer, key);
      if (!stands) return null;
      const emailVerified = person.emailVerified && vouches;
      const accountId = await saveAccount(trx, { ...account, emailVerified });
      await bindAccount(trx, { id: accountId, emailKey: key, emailVerified });
      if (request.previousSession !== null) await closeSession(trx, request.previousSession);
      return openSession(trx, accountId, { idToken: person.idToken, issuerOrganizationId: organizationId });
    });
    // The issuer was taken away or became another one while the person was there.
    if (session === null) return { kind: 'refused', problem: 'sign-in-expired', returnTo };
    return { kind: 'signed-in', ...session, returnTo };
  } catch (error) {
    if (!(error instanceof IdentityProviderError)) throw error;
    return { kind: 'refused', problem: error.problem, returnTo, error, secrets };
  }
}

/** The issuer that a sign-in was started with; null where it is not there any more, or another one by now. */
async function issuerOf(issuers: Issuers, from: PendingSignIn['from']): Promise<Issuer | null> {
  const issuer = await issuers.of(from?.organizationId ?? null);
  if (issuer === null || from === null) return issuer;
  const { provider } = issuer;
  return provider.issuer === from.issuer && provider.clientId === from.clientId ? issuer : null;
}

/** Ends a session here, and answers where it ends at the issuer that opened it too, or our sign-in page. */
export async function signOut(deps: SignInDeps, sessionToken: string | null): Promise<string> {
  const closed = sessionToken === null ? null : await closeSession(deps.db, sessionToken);
  if (closed === null) return '/sign-in';
  try {
    const issuer = await deps.issuers.of(closed.issuerOrganizationId);
    return (await issuer?.provider.endSessionUrl(closed.idToken)) ?? '/sign-in';
  } catch (error) {
    // Signing out here must not depend on the issuer.
    if (error instanceof IdentityProviderError) return '/sign-in';
    throw error;
  }
}

/** A key that only the person's browser can make again. */
function keyOf(browserKey: string): Buffer {
  return deriveKey(Buffer.from(browserKey), 'return to');
}

/** State and browser in one key: with either of them wrong, nothing is found. */
function hashOfState(state: string, browserKey: string): Buffer {
  return hashOfSecret(`${state}.${browserKey}`);
}

async function limit(
  db: Database,
  bound: typeof STARTS,
  address: string,
  returnTo?: string,
): Promise<SignInRefusal | null> {
  const { allowed, retryAfterSeconds } = await countAttempt(db, { ...bound, who: addressKey(address) });
  if (allowed) return null;
  const refusal = { kind: 'refused', problem: 'too-many-requests', retryAfterSeconds } as const;
  return returnTo === undefined ? refusal : { ...refusal, returnTo };
}
