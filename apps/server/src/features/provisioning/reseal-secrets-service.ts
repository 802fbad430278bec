import type { Database } from '../../database/connect.ts';
import { inTransaction } from '../../database/transaction.ts';
import { deriveKeys, type EncryptionKeys, resealed } from '../../sealing-keys.ts';
import { lockSystemSecrets, updateSystemSecrets } from './sealed-secret-repository.ts';

/** Seals the secrets of downstream systems anew under the current key. @returns How many systems had one. */
export function resealSystemSecrets(db: Database, encryptionKeys: EncryptionKeys): Promise<number> {
  const keys = deriveKeys(encryptionKeys, 'downstream systems');
  return inTransaction(db, async (trx) => {
    let count = 0;
    for (const { id, secret, previousSecret } of await lockSystemSecrets(trx)) {
      const [first, second] = [secret, previousSecret].map((sealed) =>
        sealed === null ? null : resealed(keys, sealed),
      );
      if (!first && !second) continue;
      await updateSystemSecrets(trx, id, {
        secret: first ?? secret,
        previousSecret: second ?? previousSecret,
      });
      count += 1;
    }
    return count;
  });
}
