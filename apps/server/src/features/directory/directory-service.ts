import type { Queryable, Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import type { Viewer } from '../vl-users/viewer.ts';
import { holdDirectoryStill } from './account-repository.ts';
import { hasAccount, isDirectoryInUse, linkByAddress, selectFreeNames } from './added-people-repository.ts';
import { type FoundPerson, searchPeopleOf, selectLastSync } from './directory-search-repository.ts';
import { type PersonAtAddress, selectHasAccounts, selectPeopleAt } from './people-by-address-repository.ts';
import { settlePresence } from './presence-repository.ts';

/** Lets nothing in an organization's directory change until the transaction ends: call it before VL users are added. */
export function keepDirectoryStill(trx: Trx, organizationId: string): Promise<void> {
  return holdDirectoryStill(trx, organizationId);
}

/**
 * Links VL users who were just added to their accounts, which name them; where the directory is enforced and has no
 * account of theirs, they are absent from the start.
 *
 * @source M6, S10
 */
export async function settleAdded(
  trx: Trx,
  organizationId: string,
  users: readonly { readonly id: string; readonly signInEmailKey: string }[],
): Promise<void> {
  if (users.length === 0 || !(await isDirectoryInUse(trx, organizationId))) return;
  await linkByAddress(trx, organizationId, users);
  const ids = users.map(({ id }) => id);
  await settlePresence(trx, organizationId, ids, await currentTime(trx));
}

/**
 * The names under which the directory knows people who are no VL users yet, by the keys of their addresses.
 *
 * @source S10
 */
export function findDirectoryNames(
  q: Queryable,
  organizationId: string,
  emailKeys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return emailKeys.length === 0 ? Promise.resolve(new Map()) : selectFreeNames(q, organizationId, emailKeys);
}

/** Whether a VL user is named by the directory: they have an account in it. @source S10 */
export function isNamedByDirectory(q: Queryable, organizationId: string, vlUserId: string): Promise<boolean> {
  return hasAccount(q, organizationId, vlUserId);
}

/** When an organization's directory was heard of last; null where it has none. */
export function lastDirectorySync(q: Queryable, organizationId: string): Promise<Date | null> {
  return selectLastSync(q, organizationId);
}

/** People of an organization whom an administrator may add. @source S1, R10 */
export function searchDirectoryPeople(
  q: Queryable,
  viewer: Viewer,
  text: string,
  limit: number,
): Promise<FoundPerson[]> {
  return searchPeopleOf(q, viewer, text, limit);
}

/** Who of the organization has these addresses (their keys). @source S1, R10 */
export function findPeopleAt(
  q: Queryable,
  viewer: Viewer,
  emailKeys: readonly string[],
): Promise<PersonAtAddress[]> {
  return emailKeys.length === 0 ? Promise.resolve([]) : selectPeopleAt(q, viewer, emailKeys);
}

/** Whether the organization has a directory at all: without one nobody is external. @source S10 */
export function hasDirectory(q: Queryable, viewer: Viewer): Promise<boolean> {
  return selectHasAccounts(q, viewer);
}
