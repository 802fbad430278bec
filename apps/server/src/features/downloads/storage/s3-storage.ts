import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { type FileStorage, namesOfKey, StorageError, type StoredFile } from './file-storage.ts';

export interface S3Settings {
  /** Origin of the service, with a path where it has one. */
  readonly url: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** As long a service may take to begin an answer. */
const PATIENCE_MS = 15_000;

/**
 * Objects of a bucket of an S3-compatible service, addressed by path, each request signed by Signature Version 4.
 *
 * Its bytes go through this server: a link of the service's own would live on when a permission ends.
 */
export function s3Storage({ url, bucket, region, accessKey, secretKey }: S3Settings): FileStorage {
  const client = new AwsClient({
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    service: 's3',
    region,
    retries: 2,
  });

  async function request(method: 'GET' | 'HEAD', file: StoredFile, range?: string): Promise<Response> {
    const names = namesOfKey(file.storageKey);
    if (names === null) throw new StorageError(`The storage key ${JSON.stringify(file.storageKey)} is none`);
    const address = `${url.replace(/\/+$/, '')}/${[bucket, ...names].map(encodeURIComponent).join('/')}`;
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
    try {
      return await client.fetch(address, {
        method,
        headers: range === undefined ? {} : { range },
        // Wherever it sends us, the signature was not made for it.
        redirect: 'manual',
        signal: patience.signal,
      });
    } catch (error) {
      throw new StorageError(`${file.storageKey} in the bucket ${bucket} cannot be read`, { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  function refuseOther(file: StoredFile, found: number): void {
    if (found === file.sizeBytes) return;
    throw new StorageError(
      `${file.storageKey} in the bucket ${bucket} has ${found} bytes, and the catalog says ${file.sizeBytes}`,
    );
  }

  async function check(file: StoredFile): Promise<void> {
    const response = await request('HEAD', file);
    if (!response.ok) throw refused(file, response.status);
    refuseOther(file, Number(response.headers.get('content-length') ?? Number.NaN));
  }

  function refused({ storageKey }: StoredFile, status: number): StorageError {
    return new StorageError(`${storageKey} in the bucket ${bucket} was answered with status ${status}`);
  }

  return {
    check,
    async open(file, { start, end }) {
      if (end < start) {
        await check(file);
        return Readable.from([]);
      }
      // Asked for as a range also where it is all: only so the answer says how long the whole file is.
      const response = await request('GET', file, `bytes=${start}-${end}`);
      const [, first, last, size] =
        /^bytes (\d+)-(\d+)\/(\d+)$/.exec(response.headers.get('content-range') ?? '') ?? [];
      try {
        if (response.status === 416 || response.status === 200) await check(file);
        if (response.status !== 206 || response.body === null) throw refused(file, response.status);
        refuseOther(file, Number(size));
        if (Number(first) !== start || Number(last) !== end) throw refused(file, response.status);
      } catch (error) {
        await response.body?.cancel();
        throw error;
      }
      return Readable.fromWeb(response.body as ReadableStream);
    },
  };
}
