import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member } from '../support/partner.ts';
import { createTypist, type Typist } from './run-vl.ts';

let muniment: Muniment;
let admin: Member;
let typist: Typist;
beforeAll(async () => {
  muniment = await startMuniment();
  const organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator();
  const { licenseId } = admin;
  const product = {
    name: 'Ledgerline Standard',
    family: 'Ledgerline',
    version: '2027',
    pool: 'servers' as const,
  };
  await muniment.publisher.call(putProduct, { params: { partNumber: 'LED-STD' }, body: product });
  const lines = [{ partNumber: 'LED-STD', quantity: 12, country: 'SE' }];
  const order = { type: 'order', licenseId, orderedOn: '2026-03-02', reseller: 'Northgate', lines };
  const subscription = {
    type: 'subscription',
    licenseId,
    subscriptionNumber: 'S-1',
    partNumber: 'LED-STD',
    quantity: 100,
    assigned: 60,
    minimumQuantity: 50,
    maximumQuantity: 500,
    endsOn: '2031-03-31',
    autoRenew: true,
  };
  const records = [
    { ...order, resellerOrderNumber: 'NG-1' },
    { ...order, resellerOrderNumber: 'NG-2', orderedOn: '2026-06-01' },
    subscription,
  ].map((record, line) => ({ line: line + 1, record }));
  await organization.partner.api.call(pushRecords, { body: { records } });
  typist = await createTypist({ VL_SERVER: muniment.url, VL_TOKEN: admin.token });
});
afterAll(async () => {
  await typist.leave();
  await muniment.stop();
});

test('W2 orders lists, filters, shows one with its lines, and writes CSV', async () => {
  const list = await typist.vl('orders');
  expect(list).toMatchObject({ status: 0, stderr: '' });
  const [heading, ...rows] = list.stdout.trimEnd().split('\n');
  expect(heading).toMatch(
    /^Reseller order number +Customer order number +Ordered on +Usage start date +Reseller +License ID +Lines$/,
  );
  expect(rows).toHaveLength(2);
  const since = await typist.vl('orders', '--from', '2026-05-01', '--json');
  expect(JSON.parse(since.stdout).items).toMatchObject([{ resellerOrderNumber: 'NG-2' }]);
  expect(await typist.vl('orders', '--q', 'nothing')).toMatchObject({
    stderr: 'There are no such orders.\n',
  });
  expect(await typist.vl('orders', '--from', '2026-02-30')).toMatchObject({ status: 2 });

  const one = await typist.vl('orders', 'show', 'ng-1', '--license', admin.licenseId);
  expect(one).toMatchObject({ status: 0, stderr: '' });
  expect(one.stdout).toMatch(/^Order NG-1 of Northgate/);
  expect(one.stdout).toMatch(/LED-STD +Ledgerline Standard +12 +SE/);
  const unknown = await typist.vl('orders', 'show', 'NG', '--license', admin.licenseId);
  expect(unknown).toMatchObject({ status: 1, stdout: '' });
  expect(unknown.stderr).toContain(`${admin.licenseId} has no order NG`);

  const file = join(tmpdir(), `orders-${process.pid}.csv`);
  expect((await typist.vl('orders', '--q', 'NG-1', '--csv', file)).stdout).toContain(`Exported to ${file}`);
  expect(await readFile(file, 'utf8')).toContain(
    'NG-1,,2026-03-02,,Northgate,1,LED-STD,Ledgerline Standard,12,SE',
  );
});

test('W7 subscriptions lists them; set asks for a change after a yes, or with --yes', async () => {
  const list = await typist.vl('subscriptions');
  expect(list.stdout).toMatch(/Ledgerline Standard .*S-1 +60 of 100 +Active +2031-03-31 +On$/m);

  const set = ['subscriptions', 'set', 'S-1', '--license', admin.licenseId];
  expect(await typist.vl(...set, '--yes')).toMatchObject({ status: 2 });
  expect(await typist.vl(...set, '--quantity', '120')).toMatchObject({ status: 2 });
  const low = await typist.vl(...set, '--quantity', '59', '--yes');
  expect(low).toMatchObject({ status: 1, stdout: '' });
  expect(low.stderr).toContain('quantity: at least 60, since so many are assigned.');

  const no = await typist.vlAnswering(async () => 'n', ...set, '--quantity', '120');
  expect(no).toMatchObject({ status: 1 });
  expect(no.stdout).toContain('Quantity: 100 -> 120 (+20); 60 assigned');
  expect(no.stderr).toContain('Nothing was saved.');
  const yes = await typist.vlAnswering(async () => 'y', ...set, '--auto-renew', 'off');
  expect(yes).toMatchObject({ status: 0 });
  expect(yes.stdout).toContain('Auto-renew: off; it ends after 2031-03-31');

  const asked = await typist.vl(...set, '--quantity', '120', '--yes');
  expect(asked.stdout).toBe(
    "Asked for: 120, auto-renew off. It waits until the publisher's system says so.\n",
  );
  const back = await typist.vl(...set, '--quantity', '100', '--auto-renew', 'on', '--yes', '--json');
  expect(JSON.parse(back.stdout)).toMatchObject({ quantity: 100, autoRenew: true, requested: null });
});
