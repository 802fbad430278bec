import { connect } from './database/connect.ts';
import { openDatabase } from './database/open-database.ts';
import { resealAccessCodes } from './features/home-use/reseal-codes-service.ts';
import { productKeySealing } from './features/product-keys/product-key-service.ts';
import { resealProductKeys } from './features/product-keys/reseal-service.ts';
import { resealSystemSecrets } from './features/provisioning/reseal-secrets-service.ts';
import { resealClientSecrets } from './features/sign-in/reseal-secrets-service.ts';
import { readSettings, SettingsError } from './settings.ts';

// Seals what ENCRYPTION_KEY_PREVIOUS sealed anew under ENCRYPTION_KEY. It may be stopped at any time and run again,
// also while the server runs with both keys. Ends with 1 where something is left.
//
//   npm run rotate-key
try {
  const settings = readSettings(process.env);
  const { encryptionKey, encryptionKeyPrevious } = settings;
  if (encryptionKey === null || encryptionKeyPrevious === null) {
    throw new SettingsError(
      'ENCRYPTION_KEY_PREVIOUS is missing: give the key from before, and the new one as ENCRYPTION_KEY.',
    );
  }
  const database = await openDatabase(settings);
  const { db } = connect(database.serverUrl, 2);
  const keys = { current: encryptionKey, previous: encryptionKeyPrevious };
  const sealing = productKeySealing(keys);
  let last = { resealed: 0, unopenable: 0, left: 0 };
  for await (last of resealProductKeys(db, sealing)) {
    process.stdout.write(`Product keys: ${last.resealed} sealed anew, ${last.left} left\n`);
  }
  for (const [what, reseal] of [
    ['Secrets of downstream systems', resealSystemSecrets],
    ['Client secrets of identity providers', resealClientSecrets],
    ['Home Use Program access codes', resealAccessCodes],
  ] as const) {
    process.stdout.write(`${what}: ${await reseal(db, keys)} sealed anew\n`);
  }
  if (last.unopenable > 0) {
    process.stderr.write(
      `${last.unopenable} product keys open with neither key: push them again, or run this with the key that sealed them.\n`,
    );
  }
  if (last.left > last.unopenable) process.stderr.write('Some were being written: run it again.\n');
  if (last.left === 0)
    process.stdout.write(
      'Done. ENCRYPTION_KEY_PREVIOUS is needed for links that were mailed, and for nothing else.\n',
    );
  else process.exitCode = 1;
  await db.destroy();
  await database.stop();
} catch (error) {
  process.stderr.write(`${error instanceof SettingsError ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}
