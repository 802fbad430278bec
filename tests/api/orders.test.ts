import type { QueryOf } from '@muniment/contract/endpoint.ts';
import {
  exportOrders,
  getOrder,
  listLicenseOrders,
  listOrders,
  ORDER_SORTS,
  putOrder,
} from '@muniment/contract/orders.ts';
import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

let muniment: Muniment;
let organization: Organization;
let admin: Member;
let viewer: Member;
let stranger: Member;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator({ licenses: 3 });
  viewer = await organization.colleague(admin, { licenseIds: admin.licenseIds.slice(0, 2) });
  stranger = await (await (await muniment.newPartner()).organization()).administrator();
  for (const [partNumber, name] of [
    ['LED-STD', 'Ledgerline Standard'],
    ['LED-SRV', '=Ledgerline Server'],
  ] as const) {
    const body = { name, family: 'Ledgerline', version: '2027', pool: 'applications' as const };
    await muniment.publisher.call(putProduct, { params: { partNumber }, body });
  }
  const [first = '', second = '', third = ''] = admin.licenseIds;
  const answer = await push([
    order(first, 'NG-1', { orderedOn: '2026-03-02', customerOrderNumber: 'PO-9' }),
    order(first, 'NG-2', { orderedOn: '2026-05-20', usageStartDate: '2026-06-01', reseller: 'Åkerlund' }),
    order(second, 'NG-3', {
      orderedOn: '2026-01-15',
      lines: [
        { partNumber: 'LED-SRV', quantity: 4, country: 'SE' },
        { partNumber: 'LED-STD', quantity: 70, country: 'NO' },
      ],
    }),
    order(third, 'NG-4', { orderedOn: '2026-07-01' }),
  ]);
  expect(outcomes(answer)).toEqual(['created', 'created', 'created', 'created']);
});
afterAll(() => muniment.stop());

function order(licenseId: string, resellerOrderNumber: string, more: object = {}) {
  return {
    type: 'order',
    licenseId,
    resellerOrderNumber,
    orderedOn: '2026-03-02',
    reseller: 'Northgate Licensing',
    lines: [{ partNumber: 'LED-STD', quantity: 10, country: 'SE' }],
    ...more,
  };
}

function push(records: readonly object[], api = organization.partner.api) {
  return api.call(pushRecords, {
    body: { records: records.map((record, index) => ({ line: index + 1, record })) },
  });
}

type Answer = Awaited<ReturnType<typeof push>>;
const outcomes = (answer: Answer) => answer.body.records.map(({ outcome }) => outcome);

async function numbersOf(member: Member, query: QueryOf<typeof listOrders> = {}) {
  const { body } = await member.api.call(listOrders, { query });
  expect(body.total).toBe(body.items.length);
  return body.items.map(({ resellerOrderNumber }) => resellerOrderNumber);
}

test('W2 R10 the list holds the orders of the license IDs that a role opens, the latest first', async () => {
  expect(await numbersOf(admin)).toEqual(['NG-4', 'NG-2', 'NG-1', 'NG-3']);
  expect(await numbersOf(viewer)).toEqual(['NG-2', 'NG-1', 'NG-3']);
  expect(await numbersOf(stranger)).toEqual([]);
  const reader = await organization.colleague(admin, { roles: ['product-keys-reader'] });
  expect(await numbersOf(reader)).toEqual([]);
});

test('W2 it is found by order numbers, reseller, part number and product, and filtered by license ID and day', async () => {
  expect(await numbersOf(viewer, { q: 'ng-2' })).toEqual(['NG-2']);
  expect(await numbersOf(viewer, { q: 'po-9' })).toEqual(['NG-1']);
  expect(await numbersOf(viewer, { q: 'ÅKER' })).toEqual(['NG-2']);
  expect(await numbersOf(viewer, { q: 'led-srv' })).toEqual(['NG-3']);
  expect(await numbersOf(viewer, { q: 'ledgerline standard' })).toEqual(['NG-2', 'NG-1', 'NG-3']);
  expect(await numbersOf(viewer, { q: 'ng-%' })).toEqual([]);
  expect(await numbersOf(viewer, { licenseId: viewer.licenseIds[1] ?? '' })).toEqual(['NG-3']);
  expect(await numbersOf(viewer, { licenseId: admin.licenseIds[2] ?? '' })).toEqual([]);
  expect(await numbersOf(viewer, { orderedFrom: '2026-03-02', orderedTo: '2026-05-19' })).toEqual(['NG-1']);
});

test('W2 every column sorts both ways, and pages of one hold each order once', async () => {
  for (const sort of ORDER_SORTS) {
    const whole = await numbersOf(viewer, { sort });
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const more: { cursor?: string } = cursor === null ? {} : { cursor };
      const { body } = await viewer.api.call(listOrders, { query: { sort, limit: 1, ...more } });
      expect(body.total).toBe(3);
      paged.push(...body.items.map(({ resellerOrderNumber }) => resellerOrderNumber));
      cursor = body.nextCursor;
    } while (cursor !== null);
    expect({ sort, paged }).toEqual({ sort, paged: whole });
    expect([...whole].sort()).toEqual(['NG-1', 'NG-2', 'NG-3']);
  }
  expect(await numbersOf(viewer, { sort: 'reseller' })).toEqual([
    'NG-2',
    ...(await numbersOf(viewer, { sort: 'reseller' })).slice(1),
  ]);
  expect(await numbersOf(viewer, { sort: '-lineCount' })).toEqual([
    'NG-3',
    expect.any(String),
    expect.any(String),
  ]);
  // What has no usage start date is still to come.
  expect((await numbersOf(viewer, { sort: 'usageStartDate' }))[0]).toBe('NG-2');
});

