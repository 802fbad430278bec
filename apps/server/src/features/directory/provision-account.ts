import { validate as isUuid, v7 } from 'uuid';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { attributesOf, type DirectoryAccount, personOf, versionOf } from './account.ts';
import {
  buryAccount,
  insertAccount,
  lockDirectory,
  selectAccount,
  selectAccountIdByUserName,
  updateAccount,
} from './account-repository.ts';
import { applyPatch } from './scim/patch.ts';
import { readAttributes, readUser, type WantedAccount } from './scim/read-user.ts';
import { notThere, ScimError } from './scim/scim-error.ts';
import { settleAccount } from './settle-account.ts';

/**
 * Adds an account to an organization's directory; the VL user with its address is linked to it.
 *
 * @throws ScimError uniqueness where the user name is taken; invalidSyntax, invalidValue.
 * @source RFC 7644 3.3
 */
export async function createAccount(
  trx: Trx,
  organizationId: string,
  body: unknown,
): Promise<DirectoryAccount> {
  const wanted = readUser(body);
  await lockDirectory(trx, organizationId);
  await requireFreeUserName(trx, organizationId, wanted, null);
  const at = await currentTime(trx);
  const account = {
    id: v7(),
    ...wanted,
    active: wanted.active ?? true,
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
  await insertAccount(trx, organizationId, account);
  await settleAccount(trx, organizationId, account.id, personOf(account), () => currentTime(trx));
  return account;
}

/**
 * Replaces an account by what a client sent: what is left out is dropped. Only `active` stays as it was where it is
 * not said, so that nobody is let in again by oversight.
 *
 * @throws ScimError 404, 412, uniqueness, invalidSyntax, invalidValue.
 * @source RFC 7644 3.5.1
 */
export function replaceAccount(
  trx: Trx,
  organizationId: string,
  id: string,
  body: unknown,
  ifMatch: string | null,
): Promise<DirectoryAccount> {
  const wanted = readUser(body);
  return changeAccount(trx, organizationId, id, ifMatch, () => wanted);
}

/** Applies a PATCH to an account. @throws ScimError as {@link replaceAccount}, noTarget, mutability, invalidPath. */
export function patchAccount(
  trx: Trx,
  organizationId: string,
  id: string,
  body: unknown,
  ifMatch: string | null,
): Promise<DirectoryAccount> {
  return changeAccount(trx, organizationId, id, ifMatch, (account) =>
    readAttributes(applyPatch(attributesOf(account), body)),
  );
}

async function changeAccount(
  trx: Trx,
  organizationId: string,
  id: string,
  ifMatch: string | null,
  change: (account: DirectoryAccount) => WantedAccount,
): Promise<DirectoryAccount> {
  const before = await lockAccount(trx, organizationId, id, ifMatch);
  const wanted = change(before);
  const after = { ...before, ...wanted, active: wanted.active ?? before.active };
  if (JSON.stringify(attributesOf(after)) === JSON.stringify(attributesOf(before))) return before;
  await requireFreeUserName(trx, organizationId, after, before.id);
  const account = { ...after, version: before.version + 1, updatedAt: await currentTime(trx) };
  await updateAccount(trx, organizationId, account);
  await settleAccount(trx, organizationId, account.id, personOf(account), () => currentTime(trx));
  return account;
}

/**
 * Deletes an account for good. Its VL user stays linked to it: whoever gets the address next is somebody else.
 *
 * @throws ScimError 404, 412.
 * @source RFC 7644 3.6, M6
 */
export async function deleteAccount(
  trx: Trx,
  organizationId: string,
  id: string,
  ifMatch: string | null,
): Promise<void> {
  const account = await lockAccount(trx, organizationId, id, ifMatch);
  await buryAccount(trx, organizationId, account.id, await currentTime(trx));
  await settleAccount(trx, organizationId, account.id, null, () => currentTime(trx));
}

async function lockAccount(
  trx: Trx,
  organizationId: string,
  id: string,
  ifMatch: string | null,
): Promise<DirectoryAccount> {
  if (!isUuid(id)) throw notThere();
  await lockDirectory(trx, organizationId);
  const account = await selectAccount(trx, organizationId, id);
  if (account === null) throw notThere();
  if (ifMatch !== null && !matchesVersion(ifMatch, account)) {
    throw new ScimError(412, null, 'The resource changed since you read it.');
  }
  return account;
}

async function requireFreeUserName(
  trx: Trx,
  organizationId: string,
  { userName }: WantedAccount,
  ownId: string | null,
): Promise<void> {
  const taken = await selectAccountIdByUserName(trx, organizationId, userName);
  if (taken !== null && taken !== ownId) {
    throw new ScimError(409, 'uniqueness', 'Another account has this userName.');
  }
}

/** Whether a header If-Match or If-None-Match names the version of an account. Versions compare weakly. @source RFC 9110 13.1 */
export function matchesVersion(header: string, account: Pick<DirectoryAccount, 'version'>): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//i, '');
  return header.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(versionOf(account)));
}
