import { once } from 'node:events';
import { mkdtemp, open, readdir, readlink, rm } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import {
  createDownloadLink,
  listDownloads,
  putDownload,
  putDownloadOffer,
} from '@muniment/contract/downloads.ts';
import { putProduct } from '@muniment/contract/products.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

const SIZE = 5 * 1024 ** 3;
const MIB = 1024 ** 2;
const LAST = Buffer.from('the last bytes of it');

let directory: string;
let muniment: Muniment;
let organization: Organization;
let admin: Member;
let url: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'muniment-large-'));
  // Sparse: 5 GB that take no room.
  const file = await open(path.join(directory, 'large.iso'), 'w');
  await file.truncate(SIZE - LAST.length);
  await file.write(LAST, 0, LAST.length, SIZE - LAST.length);
  await file.close();
  muniment = await startMuniment({ env: { DOWNLOADS_DIR: directory, LOG_LEVEL: 'silent' } });
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator();
  const partNumber = 'CAS-LARGE';
  await muniment.publisher.call(putProduct, {
    params: { partNumber },
    body: { name: 'Casement', family: 'Casement', version: '2027', pool: 'systems' },
  });
  await muniment.publisher.call(putDownload, {
    params: { downloadNumber: 'D-LARGE' },
    body: {
      partNumber,
      version: '1',
      language: 'en',
      architecture: 'x64',
      fileType: 'ISO',
      fileName: 'large.iso',
      sizeBytes: SIZE,
      sha256: '1'.repeat(64),
      storageKey: 'large.iso',
    },
  });
  await organization.partner.api.call(putDownloadOffer, {
    params: { licenseId: admin.licenseId, partNumber },
    body: {},
  });
});
beforeEach(async () => {
  url = await linkFor(admin);
});
afterAll(async () => {
  await muniment.stop();
  await rm(directory, { recursive: true });
});

async function linkFor(by: Member): Promise<string> {
  const [download] = (await by.api.call(listDownloads, {})).body.items;
  const params = { licenseId: admin.licenseId, downloadId: download?.id ?? '' };
  return (await by.api.call(createDownloadLink, { params })).body.url;
}

async function request(headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const [response] = (await once(get(url, { headers, agent: false }), 'response')) as [IncomingMessage];
  return response;
}

/** How often this process, which serves too, has the file open. */
async function openFiles(): Promise<number> {
  const names = await readdir('/proc/self/fd');
  const targets = await Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')));
  return targets.filter((target) => target.startsWith(directory)).length;
}

async function untilClosed(): Promise<void> {
  for (let tries = 0; tries < 100 && (await openFiles()) > 0; tries += 1) await sleep(20);
  expect(await openFiles()).toBe(0);
}

describe('W5 a file of 5 GB', () => {
  test('W5 its end is there at once, by a range', async () => {
    const begun = Date.now();
    const response = await request({ range: `bytes=-${LAST.length}` });
    expect(response.statusCode).toBe(206);
    expect(response.headers['content-range']).toBe(`bytes ${SIZE - LAST.length}-${SIZE - 1}/${SIZE}`);
    expect(Buffer.concat(await response.toArray())).toEqual(LAST);
    expect(Date.now() - begun).toBeLessThan(5_000);
    await untilClosed();
  });

  test('W5 hundreds of megabytes stream in seconds while memory stays flat', async () => {
    const response = await request({ range: `bytes=0-${256 * MIB - 1}` });
    const before = process.memoryUsage().rss;
    let most = 0;
    let bytes = 0;
    for await (const piece of response) {
      bytes += (piece as Buffer).length;
      most = Math.max(most, process.memoryUsage.rss());
    }
    expect(bytes).toBe(256 * MIB);
    expect((most - before) / MIB).toBeLessThan(120);
    await untilClosed();
  }, 60_000);

  test('W5 whoever reads slowly is sent no more than they take', async () => {
    const response = await request();
    const before = process.memoryUsage().rss;
    await once(response, 'readable');
    await sleep(1_500);
    expect(response.socket.bytesRead / MIB).toBeLessThan(32);
    expect((process.memoryUsage().rss - before) / MIB).toBeLessThan(120);
    response.destroy();
    await untilClosed();
  });

  test('W5 whoever goes away leaves nothing open, a hundred times', async () => {
    for (let round = 0; round < 10; round += 1) {
      const responses = await Promise.all(Array.from({ length: 10 }, () => request()));
      await Promise.all(responses.map((response) => once(response, 'readable')));
      for (const response of responses) response.destroy();
    }
    await untilClosed();
  });

  test('W5 a server that stops does not wait for downloads under way: they are cut off, and go on at the next', async () => {
    const env = { DOWNLOADS_DIR: directory, LOG_LEVEL: 'silent' };
    const other = await startMuniment({ database: muniment.database, env });
    url = await linkFor({ ...admin, api: other.as(admin.token) });
    const response = await request();
    response.on('error', () => {});
    await once(response, 'readable');
    const begun = Date.now();
    await other.stop();
    expect(Date.now() - begun).toBeLessThan(10_000);
    response.resume();
    if (!response.closed) await new Promise((resolve) => response.once('close', resolve));
    expect(response.complete).toBe(false);
  }, 30_000);

  test.each([
    ['reads as fast as it can', true],
    ['stands still', false],
  ])(
    'W5 B10 a download that %s ends when the permission does: cut off, never as if it were whole',
    async (_how, isRead) => {
      const colleague = await organization.colleague(admin, { roles: ['product-download-manager'] });
      url = await linkFor(colleague);
      const response = await request();
      const ended = new Promise((resolve) => response.once('close', resolve));
      response.on('error', () => {});
      let bytes = 0;
      if (isRead) {
        response.on('data', (piece: Buffer) => {
          bytes += piece.length;
          // Slow enough to be still under way.
          response.pause();
          setTimeout(() => response.resume(), 5);
        });
      } else await once(response, 'readable');
      await sleep(300);
      const revoked = Date.now();
      await admin.api.call(changeAssignments, {
        body: {
          assignments: [{ user: { vlUserId: colleague.vlUserId }, licenseId: admin.licenseId, roles: [] }],
        },
      });
      if (!isRead) response.resume();
      await ended;
      expect(Date.now() - revoked).toBeLessThan(10_000);
      expect(response.complete).toBe(false);
      expect(bytes).toBeLessThan(SIZE);
      expect((await request()).statusCode).toBe(404);
      await untilClosed();
    },
    30_000,
  );
});
