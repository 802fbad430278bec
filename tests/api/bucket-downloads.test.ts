import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { createDownloadLink, listDownloads } from '@muniment/contract/downloads.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { type S3Server, startS3Server } from '../support/s3-server.ts';

const content = randomBytes(24 * 1024 ** 2);
const sha256 = createHash('sha256').update(content).digest('hex');

let bucket: S3Server;
let muniment: Muniment;
let organization: Organization;
let admin: Member;
beforeAll(async () => {
  bucket = await startS3Server();
  await bucket.put('casement/27.1/Größe.iso', content);
  muniment = await startMuniment({
    env: {
      DOWNLOADS_S3_URL: bucket.url,
      DOWNLOADS_S3_BUCKET: bucket.bucket,
      DOWNLOADS_S3_ACCESS_KEY: bucket.accessKey,
      DOWNLOADS_S3_SECRET_KEY: bucket.secretKey,
      LOG_LEVEL: 'silent',
    },
  });
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator();
  const partNumber = 'CAS-BUCKET';
  const download = {
    type: 'download',
    partNumber,
    version: '27.1',
    language: 'de',
    architecture: 'x64',
    fileType: 'ISO',
    fileName: 'casement.iso',
    sizeBytes: content.length,
    sha256,
    storageKey: 'casement/27.1/Größe.iso',
  };
  const records = [
    { type: 'product', partNumber, name: 'Casement', family: 'Casement', version: '2027', pool: 'systems' },
    { ...download, downloadNumber: 'B-1' },
    { ...download, downloadNumber: 'B-2', language: 'en', storageKey: 'casement/none.iso' },
    { type: 'download-offer', licenseId: admin.licenseId, partNumber },
  ].map((record, line) => ({ line: line + 1, record }));
  await muniment.publisher.call(pushRecords, { body: { records } });
});
afterAll(async () => {
  await muniment.stop();
  await bucket.stop();
});

async function linkTo(language: string, by = admin): Promise<string> {
  const [download] = (await by.api.call(listDownloads, { query: { language } })).body.items;
  const params = { licenseId: admin.licenseId, downloadId: download?.id ?? '' };
  return (await by.api.call(createDownloadLink, { params })).body.url;
}

test('W5 files of a bucket come whole and in ranges, by links of this server, and what is missing is no half file', async () => {
  const url = await linkTo('de');
  expect(url.startsWith(`${muniment.url}/v1/files/`)).toBe(true);
  const whole = await (await fetch(url)).bytes();
  expect(createHash('sha256').update(whole).digest('hex')).toBe(sha256);
  const part = await fetch(url, { headers: { range: 'bytes=-100' } });
  expect(part.status).toBe(206);
  expect(Buffer.from(await part.bytes())).toEqual(content.subarray(-100));
  expect((await fetch(url, { method: 'HEAD' })).headers.get('content-length')).toBe(String(content.length));
  expect((await fetch(await linkTo('en'))).status).toBe(503);
});

test('W5 B10 a download from a bucket is cut off when the permission ends', async () => {
  const colleague = await organization.colleague(admin, { roles: ['product-download-manager'] });
  const url = await linkTo('de', colleague);
  const [response] = (await once(get(url, { agent: false }), 'response')) as [IncomingMessage];
  response.on('error', () => {});
  await once(response, 'readable');
  const closed = new Promise((resolve) => response.once('close', resolve));
  await admin.api.call(changeAssignments, {
    body: {
      assignments: [{ user: { vlUserId: colleague.vlUserId }, licenseId: admin.licenseId, roles: [] }],
    },
  });
  // It holds still until the server has asked again.
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  response.resume();
  await closed;
  expect(response.complete).toBe(false);
  expect((await fetch(url)).status).toBe(404);
});
