import { exportVlUsers, VL_USER_SORTS } from '@muniment/contract/vl-users.ts';
import { type Command, Option } from 'commander';
import { parse } from 'csv-parse/sync';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { cutOr, saveCsv, startPatience } from '../csv-file.ts';
import { commands } from '../help.ts';
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
  const query = { ...filterOf(options), ...(sort === undefined ? {} : { sort }) };
  const call = (signal: AbortSignal) => session.call(exportVlUsers, { query, signal });
  if (out !== undefined) {
    await saveCsv(terminal, options, out, call);
    return;
  }
  const patience = startPatience();
  try {
    const { body } = await call(patience.signal);
    const pieces = patience.extendedBy(body);
    if (json) printJson(terminal, { items: rowsOf(await textOf(pieces)) });
    else for await (const text of decoded(pieces)) await terminal.write(text);
  } finally {
    patience.end();
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
