import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CommonOptions } from './context.ts';
import { Failure, WrongUsage } from './failure.ts';
import { messages } from './messages.ts';
import { printJson } from './report.ts';
import type { Terminal } from './terminal.ts';

const PATIENCE_MS = 60_000;

/**
 * Reads an answer that comes piece by piece and writes it to a file, and says so; for `--csv FILE`.
 *
 * @param call Asks for it, with the signal that ends the wait where no piece comes any more.
 * @throws WrongUsage where the file cannot be written, Failure export-cut where the answer broke off.
 */
export async function saveCsv(
  terminal: Terminal,
  { json }: CommonOptions,
  file: string,
  call: (signal: AbortSignal) => Promise<{ readonly body: ReadableStream<Uint8Array> }>,
): Promise<void> {
  const bytes = await saveAnswer(file, call);
  if (json) printJson(terminal, { file, bytes });
  else terminal.print(messages.exported(file, bytes));
}

/** Writes an answer that comes piece by piece to a file, as {@link saveCsv}, and says nothing. @returns Bytes. */
export async function saveAnswer(
  file: string,
  call: (signal: AbortSignal) => Promise<{ readonly body: ReadableStream<Uint8Array> }>,
): Promise<number> {
  const patience = startPatience();
  try {
    const { body } = await call(patience.signal);
    return await writeWholeFile(file, patience.extendedBy(body));
  } finally {
    patience.end();
  }
}

/** Writes a file under another name until it is whole: nobody takes half an export for a whole one. @returns Bytes. */
async function writeWholeFile(file: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  const part = `${file}.part`;
  let bytes = 0;
  async function* counted() {
    for await (const piece of pieces) {
      bytes += piece.length;
      yield piece;
    }
  }
  try {
    await pipeline(Readable.from(counted()), createWriteStream(part));
    await rename(part, file);
    return bytes;
  } catch (error) {
    // Where it could not be made there is none.
    await rm(part, { force: true }).catch(() => {});
    if (isOfFileSystem(error)) throw new WrongUsage(messages.unwritable(file, error.message));
    throw cutOr(error);
  }
}

function isOfFileSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}

/** What breaks off while it is read was cut somewhere on the way, or on the server. */
export function cutOr(error: unknown): unknown {
  const isCut = error instanceof TypeError || error instanceof DOMException;
  return isCut ? new Failure('export-cut', messages.exportCut, messages.exportAgain) : error;
}

/** Waits as long as pieces go on coming, however many there are. */
export function startPatience() {
  const controller = new AbortController();
  const giveUp = () => controller.abort(new DOMException('No answer', 'TimeoutError'));
  const timer = setTimeout(giveUp, PATIENCE_MS);
  return {
    signal: controller.signal,
    async *extendedBy(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const piece of body) {
        timer.refresh();
        yield piece;
      }
    },
    end: () => clearTimeout(timer),
  };
}
