import { pushRecords } from '@muniment/contract/records.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PRODUCTS } from '../../apps/server/seed/records/products.ts';
import { seededRandom } from '../../apps/server/seed/seeded-random.ts';
import { mixedRecords } from '../bench/generate-records.ts';
import type { Api } from '../support/api.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import { unique } from '../support/unique.ts';

let muniment: Muniment;
beforeAll(async () => {
  muniment = await startMuniment();
  const products = PRODUCTS.map((product) => ({ type: 'product', ...product }));
  await push(muniment.publisher, products);
});
afterAll(() => muniment.stop());

async function push(api: Api, records: readonly object[]) {
  const answer = await api.call(pushRecords, {
    body: { records: records.map((record, place) => ({ line: place + 1, record })) },
  });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.records;
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  return items
    .map((item) => ({ item, at: random.next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

const TABLES = [
  'license',
  'product_order',
  'product_key',
  'subscription',
  'invoice',
  'invitation',
  'role_grant',
];

async function countsOf(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    const { rows } = await sql<{ count: number }>`select count(*) from ${sql.table(table)}`.execute(
      muniment.db,
    );
    counts[table] = rows[0]?.count ?? 0;
  }
  return counts;
}

test('P7 imports of the same records at once, in any order, wait for each other and save them once', async () => {
  const partner = await muniment.newPartner();
  const records = [...mixedRecords(`R${unique().slice(0, 6).toUpperCase()}`, 400)];
  const before = await countsOf();
  for (let time = 0; time < 3; time += 1) {
    const answers = await Promise.all(
      [1, 2, 3, 4].map((importer) => push(partner.api, shuffled(records, time * 10 + importer))),
    );
    expect(answers.flat().filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
    const created = answers.flat().filter(({ outcome }) => outcome === 'created');
    expect(created).toHaveLength(time === 0 ? records.length : 0);
  }
  const after = await countsOf();
  const many = (type: string) =>
    records.filter((record) => (record as { type: string }).type === type).length;
  const added = Object.fromEntries(
    TABLES.map((table) => [table, (after[table] ?? 0) - (before[table] ?? 0)]),
  );
  expect(added).toEqual({
    license: many('license'),
    product_order: many('order'),
    product_key: many('key'),
    subscription: many('subscription'),
    invoice: many('invoice'),
    invitation: many('license'),
    role_grant: many('license'),
  });
});
