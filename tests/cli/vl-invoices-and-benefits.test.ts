import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acceptHomeUseTerms, setHomeUseContact, setHomeUseDomains } from '@muniment/contract/home-use.ts';
import { putInvoicePdf } from '@muniment/contract/invoices.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member } from '../support/partner.ts';
import { createTypist, type Typist } from './run-vl.ts';

const PDF = '%PDF-1.7\nan invoice';

let muniment: Muniment;
let admin: Member;
let typist: Typist;
beforeAll(async () => {
  muniment = await startMuniment();
  const organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator();
  const { licenseId } = admin;
  const invoice = { type: 'invoice', licenseId, kind: 'invoice', invoiceDate: '2026-03-01' };
  const records = [
    {
      ...invoice,
      invoiceNumber: 'INV-1',
      poNumber: 'PO-7',
      totalDue: { amount: '1234567.5', currency: 'EUR' },
      billTo: { name: 'Lindgren AB', lines: ['Storgatan 1'], country: 'SE' },
      lines: [{ description: 'Suite', quantity: 3, unitPrice: '0.125', amount: '0.38' }],
    },
    { ...invoice, invoiceNumber: 'CM-1', kind: 'credit-memo', totalDue: { amount: '-20', currency: 'EUR' } },
    { type: 'home-use-entitlement', licenseId, total: 1000, used: 20 },
  ].map((record, line) => ({ line: line + 1, record }));
  await organization.partner.api.call(pushRecords, { body: { records } });
  await organization.partner.api.call(putInvoicePdf, {
    params: { licenseId, invoiceNumber: 'INV-1' },
    body: new Uint8Array(Buffer.from(PDF)),
  });
  typist = await createTypist({ VL_SERVER: muniment.url, VL_TOKEN: admin.token });
});
afterAll(async () => {
  await typist.leave();
  await muniment.stop();
});

test('W9 invoices lists, filters, shows one, downloads its document and writes the reconciliation', async () => {
  const { licenseId } = admin;
  const list = await typist.vl('invoices', '--sort', 'invoiceNumber');
  expect(list).toMatchObject({ status: 0, stderr: '' });
  expect(list.stdout).toMatch(/^CM-1 +Credit memo +2026-03-01 .*-20\.00 EUR +/m);
  expect(list.stdout).toMatch(/^INV-1 +Invoice +2026-03-01 +PO-7 .*1,234,567\.50 EUR +/m);
  const memos = await typist.vl('invoices', '--kind', 'credit-memo', '--json');
  expect(JSON.parse(memos.stdout).items).toMatchObject([{ invoiceNumber: 'CM-1' }]);

  const one = await typist.vl('invoices', 'show', 'INV-1', '--license', licenseId);
  expect(one.stdout).toContain('Bill to: Lindgren AB, Storgatan 1, SE');
  expect(one.stdout).toMatch(/Suite +3 +0\.125 +0\.38/);

  const file = join(tmpdir(), `invoice-${process.pid}`);
  const download = ['invoices', 'download', 'INV-1', '--license', licenseId, '--out', `${file}.pdf`];
  expect(await typist.vl(...download)).toMatchObject({ status: 0, stderr: '' });
  expect(await readFile(`${file}.pdf`, 'utf8')).toBe(PDF);
  const none = await typist.vl('invoices', 'download', 'CM-1', '--license', licenseId, '--out', `${file}.x`);
  expect(none).toMatchObject({ status: 1, stdout: '' });
  await expect(readFile(`${file}.x`)).rejects.toThrow();

  expect(await typist.vl('invoices', '--q', 'PO-7', '--csv', `${file}.csv`)).toMatchObject({ status: 0 });
  expect(await readFile(`${file}.csv`, 'utf8')).toContain('EUR,1234567.50,1,,Suite,,3,0.125,0.38\r\n');
});

test('W8 benefits lists and shows programs; activate gives a code, deactivate asks before it ends one', async () => {
  const { licenseId } = admin;
  const list = await typist.vl('benefits');
  expect(list.stdout).toMatch(
    new RegExp(`^${licenseId} .*Terms not accepted +20 of 1,000 +2031-12-31$`, 'm'),
  );
  const early = await typist.vl('benefits', 'activate', licenseId);
  expect(early).toMatchObject({ status: 1, stdout: '' });
  expect(early.stderr).toContain('Accept the terms first.');

  const params = { licenseId };
  await admin.api.call(acceptHomeUseTerms, { params, body: { version: '1' } });
  await admin.api.call(setHomeUseContact, { params, body: { name: 'Ida', email: 'ida@lindgren.example' } });
  await admin.api.call(setHomeUseDomains, { params, body: { domains: ['lindgren.example'] } });
  const active = await typist.vl('benefits', 'activate', licenseId);
  const code = /Access code: (\w{10})$/m.exec(active.stdout)?.[1] ?? '';
  expect((await typist.vl('benefits', 'show', licenseId)).stdout).toContain(`Access code: ${code}`);

  expect(await typist.vl('benefits', 'deactivate', licenseId)).toMatchObject({ status: 2 });
  const no = await typist.vlAnswering(async () => 'n', 'benefits', 'deactivate', licenseId);
  expect(no.status).toBe(1);
  expect((await typist.vl('benefits', 'show', licenseId)).stdout).toContain(code);
  const off = await typist.vl('benefits', 'deactivate', licenseId, '--yes', '--json');
  expect(JSON.parse(off.stdout)).toMatchObject({ state: 'inactive', accessCode: null });
});
