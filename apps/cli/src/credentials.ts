import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { Failure, WrongUsage } from './failure.ts';
import { messages } from './messages.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/** What `vl login` keeps. */
export interface Credentials {
  /** Origin, without a slash at the end. */
  readonly server: string;
  readonly token: string;
  /** Number of the organization that commands are about; null: the only one. */
  readonly organization: string | null;
}

export const DEFAULT_SERVER = 'http://127.0.0.1:8080';

/** The file that holds the credentials: `VL_CONFIG`, or one below the configuration directory of XDG. */
function credentialsFile(env: Env): string {
  if (env.VL_CONFIG) return path.resolve(env.VL_CONFIG);
  return path.join(env.XDG_CONFIG_HOME || path.join(homedir(), '.config'), 'muniment', 'credentials.json');
}

/**
 * What commands use: the environment first, then what `vl login` kept.
 *
 * A kept token goes to the server that it was kept for, and to no other.
 *
 * @throws Failure not-signed-in, credentials-unreadable; WrongUsage where VL_SERVER is no URL.
 */
export async function credentialsInUse(env: Env): Promise<Credentials> {
  const server = env.VL_SERVER ? serverOrigin(env.VL_SERVER, 'VL_SERVER') : undefined;
  const token = env.VL_TOKEN ? readToken(env.VL_TOKEN, 'VL_TOKEN') : undefined;
  const kept = token ? await readIfReadable(env) : await readCredentials(env);
  const keptHere = kept !== null && (server === undefined || server === kept.server) ? kept : null;
  const used = token || keptHere?.token;
  if (!used) throw new Failure('not-signed-in', messages.notSignedIn, messages.howToSignIn);
  return {
    server: server ?? kept?.server ?? DEFAULT_SERVER,
    token: used,
    // The kept organization goes with the kept token.
    organization: env.VL_ORGANIZATION || (token ? null : (keptHere?.organization ?? null)),
  };
}

/** @returns null where nobody signed in. @throws Failure credentials-unreadable. */
async function readCredentials(env: Env): Promise<Credentials | null> {
  const file = credentialsFile(env);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Failure(
      'credentials-unreadable',
      messages.credentialsUnreadable(file),
      (error as Error).message,
    );
  }
  const kept = parse(text);
  if (kept === null) {
    throw new Failure('credentials-unreadable', messages.credentialsUnreadable(file), messages.howToSignIn);
  }
  return kept;
}

/** A token from the environment needs no file: a broken one must not stand in its way. */
async function readIfReadable(env: Env): Promise<Credentials | null> {
  try {
    return await readCredentials(env);
  } catch {
    return null;
  }
}

/** Keeps credentials so that only this account can read them. Returns the file. */
export async function keepCredentials(env: Env, credentials: Credentials): Promise<string> {
  const file = credentialsFile(env);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  // A new file takes the old one's place: an old one may be readable by others, or be written halfway.
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  await rename(draft, file);
  return file;
}

/** @returns false where there were none. */
export async function forgetCredentials(env: Env): Promise<boolean> {
  try {
    await rm(credentialsFile(env));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Reads the address of a server as typed.
 *
 * @param where The option or variable, for the message.
 * @throws WrongUsage where it is no http or https URL.
 */
export function serverOrigin(text: string, where: string): string {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '') {
    throw new WrongUsage(messages.notAServer(where));
  }
  return url.origin;
}

/**
 * Reads an API token as typed or piped in.
 *
 * @throws WrongUsage where it is none that a request could carry.
 */
export function readToken(text: string, where: string): string {
  const token = text.trim();
  if (!/^[\x21-\x7e]+$/.test(token)) throw new WrongUsage(messages.notAToken(where));
  return token;
}

/** Whether a token sent there could be read on its way: plain HTTP that leaves this machine. */
export function isOpenToListeners(server: string): boolean {
  const { protocol, hostname } = new URL(server);
  return protocol === 'http:' && !/^(localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/.test(hostname);
}

function parse(text: string): Credentials | null {
  try {
    const { server, token, organization } = JSON.parse(text) as Record<string, unknown>;
    if (typeof server !== 'string' || !URL.canParse(server) || typeof token !== 'string') return null;
    return { server, token, organization: typeof organization === 'string' ? organization : null };
  } catch {
    return null;
  }
}
