import type { Trx } from '../../database/connect.ts';
import { type Author, appendToLedger } from '../ledger/ledger-service.ts';
import { selectOpenHoldings } from './presence-repository.ts';

/** What a directory does, by nobody in particular. */
export const BY_DIRECTORY: Author = { kind: 'directory', id: null, name: 'Directory' };

export type DirectoryEvent =
  | 'directory.account-left'
  | 'directory.account-returned'
  | 'directory.account-linked'
  | 'directory.account-renamed'
  | 'directory.enforced'
  | 'directory.released';

/**
 * Tells the ledger what became of VL users by their directory. Administrators read of it on the license IDs on which
 * the person holds something that they see.
 */
export async function tellLedger(
  trx: Trx,
  organizationId: string,
  author: Author,
  at: Date,
  event: DirectoryEvent,
  vlUserIds: readonly string[],
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const holdings = await selectOpenHoldings(trx, organizationId, vlUserIds);
  await appendToLedger(trx, organizationId, author, at, {
    event,
    version: 1,
    licenseIds: [...new Set(holdings.map(({ licenseId }) => licenseId))],
    details: {
      ...details,
      // Where all that somebody holds is Invoice Reader, whoever does not see that role is not told of them (R9).
      people: holdings.map(({ vlUserId, licenseId, roles }) => ({
        vlUserId,
        licenseId,
        ...(roles.every((role) => role === 'invoice-reader') ? { role: 'invoice-reader' } : {}),
      })),
    },
  });
}
