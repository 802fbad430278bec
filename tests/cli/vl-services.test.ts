import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { addDays, addMonths } from '@muniment/domain/calendar-date.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newProductKey } from '../support/activation-keys.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member } from '../support/partner.ts';
import { createTypist, type Typist } from './run-vl.ts';

const today = new Date().toISOString().slice(0, 10);
const partNumber = 'OSV-FILES-1';
const key = newProductKey();

let muniment: Muniment;
let admin: Member;
let typist: Typist;
beforeAll(async () => {
  muniment = await startMuniment();
  const organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator();
  const { licenseId } = admin;
  const body = { name: 'Tidewater Files', family: 'Tidewater', version: 'Online', pool: 'servers' as const };
  await muniment.publisher.call(putProduct, { params: { partNumber }, body });
  const records = [
    { type: 'service', licenseId, partNumber, seats: 40, anniversary: addMonths(today, -1) },
    { type: 'redemption', licenseId, offerNumber: 'B-77', partNumber, quantity: 5 },
    { type: 'activation-key', key, partNumber, seats: 12 },
  ].map((record, line) => ({ line: line + 1, record }));
  await organization.partner.api.call(pushRecords, { body: { records } });
  typist = await createTypist({ VL_SERVER: muniment.url, VL_TOKEN: admin.token });
});
afterAll(async () => {
  await typist.leave();
  await muniment.stop();
});

test('W6 services lists them with their days; reserve and cancel ask first, or take --yes', async () => {
  const list = await typist.vl('services');
  expect(list).toMatchObject({ status: 0, stderr: '' });
  expect(list.stdout).toContain(`${today} to ${addMonths(today, 6)}`);

  const date = addDays(today, 20);
  const what = ['--license', admin.licenseId, '--quantity', '5', '--country', 'no', '--date', date];
  const reserve = ['services', 'reserve', partNumber, ...what];
  expect(await typist.vl(...reserve)).toMatchObject({ status: 2 });
  const no = await typist.vlAnswering(async () => 'n', ...reserve);
  expect(no).toMatchObject({ status: 1, stdout: '' });
  expect(no.stderr).toContain('Reserve 5 seats of OSV-FILES-1');
  const yes = await typist.vlAnswering(async () => 'y', ...reserve);
  expect(yes.stdout).toContain(`Reserved 5 seats of Tidewater Files from ${date}`);
  const late = await typist.vl(...reserve.slice(0, -1), addDays(today, 300), '--yes');
  expect(late).toMatchObject({ status: 1, stdout: '' });
  expect(late.stderr).toContain('This is more than 6 months ahead.');
  expect(await typist.vl(...reserve.slice(0, -1), '2027-02-29', '--yes')).toMatchObject({ status: 2 });

  const listed = JSON.parse(
    (await typist.vl('services', 'reservations', '--status', 'active', '--json')).stdout,
  );
  expect(listed.items).toHaveLength(1);
  const cancel = ['services', 'cancel', listed.items[0].id, '--license', admin.licenseId];
  expect(await typist.vl(...cancel, '--yes')).toMatchObject({ status: 2 });
  const canceled = await typist.vl(...cancel, '--reason', 'Put off', '--yes');
  expect(canceled).toMatchObject({ status: 0, stdout: 'Canceled 5 seats of Tidewater Files.\n' });
  expect((await typist.vl('services', 'reservations')).stdout).toMatch(/Canceled/);
  const file = join(tmpdir(), `reservations-${process.pid}.csv`);
  expect(await typist.vl('services', 'reservations', '--csv', file)).toMatchObject({ status: 0 });
  expect(await readFile(file, 'utf8')).toContain('Put off');
});

test('W6 activate takes the key from its input, never from an argument, and says which group is wrong', async () => {
  const activate = ['services', 'activate', '--license', admin.licenseId, '--choice', 'add-seats', '--yes'];
  const wrong = `${key.slice(0, 12)}${key.slice(12, 17) === '22222' ? '33333' : '22222'}${key.slice(17)}`;
  const refused = await typist.vlWith({ input: wrong }, ...activate);
  expect(refused).toMatchObject({ status: 1, stdout: '' });
  expect(refused.stderr).toContain('Group 3 of the key is wrong');
  const used = await typist.vlWith({ input: `${key.toLowerCase()}\n` }, ...activate);
  expect(used.stdout).toContain(`Added 12 seats of Tidewater Files under ${admin.licenseId}`);
  const again = await typist.vlWith({ input: key }, ...activate);
  expect(again).toMatchObject({ status: 1 });
  expect(again.stderr).toContain(`for license ID ${admin.licenseId}`);
  expect((await typist.vl('services', 'activations')).stdout).toContain(key.slice(-5));
});

test('W6 redeem redeems once', async () => {
  expect((await typist.vl('services', 'redemptions')).stdout).toMatch(/B-77 .*Available/);
  const redeem = ['services', 'redeem', 'b-77', '--license', admin.licenseId, '--yes'];
  expect((await typist.vl(...redeem)).stdout).toBe('Redeemed B-77: 5 of Tidewater Files.\n');
  expect(await typist.vl(...redeem)).toMatchObject({ status: 1, stdout: '' });
  const unknown = await typist.vl('services', 'redeem', 'B-78', '--license', admin.licenseId, '--yes');
  expect(unknown.stderr).toContain(`${admin.licenseId} has nothing to redeem of the number B-78`);
});
