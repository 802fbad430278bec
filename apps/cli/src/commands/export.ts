import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportVlUsers, VL_USER_SORTS } from '@muniment/contract/vl-users.ts';
import { type Command, Option } from 'commander';
import { parse } from 'csv-parse/sync';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { Failure, WrongUsage } from '../failure.ts';
import { commands } from '../help.ts';
import { messages } from '../messages.ts';
import { addFilterOptions, type FilterOptions, filterOf } from '../people-filter.ts';
import { printJson } from '../report.ts';

interface ExportOptions extends CommonOptions, FilterOptions {
  readonly sort?: (typeof VL_USER_SORTS)[number];
  readonly out?: string;
}

export function addExport(program: Command, context: Context): void {
  const text = commands.export;
  addFilterOptions(addOrganizationCommand(program, 'export', text), text.options)
    .addOption(new Option('--sort <order>', text.options.sort).choices(VL_USER_SORTS))
    .option('--out <file>', text.options.out)
    .action((options: ExportOptions) => exportUsers(context, options));
}

/** Writes who holds what as CSV: to a file, or as the answer. @source B8 */
async function exportUsers(context: Context, options: ExportOptions): Promise<void> {
  const { terminal } = context;
  const { sort, out, json } = options;
  const session = await sessionFor(context, options);
  const patience = startPatience();
  try {
    const query = { ...filterOf(options), ...(sort === undefined ? {} : { sort }) };
    const { body } = await session.call(exportVlUsers, { query, signal: patience.signal });
    const pieces = patience.extendedBy(body);
    if (out === undefined) {
      if (json) printJson(terminal, { items: rowsOf(await textOf(pieces)) });
      else for await (const text of decoded(pieces)) await terminal.write(text);
      return;
    }
    const bytes = await writeFile(out, pieces);
    if (json) printJson(terminal, { file: out, bytes });
    else terminal.print(messages.exported(out, bytes));
  } finally {
    patience.end();
  }
}

/** Under another name until it is whole: nobody takes half an export for a whole one. */
async function writeFile(file: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
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

async function* decoded(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  try {
    for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
  } catch (error) {
    throw cutOr(error);
  }
}

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const piece of decoded(pieces)) text += piece;
  return text;
}

function rowsOf(text: string): unknown[] {
  return parse(text, { bom: true, columns: true, record_delimiter: '\r\n' });
}

function isOfFileSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}

/** What breaks off while it is read was cut somewhere on the way, or on the server. */
function cutOr(error: unknown): unknown {
  const isCut = error instanceof TypeError || error instanceof DOMException;
  return isCut ? new Failure('export-cut', messages.exportCut, messages.exportAgain) : error;
}

const PATIENCE_MS = 60_000;

/** Waits as long as pieces go on coming, however many there are. */
function startPatience() {
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
