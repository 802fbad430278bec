import { promises as fs } from 'node:fs';
import path from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import pg from 'pg';
import { installJobQueues } from '../jobs/queues.ts';

const MIGRATIONS = path.join(import.meta.dirname, '../../migrations');
const APPEND_ONLY = ['ledger_entry'];
/** Any number that nothing else in the database locks. */
const MIGRATION_LOCK = 7_204_118_300;

/**
 * Brings the database to the newest schema and gives the server's user its rights.
 *
 * @param ownerUrl Connects as the user that owns the tables.
 * @param serverUser The user that the running server connects as; it may never rewrite the ledger.
 * @throws Where a migration fails; what succeeded before it stays.
 */
export async function migrateToLatest(ownerUrl: string, serverUser = 'muniment_server'): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2, application_name: 'muniment migrations' });
  // A connection that breaks fails what it was used for; without a listener it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await alone(db, async () => {
      const migrator = new Migrator({
        db,
        provider: new FileMigrationProvider({ fs, path, migrationFolder: MIGRATIONS }),
      });
      const { error } = await migrator.migrateToLatest();
      if (error !== undefined) throw error;
      await installJobQueues(ownerUrl);
      await db.transaction().execute((trx) => grantRights(trx, serverUser));
    });
  } finally {
    await db.destroy();
  }
}

/** Of servers that start at once, one migrates and the others wait. The lock goes with its connection. */
async function alone(db: Kysely<unknown>, work: () => Promise<void>): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(connection);
    try {
      await work();
    } finally {
      await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`.execute(connection);
    }
  });
}

async function grantRights(db: Kysely<unknown>, serverUser: string): Promise<void> {
  const { rows } = await sql<{ separate: boolean }>`
    select rolname <> current_user as separate from pg_roles where rolname = ${serverUser}
  `.execute(db);
  if (!rows[0]?.separate) return;
  const user = sql.id(serverUser);
  await sql`
    grant usage on schema public, pgboss to ${user};
    grant select, insert, update, delete on all tables in schema public, pgboss to ${user};
    grant usage, select on all sequences in schema public, pgboss to ${user};
    grant execute on all functions in schema public, pgboss to ${user};
  `.execute(db);
  for (const table of APPEND_ONLY) {
    await sql`revoke update, delete, truncate on ${sql.table(table)} from ${user}`.execute(db);
  }
}
