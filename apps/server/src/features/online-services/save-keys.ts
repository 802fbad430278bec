import { ActivationKeyRecord } from '@muniment/contract/activations.ts';
import { readProductKey } from '@muniment/domain/product-key.ts';
import { v7 } from 'uuid';
import type { Trx } from '../../database/connect.ts';
import { hashOfSecret } from '../../random-secret.ts';
import { productsByPartNumber } from '../products/product-service.ts';
import type { RecordActor, RecordKind, RejectedRecord, Saved } from '../records/record-kind.ts';
import { lockKeys, type NewKey, upsertKeys } from './activation-repository.ts';
import { keyFaultText } from './key-fault-text.ts';
import { unknownProduct } from './unknown-product.ts';

/** Keys of online services as partners and the publisher push them: of whatever license ID uses one first. @source W6 */
export const activationKeyKind: RecordKind<typeof ActivationKeyRecord> = {
  type: 'activation-key',
  schema: ActivationKeyRecord,
  by: 'partner-or-publisher',
  save: (trx, _deps, actor, records) => saveKeys(trx, actor, records),
};

async function saveKeys(
  trx: Trx,
  actor: RecordActor,
  records: readonly ActivationKeyRecord[],
): Promise<Saved[]> {
  const products = await productsByPartNumber(
    trx,
    records.map(({ partNumber }) => partNumber),
  );
  const partnerId = actor.kind === 'partner' ? actor.partner.id : null;
  const read = records.map((record): NewKey | RejectedRecord => {
    const key = readProductKey(record.key);
    if (key.kind !== 'key') return { outcome: 'rejected', pointer: '/key', detail: keyFaultText(key) };
    const product = products.get(record.partNumber);
    if (product === undefined) return unknownProduct;
    const keyHash = hashOfSecret(key.key);
    return {
      id: v7(),
      keyHash,
      lastFive: key.key.slice(-5),
      partnerId,
      productId: product.id,
      seats: record.seats,
    };
  });
  const wanted = new Map(read.flatMap((one) => ('outcome' in one ? [] : [[nameOf(one), one]])));
  const known = await lockKeys(
    trx,
    [...wanted.values()].map(({ keyHash }) => keyHash),
  );
  const refusalOf = (one: NewKey): RejectedRecord | null => {
    const before = known.get(nameOf(one));
    if (before === undefined) return null;
    const refuse = (detail: string) => ({ outcome: 'rejected', pointer: '/key', detail }) as const;
    if (partnerId !== null && before.partnerId !== partnerId) return refuse('Somebody else sells this key.');
    const isAsBefore = before.productId === one.productId && before.seats === one.seats;
    return before.isUsed && !isAsBefore ? refuse('It was used, and stays as it was.') : null;
  };
  const sorted = [...wanted]
    .filter(([, one]) => refusalOf(one) === null)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, key]) => key);
  const changed = new Map((await upsertKeys(trx, sorted)).map(({ hash, isNew }) => [hash, isNew]));
  return read.map((one) => {
    if ('outcome' in one) return one;
    const refusal = refusalOf(one);
    if (refusal !== null) return refusal;
    const isNew = changed.get(nameOf(one));
    const outcome = isNew === undefined ? 'unchanged' : isNew ? 'created' : 'updated';
    return { outcome, organizationId: null, licenseId: null };
  });
}

function nameOf({ keyHash }: NewKey): string {
  return keyHash.toString('hex');
}
