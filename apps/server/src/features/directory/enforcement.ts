import { DIRECTORY_LIST_MAX, type DirectoryState } from '@muniment/contract/directory.ts';
import type { Queryable, Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { countAccounts, lockDirectory } from './account-repository.ts';
import { selectUnaccounted, selectUnadministered } from './enforcement-repository.ts';
import { tellLedger } from './presence-ledger.ts';
import {
  lockVlUsers,
  releaseAddresses,
  restoreAddresses,
  selectEnforcedAt,
  settlePresence,
  updateEnforcedAt,
} from './presence-repository.ts';

/** Whether a directory is enforced, and whom that makes User not found, or would. @source M6, A1, architecture 9 */
export async function showDirectory(q: Queryable, organizationId: string): Promise<DirectoryState> {
  const enforcedAt = await selectEnforcedAt(q, organizationId);
  const accounts = await countAccounts(q, organizationId);
  const { people, total } = await selectUnaccounted(q, organizationId, DIRECTORY_LIST_MAX);
  const unadministered = await selectUnadministered(q, organizationId, DIRECTORY_LIST_MAX);
  return {
    enforced: enforcedAt !== null,
    accounts: { active: accounts.active, inactive: accounts.inactive },
    wouldBeNotFound: people,
    wouldBeNotFoundTotal: total,
    wouldHaveNoAdministrator: unadministered.licenseIds,
    wouldHaveNoAdministratorTotal: unadministered.total,
  };
}

/**
 * Enforces a directory, or stops enforcing it: from the commit on VL users without an active account are absent, or
 * everybody is present. License IDs that lose their last administrator by it do not stop it: the directory wins.
 *
 * @source M6, A1, architecture 9
 */
export async function enforceDirectory(trx: Trx, organizationId: string, enforced: boolean): Promise<void> {
  await lockDirectory(trx, organizationId);
  if (((await selectEnforcedAt(trx, organizationId)) !== null) === enforced) return;
  await lockVlUsers(trx, organizationId, null);
  const at = await currentTime(trx);
  await updateEnforcedAt(trx, organizationId, enforced ? at : null);
  const { left, returned } = await settlePresence(trx, organizationId, null, at);
  if (enforced) await releaseAddresses(trx, organizationId, null);
  else await restoreAddresses(trx, organizationId);
  const author = { kind: 'publisher' as const, id: null, name: 'Publisher' };
  const event = enforced ? 'directory.enforced' : 'directory.released';
  await tellLedger(trx, organizationId, author, at, event, enforced ? left : returned);
}
