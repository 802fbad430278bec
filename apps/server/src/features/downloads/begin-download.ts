import type { Database } from '../../database/connect.ts';
import { currentTime, inTransaction } from '../../database/transaction.ts';
import { Problem } from '../../problem.ts';
import { appendDisclosure } from '../ledger/ledger-service.ts';
import type { LinkClaims } from './download-link.ts';
import { insertBegunLink, selectLinkedFile } from './link-repository.ts';

/**
 * Puts a download on record before its first byte is sent: once for each link, however many requests fetch it, and not
 * at all for a link that nobody uses. A role that ended while this waited for the ledger opens nothing any more.
 *
 * @throws Problem not-found.
 * @source W5, B5
 */
export async function beginDownload(db: Database, claims: LinkClaims): Promise<void> {
  const { organizationId, vlUserId, licenseId, downloadId, sha256 } = claims;
  await inTransaction(db, async (trx) => {
    if (!(await insertBegunLink(trx, claims))) return;
    // The ledger keeps no names.
    const author = { kind: 'person' as const, id: vlUserId, name: '' };
    await appendDisclosure(trx, organizationId, author, await currentTime(trx), {
      event: 'download.begun',
      version: 1,
      licenseIds: [licenseId],
      details: { downloads: [{ licenseId, downloadId, sha256: sha256.toString('hex') }] },
    });
    if ((await selectLinkedFile(trx, claims, true)) === null) throw deadLink();
  });
}

/** Every link that is none any more, or never was one, is refused in the same words. */
export function deadLink(): Problem {
  return new Problem('not-found', {
    detail: 'This link is none, or it is good no more. Ask for a new one on the page Downloads.',
  });
}
