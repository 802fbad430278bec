import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFile, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { executable, type PostgresBinaries } from './binaries.ts';
import { type DatabaseLocations, makePrivate } from './locations.ts';
import { isAlive } from './postmaster-file.ts';
import type { ProcessAccount } from './process-account.ts';

/** The superuser of an embedded database. Nothing but this directory's code signs in as it. */
export const SUPERUSER = 'postgres';

/** PostgreSQL settings laid over its defaults, by name. */
export type PostgresSettings = Record<string, string | number | boolean>;

const SETTINGS_FILE = 'muniment.conf';
const UNFINISHED = 'cluster.unfinished-';

/**
 * Makes the database cluster if there is none: beside its place, flushed to disk, then renamed, so that a
 * cluster under its final name is whole however the process ended.
 *
 * @throws When the cluster there was made by another major version, or belongs to another account.
 */
export async function ensureCluster(
  locations: DatabaseLocations,
  binaries: PostgresBinaries,
  account: ProcessAccount | undefined,
  password: string | undefined,
): Promise<void> {
  if (await isThere(locations.cluster)) {
    await refuseForeignCluster(locations.cluster, binaries, account);
    return;
  }
  await removeUnfinished(locations.home);
  const unfinished = join(locations.home, `${UNFINISHED}${process.pid}-${randomBytes(4).toString('hex')}`);
  await makePrivate(unfinished, account);
  await initialize(unfinished, binaries, account, password);
  try {
    await rename(unfinished, locations.cluster);
  } catch (error) {
    // Another server finished its cluster first: that one it is.
    await rm(unfinished, { recursive: true, force: true });
    if (!(await isThere(locations.cluster))) throw error;
  }
  await flushDirectory(locations.home);
}

/** Writes the settings that the next start of PostgreSQL reads. */
export async function writeSettings(cluster: string, settings: PostgresSettings): Promise<void> {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quote(String(value))}`);
  const file = join(cluster, SETTINGS_FILE);
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, `${lines.join('\n')}\n`, { mode: 0o644 });
  await rename(unfinished, file);
}

/** The environment for PostgreSQL's programs: without the PG* variables, which would redirect them. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return Object.fromEntries([...entries, ['LC_ALL', 'C'], ['TZ', 'UTC']]);
}

async function initialize(
  directory: string,
  binaries: PostgresBinaries,
  account: ProcessAccount | undefined,
  password: string | undefined,
): Promise<void> {
  const initdb = executable(binaries, 'initdb');
  const options = { env: cleanEnvironment(), cwd: binaries.directory, ...account };
  const authentication =
    password === undefined
      ? ['--auth-local=trust', '--auth-host=reject']
      : ['--auth=scram-sha-256', `--pwfile=${await writePassword(directory, password)}`];
  try {
    await promisify(execFile)(
      initdb,
      ['-D', directory, '-U', SUPERUSER, '-E', 'UTF8', '--locale=C', '--no-sync', ...authentication],
      options,
    );
    await appendFile(join(directory, 'postgresql.conf'), `\ninclude_if_exists = '${SETTINGS_FILE}'\n`);
    // One flush at the end instead of one a file, which initdb would do.
    await promisify(execFile)(initdb, ['--sync-only', '-D', directory], options);
  } catch (cause) {
    await rm(directory, { recursive: true, force: true });
    const { stderr } = cause as { stderr?: string };
    throw new Error(
      `PostgreSQL could not make its database in ${directory}: ${stderr?.trim() || String(cause)}`,
      {
        cause,
      },
    );
  } finally {
    if (password !== undefined) await rm(`${directory}.password`, { force: true });
  }
}

async function writePassword(directory: string, password: string): Promise<string> {
  const file = `${directory}.password`;
  await writeFile(file, password, { mode: 0o600 });
  return file;
}

async function refuseForeignCluster(
  cluster: string,
  binaries: PostgresBinaries,
  account: ProcessAccount | undefined,
): Promise<void> {
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (found !== binaries.majorVersion) {
    throw new Error(
      found === ''
        ? `${cluster} is not a PostgreSQL database: it has no PG_VERSION. Name another DATA_DIR, or move it away.`
        : `The database in ${cluster} was made by PostgreSQL ${found}, and this version of Muniment brings ` +
            `PostgreSQL ${binaries.majorVersion}, which cannot read it. Start it with the version that made it, ` +
            'or set DATABASE_URL to a server that can read it, or name another DATA_DIR.',
    );
  }
  const expected = account?.uid ?? process.getuid?.();
  const { uid } = await stat(cluster);
  if (expected !== undefined && uid !== expected) {
    throw new Error(
      `The database in ${cluster} belongs to uid ${uid}: start the server as that account or as root.`,
    );
  }
}

async function removeUnfinished(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(UNFINISHED)) continue;
    const pid = Number.parseInt(name.slice(UNFINISHED.length), 10);
    if (!isAlive(pid)) await rm(join(home, name), { recursive: true, force: true });
  }
}

async function flushDirectory(directory: string): Promise<void> {
  // Windows cannot open directories, and flushes renames by itself.
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  await handle.sync();
  await handle.close();
}

function quote(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
