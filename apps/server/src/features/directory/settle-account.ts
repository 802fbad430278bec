import { emailKey } from '@muniment/domain/email-address.ts';
import type { Trx } from '../../database/connect.ts';
import type { AccountPerson } from './account.ts';
import { BY_DIRECTORY, tellLedger } from './presence-ledger.ts';
import {
  type LinkedVlUser,
  linkVlUser,
  lockVlUsers,
  releaseAddress,
  releaseAddresses,
  selectLinkedVlUsers,
  settlePresence,
  updatePerson,
} from './presence-repository.ts';

/**
 * Lets a VL user follow their account, in the transaction that changed it: links them where it is new, gives them its
 * name and address, and opens or closes their absence.
 *
 * Call it under the lock of the directory.
 *
 * @param person Whom the account stands for now; null where it was just deleted.
 * @source M6, S10, architecture 9
 */
export async function settleAccount(
  trx: Trx,
  organizationId: string,
  accountId: string,
  person: AccountPerson | null,
  readTime: () => Promise<Date>,
): Promise<void> {
  const emailKeyOfAccount = person?.signInEmailKey ?? null;
  const by = { accountId, emailKey: emailKeyOfAccount };
  const concerned = await selectLinkedVlUsers(trx, organizationId, by);
  if (concerned.length === 0) return;
  await lockVlUsers(
    trx,
    organizationId,
    concerned.map(({ id }) => id),
  );
  // Read again: what was read before the locks may be old.
  const now = await selectLinkedVlUsers(trx, organizationId, { ids: concerned.map(({ id }) => id) });
  const at = await readTime();

  const linked = now.find(({ directoryAccountId }) => directoryAccountId === accountId);
  const withAddress = now.find(({ signInEmailKey }) => signInEmailKey === emailKeyOfAccount);
  // One who was linked once stays so, even to an account that was deleted: a new one restores nothing.
  const fresh = linked === undefined && withAddress?.directoryAccountId === null ? withAddress : undefined;
  if (fresh !== undefined) await linkVlUser(trx, organizationId, fresh.id, accountId);
  const vlUser = linked ?? fresh;
  if (vlUser === undefined) return;

  const fields = person === null ? [] : await followPerson(trx, organizationId, vlUser, person, withAddress);
  const { left, returned } = await settlePresence(trx, organizationId, [vlUser.id], at);
  if (person === null) await releaseAddresses(trx, organizationId, [vlUser.id]);

  const tell = (
    event: Parameters<typeof tellLedger>[4],
    vlUserIds: readonly string[],
    details: Record<string, unknown> = {},
  ) => tellLedger(trx, organizationId, BY_DIRECTORY, at, event, vlUserIds, details);
  if (fresh !== undefined) await tell('directory.account-linked', [vlUser.id], { fields });
  else if (fields.length > 0) await tell('directory.account-renamed', [vlUser.id], { fields });
  if (left.length > 0) await tell('directory.account-left', left);
  if (returned.length > 0) await tell('directory.account-returned', returned);
}

/** Gives a VL user the name and address of their account. @returns The fields that changed. */
async function followPerson(
  trx: Trx,
  organizationId: string,
  vlUser: LinkedVlUser,
  person: AccountPerson,
  withAddress: LinkedVlUser | undefined,
): Promise<string[]> {
  const holder = withAddress?.id === vlUser.id ? undefined : withAddress;
  // An account that is there keeps the address of its VL user; whoever has none of these gives way to the directory.
  const isMoving =
    person.signInEmail !== null &&
    person.signInEmailKey !== vlUser.signInEmailKey &&
    holder?.isAccountThere !== true;
  if (isMoving && holder !== undefined) await releaseAddress(trx, organizationId, holder.id);
  const next = {
    displayName: person.displayName,
    signInEmail: isMoving ? (person.signInEmail ?? vlUser.signInEmail) : vlUser.signInEmail,
    signInEmailKey: isMoving ? (person.signInEmailKey ?? vlUser.signInEmailKey) : vlUser.signInEmailKey,
    businessEmail:
      isMoving && emailKey(vlUser.businessEmail) === vlUser.signInEmailKey
        ? (person.signInEmail ?? vlUser.businessEmail)
        : vlUser.businessEmail,
  };
  const fields = (['displayName', 'signInEmail', 'businessEmail'] as const).filter(
    (name) => next[name] !== vlUser[name],
  );
  if (fields.length > 0) await updatePerson(trx, organizationId, vlUser.id, next);
  return fields;
}
