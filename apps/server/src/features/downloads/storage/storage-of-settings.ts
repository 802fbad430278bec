import type { Settings } from '../../../settings.ts';
import { directoryStorage } from './directory-storage.ts';
import type { FileStorage } from './file-storage.ts';
import { s3Storage } from './s3-storage.ts';

/** Where downloads lie, by the settings: in a bucket, else in a directory. */
export function storageOf({ downloads }: Pick<Settings, 'downloads'>): FileStorage {
  return downloads.s3 === null ? directoryStorage(downloads.directory) : s3Storage(downloads.s3);
}
