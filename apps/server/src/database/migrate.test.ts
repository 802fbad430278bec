import pg from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../../../../tests/support/database.ts';
import { migrateToLatest } from './migrate.ts';

test('servers that start at once migrate one after the other, and the server user may not rewrite the ledger', async () => {
  const database = await createTestDatabase('empty');
  const server = new pg.Pool({ connectionString: database.serverUrl, max: 1 });
  try {
    await Promise.all(Array.from({ length: 4 }, () => migrateToLatest(database.ownerUrl)));
    const rights = await server.query(
      `select has_table_privilege('ledger_entry', 'insert') as insert,
         has_table_privilege('ledger_entry', 'update, delete, truncate') as rewrite`,
    );
    expect(rights.rows).toEqual([{ insert: true, rewrite: false }]);
  } finally {
    await server.end();
    await database.drop();
  }
});
