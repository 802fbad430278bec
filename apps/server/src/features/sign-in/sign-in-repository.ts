import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Queryable } from '../../database/connect.ts';
import type { Account } from './session-service.ts';

/** A sign-in that was started and waits for its callback. */
export interface PendingSignIn {
  readonly codeVerifier: string;
  readonly nonce: string;
  readonly returnTo: string;
  /** The issuer that it was started with; null in what was started before servers kept it: the default one. */
  readonly from: {
    readonly organizationId: string | null;
    readonly issuer: string;
    readonly clientId: string;
  } | null;
}

export async function insertSignIn(
  db: Queryable,
  signIn: PendingSignIn & { stateHash: Buffer; minutes: number },
): Promise<void> {
  await db
    .insertInto('sign_in')
    .values({
      state_hash: signIn.stateHash,
      code_verifier: signIn.codeVerifier,
      nonce: signIn.nonce,
      return_to: signIn.returnTo,
      organization_id: signIn.from?.organizationId ?? null,
      issuer: signIn.from?.issuer ?? null,
      client_id: signIn.from?.clientId ?? null,
      expires_at: sql<Date>`now() + make_interval(mins => ${signIn.minutes})`,
    })
    .execute();
}

/** Takes a pending sign-in out: of many that ask for it at once, one gets it. Null where it is gone or over. */
export async function takeSignIn(db: Queryable, stateHash: Buffer): Promise<PendingSignIn | null> {
  const signIn = await db
    .deleteFrom('sign_in')
    .where('state_hash', '=', stateHash)
    .returning([
      'code_verifier as codeVerifier',
      'nonce',
      'return_to as returnTo',
      'organization_id as organizationId',
      'issuer',
      'client_id as clientId',
      sql<boolean>`expires_at > now()`.as('isInTime'),
    ])
    .executeTakeFirst();
  if (!signIn?.isInTime) return null;
  const { codeVerifier, nonce, returnTo, organizationId, issuer, clientId } = signIn;
  const from = issuer === null || clientId === null ? null : { organizationId, issuer, clientId };
  return { codeVerifier, nonce, returnTo, from };
}

/** Makes the account of (issuer, subject), or brings it up to what the issuer says now. */
export async function saveAccount(db: Queryable, account: Omit<Account, 'id'>): Promise<string> {
  const { id } = await db
    .insertInto('account')
    .values({
      id: uuidv7(),
      issuer: account.issuer,
      subject: account.subject,
      display_name: account.displayName,
      email: account.email,
      email_key: account.emailKey,
      email_verified: account.emailVerified,
    })
    .onConflict((conflict) =>
      conflict.columns(['issuer', 'subject']).doUpdateSet((eb) => ({
        display_name: eb.ref('excluded.display_name'),
        email: eb.ref('excluded.email'),
        email_key: eb.ref('excluded.email_key'),
        email_verified: eb.ref('excluded.email_verified'),
        last_sign_in_at: sql<Date>`now()`,
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
