import {
  Kysely,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type Transaction,
} from 'kysely';
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

export interface Connection {
  readonly db: Database;
  /**
   * The same database by statements that are prepared once a connection: for the few that run with every request,
   * whose planning would take longer than they do. Not for statements of many shapes, which would pile up.
   */
  readonly prepared: Database;
}

/**
 * Opens a pool of connections. Destroying `db` ends it.
 *
 * @param url A PostgreSQL URL; `host` in its query may name a socket directory.
 * @param max At most so many connections at once.
 */
export function connect(url: string, max = 20): Connection & { pool: pg.Pool } {
  const pool = openPool(url, max);
  const requests = openPool(url, Math.min(max, PREPARED_MAX));
  return {
    db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool: endingWith(pool, requests) }) }),
    prepared: new Kysely<Schema>({ dialect: new PostgresDialect({ pool: preparing(requests) }) }),
    pool,
  };
}

/**
 * Who is calling and what they may do is read over connections of its own: changes that wait for each other's
 * locks hold theirs for seconds.
 */
const PREPARED_MAX = 6;

function openPool(url: string, max: number): pg.Pool {
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
  // A connection that breaks is replaced, and who used it is told; without listeners it would end the process: the
  // pool's for one that is idle, the connection's own while it is used.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** A pool that ends another one when it ends. */
function endingWith(pool: pg.Pool, other: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    connect: () => pool.connect() as Promise<PostgresPoolClient>,
    end: async () => {
      await Promise.all([pool.end(), other.end()]);
    },
  };
}

/** A pool whose clients name each statement after its text, so that PostgreSQL keeps it. */
function preparing(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  return {
    options: pool.options,
    end: async () => {},
    async connect() {
      const client = await pool.connect();
      const query = (text: string, values: readonly unknown[]) => {
        const name = names.get(text) ?? `statement-${names.size + 1}`;
        names.set(text, name);
        return client.query({ name, text, values: [...values] });
      };
      return { query, release: () => client.release() } as unknown as PostgresPoolClient;
    },
  };
}
