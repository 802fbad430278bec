import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { type FileStorage, namesOfKey, StorageError, type StoredFile } from './file-storage.ts';

/** Fewer reads of a file that may be gigabytes, and still little for each of many streams. */
const READ_BYTES = 256 * 1024;

/** Files in a directory. Nothing outside of it is read: not by `..`, and not by a link that leads out. */
export function directoryStorage(directory: string): FileStorage {
  return {
    async check(file) {
      await (await openFile(directory, file)).close();
    },
    async open(file, { start, end }) {
      const handle = await openFile(directory, file);
      if (end >= start) return handle.createReadStream({ start, end, highWaterMark: READ_BYTES });
      await handle.close();
      return Readable.from([]);
    },
  };
}

async function openFile(directory: string, { storageKey, sizeBytes }: StoredFile): Promise<FileHandle> {
  const names = namesOfKey(storageKey);
  if (names === null) throw new StorageError(`The storage key ${JSON.stringify(storageKey)} is none`);
  let handle: FileHandle | undefined;
  try {
    const root = await realpath(directory);
    const file = await realpath(path.join(root, ...names));
    if (!file.startsWith(root + path.sep)) throw new StorageError(`${storageKey} leads out of ${directory}`);
    // Of what is no file, such as a pipe, opening must not wait.
    handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stats = await handle.stat();
    if (!stats.isFile()) throw new StorageError(`${storageKey} in ${directory} is no file`);
    if (stats.size !== sizeBytes) {
      throw new StorageError(
        `${storageKey} in ${directory} has ${stats.size} bytes, and the catalog says ${sizeBytes}`,
      );
    }
    return handle;
  } catch (error) {
    await handle?.close();
    if (error instanceof StorageError) throw error;
    throw new StorageError(`${storageKey} in ${directory} cannot be read`, { cause: error });
  }
}
