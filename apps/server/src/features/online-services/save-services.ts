import { ServiceRecord } from '@muniment/contract/online-services.ts';
import { v7 } from 'uuid';
import type { Trx } from '../../database/connect.ts';
import { productsByPartNumber } from '../products/product-service.ts';
import { ownLicenses, unknownLicenseId } from '../records/own-licenses-service.ts';
import type { RecordActor, RecordKind, Saved } from '../records/record-kind.ts';
import { type NewService, upsertServices } from './service-repository.ts';
import { unknownProduct } from './unknown-product.ts';

/** Online services as partners and the publisher push them. @source W6 */
export const serviceKind: RecordKind<typeof ServiceRecord> = {
  type: 'service',
  schema: ServiceRecord,
  by: 'partner-or-publisher',
  save: (trx, _deps, actor, records) => saveServices(trx, actor, records),
};

async function saveServices(
  trx: Trx,
  actor: RecordActor,
  records: readonly ServiceRecord[],
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
  const read = records.map((record): NewService | Saved => {
    const license = licenses.get(record.licenseId);
    if (license === undefined) return unknownLicenseId;
    const product = products.get(record.partNumber);
    if (product === undefined) return unknownProduct;
    const { seats, endsOn = null, anniversary = null } = record;
    const { organizationId, id: licenseId } = license;
    return { id: v7(), organizationId, licenseId, productId: product.id, seats, endsOn, anniversary };
  });
  const services = new Map(read.flatMap((one) => ('outcome' in one ? [] : [[keyOf(one), one]])));
  const sorted = [...services].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, service]) => service);
  const changed = new Map((await upsertServices(trx, sorted)).map((row) => [keyOf(row), row.isNew]));
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
