import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import { newLicenseId, type Organization, type Partner } from '../support/partner.ts';
import { unique } from '../support/unique.ts';
import { cutFirstAnswer } from './cut-first-answer.ts';
import { createTypist, type Typist } from './run-vl.ts';

let muniment: Muniment;
let partner: Partner;
let organization: Organization;
let directory: string;
let typist: Typist;
beforeAll(async () => {
  muniment = await startMuniment();
  partner = await muniment.newPartner();
  organization = await partner.organization();
  directory = await mkdtemp(join(tmpdir(), 'muniment-vl-contracts-'));
  typist = await createTypist({ VL_SERVER: muniment.url, VL_TOKEN: partner.token });
});
afterAll(async () => {
  await typist.leave();
  await muniment.stop();
  await rm(directory, { recursive: true });
});

function license(change: object = {}) {
  return {
    type: 'license',
    licenseId: newLicenseId(),
    organizationNumber: organization.number,
    name: 'Works',
    program: 'Enterprise',
    startDate: '2026-01-01',
    endDate: '2028-12-31',
    country: 'SE',
    contacts: { primaryContact: { displayName: 'Ana Lind', email: organization.newEmail('ana') } },
    ...change,
  };
}

async function fileOf(...lines: (object | string | Buffer)[]): Promise<string> {
  const file = join(directory, `contracts-${unique()}.ndjson`);
  const bytes = lines.map((line) =>
    Buffer.isBuffer(line) ? line : Buffer.from(typeof line === 'string' ? line : JSON.stringify(line)),
  );
  await writeFile(file, Buffer.concat(bytes.flatMap((line) => [line, Buffer.from('\r\n')])));
  return file;
}

