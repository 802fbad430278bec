import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { canBeReachedBy, makeSystemHome, type ProcessAccount } from './process-account.ts';

/** Where one embedded database lies. All paths are absolute and real. */
export interface DatabaseLocations {
  /** Holds everything below; not written to by PostgreSQL itself. */
  home: string;
  /** What PostgreSQL calls its data directory. */
  cluster: string;
  logFile: string;
}

/** Unix socket paths end at 104 bytes on macOS and 108 on Linux. */
const LONGEST_SOCKET_PATH_BYTES = 99;
const SOCKET_NAME = '.s.PGSQL.5432';

/** The name of the database's own directory inside the application's data directory. */
export const HOME_NAME = 'postgresql';

/**
 * Makes the directories of a database under `dataDir`. Where PostgreSQL's account cannot get at `dataDir`
 * (root's own home, for example), they are made under `/var/lib/muniment` and `dataDir` holds a link to them.
 */
export async function prepareLocations(
  dataDir: string,
  account: ProcessAccount | undefined,
): Promise<DatabaseLocations> {
  await mkdir(dataDir, { recursive: true });
  const entry = join(await realpath(dataDir), HOME_NAME);
  if ((await lstat(entry).catch(() => undefined)) === undefined) {
    if (account === undefined || (await canBeReachedBy(resolve(entry, '..'), account))) {
      await mkdir(entry, { recursive: true, mode: 0o755 });
    } else {
      await linkElsewhere(entry);
    }
  }
  const home = await realpath(entry);
  const logDirectory = join(home, 'log');
  await makePrivate(logDirectory, account);
  return { home, cluster: join(home, 'cluster'), logFile: join(logDirectory, 'postgresql.log') };
}

/**
 * Makes the directory, mode 0700, that holds the database's socket: whoever can enter it may connect.
 *
 * @throws When a directory of that name belongs to another account.
 */
export async function prepareSocketDirectory(
  locations: DatabaseLocations,
  account: ProcessAccount | undefined,
): Promise<string> {
  const beside = join(locations.home, 'run');
  const isShort = (path: string) => Buffer.byteLength(join(path, SOCKET_NAME)) <= LONGEST_SOCKET_PATH_BYTES;
  if (isShort(beside)) return makePrivate(beside, account);

  const hash = createHash('sha256').update(locations.cluster).digest('hex').slice(0, 16);
  for (const parent of [tmpdir(), '/tmp']) {
    const directory = join(parent, `muniment-${hash}`);
    if (!isShort(directory)) continue;
    if (account === undefined || (await canBeReachedBy(parent, account)))
      return makePrivate(directory, account);
  }
  throw new Error(
    `No directory with a short enough path for a socket: neither ${beside}, ${tmpdir()} nor /tmp.`,
  );
}

/** Makes a directory that only PostgreSQL's account may enter, or takes it over when it is one already. */
export async function makePrivate(directory: string, account: ProcessAccount | undefined): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if (process.platform === 'win32') return directory;
  const found = await lstat(directory);
  const own = process.getuid?.();
  const expected = account?.uid ?? own;
  if (!found.isDirectory() || (found.uid !== expected && found.uid !== own)) {
    throw new Error(`${directory} belongs to another account (uid ${found.uid}, expected ${expected}).`);
  }
  await chmod(directory, 0o700);
  if (account !== undefined) await chown(directory, account.uid, account.gid);
  return directory;
}

/** Two servers may come here at once: the one whose link stands wins, the other takes its place. */
async function linkElsewhere(entry: string): Promise<void> {
  const elsewhere = await mkdtemp(join(await makeSystemHome(), `${HOME_NAME}-`));
  await chmod(elsewhere, 0o755);
  try {
    await symlink(elsewhere, entry, 'dir');
  } catch (error) {
    await rm(elsewhere, { recursive: true });
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
