import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { SUPERUSER } from './cluster.ts';
import { type PostmasterState, readPostmaster } from './postmaster-file.ts';

/**
 * The right to use a running PostgreSQL: a shared advisory lock, held by an open connection. Whoever dies lets
 * go of it without leaving anything behind, and whoever can take it alone is the last one.
 */
export interface Lease {
  client: Client;
  /** The connection's socket, to let a process end that never gives the lease back. */
  socket: Socket;
  postmaster: PostmasterState;
}

const LEASE_KEY = 7_216_418_451;
const POLL_MILLISECONDS = 15;

/** How the superuser reaches a running PostgreSQL: `password` where it listens on loopback TCP. */
export interface SuperuserAccess {
  password: string | undefined;
}

/**
 * Takes a lease, starting PostgreSQL where none runs and adopting the one that does. One that is on its way down
 * is waited for.
 *
 * @param start Starts PostgreSQL; throws when it cannot and no other runs.
 * @throws When PostgreSQL does not accept the connection within `timeoutSeconds`.
 */
export async function takeLease(
  cluster: string,
  access: SuperuserAccess,
  start: () => Promise<void>,
  timeoutSeconds: number,
): Promise<Lease> {
  const deadline = Date.now() + timeoutSeconds * 1000;
  let lastFailure: unknown;
  while (Date.now() < deadline) {
    const postmaster = await readPostmaster(cluster);
    if (postmaster === undefined) {
      await start();
    } else if (postmaster.status === 'ready') {
      try {
        return { ...(await connect(postmaster, access)), postmaster };
      } catch (error) {
        // It went down between the look at its file and our question.
        lastFailure = error;
        await sleep(POLL_MILLISECONDS * 4);
      }
    } else {
      await sleep(POLL_MILLISECONDS);
    }
  }
  throw new Error(`PostgreSQL on ${cluster} did not accept a connection in ${timeoutSeconds} seconds.`, {
    cause: lastFailure,
  });
}

/**
 * Gives the lease back.
 *
 * @param stop Called when nobody else holds one; the connection stays open until it has returned, so that a
 *   server which is just starting waits and then starts PostgreSQL anew.
 */
export async function returnLease(lease: Lease, stop: () => Promise<void>): Promise<void> {
  // Whoever watches the lease let the process end while it is open; now there is something to wait for.
  lease.socket.ref();
  try {
    await lease.client.query('select pg_advisory_unlock_shared($1)', [LEASE_KEY]);
    const { rows } = await lease.client.query<{ is_last: boolean }>(
      'select pg_try_advisory_lock($1) as is_last',
      [LEASE_KEY],
    );
    if (rows[0]?.is_last === true) await stop();
  } finally {
    await lease.client.end().catch(() => {});
  }
}

async function connect(postmaster: PostmasterState, access: SuperuserAccess) {
  const socket = new Socket();
  const client = new Client({
    host: postmaster.host,
    port: postmaster.port,
    user: SUPERUSER,
    database: 'postgres',
    ssl: false,
    stream: () => socket,
    application_name: 'muniment lease',
    connectionTimeoutMillis: 5_000,
    ...(access.password === undefined ? {} : { password: access.password }),
  });
  // Without a listener a lost connection would end the process; whoever uses the lease listens for its end.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [LEASE_KEY]);
    return { client, socket };
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}
