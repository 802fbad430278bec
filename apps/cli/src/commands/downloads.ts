import { stat } from 'node:fs/promises';
import path from 'node:path';
import {
  createDownloadLink,
  DOWNLOAD_SORTS,
  type Download,
  type DownloadSort,
  exportDownloads,
  listDownloads,
  listLicenseDownloads,
} from '@muniment/contract/downloads.ts';
import { type Command, Option } from 'commander';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { saveCsv } from '../csv-file.ts';
import { downloadMessages as messages } from '../download-messages.ts';
import { fetchFile } from '../fetch-file.ts';
import { commands } from '../help.ts';
import { printList } from '../list.ts';
import { listAll } from '../list-all.ts';
import { columns } from '../messages.ts';
import { positiveNumber } from '../option-values.ts';
import { printJson } from '../report.ts';
import type { Column } from '../table.ts';
import { idUnder } from '../under-license.ts';

interface ListOptions extends CommonOptions {
  readonly license?: string;
  readonly q?: string;
  readonly product?: string;
  readonly language?: string;
  readonly architecture?: string;
  readonly type?: string;
  readonly sort?: DownloadSort;
  readonly limit?: number;
  readonly csv?: string;
}

interface FetchOptions extends CommonOptions {
  readonly license: string;
  readonly out?: string;
}

export function addDownloads(program: Command, context: Context): void {
  const list = commands.downloads;
  const text = list.options;
  addOrganizationCommand(program, 'downloads', list)
    .option('--license <id>', text.license)
    .option('--q <text>', text.q)
    .option('--product <part-number>', text.product)
    .option('--language <tag>', text.language)
    .option('--architecture <name>', text.architecture)
    .option('--type <name>', text.type)
    .addOption(new Option('--sort <order>', text.sort).choices(DOWNLOAD_SORTS))
    .option('--limit <number>', text.limit, positiveNumber)
    .option('--csv <file>', text.csv)
    .action((options: ListOptions) => listThem(context, options));
  const fetching = commands.download;
  addOrganizationCommand(program, 'download', fetching)
    .argument('<file>', fetching.file)
    .requiredOption('--license <id>', fetching.options.license)
    .option('--out <path>', fetching.options.out)
    .action((file: string, options: FetchOptions) => fetchOne(context, file, options));
}

/** The files that the license IDs offer on which one may download. @source W5 */
async function listThem(context: Context, options: ListOptions): Promise<void> {
  const { terminal } = context;
  const { license, q, product, language, architecture, type, sort, limit, csv } = options;
  const session = await sessionFor(context, options);
  const query = {
    ...(license === undefined ? {} : { licenseId: license }),
    ...(q === undefined ? {} : { q }),
    ...(product === undefined ? {} : { product }),
    ...(language === undefined ? {} : { language }),
    ...(architecture === undefined ? {} : { architecture }),
    ...(type === undefined ? {} : { fileType: type }),
    ...(sort === undefined ? {} : { sort }),
  };
  if (csv !== undefined) {
    await saveCsv(terminal, options, csv, (signal) => session.call(exportDownloads, { query, signal }));
    return;
  }
  let total = 0;
  const items = await listAll(async (page) => {
    const { body } = await session.call(listDownloads, { query: { ...query, ...page } });
    total = body.total;
    return body;
  }, limit);
  printList(terminal, options, { columns: downloadColumns, items, total, none: messages.none });
}

/** Fetches a file, and compares its checksum. @source W5 */
async function fetchOne(context: Context, name: string, options: FetchOptions): Promise<void> {
  const { terminal } = context;
  const { license: licenseId, out, json } = options;
  const session = await sessionFor(context, options);
  const downloadId = await idUnder(name, messages.notFound(name, licenseId), async (page) => {
    const { body } = await session.call(listLicenseDownloads, {
      params: { licenseId },
      query: { q: name, ...page },
    });
    return { ...body, items: body.items.map(({ id, downloadNumber: number }) => ({ id, number })) };
  });
  const params = { licenseId, downloadId };
  const askForLink = async () => (await session.call(createDownloadLink, { params })).body;
  const first = await askForLink();
  const file = await placeOf(out, first.fileName);
  const unused = [first];
  const { link, isNew } = await fetchFile({
    file,
    askForLink: async () => unused.pop() ?? askForLink(),
    tell: (line) => {
      if (!json) terminal.note(line);
    },
  });
  if (json) printJson(terminal, { file, sizeBytes: link.sizeBytes, sha256: link.sha256 });
  else terminal.print(isNew ? messages.saved(file, link.sizeBytes, link.sha256) : messages.already(file));
}

/** Where the file goes: as it is called, in this directory or the one that is named. */
async function placeOf(out: string | undefined, fileName: string): Promise<string> {
  // A name, wherever it comes from, is no path.
  const name = path.basename(fileName);
  if (out === undefined) return name;
  const isDirectory = await stat(out).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  return isDirectory ? path.join(out, name) : out;
}

const downloadColumns: Column<Download>[] = [
  { heading: columns.downloadNumber, text: ({ downloadNumber }) => downloadNumber },
  { heading: columns.product, text: ({ product }) => product },
  { heading: columns.version, text: ({ version }) => version },
  { heading: columns.language, text: ({ language }) => language },
  { heading: columns.architecture, text: ({ architecture }) => architecture },
  { heading: columns.fileType, text: ({ fileType }) => fileType },
  {
    heading: columns.size,
    text: ({ available, sizeBytes }) =>
      available && sizeBytes !== null ? messages.sizeText(sizeBytes) : messages.notAvailable,
  },
  { heading: columns.licenseId, text: ({ licenseId }) => licenseId },
];
