import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';

const KEY_BYTES = 32;

/**
 * The instance's key: as given, else made once and kept in the data directory, readable by its owner alone.
 *
 * @throws Where the file holds something else than a key.
 */
export async function loadEncryptionKey(given: Buffer | null, dataDir: string): Promise<Buffer> {
  if (given !== null) return given;
  const file = path.join(dataDir, 'encryption.key');
  await mkdir(dataDir, { recursive: true });
  try {
    // Of two servers that start at once, one makes the file.
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(randomBytes(KEY_BYTES).toString('base64'));
    await handle.sync();
    await handle.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = Buffer.from(await readFile(file, 'utf8'), 'base64');
  if (key.length !== KEY_BYTES) {
    throw new Error(`${file} holds no key: restore it from a backup, or remove it to make a new one.`);
  }
  return key;
}

/** A key for one purpose, so that what one part makes is of no use to another. @source RFC 5869 */
export function deriveKey(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `muniment ${purpose}`, KEY_BYTES));
}
