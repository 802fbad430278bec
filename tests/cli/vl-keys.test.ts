import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listLedger } from '@muniment/contract/ledger.ts';
import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member } from '../support/partner.ts';
import { createTypist, type Typist } from './run-vl.ts';

const MAK = 'M7KQ2-9XVTB-4HNWR-P3C8D-ABCDE';
const KMS = 'BVKQ2-9XVTB-4HNWR-P3C8D-FGHJK';

let muniment: Muniment;
let admin: Member;
let typist: Typist;
beforeAll(async () => {
  muniment = await startMuniment();
  const organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator();
  const { licenseId } = admin;
  const body = {
    name: 'Ledgerline Standard',
    family: 'Ledgerline',
    version: '2027',
    pool: 'servers' as const,
  };
  await muniment.publisher.call(putProduct, { params: { partNumber: 'LED-STD' }, body });
  const key = { type: 'key', licenseId, partNumber: 'LED-STD' };
  const records = [
    { ...key, keyNumber: 'K-1', keyType: 'mak', key: MAK, activationsUsed: 480, activationsTotal: 500 },
    { ...key, keyNumber: 'K-2', keyType: 'kms', key: KMS },
  ].map((record, line) => ({ line: line + 1, record }));
  await organization.partner.api.call(pushRecords, { body: { records } });
  typist = await createTypist({ VL_SERVER: muniment.url, VL_TOKEN: admin.token });
});
afterAll(async () => {
  await typist.leave();
  await muniment.stop();
});

async function events(): Promise<string[]> {
  const { body } = await admin.api.call(listLedger, { query: { chain: 'disclosures' } });
  return body.items.map(({ event }) => event);
}

test('W3 keys are listed masked, and one is revealed by its number or its last five characters', async () => {
  const list = await typist.vl('keys');
  expect(list).toMatchObject({ status: 0, stderr: '' });
  expect(list.stdout).toMatch(/^License ID +Product +Key +Key number +Type +Activations +Status\n/);
  expect(list.stdout).toContain('•••••-•••••-•••••-•••••-ABCDE');
  expect(list.stdout).toContain('480 of 500');
  expect(list.stdout).not.toContain(MAK);
  expect(await events()).toEqual([]);

  expect(await typist.vl('keys', 'reveal', 'abcde', '--license', admin.licenseId)).toMatchObject({
    status: 0,
    stdout: `${MAK}\n`,
    stderr: '',
  });
  const asJson = await typist.vl('keys', 'reveal', 'K-2', '--license', admin.licenseId, '--json');
  expect(JSON.parse(asJson.stdout)).toMatchObject({ key: KMS, licenseId: admin.licenseId });
  expect(await events()).toEqual(['product-key.revealed', 'product-key.revealed']);
  expect(await typist.vl('keys', 'reveal', 'ZZZZZ', '--license', admin.licenseId)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(`${admin.licenseId} has no key ZZZZZ`),
  });
});

test('W3 keys are exported in clear to a file on a yes, and the list masked without', async () => {
  const [clear, masked] = ['clear', 'masked'].map((name) =>
    join(tmpdir(), `keys-${name}-${process.pid}.csv`),
  );
  expect(await typist.vl('keys', 'export', '--out', clear ?? '')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Add --yes'),
  });
  const before = (await events()).length;
  expect(await typist.vl('keys', 'export', '--out', clear ?? '', '--yes')).toMatchObject({ status: 0 });
  const text = await readFile(clear ?? '', 'utf8');
  for (const key of [MAK, KMS]) expect(text).toContain(key);
  expect((await events()).length).toBe(before + 1);
  await typist.vl('keys', '--csv', masked ?? '', '--type', 'mak');
  const list = await readFile(masked ?? '', 'utf8');
  expect(list).toContain('•••••-ABCDE');
  expect(list).not.toContain(MAK);
  expect(list).not.toContain('FGHJK');
});

test('W3 products are listed with their keys, and more activations asked for', async () => {
  const products = await typist.vl('keys', 'products');
  expect(products.stdout).toMatch(/Ledgerline Standard +LED-STD +KMS, MAK +2 +1/);
  const asked = await typist.vl(
    ...['keys', 'request', 'ABCDE', '--license', admin.licenseId, '--wanted', '750'],
    ...['--justification', 'A second site opens.'],
  );
  expect(asked).toMatchObject({ status: 0, stderr: '' });
  expect(asked.stdout).toMatch(/Ledgerline Standard \(ABCDE\)\. The ticket is T-\w{4}-\w{4}\./);
});
