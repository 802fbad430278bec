import { Client } from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase } from './database.ts';

test('a test database is a copy of its own: rows of one are not seen in another, and it can be dropped in use', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const inOne = await connect(one.ownerUrl);
  const inOther = await connect(other.ownerUrl);
  await inOne.query('create table mark (id int)');
  const { rows } = await inOther.query(`select to_regclass('mark') as mark`);
  expect(rows).toEqual([{ mark: null }]);

  await one.drop();
  await expect(connect(one.ownerUrl)).rejects.toMatchObject({ code: '3D000' });
  await inOther.end();
  await other.drop();
});

test('an empty test database has no tables, and text in it sorts by code point', async () => {
  const database = await createTestDatabase('empty');
  const client = await connect(database.ownerUrl);
  const { rows } = await client.query(
    `select count(*)::int as tables, 'a' < 'B' as is_linguistic from pg_tables where schemaname = 'public'`,
  );
  expect(rows).toEqual([{ tables: 0, is_linguistic: false }]);
  await client.end();
  await database.drop();
});

async function connect(url: string): Promise<Client> {
  const client = new Client(url);
  client.on('error', () => {});
  await client.connect();
  return client;
}
