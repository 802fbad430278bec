import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPackagedBinaries, type PostgresBinaries } from './embedded/binaries.ts';
import { ensureCluster, type PostgresSettings, writeSettings } from './embedded/cluster.ts';
import { type Lease, returnLease, takeLease } from './embedded/lease.ts';
import { HOME_NAME, prepareLocations, prepareSocketDirectory } from './embedded/locations.ts';
import { startPostmaster, stopPostmaster } from './embedded/postmaster.ts';
import type { PostmasterState } from './embedded/postmaster-file.ts';
import { chooseAccount } from './embedded/process-account.ts';
import { ensureDatabase, ensureRoles, OWNER_ROLE, SERVER_ROLE } from './embedded/roles.ts';

export interface EmbeddedPostgresOptions {
  /** The application's data directory; the database lies in `postgresql` inside it. */
  dataDir: string;
  /** Defaults to `muniment`. */
  databaseName?: string;
  /** Laid over the settings below. They count when this call starts PostgreSQL, not when it finds it running. */
  settings?: PostgresSettings;
  /** Another PostgreSQL than the one npm installed. */
  binaries?: PostgresBinaries;
  /** Told when PostgreSQL went away and when it is back. */
  report?: (message: string) => void;
}

export interface EmbeddedPostgres {
  /** Signs in as the role that runs the server. */
  serverUrl: string;
  /** Signs in as the role that owns the database. */
  ownerUrl: string;
  /** Lets go of PostgreSQL; the last server on this data directory stops it. */
  stop(): Promise<void>;
}

const START_TIMEOUT_SECONDS = 120;

const SETTINGS: PostgresSettings = {
  max_connections: 200,
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Rows and parameters stay out of the log: they may be personal or secret.
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: 0,
};

/**
 * Starts PostgreSQL on a data directory, or joins the one that is running there, and makes the database and its
 * two roles (`muniment_owner`, `muniment_server`). Several processes may call it at once on one directory. While
 * the returned object lives, a PostgreSQL that was killed is started again.
 *
 * Unix: reachable by a socket in a directory that only PostgreSQL's account (and root) may enter, no TCP.
 * Windows: by loopback TCP with a random password.
 *
 * @throws When the data directory was made by another major version of PostgreSQL, belongs to another account,
 *   or PostgreSQL does not start; the message says what to do or carries the end of PostgreSQL's log.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const report = options.report ?? (() => {});
  const account = await chooseAccount(join(dataDir, HOME_NAME, 'cluster'));
  const locations = await prepareLocations(dataDir, account);
  const binaries = options.binaries ?? (await findPackagedBinaries(locations.home, account));
  const password =
    process.platform === 'win32' ? await keepPassword(join(locations.home, 'password')) : undefined;
  await ensureCluster(locations, binaries, account, password);
  const listening = await chooseListening();

  let isStopping = false;
  let lease = await acquire();
  await ensureRoles(lease.client, password);
  const databaseName = options.databaseName ?? 'muniment';
  await ensureDatabase(lease.client, databaseName);
  watch();

  return {
    serverUrl: urlFor(SERVER_ROLE, lease.postmaster, databaseName, password),
    ownerUrl: urlFor(OWNER_ROLE, lease.postmaster, databaseName, password),
    async stop() {
      if (isStopping) return;
      isStopping = true;
      await returnLease(lease, () => stopPostmaster(locations.cluster, binaries));
    },
  };

  function acquire(): Promise<Lease> {
    return takeLease(
      locations.cluster,
      { password },
      async () => {
        await writeSettings(locations.cluster, { ...SETTINGS, ...options.settings, ...listening });
        await startPostmaster(locations, binaries, account);
      },
      START_TIMEOUT_SECONDS,
    );
  }

  function watch(): void {
    // A process that forgets to stop may end all the same; its lease ends with it.
    lease.socket.unref();
    lease.client.once('end', () => {
      if (!isStopping) void recover();
    });
  }

  async function recover(): Promise<void> {
    report('The connection to PostgreSQL was lost.');
    while (!isStopping) {
      try {
        const found = await acquire();
        lease = found;
        if (isStopping) await returnLease(found, () => stopPostmaster(locations.cluster, binaries));
        else {
          watch();
          report('PostgreSQL is back.');
        }
        return;
      } catch (error) {
        report(`PostgreSQL does not come back: ${error instanceof Error ? error.message : String(error)}`);
        await sleep(2_000, undefined, { ref: false });
      }
    }
  }

  async function chooseListening(): Promise<PostgresSettings> {
    if (process.platform === 'win32') {
      return { listen_addresses: '127.0.0.1', port: await findFreePort(), unix_socket_directories: '' };
    }
    const directory = await prepareSocketDirectory(locations, account);
    return {
      listen_addresses: '',
      port: 5432,
      unix_socket_directories: directory,
      unix_socket_permissions: '0700',
    };
  }
}

function urlFor(
  role: string,
  postmaster: PostmasterState,
  database: string,
  password: string | undefined,
): string {
  const isSocket = postmaster.host.startsWith('/');
  const credentials = password === undefined ? role : `${role}:${password}`;
  const host = isSocket ? 'localhost' : postmaster.host;
  // Port and sslmode are spelled out because PGPORT and PGSSLMODE would fill them in.
  const url = new URL(`postgres://${credentials}@${host}:${postmaster.port}/${encodeURIComponent(database)}`);
  if (isSocket) url.searchParams.set('host', postmaster.host);
  url.searchParams.set('sslmode', 'disable');
  return url.href;
}

/** The password of a database on loopback TCP, made once. */
async function keepPassword(file: string): Promise<string> {
  await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(() => {});
  return readFile(file, 'utf8');
}

function findFreePort(): Promise<number> {
  return new Promise((fulfil, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => fulfil(port));
    });
  });
}
