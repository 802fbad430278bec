import { createHmac } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { PostgresBinaries } from '../../apps/server/src/database/embedded/binaries.ts';
import { SUPERUSER } from '../../apps/server/src/database/embedded/cluster.ts';
import { isAlive, readPostmaster } from '../../apps/server/src/database/embedded/postmaster-file.ts';
import { ensureRoles, OWNER_ROLE, SERVER_ROLE } from '../../apps/server/src/database/embedded/roles.ts';
import { startEmbeddedPostgres } from '../../apps/server/src/database/embedded-postgres.ts';
import { asRole, onDatabase } from './database-url.ts';

/** A PostgreSQL server to run tests on, with both roles made. The URLs name an existing database. */
export interface TestServer {
  adminUrl: string;
  ownerUrl: string;
  serverUrl: string;
  close(): Promise<void>;
}

const DIRECTORY_PREFIX = 'muniment-test-';

/**
 * An own PostgreSQL in a temporary directory: nothing in it is worth a flush.
 *
 * @param binaries Which PostgreSQL; the one npm installed when left out.
 */
export async function startTestServer(binaries?: PostgresBinaries): Promise<TestServer> {
  await removeAbandoned();
  const dataDir = await mkdtemp(join(tmpdir(), `${DIRECTORY_PREFIX}${process.pid}-`));
  await chmod(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({
    dataDir,
    ...(binaries === undefined ? {} : { binaries }),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 400 },
  });
  return {
    adminUrl: asRole(onDatabase(postgres.ownerUrl, 'postgres'), SUPERUSER),
    ownerUrl: postgres.ownerUrl,
    serverUrl: postgres.serverUrl,
    async close() {
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * A server that is there already.
 *
 * @param adminUrl Signs in as a superuser. The two roles are made where missing, with passwords derived from this
 *   URL, so that test runs at the same time agree on them.
 * @throws When a role exists that does not accept that password: it belongs to somebody else.
 */
export async function useTestServer(adminUrl: string): Promise<TestServer> {
  const password = createHmac('sha256', adminUrl).update('test roles').digest('base64url');
  const admin = new Client(adminUrl);
  await admin.connect();
  try {
    await ensureRoles(admin, password);
  } finally {
    await admin.end();
  }
  const database = onDatabase(adminUrl, 'postgres');
  const urls = {
    ownerUrl: asRole(database, OWNER_ROLE, password),
    serverUrl: asRole(database, SERVER_ROLE, password),
  };
  for (const url of Object.values(urls)) await requireSignIn(url);
  return { adminUrl, ...urls, close: async () => {} };
}

async function requireSignIn(url: string): Promise<void> {
  const client = new Client(url);
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (cause) {
    const role = new URL(url).username;
    throw new Error(
      `The test server does not let ${role} in. If that role is in use there, give the tests a server of their own; ` +
        'otherwise drop it and they make it again.',
      { cause },
    );
  } finally {
    await client.end().catch(() => {});
  }
}

/** Cleans up behind test runs that were killed: their PostgreSQL lives on. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(DIRECTORY_PREFIX)) continue;
    if (isAlive(Number.parseInt(name.slice(DIRECTORY_PREFIX.length), 10) || process.pid)) continue;
    const directory = join(tmpdir(), name);
    const postmaster = await readPostmaster(join(directory, 'postgresql', 'cluster'));
    if (postmaster !== undefined) process.kill(postmaster.pid, 'SIGQUIT');
    await rm(directory, { recursive: true, force: true }).catch(() => {});
  }
}
