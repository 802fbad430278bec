import type { Database } from '../../database/connect.ts';
import { inTransaction } from '../../database/transaction.ts';
import { type EncryptionKeys, resealed } from '../../sealing-keys.ts';
import { clientSecretKeys } from './issuers.ts';
import { lockClientSecrets, updateClientSecret } from './sealed-secret-repository.ts';

/** Seals the client secrets of organizations' own issuers anew under the current key. @returns How many there were. */
export function resealClientSecrets(db: Database, encryptionKeys: EncryptionKeys): Promise<number> {
  return inTransaction(db, async (trx) => {
    let count = 0;
    for (const { organizationId, sealedSecret } of await lockClientSecrets(trx)) {
      const anew = resealed(clientSecretKeys(encryptionKeys, organizationId), sealedSecret);
      if (anew === null) continue;
      await updateClientSecret(trx, organizationId, anew);
      count += 1;
    }
    return count;
  });
}
