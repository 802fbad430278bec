import {
  ACTIVATIONS_WANTED_MAX,
  exportKeys,
  exportMaskedKeys,
  KEY_SORTS,
  KEY_STATUSES,
  KEY_TYPES,
  type KeyedProduct,
  type KeySort,
  type KeyStatus,
  type KeyType,
  listKeyedProducts,
  listKeys,
  listLicenseKeys,
  type ProductKey,
  requestActivations,
  revealKey,
} from '@muniment/contract/product-keys.ts';
import { type Command, Option } from 'commander';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { saveCsv } from '../csv-file.ts';
import { Failure, WrongUsage } from '../failure.ts';
import { commands } from '../help.ts';
import { keyMessages as messages } from '../key-messages.ts';
import { printList } from '../list.ts';
import { listAll } from '../list-all.ts';
import { columns } from '../messages.ts';
import { positiveNumber } from '../option-values.ts';
import { printJson } from '../report.ts';
import type { Column } from '../table.ts';

interface FilterOptions extends CommonOptions {
  readonly license?: string;
  readonly q?: string;
  readonly type?: KeyType;
  readonly status?: KeyStatus;
}

interface ListOptions extends FilterOptions {
  readonly sort?: KeySort;
  readonly limit?: number;
  readonly csv?: string;
}

interface OneKeyOptions extends CommonOptions {
  readonly license: string;
}

interface RequestOptions extends OneKeyOptions {
  readonly wanted: number;
  readonly justification: string;
}

interface ExportOptions extends FilterOptions {
  readonly out: string;
  readonly yes?: true;
}

interface ProductOptions extends CommonOptions {
  readonly q?: string;
  readonly limit?: number;
}

export function addKeys(program: Command, context: Context): void {
  const { reveal, export: exported, request, products, ...list } = commands.keys;
  const text = list.options;
  const withFilters = (command: Command) =>
    command
      .option('--license <id>', text.license)
      .option('--q <text>', text.q)
      .addOption(new Option('--type <type>', text.type).choices(KEY_TYPES))
      .addOption(new Option('--status <status>', text.status).choices(KEY_STATUSES));

  const keys = withFilters(addOrganizationCommand(program, 'keys', list).enablePositionalOptions())
    .addOption(new Option('--sort <order>', text.sort).choices(KEY_SORTS))
    .option('--limit <number>', text.limit, positiveNumber)
    .option('--csv <file>', text.csv)
    .action((options: ListOptions) => listThem(context, options));
  addOrganizationCommand(keys, 'reveal', reveal)
    .argument('<key>', reveal.key)
    .requiredOption('--license <id>', reveal.options.license)
    .action((key: string, options: OneKeyOptions) => revealOne(context, key, options));
  withFilters(addOrganizationCommand(keys, 'export', exported))
    .requiredOption('--out <file>', exported.options.out)
    .option('--yes', exported.options.yes)
    .action((options: ExportOptions) => exportThem(context, options));
  addOrganizationCommand(keys, 'request', request)
    .argument('<key>', request.key)
    .requiredOption('--license <id>', request.options.license)
    .requiredOption('--wanted <number>', request.options.wanted, positiveNumber)
    .requiredOption('--justification <text>', request.options.justification)
    .action((key: string, options: RequestOptions) => requestMore(context, key, options));
  addOrganizationCommand(keys, 'products', products)
    .option('--q <text>', products.options.q)
    .option('--limit <number>', text.limit, positiveNumber)
    .action((options: ProductOptions) => listProducts(context, options));
}

/** The keys of the license IDs on which one may see them, masked. @source W3 */
async function listThem(context: Context, options: ListOptions): Promise<void> {
  const { terminal } = context;
  const { sort, limit, csv } = options;
  const session = await sessionFor(context, options);
  const query = { ...filterOf(options), ...(sort === undefined ? {} : { sort }) };
  if (csv !== undefined) {
    await saveCsv(terminal, options, csv, (signal) => session.call(exportMaskedKeys, { query, signal }));
    return;
  }
  let total = 0;
  const items = await listAll(async (page) => {
    const { body } = await session.call(listKeys, { query: { ...query, ...page } });
    total = body.total;
    return body;
  }, limit);
  printList(terminal, options, { columns: keyColumns, items, total, none: messages.none });
}

/** One key in clear: alone on standard output, so that it can be piped. @source W3 */
async function revealOne(context: Context, name: string, options: OneKeyOptions): Promise<void> {
  const { terminal } = context;
  const session = await sessionFor(context, options);
  const params = await paramsOf(session, name, options.license);
  const { body } = await session.call(revealKey, { params });
  if (options.json) printJson(terminal, body);
  else terminal.print(body.key);
}

