import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ProblemError } from '@muniment/contract/client.ts';
import type { DownloadLink } from '@muniment/contract/downloads.ts';
import { downloadMessages as messages } from './download-messages.ts';
import { Failure, WrongUsage } from './failure.ts';

export interface FetchedFile {
  /** Where it is to be. */
  readonly file: string;
  /** Asks for a link: again where one broke off, since it may be over. */
  readonly askForLink: () => Promise<DownloadLink>;
  readonly tell: (line: string) => void;
}

/** So often what breaks off is gone on with by itself. */
const ATTEMPTS = 4;
const PATIENCE_MS = 60_000;
const TOLD_EVERY_MS = 3_000;

/**
 * Fetches a file into `FILE.part`, going on with what is there, and gives it its name when its checksum is right:
 * nobody takes half a file, or another one, for it.
 *
 * @returns Whether it was there already.
 * @throws Failure download-cut where it broke off again and again, checksum-wrong; WrongUsage where it cannot be written
 *   or another file is there; ProblemError where the server refuses.
 */
export async function fetchFile({
  file,
  askForLink,
  tell,
}: FetchedFile): Promise<{ link: DownloadLink; isNew: boolean }> {
  const part = `${file}.part`;
  let link = await askForLink();
  if ((await sizeOf(file)) !== null) {
    if ((await hashOf(file)).digest('hex') === link.sha256) return { link, isNew: false };
    throw new WrongUsage(messages.exists(file));
  }
  // What was begun may be of another state of the file: then all of it is fetched anew.
  for (const isResumable of [true, false]) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const found = await fetchRest(part, link, isResumable || attempt > 1, tell);
        if (found === link.sha256) {
          await rename(part, file);
          return { link, isNew: true };
        }
        await rm(part);
        if (!isResumable) {
          throw new Failure(
            'checksum-wrong',
            messages.wrongChecksum,
            messages.wrongChecksumWhy(link.sha256, found),
          );
        }
        break;
      } catch (error) {
        if (isOfFileSystem(error)) throw new WrongUsage(messages.unwritable(part, error.message));
        if (!isCut(error)) throw error;
        if (attempt === ATTEMPTS) throw new Failure('download-cut', messages.cut, messages.cutWhy(part));
        link = await askForLink();
      }
    }
  }
  throw new Error('One of the two rounds ends it');
}

/** @returns The SHA-256 of all that is in the part then. */
async function fetchRest(
  part: string,
  { url, sizeBytes, sha256 }: DownloadLink,
  isResumed: boolean,
  tell: (line: string) => void,
): Promise<string> {
  const there = (await sizeOf(part)) ?? 0;
  const begun = isResumed && there <= sizeBytes ? there : 0;
  const hash = begun > 0 ? await hashOf(part) : createHash('sha256');
  if (begun > 0) tell(messages.resumed(part, begun));
  if (begun === sizeBytes && begun > 0) return hash.digest('hex');

  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(new DOMException('No answer', 'TimeoutError')), PATIENCE_MS);
  try {
    const headers = begun === 0 ? {} : { range: `bytes=${begun}-`, 'if-range': `"${sha256}"` };
    const response = await fetch(url, { headers, signal: patience.signal });
    if (!response.ok || response.body === null) throw await problemOf(response);
    if (begun > 0 && response.status !== 206) throw new TypeError('It did not go on where it broke off');
    const pieces = counted(response.body, hash, begun, sizeBytes, () => timer.refresh(), tell);
    await pipeline(Readable.from(pieces), createWriteStream(part, { flags: begun === 0 ? 'w' : 'a' }));
    return hash.digest('hex');
  } finally {
    clearTimeout(timer);
  }
}

async function* counted(
  body: ReadableStream<Uint8Array>,
  hash: Hash,
  begun: number,
  sizeBytes: number,
  onPiece: () => void,
  tell: (line: string) => void,
): AsyncGenerator<Uint8Array> {
  const since = Date.now();
  let told = since;
  let done = begun;
  for await (const piece of body) {
    onPiece();
    hash.update(piece);
    done += piece.length;
    const now = Date.now();
    if (now - told >= TOLD_EVERY_MS) {
      told = now;
      tell(messages.progress(done, sizeBytes, (done - begun) / ((now - since) / 1_000)));
    }
    yield piece;
  }
}

async function problemOf(response: Response): Promise<Error> {
  const { status } = response;
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === 'object' && body !== null && 'type' in body) {
    return new ProblemError(status, body as ProblemError['body'], null);
  }
  return new ProblemError(status, { type: 'about:blank', title: `HTTP ${status}`, status }, null);
}

async function hashOf(file: string): Promise<Hash> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  return hash;
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new WrongUsage(messages.unwritable(file, (error as Error).message));
  }
}

function isCut(error: unknown): boolean {
  return error instanceof TypeError || error instanceof DOMException;
}

function isOfFileSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}
