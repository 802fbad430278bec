import type { Readable } from 'node:stream';
import type { ByteRange } from '../file-range.ts';

/** A file as the catalog knows it. */
export interface StoredFile {
  readonly storageKey: string;
  readonly sizeBytes: number;
}

/** Where the bytes of downloads lie. Whoever may have them was asked before. */
export interface FileStorage {
  /**
   * Looks whether the file is there, of the size that the catalog names.
   *
   * @throws StorageError.
   */
  check(file: StoredFile): Promise<void>;
  /**
   * Opens some of the file's bytes. Destroying the stream lets go of all that was opened for it.
   *
   * @throws StorageError, before any byte comes.
   */
  open(file: StoredFile, range: ByteRange): Promise<Readable>;
}

/** The storage does not have what the catalog names, or does not answer. For the operator, not for the caller. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

/**
 * The names that a storage key is made of.
 *
 * @returns null for a key that leaves the storage or that no storage takes: `..`, `.`, an empty name, a NUL, a
 * backslash, or what is no whole text.
 */
export function namesOfKey(storageKey: string): string[] | null {
  if (/[\0\\]/.test(storageKey) || !storageKey.isWellFormed()) return null;
  const names = storageKey.split('/');
  return names.some((name) => name === '' || name === '.' || name === '..') ? null : names;
}
