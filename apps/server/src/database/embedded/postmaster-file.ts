import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What a running PostgreSQL writes about itself into `postmaster.pid`. */
export interface PostmasterState {
  pid: number;
  /** A socket directory, or a host name where there are no sockets. */
  host: string;
  port: number;
  status: 'starting' | 'stopping' | 'ready' | 'standby' | '';
}

/**
 * Reads who serves the cluster. The file outlives a postmaster that was killed, and a started one writes it in
 * several steps, so an entry counts only while its process is alive.
 *
 * @returns Undefined when no PostgreSQL serves it.
 */
export async function readPostmaster(cluster: string): Promise<PostmasterState | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pidLine, , , portLine, socketDirectory, listenAddress, , status] = text
    .split('\n')
    .map((l) => l.trim());
  const pid = Number(pidLine);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || !(await isPostgres(pid))) return undefined;
  return {
    pid,
    host: socketDirectory || listenAddress || 'localhost',
    port: Number(portLine) || 5432,
    status: (status ?? '') as PostmasterState['status'],
  };
}

/** Whether a process of that id exists, of whichever account. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Whether `postmaster.pid` names a live process that is not PostgreSQL. PostgreSQL itself cannot tell, and would
 * refuse to start.
 */
export async function isLeftBehind(cluster: string): Promise<boolean> {
  const pid = Number.parseInt(await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => ''), 10);
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) && !(await isPostgres(pid));
}

/** After a reboot the id may be anybody's. Where that cannot be told, PostgreSQL's own check decides. */
async function isPostgres(pid: number): Promise<boolean> {
  const program = await programOf(pid).catch(() => '');
  return program === '' || program.includes('postgres');
}

async function programOf(pid: number): Promise<string> {
  if (process.platform === 'linux')
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0')[0] ?? '';
  if (process.platform === 'win32') return '';
  const { stdout } = await promisify(execFile)('ps', ['-p', String(pid), '-o', 'comm=']);
  return stdout.trim();
}
