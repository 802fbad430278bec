import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { putEntitlement } from '@muniment/contract/entitlements.ts';
import { putProduct } from '@muniment/contract/products.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member } from '../support/partner.ts';
import { createTypist, type Typist } from './run-vl.ts';

let muniment: Muniment;
let admin: Member;
let typist: Typist;
let folder: string;
beforeAll(async () => {
  muniment = await startMuniment({ env: { RUN: 'web,worker' } });
  const organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator({ licenses: 2 });
  const body = { name: 'Ledgerline', family: 'Ledgerline', version: '2027', pool: 'servers' as const };
  await muniment.publisher.call(putProduct, { params: { partNumber: 'LED-STD' }, body });
  for (const licenseId of admin.licenseIds) {
    await organization.partner.api.call(putEntitlement, {
      params: { licenseId, entitlementNumber: 'E-1' },
      body: {
        partNumber: 'LED-STD',
        entitlementType: 'license',
        granted: true,
        quantity: 1_200,
        softwareAssuranceQuantity: 1_000,
        effectiveFrom: '2026-01-01',
      },
    });
  }
  typist = await createTypist({ VL_SERVER: muniment.url, VL_TOKEN: admin.token });
  folder = await mkdtemp(join(tmpdir(), 'muniment-vl-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await typist.leave();
  await muniment.stop();
});

test('W4 summary create waits, shows rows and totals, and writes CSV and PDF', async () => {
  const [csv, pdf] = [join(folder, 'summary.csv'), join(folder, 'summary.pdf')];
  const { status, stdout, stderr } = await typist.vl(
    'summary',
    'create',
    '--all',
    '--csv',
    csv,
    '--pdf',
    pdf,
  );
  expect({ status, stderr }).toMatchObject({ status: 0 });
  expect(stderr).toContain('0 of 2 license IDs');
  expect(stdout).toMatch(/Ledgerline +2027 +Servers +License \(granted\) +2,400 +2,000/);
  expect(stdout).toMatch(/Applications +0 +0\n/);
  expect(await readFile(csv, 'utf8')).toContain('Ledgerline,2027,servers,license,true,2400,2000');
  expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
  expect(stdout).toContain(`Exported to ${pdf}`);
});

test('W4 summary list finds it again, and show gives it as JSON', async () => {
  const created = await typist.vl('summary', 'create', '--license', admin.licenseId, '--json');
  const summary = JSON.parse(created.stdout) as { id: string };
  expect(summary).toMatchObject({
    state: 'done',
    licenseIds: [admin.licenseId],
    rows: [{ effectiveQuantity: 1_200 }],
  });
  expect((await typist.vl('summary', 'list')).stdout).toContain(summary.id);
  const shown = await typist.vl('summary', 'show', summary.id, '--json');
  expect(JSON.parse(shown.stdout)).toEqual(summary);
  expect((await typist.vl('summary', 'cancel', summary.id)).stdout).toContain('done');
});

test('W4 summary create asks for license IDs or --all, and says which it does not find', async () => {
  expect(await typist.vl('summary', 'create')).toMatchObject({ status: 2 });
  expect(await typist.vl('summary', 'create', '--all', '--license', 'X')).toMatchObject({ status: 2 });
  const unknown = await typist.vl('summary', 'create', '--license', 'NO-SUCH-ONE');
  expect(unknown).toMatchObject({ status: 1 });
  expect(unknown.stderr).toContain('License ID not found');
});
