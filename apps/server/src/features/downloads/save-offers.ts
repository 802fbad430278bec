import type { DownloadOfferRecord } from '@muniment/contract/downloads.ts';
import type { Trx } from '../../database/connect.ts';
import { productsByPartNumber } from '../products/product-service.ts';
import { ownLicenses, unknownLicenseId } from '../records/own-licenses-service.ts';
import type { RecordActor, RejectedRecord, Saved } from '../records/record-kind.ts';
import { type NewOffer, upsertOffers } from './download-record-repository.ts';

/** Saves offers: what is sent again as it is changes nothing, of the same offer twice the later counts. */
export async function saveOffers(
  trx: Trx,
  actor: RecordActor,
  records: readonly DownloadOfferRecord[],
): Promise<Saved[]> {
  const licenses = await ownLicenses(
    trx,
    actor,
    records.map(({ licenseId }) => licenseId),
  );
  const products = await productsByPartNumber(
    trx,
    records.map(({ partNumber }) => partNumber),
  );
  const read = records.map(({ licenseId, partNumber, offered }): NewOffer | RejectedRecord => {
    const license = licenses.get(licenseId);
    if (license === undefined) return unknownLicenseId;
    const product = products.get(partNumber);
    if (product === undefined) {
      const detail = 'The catalog has no product of this part number.';
      return { outcome: 'rejected', pointer: '/partNumber', detail };
    }
    const { organizationId, id } = license;
    return { organizationId, licenseId: id, productId: product.id, isOffered: offered ?? true };
  });
  const offers = new Map(read.flatMap((one) => ('outcome' in one ? [] : [[keyOf(one), one]])));
  // Sorted, so that two imports cannot wait for each other.
  const sorted = [...offers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, offer]) => offer);
  const changed = new Map((await upsertOffers(trx, sorted)).map((row) => [keyOf(row), row.isNew]));
  return read.map((one) => {
    if ('outcome' in one) return one;
    const isNew = changed.get(keyOf(one));
    const outcome = isNew === undefined ? 'unchanged' : isNew ? 'created' : 'updated';
    return { outcome, organizationId: one.organizationId, licenseId: one.licenseId };
  });
}

function keyOf({ licenseId, productId }: { readonly licenseId: string; readonly productId: string }): string {
  return `${licenseId} ${productId}`;
}
