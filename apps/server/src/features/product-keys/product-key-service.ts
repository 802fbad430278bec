import { KeyRecord } from '@muniment/contract/product-keys.ts';
import { v7 } from 'uuid';
import type { Trx } from '../../database/connect.ts';
import { type EncryptionKeys, type SealingKeys, sealingKeys } from '../../sealing-keys.ts';
import { productsByPartNumber } from '../products/product-service.ts';
import { ownLicenses, unknownLicenseId } from '../records/own-licenses-service.ts';
import type { RecordActor, RecordKind, RejectedRecord, Saved } from '../records/record-kind.ts';
import { lockKeysByNumber, upsertKeys, type WantedKey } from './product-key-repository.ts';
import { lastFiveOf, openKey, sealKey } from './seal-key.ts';

/** The keys under which product keys are sealed. */
export function productKeySealing(keys: EncryptionKeys): SealingKeys {
  return sealingKeys(keys, 'product keys');
}

/** Product keys as partners and the publisher push them. Nothing that is said of a record tells its key. @source W3 */
export const keyKind: RecordKind<typeof KeyRecord> = {
  type: 'key',
  schema: KeyRecord,
  by: 'partner-or-publisher',
  save: (trx, { productKeys }, actor, records) => saveKeys(trx, productKeys, actor, records),
};

type ReadKey = Omit<WantedKey, 'sealed' | 'sealedUnder'> & { readonly key: string };

async function saveKeys(
  trx: Trx,
  sealing: SealingKeys,
  actor: RecordActor,
  records: readonly KeyRecord[],
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
  const read = records.map((record): ReadKey | RejectedRecord => {
    const license = licenses.get(record.licenseId);
    if (license === undefined) return unknownLicenseId;
    const product = products.get(record.partNumber);
    if (product === undefined) return unknownPartNumber;
    return {
      id: v7(),
      organizationId: license.organizationId,
      licenseKey: license.id,
      number: record.keyNumber,
      productId: product.id,
      type: record.keyType,
      status: record.status ?? 'active',
      activationsUsed: record.activationsUsed ?? 0,
      activationsTotal: record.activationsTotal ?? null,
      lastFive: lastFiveOf(record.key),
      key: record.key,
    };
  });
  // Of the same key twice the later one stays in the map.
  const wanted = new Map(read.flatMap((one) => ('outcome' in one ? [] : [[nameOf(one), one] as const])));
  const kept = await keptKeys(trx, sealing, [...wanted.values()]);
  const changed = [...wanted].filter(([name, key]) => !isSame(kept.get(name), key));
  await upsertKeys(
    trx,
    changed.map(([, key]) => sealed(sealing, key)),
  );
  const isChanged = new Set(changed.map(([name]) => name));
  return read.map((one): Saved => {
    if ('outcome' in one) return one;
    const name = nameOf(one);
    const outcome = !kept.has(name) ? 'created' : isChanged.has(name) ? 'updated' : 'unchanged';
    return { outcome, organizationId: one.organizationId, licenseId: one.licenseKey };
  });
}

const unknownPartNumber: RejectedRecord = {
  outcome: 'rejected',
  pointer: '/partNumber',
  detail: 'The catalog has no product of this part number.',
};

type KeptKey = Omit<ReadKey, 'id' | 'key'> & { readonly key: string | null };

/** What is kept of these keys by now, opened: two seals of one key differ. */
async function keptKeys(
  trx: Trx,
  sealing: SealingKeys,
  wanted: readonly ReadKey[],
): Promise<Map<string, KeptKey>> {
  if (wanted.length === 0) return new Map();
  const rows = await lockKeysByNumber(trx, wanted);
  return new Map(
    rows.map(({ sealed: text, sealedUnder, ...row }) => {
      const key = openedOrNull(sealing, row, { text, keyId: sealedUnder });
      return [nameOf(row), { ...row, key }];
    }),
  );
}

/** null where it does not open any more: pushed again, it is sealed anew. */
function openedOrNull(...[sealing, place, text]: Parameters<typeof openKey>): string | null {
  try {
    return openKey(sealing, place, text);
  } catch {
    return null;
  }
}

function isSame(kept: KeptKey | undefined, wanted: ReadKey): boolean {
  return (
    kept !== undefined &&
    kept.key === wanted.key &&
    kept.productId === wanted.productId &&
    kept.type === wanted.type &&
    kept.status === wanted.status &&
    kept.activationsUsed === wanted.activationsUsed &&
    kept.activationsTotal === wanted.activationsTotal
  );
}

function sealed(sealing: SealingKeys, { key, ...facts }: ReadKey): WantedKey {
  const { text, keyId } = sealKey(sealing, facts, key);
  return { ...facts, sealed: text, sealedUnder: keyId };
}

function nameOf({ licenseKey, number }: Pick<ReadKey, 'licenseKey' | 'number'>): string {
  return `${licenseKey} ${number}`;
}
