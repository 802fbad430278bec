import { DownloadOfferRecord, DownloadRecord } from '@muniment/contract/downloads.ts';
import type { Queryable } from '../../database/connect.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { deleteOldBegunLinks } from './link-repository.ts';
import { saveDownloads } from './save-downloads.ts';
import { saveOffers } from './save-offers.ts';

/**
 * Files as the publisher pushes them: the catalog is of the whole instance, so partners do not write it.
 *
 * @source W5
 */
export const downloadKind: RecordKind<typeof DownloadRecord> = {
  type: 'download',
  schema: DownloadRecord,
  by: 'publisher',
  save: (trx, _deps, _actor, records) => saveDownloads(trx, records),
};

/** Which license IDs may have the files of which products. @source W5 */
export const downloadOfferKind: RecordKind<typeof DownloadOfferRecord> = {
  type: 'download-offer',
  schema: DownloadOfferRecord,
  by: 'partner-or-publisher',
  save: (trx, _deps, actor, records) => saveOffers(trx, actor, records),
};

/** Forgets which links were begun, once they are over: nothing can be fetched by them any more. */
export function removeOldDownloadLinks(q: Queryable): Promise<void> {
  return deleteOldBegunLinks(q);
}
