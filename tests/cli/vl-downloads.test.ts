import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchFile } from '../../apps/cli/src/fetch-file.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member } from '../support/partner.ts';
import { createTypist, type Typist } from './run-vl.ts';

const content = randomBytes(2_000_000);
const sha256 = createHash('sha256').update(content).digest('hex');
let directory: string;
let muniment: Muniment;
let admin: Member;
let typist: Typist;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'muniment-fetched-'));
  await mkdir(path.join(directory, 'storage'));
  await writeFile(path.join(directory, 'storage', 'casement.iso'), content);
  muniment = await startMuniment({ env: { DOWNLOADS_DIR: path.join(directory, 'storage') } });
  const organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator();
  const partNumber = 'CAS-STD';
  const product = { name: 'Casement', family: 'Casement', version: '2027', pool: 'systems' as const };
  await muniment.publisher.call(putProduct, { params: { partNumber }, body: product });
  const download = {
    type: 'download',
    partNumber,
    version: '27.1',
    language: 'de',
    architecture: 'x64',
    fileType: 'ISO',
    fileName: 'casement-27.1-de.iso',
    sizeBytes: content.length,
    sha256,
    storageKey: 'casement.iso',
  };
  const records = [
    { ...download, downloadNumber: 'D-1' },
    { ...download, downloadNumber: 'D-2', available: false, language: 'en' },
    { ...download, downloadNumber: 'D-3', sha256: 'f'.repeat(64), language: 'fr' },
    { type: 'download-offer', licenseId: admin.licenseId, partNumber },
  ].map((record, line) => ({ line: line + 1, record }));
  await muniment.publisher.call(pushRecords, { body: { records } });
  typist = await createTypist({ VL_SERVER: muniment.url, VL_TOKEN: admin.token });
});
afterAll(async () => {
  await typist.leave();
  await muniment.stop();
  await rm(directory, { recursive: true });
});

const vlDownload = (...args: string[]) => typist.vl('download', ...args, '--license', admin.licenseId);

test('W5 downloads lists what is offered, says what is not available, and writes CSV', async () => {
  const list = await typist.vl('downloads', '--sort', 'language');
  expect(list).toMatchObject({ status: 0, stderr: '' });
  const [heading, german, english] = list.stdout.split('\n');
  expect(heading).toMatch(
    /^Download number +Product +Version +Language +Architecture +File type +Size +License ID$/,
  );
  expect(german).toMatch(/^D-1 +Casement +27\.1 +de +x64 +ISO +2 MB /);
  expect(english).toMatch(/^D-2 .* not available /);
  const found = JSON.parse((await typist.vl('downloads', '--q', 'd-1', '--json')).stdout);
  expect(found.items).toMatchObject([{ sha256, sizeBytes: 2_000_000 }]);
  const file = path.join(directory, 'list.csv');
  expect((await typist.vl('downloads', '--csv', file)).status).toBe(0);
  expect(await readFile(file, 'utf8')).toContain(sha256);
});

test('W5 download fetches a file under its name, and knows it again', async () => {
  const to = await mkdtemp(path.join(directory, 'to-'));
  const done = await vlDownload('D-1', '--out', to);
  const file = path.join(to, 'casement-27.1-de.iso');
  expect(done).toMatchObject({ status: 0, stdout: `${file}: 2 MB, as it should be (SHA-256 ${sha256})\n` });
  expect((await readFile(file)).equals(content)).toBe(true);
  expect(await readdir(to)).toEqual(['casement-27.1-de.iso']);
  expect((await vlDownload('D-1', '--out', to)).stdout).toContain('is there already, as it should be');
  await writeFile(file, 'mine');
  expect(await vlDownload('D-1', '--out', to)).toMatchObject({ status: 2 });
  expect(await readFile(file, 'utf8')).toBe('mine');
});

test('W5 download goes on with what broke off, and begins anew where that is of another file', async () => {
  for (const [begun, isKept] of [
    [content.subarray(0, 1_234_567), true],
    [content, true],
    [Buffer.alloc(1_000), false],
    [Buffer.alloc(3_000_000), false],
  ] as const) {
    const file = path.join(directory, `resumed-${begun.length}.iso`);
    await writeFile(`${file}.part`, begun);
    const done = await vlDownload('D-1', '--out', file);
    expect(done.status).toBe(0);
    if (isKept) expect(done.stderr).toContain('Going on with');
    expect((await readFile(file)).equals(content)).toBe(true);
  }
});

test('W5 download of what is not what it should be keeps nothing and ends with 1', async () => {
  const file = path.join(directory, 'wrong.iso');
  const wrong = await vlDownload('D-3', '--out', file, '--json');
  expect(wrong.status).toBe(1);
  expect(JSON.parse(wrong.stderr)).toMatchObject({ type: 'urn:muniment:vl:checksum-wrong' });
  expect((await readdir(directory)).filter((name) => name.startsWith('wrong'))).toEqual([]);
  const refused = await vlDownload('D-2', '--out', file, '--json');
  expect(refused.status).toBe(1);
  expect(JSON.parse(refused.stderr).type).toMatch(/download-not-available$/);
  expect((await vlDownload('D-9')).status).toBe(1);
});

test('W5 a connection that is cut again and again is taken up by itself, with a new link each time', async () => {
  let links = 0;
  const answers: Server = createServer((request, response) => {
    const begun = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const rest = content.subarray(begun);
    response.writeHead(begun === 0 ? 200 : 206, { 'content-length': rest.length });
    response.write(rest.subarray(0, 700_000), () => {
      if (rest.length <= 700_000) response.end();
      else setTimeout(() => response.destroy(), 20);
    });
  });
  await new Promise<void>((resolve) => answers.listen(0, '127.0.0.1', resolve));
  const { port } = answers.address() as AddressInfo;
  const file = path.join(directory, 'cut.iso');
  await fetchFile({
    file,
    tell: () => {},
    askForLink: async () => {
      links += 1;
      const url = `http://127.0.0.1:${port}/${links}`;
      return { url, expiresAt: '', fileName: 'cut.iso', sizeBytes: content.length, sha256 };
    },
  });
  expect((await readFile(file)).equals(content)).toBe(true);
  expect(links).toBeGreaterThan(1);
  answers.close();
});