/** Keys in clear, into a file. @source W3 */
async function exportThem(context: Context, options: ExportOptions): Promise<void> {
  const { terminal } = context;
  const { out, yes, json } = options;
  if (!yes && !terminal.isInteractive) throw new WrongUsage(messages.needsYes);
  const session = await sessionFor(context, options);
  const filter = filterOf(options);
  if (!yes) {
    const { body } = await session.call(listKeys, { query: { ...filter, limit: 1 } });
    const print = json ? terminal.note : terminal.print;
    print(messages.exporting(body.total));
    const answer = (await terminal.ask(messages.askExport)).trim().toLowerCase();
    if (answer !== 'y' && answer !== 'yes') {
      context.endWith(1);
      terminal.note(messages.notExported);
      return;
    }
  }
  await saveCsv(terminal, options, out, (signal) => session.call(exportKeys, { body: filter, signal }));
}

/** More activations of a MAK, by a ticket to the publisher. @source W3 */
async function requestMore(context: Context, name: string, options: RequestOptions): Promise<void> {
  const { terminal } = context;
  const { wanted, justification, license, json } = options;
  if (wanted > ACTIVATIONS_WANTED_MAX) {
    throw new WrongUsage(`--wanted: give at most ${ACTIVATIONS_WANTED_MAX}.`);
  }
  const session = await sessionFor(context, options);
  const params = await paramsOf(session, name, license);
  const { body } = await session.call(requestActivations, { params, body: { wanted, justification } });
  if (json) printJson(terminal, body);
  else terminal.print(messages.requested(body.reference, body.product, body.lastFive));
}

/** The products of which one may read keys. @source W3 */
async function listProducts(context: Context, options: ProductOptions): Promise<void> {
  const { terminal } = context;
  const { q, limit } = options;
  const session = await sessionFor(context, options);
  let total = 0;
  const items = await listAll(async (page) => {
    const query = { ...(q === undefined ? {} : { q }), ...page };
    const { body } = await session.call(listKeyedProducts, { query });
    total = body.total;
    return body;
  }, limit);
  printList(terminal, options, { columns: productColumns, items, total, none: messages.noProducts });
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A key by its id, its number, or its last five characters where one key alone ends so. */
async function paramsOf(session: Awaited<ReturnType<typeof sessionFor>>, name: string, licenseId: string) {
  if (ID.test(name)) return { licenseId, keyId: name };
  const found = await listAll(async (page) => {
    const { body } = await session.call(listLicenseKeys, {
      params: { licenseId },
      query: { q: name, ...page },
    });
    return body;
  });
  const wanted = name.toUpperCase();
  const byNumber = found.filter(({ keyNumber }) => keyNumber.toUpperCase() === wanted);
  const named = byNumber.length > 0 ? byNumber : found.filter(({ lastFive }) => lastFive === wanted);
  const [one] = named;
  if (one === undefined) throw new Failure('not-found', messages.notFound(name, licenseId));
  if (named.length > 1) throw new Failure('not-found', messages.ambiguous(name, licenseId));
  return { licenseId, keyId: one.id };
}

function filterOf({ license, q, type, status }: FilterOptions) {
  return {
    ...(license === undefined ? {} : { licenseId: license }),
    ...(q === undefined ? {} : { q }),
    ...(type === undefined ? {} : { keyType: type }),
    ...(status === undefined ? {} : { status }),
  };
}

const keyColumns: Column<ProductKey>[] = [
  { heading: columns.licenseId, text: ({ licenseId }) => licenseId },
  { heading: columns.product, text: ({ product }) => product },
  { heading: columns.key, text: ({ maskedKey }) => maskedKey },
  { heading: columns.keyNumber, text: ({ keyNumber }) => keyNumber },
  { heading: columns.keyType, text: ({ keyType }) => messages.keyType[keyType] },
  { heading: columns.activations, text: messages.activations },
  { heading: columns.status, text: ({ status }) => messages.status[status] },
];

const productColumns: Column<KeyedProduct>[] = [
  { heading: columns.product, text: ({ name }) => name },
  { heading: columns.partNumber, text: ({ partNumber }) => partNumber },
  { heading: columns.keyType, text: messages.keyTypes },
  { heading: columns.keys, text: ({ keys }) => String(keys) },
  { heading: columns.licenseIds, text: ({ licenseIds }) => String(licenseIds) },
];
