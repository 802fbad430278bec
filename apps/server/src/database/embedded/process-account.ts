import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** The account that PostgreSQL runs as when this process is root, which PostgreSQL refuses to be. */
export interface ProcessAccount {
  uid: number;
  gid: number;
}

/** Where a server started by root keeps what its unprivileged PostgreSQL must reach. */
export const SYSTEM_HOME = '/var/lib/muniment';

const NOBODY: ProcessAccount = { uid: 65534, gid: 65534 };

/**
 * Chooses the account to run PostgreSQL as.
 *
 * @param owned A file of an existing database: its owner stays in charge of it.
 * @returns Undefined when this process is not root: PostgreSQL then runs as the same account.
 */
export async function chooseAccount(owned: string): Promise<ProcessAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(owned).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await findAccount('postgres')) ?? (await findAccount('nobody')) ?? NOBODY;
}

/** Whether `account` may enter every directory above `path`, and read `path` itself, going by their modes. */
export async function canBeReachedBy(path: string, account: ProcessAccount): Promise<boolean> {
  const READ = 4;
  const SEARCH = 1;
  let current = resolve(path);
  let wanted = READ | SEARCH;
  for (;;) {
    const { mode, uid, gid } = await stat(current);
    const granted = uid === account.uid ? mode >> 6 : gid === account.gid ? mode >> 3 : mode;
    if ((granted & wanted) !== wanted) return false;
    const parent = dirname(current);
    if (parent === current) return true;
    current = parent;
    wanted = SEARCH;
  }
}

/** Makes {@link SYSTEM_HOME} if it is missing. Only root may call it. */
export async function makeSystemHome(): Promise<string> {
  await mkdir(SYSTEM_HOME, { recursive: true, mode: 0o755 });
  return SYSTEM_HOME;
}

async function findAccount(name: string): Promise<ProcessAccount | undefined> {
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const line = accounts.split('\n').find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = (line ?? '').split(':').map(Number);
  return uid !== undefined && gid !== undefined && uid > 0 && gid > 0 ? { uid, gid } : undefined;
}