test('W2 an order opens with its lines, as they were ordered, under its own license ID alone', async () => {
  const [first = '', second = ''] = viewer.licenseIds;
  const { body: list } = await viewer.api.call(listLicenseOrders, {
    params: { licenseId: second },
    query: {},
  });
  const orderId = list.items[0]?.id ?? '';
  const { body } = await viewer.api.call(getOrder, { params: { licenseId: second, orderId } });
  expect(body).toMatchObject({
    resellerOrderNumber: 'NG-3',
    customerOrderNumber: null,
    usageStartDate: null,
  });
  expect(body.lines).toEqual([
    { line: 1, partNumber: 'LED-SRV', product: '=Ledgerline Server', quantity: 4, country: 'SE' },
    { line: 2, partNumber: 'LED-STD', product: 'Ledgerline Standard', quantity: 70, country: 'NO' },
  ]);
  for (const params of [
    { licenseId: first, orderId },
    { licenseId: second, orderId: first },
  ]) {
    expect(await viewer.api.call(getOrder, { params })).toMatchObject({
      status: 404,
      problemId: 'not-found',
    });
  }
});

test('W2 R10 a foreign, an unknown and an unopened license ID are the same answer, list and order alike', async () => {
  const { body } = await admin.api.call(listOrders, { query: { q: 'NG-4' } });
  const orderId = body.items[0]?.id ?? '';
  const said = new Set<string>();
  for (const licenseId of [admin.licenseIds[2] ?? '', stranger.licenseId, 'L-UNKNOWN']) {
    for (const answer of [
      await viewer.api.call(getOrder, { params: { licenseId, orderId } }),
      await viewer.api.call(listLicenseOrders, { params: { licenseId }, query: {} }),
    ]) {
      expect(answer).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
      said.add(JSON.stringify({ ...answer.problem, instance: '' }));
    }
  }
  expect(said.size).toBe(1);
});

test('W2 the CSV is what is filtered, a row for each line, and no cell runs as a formula', async () => {
  const { text, headers } = await viewer.api.call(exportOrders, {
    query: { sort: 'orderedOn', orderedTo: '2026-03-31' },
  });
  expect(headers.get('content-type')).toContain('text/csv');
  const rows = text.replace('\ufeff', '').trimEnd().split('\r\n');
  expect(rows).toEqual([
    'licenseId,resellerOrderNumber,customerOrderNumber,orderedOn,usageStartDate,reseller,line,partNumber,product,quantity,country',
    `${viewer.licenseIds[1]},NG-3,,2026-01-15,,Northgate Licensing,1,LED-SRV,'=Ledgerline Server,4,SE`,
    `${viewer.licenseIds[1]},NG-3,,2026-01-15,,Northgate Licensing,2,LED-STD,Ledgerline Standard,70,NO`,
    `${viewer.licenseIds[0]},NG-1,PO-9,2026-03-02,,Northgate Licensing,1,LED-STD,Ledgerline Standard,10,SE`,
  ]);
});

test('W2 an order that is sent again changes nothing, one that differs is corrected with its lines', async () => {
  const other = await organization.license();
  const { api, licenseId: own } = await organization.administrator();
  const first = order(own, 'NG-9');
  expect(outcomes(await push([first]))).toEqual(['created']);
  expect(outcomes(await push([first, order(other, 'NG-9')]))).toEqual(['unchanged', 'created']);
  const lines = [{ partNumber: 'LED-SRV', quantity: 1, country: 'DK' }];
  // Of the same order twice in one request the later counts.
  expect(outcomes(await push([first, { ...first, lines }]))).toEqual(['updated', 'updated']);
  const { body } = await api.call(listOrders, { query: { licenseId: own } });
  const params = { licenseId: own, orderId: body.items[0]?.id ?? '' };
  expect((await api.call(getOrder, { params })).body.lines).toMatchObject([{ partNumber: 'LED-SRV' }]);
});

test('W2 what is wrong with an order is told, and loses none of the others', async () => {
  const licenseId = admin.licenseIds[2] ?? '';
  const { body } = await push([
    order(stranger.licenseId, 'NG-A'),
    order(licenseId, 'NG-B', { lines: [{ partNumber: 'NO-SUCH', quantity: 1, country: 'SE' }] }),
    order(licenseId, 'NG-C', { lines: [{ partNumber: 'LED-STD', quantity: 0, country: 'SE' }] }),
    order(licenseId, 'NG-D', { lines: [] }),
    order(licenseId, 'NG-E', { colour: 'red' }),
    order(licenseId, 'NG-F'),
  ]);
  expect(body.records.map(({ outcome, pointer }) => [outcome, pointer])).toEqual([
    ['rejected', '/licenseId'],
    ['rejected', '/lines/0/partNumber'],
    ['rejected', '/lines/0/quantity'],
    ['rejected', '/lines'],
    ['rejected', expect.any(String)],
    ['created', undefined],
  ]);
});

test('W2 a single order is put by its number: partners their own, the publisher all', async () => {
  const licenseId = admin.licenseIds[2] ?? '';
  const params = { licenseId, resellerOrderNumber: 'NG-P/1' };
  const { type: _t, licenseId: _l, resellerOrderNumber: _r, ...body } = order(licenseId, 'NG-P/1');
  expect(await organization.partner.api.call(putOrder, { params, body })).toMatchObject({ status: 201 });
  const again = await muniment.publisher.call(putOrder, { params, body });
  expect([again.status, again.body]).toEqual([200, { outcome: 'unchanged' }]);
  const other = await (await muniment.newPartner()).api.call(putOrder, { params, body });
  expect(other).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
  expect(await admin.api.call(putOrder, { params, body })).toMatchObject({
    status: 404,
    problemId: 'not-found',
  });
});
