import { v7 } from 'uuid';
import type { Member } from '../../actor.ts';
import type { Queryable, Trx } from '../../database/connect.ts';
import { Problem } from '../../problem.ts';
import { keepDirectoryStill, settleAdded } from '../directory/directory-service.ts';
import type { Account } from '../sign-in/session-service.ts';
import type { KnownVlUser, VlUserWithAccount } from './known-vl-user.ts';
import { selectVersions } from './seen-person-repository.ts';
import {
  insertVlUsers,
  selectUnasked,
  selectVlUser,
  selectVlUsers,
  updateBusinessEmails,
  updateRegistered,
  updateRegisteredAt,
} from './vl-user-repository.ts';

/** VL users of an organization by id or by the key of their sign-in e-mail. */
export function findVlUsers(
  q: Queryable,
  organizationId: string,
  by: { readonly ids: readonly string[]; readonly emailKeys: readonly string[] },
): Promise<KnownVlUser[]> {
  return selectVlUsers(q, organizationId, by);
}

export function findVlUserById(
  q: Queryable,
  organizationId: string,
  id: string,
): Promise<VlUserWithAccount | null> {
  return selectVlUser(q, organizationId, { id });
}

/** The VL user of an organization with a sign-in e-mail. */
export function findVlUserByEmail(
  q: Queryable,
  organizationId: string,
  emailKey: string,
): Promise<VlUserWithAccount | null> {
  return selectVlUser(q, organizationId, { emailKey });
}

/** The VL user to whom an account is bound in an organization. */
export function findVlUserOfAccount(
  q: Queryable,
  organizationId: string,
  accountId: string,
): Promise<VlUserWithAccount | null> {
  return selectVlUser(q, organizationId, { accountId });
}

/**
 * Adds VL users, as the directory knows them where it does; one whom somebody else added meanwhile is answered as they
 * are stored.
 */
export async function addVlUsers(
  trx: Trx,
  organizationId: string,
  users: readonly KnownVlUser[],
): Promise<KnownVlUser[]> {
  await keepDirectoryStill(trx, organizationId);
  const added = await insertVlUsers(trx, organizationId, users);
  await settleAdded(trx, organizationId, added);
  return selectVlUsers(trx, organizationId, { ids: added.map(({ id }) => id), emailKeys: [] });
}

/** Gives people the business e-mails that a change sets. */
export function setBusinessEmails(
  trx: Trx,
  organizationId: string,
  people: readonly { readonly id: string; readonly newBusinessEmail: string | null }[],
): Promise<void> {
  return updateBusinessEmails(
    trx,
    organizationId,
    people.flatMap(({ id, newBusinessEmail }) =>
      newBusinessEmail === null ? [] : [{ id, businessEmail: newBusinessEmail }],
    ),
  );
}

/**
 * Registers a VL user as the person behind an account.
 *
 * @returns false where they are bound to another account, or the account to another VL user.
 * @source S9
 */
export function bindAndRegister(
  trx: Trx,
  organizationId: string,
  vlUserId: string,
  accountId: string,
  at: Date,
): Promise<boolean> {
  return updateRegistered(trx, organizationId, vlUserId, accountId, at);
}

/** Of these VL users, those who have not registered and whom no open invitation asks to. */
export function findUnasked(
  q: Queryable,
  organizationId: string,
  vlUserIds: readonly string[],
): Promise<Set<string>> {
  return selectUnasked(q, organizationId, vlUserIds);
}

/**
 * Registers VL users who had registered in the system that they come from. No account is bound to them yet: whoever
 * signs in with their verified sign-in e-mail is they.
 *
 * @param vlUserIds Locked by the caller, and {@link findUnasked} since: an invitation here comes before what was
 *   elsewhere.
 * @source G2, S9
 */
export function registerImported(
  trx: Trx,
  organizationId: string,
  vlUserIds: readonly string[],
  at: Date,
): Promise<void> {
  return updateRegisteredAt(trx, organizationId, vlUserIds, at);
}

/**
 * The VL user of somebody who registers a forwarded contact invitation: theirs by account, else the one with
 * their verified sign-in e-mail who has no account yet, else a new one.
 *
 * @returns null where their e-mail is not verified, or belongs to another account's VL user.
 * @source A3
 */
export async function findOrAddRegistrant(
  trx: Trx,
  organizationId: string,
  account: Account,
): Promise<string | null> {
  const bound = await selectVlUser(trx, organizationId, { accountId: account.id });
  if (bound !== null) return bound.id;
  if (!account.emailVerified) return null;
  const added = await addVlUsers(trx, organizationId, [
    {
      id: v7(),
      signInEmail: account.email,
      signInEmailKey: account.emailKey,
      businessEmail: account.email,
      displayName: account.displayName,
    },
  ]);
  const byEmail = await selectVlUser(trx, organizationId, { emailKey: account.emailKey });
  const isTheirs = byEmail?.accountId === null || byEmail?.accountId === account.id;
  return added.length > 0 && isTheirs ? (byEmail?.id ?? null) : null;
}

/**
 * Refuses a change that was made from an older state of VL users than the one that is there now.
 *
 * @throws Problem stale-version naming them.
 */
export async function requireVersions(
  q: Queryable,
  viewer: Member,
  expected: readonly { readonly vlUserId: string; readonly etag: string }[],
): Promise<void> {
  if (expected.length === 0) return;
  const versions = await selectVersions(
    q,
    { organizationId: viewer.organization.id, vlUserId: viewer.vlUserId },
    expected.map(({ vlUserId }) => vlUserId),
  );
  const stale = expected.filter(({ vlUserId, etag }) => {
    const accepted = etag.split(',').map((one) => one.trim());
    const current = versions.get(vlUserId.toLowerCase())?.etag;
    return !accepted.includes('*') && (current === undefined || !accepted.includes(current));
  });
  if (stale.length === 0) return;
  // Somebody whom the caller does not see stays without a name.
  const names = stale.flatMap(({ vlUserId }) => {
    const version = versions.get(vlUserId.toLowerCase());
    return version?.isSeen ? [version.displayName] : [];
  });
  const who = names.length === 0 ? 'these people' : names.slice(0, 5).join(', ');
  throw new Problem('stale-version', {
    detail: `Somebody changed ${who} meanwhile. Read again, then decide.`,
  });
}