async function reported(file: string): Promise<unknown[]> {
  return (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

async function isThere({ licenseId }: { licenseId: string }): Promise<boolean> {
  const [row] = await muniment.db
    .selectFrom('license')
    .select('id')
    .where('license_id', '=', licenseId)
    .execute();
  return row !== undefined;
}

test('every bad line is reported by its number and field, and all others are taken', async () => {
  const [first, last] = [license(), license()];
  const foreign = await (await muniment.newPartner()).organization();
  const secret = 'SECRET-KEY-SECRET';
  const file = await fileOf(
    `\ufeff${JSON.stringify(first)}`,
    '',
    Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]),
    `{"type":"license", ${secret}`,
    '[]',
    { type: 'weather' },
    `{"type":"license","name":"${'x'.repeat(10 * 1024 * 1024)}"}`,
    license({ organizationNumber: foreign.number }),
    license({ colour: 'red' }),
    license({ endDate: '2025-01-01' }),
    `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
    `{"type":"license","a":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
    `{"type":"license","__proto__":{"colour":"red"}}`,
    last,
  );
  const report = join(directory, 'refused.ndjson');
  const outcome = await typist.vl('import', 'contracts', file, '--report', report);
  expect(outcome.status).toBe(1);
  expect(outcome.stdout).toMatch(/created +2\n/);
  expect(outcome.stdout).toMatch(/rejected +11\n/);
  expect(await reported(report)).toEqual([
    { line: 3, pointer: '', detail: 'A character is no UTF-8.' },
    {
      line: 4,
      pointer: '',
      detail: expect.stringMatching(/^This is no JSON: it breaks at character \d+\.$/),
    },
    { line: 5, pointer: '', detail: 'A record is an object.' },
    { line: 6, pointer: '/type', detail: expect.stringContaining('license') },
    { line: 7, pointer: '', detail: 'The line is longer than 1 MiB: it was passed over.' },
    {
      line: 8,
      pointer: '/organizationNumber',
      detail: 'You have set up no organization with this number.',
    },
    { line: 9, pointer: '/colour', detail: 'There is no such field.' },
    { line: 10, pointer: '/endDate', detail: 'A contract ends after it starts.' },
    { line: 11, pointer: '', detail: 'A record is an object.' },
    { line: 12, pointer: '', detail: 'It is nested too deeply.' },
    { line: 13, pointer: '', detail: expect.stringContaining('malformed') },
  ]);
  expect(outcome.stdout + outcome.stderr + (await readFile(report, 'utf8'))).not.toContain(secret);
  expect([await isThere(first), await isThere(last)]).toEqual([true, true]);
});

test('a file that is pushed again changes nothing, and ends with 0', async () => {
  const file = await fileOf(license(), license());
  await typist.vl('import', 'contracts', file);
  const again = await typist.vl('import', 'contracts', file);
  expect(again).toMatchObject({ status: 0, stdout: expect.stringMatching(/unchanged +2\n/) });
});

test('what a lost answer had saved is not saved twice', async () => {
  const cutting = await cutFirstAnswer(muniment.url, 'POST');
  const file = await fileOf(license());
  const outcome = await typist.vlWith({ env: { VL_SERVER: cutting.url } }, 'import', 'contracts', file);
  await cutting.stop();
  expect(outcome).toMatchObject({ status: 0, stdout: expect.stringMatching(/created +1\n/) });
  expect(cutting.requests).toEqual(['POST', 'POST']);
});

test('- reads standard input, and --json says what a script needs', async () => {
  const input = `${JSON.stringify(license())}\n${JSON.stringify({ type: 'weather' })}`;
  const outcome = await typist.program({ input }, 'import', 'contracts', '-', '--json');
  expect(outcome.status).toBe(1);
  expect(JSON.parse(outcome.stdout)).toEqual({
    file: '-',
    fromLine: 1,
    rejected: [{ line: 2, pointer: '/type', detail: expect.any(String) }],
    totals: { created: 1, updated: 0, unchanged: 0, rejected: 1 },
    complete: true,
    nextLine: null,
  });
});

/** Passes requests on, and holds back the answer of the second: somebody interrupts meanwhile. */
async function slowProxy() {
  const waiting: (() => void)[] = [];
  let posts = 0;
  async function passOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    posts += 1;
    if (posts === 2) await new Promise<void>((done) => waiting.push(done));
    const answer = await fetch(`${muniment.url}${request.url}`, {
      method: request.method ?? 'POST',
      headers: {
        authorization: request.headers.authorization ?? '',
        'content-type': 'application/json',
        'idempotency-key': String(request.headers['idempotency-key']),
      },
      body: Buffer.concat(chunks),
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  }
  const proxy = createServer((request, response) => void passOn(request, response));
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    isWaiting: () => waiting.length > 0,
    letGo: () => waiting.shift()?.(),
    stop: () => new Promise((done) => proxy.close(done)),
  };
}

test('interrupted, it says where to go on, and from there the rest is taken', {
  timeout: 60_000,
}, async () => {
  const licenses = Array.from({ length: 2_500 }, () =>
    license({ contacts: { primaryContact: { displayName: 'Ana Lind', email: 'ana@corvane.example' } } }),
  );
  const file = await fileOf({ type: 'weather' }, ...licenses);
  const report = join(directory, 'interrupted.ndjson');
  const proxy = await slowProxy();
  const command = join(import.meta.dirname, '..', '..', 'apps', 'cli', 'bin', 'vl.mjs');
  const child = spawn(process.execPath, [command, 'import', 'contracts', file, '--report', report], {
    env: { PATH: process.env.PATH ?? '', VL_SERVER: proxy.url, VL_TOKEN: partner.token },
  });
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  while (!proxy.isWaiting()) await new Promise((done) => setTimeout(done, 20));
  child.kill('SIGINT');
  while (!stderr.includes('Stopping')) await new Promise((done) => setTimeout(done, 20));
  proxy.letGo();
  const [status] = await once(child, 'close');
  await proxy.stop();
  expect(status).toBe(1);
  const goOn = /vl import contracts \S+ --from-line (\d+)/.exec(stderr);
  expect(goOn?.[1]).toBe('2001');
  expect([await isThere(licenses[1_998] ?? license()), await isThere(licenses[2_000] ?? license())]).toEqual([
    true,
    false,
  ]);

  const rest = await typist.vl('import', 'contracts', file, '--from-line', '2001', '--report', report);
  expect(rest).toMatchObject({ status: 0, stdout: expect.stringMatching(/created +501\n/) });
  expect(await reported(report)).toEqual([{ line: 1, pointer: '/type', detail: expect.any(String) }]);
});
