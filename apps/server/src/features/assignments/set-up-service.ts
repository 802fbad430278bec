import { v7 } from 'uuid';
import type { Trx } from '../../database/connect.ts';
import type { Author } from '../ledger/ledger-service.ts';
import { insertSetUps } from './set-up-repository.ts';

/**
 * Names the contact administrators of license IDs that nobody held anything on before. Each counts once the contact's
 * invitation is registered.
 *
 * @param contacts By internal ids; each license ID once.
 * @returns The change of each, in the same order.
 * @source A2
 */
export async function designateContacts(
  trx: Trx,
  organizationId: string,
  contacts: readonly { readonly licenseId: string; readonly vlUserId: string }[],
  author: Author,
  at: Date,
): Promise<string[]> {
  const setUps = contacts.map((contact) => ({ ...contact, changeId: v7() }));
  if (setUps.length > 0) await insertSetUps(trx, organizationId, author, at, setUps);
  return setUps.map(({ changeId }) => changeId);
}
