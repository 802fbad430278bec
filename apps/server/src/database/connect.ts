import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;
export type Trx = Transaction<Schema>;
/** Where a query may run: in a transaction, or by itself. */
export type Queryable = Database | Trx;

const INT8 = 20;
const DATE = 1082;

// Counts and identities stay far below 2^53, and contract dates are days, not instants.
pg.types.setTypeParser(INT8, Number);
pg.types.setTypeParser(DATE, (text) => text);

/**
 * Opens a pool of connections.
 *
 * @param url A PostgreSQL URL; `host` in its query may name a socket directory.
 * @param max At most so many connections at once.
 */
export function connect(url: string, max = 20): { db: Database; pool: pg.Pool } {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    application_name: 'muniment',
    // A server that stopped answering must not hold requests for ever.
    statement_timeout: 30_000,
    query_timeout: 35_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  // A connection that breaks while idle is replaced; without a listener it would end the process.
  pool.on('error', () => {});
  return { db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }), pool };
}
