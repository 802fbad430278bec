import type { Database } from '../../database/connect.ts';
import { currentTime, inTransaction } from '../../database/transaction.ts';
import { appendDisclosure } from '../ledger/ledger-service.ts';
import type { LinkClaims } from './download-link.ts';
import { insertBegunLink } from './link-repository.ts';

/**
 * Puts a download on record before its first byte is sent: once for each link, however many requests fetch it, and not
 * at all for a link that nobody uses.
 *
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
  });
}
