import { setTimeout as delay } from 'node:timers/promises';
import {
  cancelLicenseSummary,
  createLicenseSummary,
  exportLicenseSummary,
  getLicenseSummary,
  type LicenseSummary,
  type LicenseSummaryDetails,
  type LicenseSummaryRow,
  listLicenseSummaries,
  listLicenseSummaryRows,
  printLicenseSummary,
} from '@muniment/contract/license-summaries.ts';
import type { Command } from 'commander';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { saveAnswer } from '../csv-file.ts';
import { Failure, WrongUsage } from '../failure.ts';
import { printList } from '../list.ts';
import { listAll } from '../list-all.ts';
import { messages as common } from '../messages.ts';
import { positiveNumber } from '../option-values.ts';
import { printJson } from '../report.ts';
import type { Session } from '../session.ts';
import { summaryHelp as help } from '../summary-help.ts';
import { summaryMessages as messages } from '../summary-messages.ts';
import { type Column, formatTable } from '../table.ts';

interface FileOptions extends CommonOptions {
  readonly csv?: string;
  readonly pdf?: string;
}

interface CreateOptions extends FileOptions {
  readonly license?: readonly string[];
  readonly all?: true;
}

/** Between two looks at how far it is. */
const LOOK_MS = 500;

export function addSummaries(program: Command, context: Context): void {
  const { create, list, show, cancel } = help;
  const summary = program.command('summary').description(help.about);
  addOrganizationCommand(summary, 'create', create)
    .option('--license <id...>', create.options.license)
    .option('--all', create.options.all)
    .option('--csv <file>', create.options.csv)
    .option('--pdf <file>', create.options.pdf)
    .action((options: CreateOptions) => createOne(context, options));
  addOrganizationCommand(summary, 'list', list)
    .option('--limit <number>', list.options.limit, positiveNumber)
    .action((options: CommonOptions & { readonly limit?: number }) => listThem(context, options));
  addOrganizationCommand(summary, 'show', show)
    .argument('<id>', show.summaryId)
    .option('--csv <file>', show.options.csv)
    .option('--pdf <file>', show.options.pdf)
    .action(async (id: string, options: FileOptions) => {
      const session = await sessionFor(context, options);
      const { body } = await session.call(getLicenseSummary, { params: { summaryId: id } });
      await showOne(context, session, options, body);
    });
  addOrganizationCommand(summary, 'cancel', cancel)
    .argument('<id>', cancel.summaryId)
    .action(async (id: string, options: CommonOptions) => {
      const session = await sessionFor(context, options);
      const { body } = await session.call(cancelLicenseSummary, { params: { summaryId: id } });
      if (options.json) printJson(context.terminal, body);
      else context.terminal.print(messages.heading(body));
    });
}

/** @throws Failure where it was canceled meanwhile, or given up. @source W4 */
async function createOne(context: Context, options: CreateOptions): Promise<void> {
  const { license, all } = options;
  if ((license === undefined) === (all === undefined)) throw new WrongUsage(messages.whichLicenses);
  const session = await sessionFor(context, options);
  const { body } = await session.call(createLicenseSummary, {
    body: license === undefined ? { all: true } : { licenseIds: [...license] },
  });
  const summary = await untilOver(context, session, body);
  if (summary.state !== 'done') {
    throw new Failure('summary-not-made', messages.notMade(summary.id), messages.createAgain);
  }
  await showOne(context, session, options, summary);
}

/** Waits, and says how far it is as it goes on. */
async function untilOver(
  { terminal }: Context,
  session: Session,
  created: LicenseSummaryDetails,
): Promise<LicenseSummaryDetails> {
  let summary = created;
  let told = '';
  while (summary.endedAt === null) {
    const now = messages.progress(summary.progress);
    if (now !== told) terminal.note(now);
    told = now;
    await delay(LOOK_MS);
    summary = (await session.call(getLicenseSummary, { params: { summaryId: created.id } })).body;
  }
  return summary;
}

async function listThem(
  context: Context,
  options: CommonOptions & { readonly limit?: number },
): Promise<void> {
  const session = await sessionFor(context, options);
  let total = 0;
  const items = await listAll(async (page) => {
    const { body } = await session.call(listLicenseSummaries, { query: page });
    total = body.total;
    return body;
  }, options.limit);
  printList(context.terminal, options, { columns: summaryColumns, items, total, none: messages.none });
}

async function showOne(
  { terminal }: Context,
  session: Session,
  options: FileOptions,
  summary: LicenseSummaryDetails,
): Promise<void> {
  const params = { summaryId: summary.id };
  const files: { file: string; bytes: number }[] = [];
  for (const [file, endpoint] of [
    [options.csv, exportLicenseSummary],
    [options.pdf, printLicenseSummary],
  ] as const) {
    if (file === undefined) continue;
    const bytes = await saveAnswer(file, (signal) => session.call(endpoint, { params, signal }));
    files.push({ file, bytes });
  }
  const rows =
    summary.state === 'done'
      ? await listAll(
          async (page) => (await session.call(listLicenseSummaryRows, { params, query: page })).body,
        )
      : [];
  if (options.json) {
    printJson(terminal, { ...summary, rows, files });
    return;
  }
  terminal.print(messages.heading(summary));
  if (summary.endedAt === null) terminal.print(messages.progress(summary.progress));
  if (summary.state === 'done') {
    const bold = (line: string) => terminal.style('bold', line);
    terminal.print('');
    terminal.print(rows.length === 0 ? messages.noRows : formatTable(rowColumns, rows, bold));
    terminal.print('');
    terminal.print(formatTable(totalColumns, summary.totals, bold));
  }
  for (const { file, bytes } of files) terminal.print(common.exported(file, bytes));
}

const summaryColumns: Column<LicenseSummary>[] = [
  { heading: messages.columns.id, text: ({ id }) => id },
  { heading: messages.columns.created, text: ({ createdAt }) => createdAt },
  { heading: messages.columns.status, text: ({ state }) => messages.state[state] },
  { heading: messages.columns.licenseIds, text: ({ progress }) => messages.progress(progress) },
];

const quantityColumns: Column<
  Pick<LicenseSummaryRow, 'effectiveQuantity' | 'activeSoftwareAssuranceQuantity'>
>[] = [
  {
    heading: messages.columns.effectiveQuantity,
    text: ({ effectiveQuantity }) => messages.number(effectiveQuantity),
  },
  {
    heading: messages.columns.activeSoftwareAssurance,
    text: (row) => messages.number(row.activeSoftwareAssuranceQuantity),
  },
];

const rowColumns: Column<LicenseSummaryRow>[] = [
  { heading: messages.columns.productFamily, text: ({ family }) => family },
  { heading: messages.columns.version, text: ({ version }) => version },
  { heading: messages.columns.productPool, text: ({ pool }) => messages.pool[pool] },
  {
    heading: messages.columns.type,
    text: ({ type, granted }) => (granted ? messages.granted(messages.type[type]) : messages.type[type]),
  },
  ...quantityColumns,
];

const totalColumns: Column<LicenseSummaryDetails['totals'][number]>[] = [
  { heading: messages.columns.productPool, text: ({ pool }) => messages.pool[pool] },
  ...quantityColumns,
];
