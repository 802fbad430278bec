import type { Database } from '../../database/connect.ts';
import { inTransaction } from '../../database/transaction.ts';
import { openSealedText } from '../../sealed-text.ts';
import { deriveKeys, type EncryptionKeys, resealed } from '../../sealing-keys.ts';
import { hashOfAccessCode } from './access-code.ts';
import { lockAccessCodes, updateAccessCode } from './sealed-code-repository.ts';

/** Seals access codes anew under the current key, and finds them by it. @returns How many there were. */
export function resealAccessCodes(db: Database, encryptionKeys: EncryptionKeys): Promise<number> {
  const keys = deriveKeys(encryptionKeys, 'home use access codes');
  return inTransaction(db, async (trx) => {
    let count = 0;
    for (const program of await lockAccessCodes(trx)) {
      const anew = resealed(keys, program.sealedAccessCode);
      if (anew === null) continue;
      const hash = hashOfAccessCode(keys.current, openSealedText(keys.current, anew));
      await updateAccessCode(trx, program, anew, hash);
      count += 1;
    }
    return count;
  });
}
