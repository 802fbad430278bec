import { execFile, spawn } from 'node:child_process';
import { chown, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { executable, type PostgresBinaries } from './binaries.ts';
import { cleanEnvironment } from './cluster.ts';
import type { DatabaseLocations } from './locations.ts';
import { isAlive, isLeftBehind, readPostmaster } from './postmaster-file.ts';
import type { ProcessAccount } from './process-account.ts';

const POLL_MILLISECONDS = 15;
const STOP_TIMEOUT_SECONDS = 60;
const LARGEST_LOG_BYTES = 5_000_000;

/**
 * Starts PostgreSQL on the cluster, in a session of its own: neither the terminal's Ctrl-C nor the end of this
 * process reaches it. Returns when it accepts connections, or has ended because another one got there first.
 *
 * @throws When it ended and no other serves the cluster; the message carries the end of its log.
 */
export async function startPostmaster(
  locations: DatabaseLocations,
  binaries: PostgresBinaries,
  account: ProcessAccount | undefined,
): Promise<void> {
  if (await isLeftBehind(locations.cluster))
    await rm(join(locations.cluster, 'postmaster.pid'), { force: true });
  const log = await openLog(locations.logFile, account);
  const logStart = (await log.stat()).size;
  try {
    const end = process.platform === 'win32' ? startByControl(locations, binaries) : startDirectly();
    await end;
  } finally {
    await log.close();
  }

  async function startDirectly(): Promise<void> {
    const child = spawn(executable(binaries, 'postgres'), ['-D', locations.cluster], {
      ...account,
      cwd: '/',
      detached: true,
      env: cleanEnvironment(),
      stdio: ['ignore', log.fd, log.fd],
    });
    let end: string | undefined;
    child.once('error', (error) => (end = error.message));
    child.once('exit', (code, signal) => (end ??= `it ended with ${signal ?? `code ${code}`}`));
    child.unref();
    while (end === undefined) {
      const postmaster = await readPostmaster(locations.cluster);
      if (postmaster?.pid === child.pid && postmaster?.status === 'ready') return;
      await sleep(POLL_MILLISECONDS);
    }
    if ((await readPostmaster(locations.cluster)) !== undefined) return;
    const output = (await readFile(locations.logFile)).subarray(logStart).toString().trim();
    throw new Error(`PostgreSQL did not start on ${locations.cluster}: ${end}\n${output}`);
  }
}

/**
 * Stops the PostgreSQL that serves the cluster: open transactions are rolled back, connections closed, and
 * everything is on disk when this returns.
 */
export async function stopPostmaster(cluster: string, binaries: PostgresBinaries): Promise<void> {
  const postmaster = await readPostmaster(cluster);
  if (postmaster === undefined) return;
  if (process.platform === 'win32') {
    await promisify(execFile)(executable(binaries, 'pg_ctl'), ['-D', cluster, '-m', 'fast', '-w', 'stop']);
    return;
  }
  // SIGINT is PostgreSQL's "fast" shutdown.
  process.kill(postmaster.pid, 'SIGINT');
  const deadline = Date.now() + STOP_TIMEOUT_SECONDS * 1000;
  while (isAlive(postmaster.pid)) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL (pid ${postmaster.pid}) did not stop in time.`);
    await sleep(POLL_MILLISECONDS);
  }
}

/** Windows: pg_ctl gives an administrator's rights up, as PostgreSQL demands. */
async function startByControl(locations: DatabaseLocations, binaries: PostgresBinaries): Promise<void> {
  const control = executable(binaries, 'pg_ctl');
  const options = ['-D', locations.cluster, '-l', locations.logFile, '-w', '-s', 'start'];
  try {
    await promisify(execFile)(control, options, { env: cleanEnvironment(), windowsHide: true });
  } catch (cause) {
    if ((await readPostmaster(locations.cluster)) !== undefined) return;
    throw new Error(`PostgreSQL did not start on ${locations.cluster}; see ${locations.logFile}.`, { cause });
  }
}

async function openLog(file: string, account: ProcessAccount | undefined) {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LARGEST_LOG_BYTES) await rename(file, `${file}.1`);
  const log = await open(file, 'a', 0o600);
  if (account !== undefined) await chown(file, account.uid, account.gid);
  return log;
}
