import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Api } from '../support/api.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import { unique } from '../support/unique.ts';

let muniment: Muniment;

beforeAll(async () => {
  muniment = await startMuniment();
});

afterAll(async () => {
  await muniment.stop();
});

function push(api: Api, ...records: unknown[]) {
  return api.call(pushRecords, {
    body: { records: records.map((record, place) => ({ line: place + 1, record })) },
  });
}

function product(partNumber = `P-${unique()}`) {
  return { partNumber, name: 'Ledgerline Standard', family: 'Ledgerline', version: '7', pool: 'servers' as const };
}

test('a product is created, updated and left as it is, by its part number (P7)', async () => {
  const { partNumber, ...body } = product();
  const put = (changed: object) =>
    muniment.publisher.call(putProduct, { params: { partNumber }, body: { ...body, ...changed } });
  expect(await put({})).toMatchObject({ status: 201, body: { outcome: 'created' } });
  expect(await put({})).toMatchObject({ status: 200, body: { outcome: 'unchanged' } });
  expect(await put({ version: '8' })).toMatchObject({ status: 200, body: { outcome: 'updated' } });
});

test('a bad record is told by its field, and the others are saved', async () => {
  const good = product();
  const { body } = await push(
    muniment.publisher,
    { type: 'product', ...good },
    { type: 'product', ...product(), colour: 'red' },
    { type: 'product', ...product(), pool: 'swimming' },
    { type: 'weather' },
    null,
    { type: 'product', ...good },
  );
  expect(body.records).toEqual([
    { line: 1, outcome: 'created' },
    { line: 2, outcome: 'rejected', pointer: '/colour', detail: 'There is no such field.' },
    { line: 3, outcome: 'rejected', pointer: '/pool', detail: expect.stringContaining('applications') },
    { line: 4, outcome: 'rejected', pointer: '/type', detail: expect.stringContaining('product') },
    { line: 5, outcome: 'rejected', pointer: '', detail: 'A record is an object.' },
    { line: 6, outcome: 'created' },
  ]);
});

test('what only the publisher may push is to a partner a type that there is not', async () => {
  const partner = await muniment.newPartner();
  const { body } = await push(partner.api, { type: 'product', ...product() }, { type: 'weather' });
  const [ofPublisher, unknown] = body.records;
  expect(ofPublisher).toEqual({ ...unknown, line: 1 });
  expect(ofPublisher?.detail).not.toContain('product,');
});
