import type { Database } from '../../database/connect.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { SealingKeys } from '../../sealing-keys.ts';
import { countOutdatedKeys, lockOutdatedKeys, type OutdatedKey, updateSeals } from './reseal-repository.ts';
import { openKey, sealKey } from './seal-key.ts';

/** How far it is: keys sealed anew since it began, keys that do not open, keys that are left. */
export interface ResealProgress {
  readonly resealed: number;
  readonly unopenable: number;
  readonly left: number;
}

/**
 * Seals all product keys anew under the current key, those of one batch in one transaction: it may end anywhere and
 * begin again, and the server reads both meanwhile. A key that does not open stays as it is.
 *
 * @returns How far it is, after each batch.
 * @source W3
 */
export async function* resealProductKeys(
  db: Database,
  sealing: SealingKeys,
  batchSize = 500,
): AsyncGenerator<ResealProgress> {
  let resealed = 0;
  let unopenable = 0;
  let after: OutdatedKey | null = null;
  for (;;) {
    const batch: { rows: OutdatedKey[]; opened: number } = await inTransaction(db, async (trx) => {
      const rows = await lockOutdatedKeys(trx, sealing.keyId, after, batchSize);
      const seals = rows.flatMap((row) => sealedAnew(sealing, row) ?? []);
      await updateSeals(trx, seals);
      return { rows, opened: seals.length };
    });
    resealed += batch.opened;
    unopenable += batch.rows.length - batch.opened;
    yield { resealed, unopenable, left: await countOutdatedKeys(db, sealing.keyId) };
    after = batch.rows.at(-1) ?? null;
    if (after === null || batch.rows.length < batchSize) return;
  }
}

function sealedAnew(sealing: SealingKeys, row: OutdatedKey): OutdatedKey | null {
  let key: string;
  try {
    key = openKey(sealing, row, { text: row.sealed, keyId: row.sealedUnder });
  } catch {
    return null;
  }
  const { text, keyId } = sealKey(sealing, row, key);
  return { ...row, sealed: text, sealedUnder: keyId };
}
