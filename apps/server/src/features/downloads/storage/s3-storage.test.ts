import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../../../../../tests/support/free-port.ts';
import { type S3Server, startS3Server } from '../../../../../../tests/support/s3-server.ts';
import { s3Storage } from './s3-storage.ts';

const content = randomBytes(3_000_000);
const sizeBytes = content.length;
let server: S3Server;
beforeAll(async () => {
  server = await startS3Server();
});
afterAll(() => server.stop());

const storage = (other: Partial<S3Server> = {}) => s3Storage({ ...server, region: 'us-east-1', ...other });
const all = { start: 0, end: sizeBytes - 1 };

describe('W5 files in an S3-compatible store', () => {
  test.each([
    'casement/27.1/standard.iso',
    'with space/Größe “ü” 日本.iso',
    "plus+and&others=(1)!*'~%20.iso",
  ])('W5 the object %s is read whole and in ranges, by signed requests', async (storageKey) => {
    await server.put(storageKey, content);
    const file = { storageKey, sizeBytes };
    await storage().check(file);
    expect((await buffer(await storage().open(file, all))).equals(content)).toBe(true);
    const part = await buffer(await storage().open(file, { start: sizeBytes - 5, end: sizeBytes - 1 }));
    expect(part).toEqual(content.subarray(-5));
    expect(await buffer(await storage().open(file, { start: 7, end: 7 }))).toEqual(content.subarray(7, 8));
  });

  test('W5 an object that is missing, of another size, or not to be read, is an error before any byte comes', async () => {
    await server.put('short.iso', content);
    const file = { storageKey: 'short.iso', sizeBytes };
    const longer = { ...file, sizeBytes: sizeBytes + 10 };
    const refused = [
      [storage(), { ...file, storageKey: 'none.iso' }, /status 404/],
      [storage(), longer, /3000000 bytes, and the catalog says 3000010/],
      [storage(), { ...file, sizeBytes: 10 }, /3000000 bytes, and the catalog says 10/],
      [storage({ secretKey: 'wrong' }), file, /status 403/],
      [storage({ bucket: 'nowhere' }), file, /status 404/],
      [storage({ url: `http://127.0.0.1:${await freePort()}` }), file, /cannot be read/],
      [storage(), { ...file, storageKey: '../short.iso' }, /is none/],
    ] as const;
    for (const [of, what, why] of refused) {
      const end = Math.min(what.sizeBytes, sizeBytes + 5) - 1;
      for (const attempt of [() => of.check(what), () => of.open(what, { start: 0, end })]) {
        await expect(attempt()).rejects.toMatchObject({
          name: 'StorageError',
          message: expect.stringMatching(why),
        });
      }
    }
    await expect(storage().open(longer, { start: sizeBytes + 1, end: sizeBytes + 5 })).rejects.toMatchObject({
      name: 'StorageError',
    });
  });

  test('W5 an empty object is an empty file', async () => {
    await server.put('empty.iso', Buffer.alloc(0));
    const file = { storageKey: 'empty.iso', sizeBytes: 0 };
    expect(await buffer(await storage().open(file, { start: 0, end: -1 }))).toHaveLength(0);
  });
});
