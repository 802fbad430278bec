import { RedemptionRecord } from '@muniment/contract/redemptions.ts';
import { v7 } from 'uuid';
import type { Trx } from '../../database/connect.ts';
import { productsByPartNumber } from '../products/product-service.ts';
import { ownLicenses, unknownLicenseId } from '../records/own-licenses-service.ts';
import type { RecordActor, RecordKind, Saved } from '../records/record-kind.ts';
import { type NewOffer, selectRedeemedOffers, upsertOffers } from './redemption-repository.ts';
import { unknownProduct } from './unknown-product.ts';

/** What may be redeemed, as partners and the publisher push it. @source W6 */
export const redemptionKind: RecordKind<typeof RedemptionRecord> = {
  type: 'redemption',
  schema: RedemptionRecord,
  by: 'partner-or-publisher',
  save: (trx, _deps, actor, records) => saveOffers(trx, actor, records),
};

async function saveOffers(
  trx: Trx,
  actor: RecordActor,
  records: readonly RedemptionRecord[],
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
  const read = records.map((record): NewOffer | Saved => {
    const license = licenses.get(record.licenseId);
    if (license === undefined) return unknownLicenseId;
    const product = products.get(record.partNumber);
    if (product === undefined) return unknownProduct;
    const { organizationId, id: licenseId } = license;
    const offerNumber = record.offerNumber.trim();
    const { quantity } = record;
    return { id: v7(), organizationId, licenseId, offerNumber, productId: product.id, quantity };
  });
  const offers = new Map(read.flatMap((one) => ('outcome' in one ? [] : [[keyOf(one), one]])));
  const sorted = [...offers].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, offer]) => offer);
  const changed = new Map((await upsertOffers(trx, sorted)).map((row) => [keyOf(row), row.isNew]));
  const redeemed = new Map((await selectRedeemedOffers(trx, sorted)).map((row) => [keyOf(row), row]));
  return read.map((one) => {
    if ('outcome' in one) return one;
    const fixed = redeemed.get(keyOf(one));
    if (fixed !== undefined && (fixed.productId !== one.productId || fixed.quantity !== one.quantity)) {
      return {
        outcome: 'rejected',
        pointer: '/offerNumber',
        detail: 'It was redeemed, and stays as it was.',
      };
    }
    const isNew = changed.get(keyOf(one));
    const outcome = isNew === undefined ? 'unchanged' : isNew ? 'created' : 'updated';
    return { outcome, organizationId: one.organizationId, licenseId: one.licenseId };
  });
}

function keyOf(one: { readonly licenseId: string; readonly offerNumber: string }): string {
  return `${one.licenseId} ${one.offerNumber}`;
}
