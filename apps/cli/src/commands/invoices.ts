import {
  exportInvoices,
  getInvoice,
  getInvoicePdf,
  INVOICE_KINDS,
  INVOICE_SORTS,
  type Invoice,
  type InvoiceKind,
  type InvoiceLine,
  type InvoiceSort,
  listInvoices,
  listLicenseInvoices,
} from '@muniment/contract/invoices.ts';
import { type Command, Option } from 'commander';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { saveCsv } from '../csv-file.ts';
import { commands } from '../help.ts';
import { invoiceMessages as messages } from '../invoice-messages.ts';
import { printList } from '../list.ts';
import { listAll } from '../list-all.ts';
import { columns } from '../messages.ts';
import { calendarDay, positiveNumber } from '../option-values.ts';
import { printJson } from '../report.ts';
import type { Session } from '../session.ts';
import { type Column, formatTable } from '../table.ts';
import { idUnder } from '../under-license.ts';

interface ListOptions extends CommonOptions {
  readonly license?: string;
  readonly q?: string;
  readonly kind?: InvoiceKind;
  readonly from?: string;
  readonly to?: string;
  readonly sort?: InvoiceSort;
  readonly limit?: number;
  readonly csv?: string;
}

interface OneOptions extends CommonOptions {
  readonly license: string;
}

export function addInvoices(program: Command, context: Context): void {
  const { show, download, ...list } = commands.invoices;
  const text = list.options;
  const invoices = addOrganizationCommand(program, 'invoices', list)
    .enablePositionalOptions()
    .option('--license <id>', text.license)
    .option('--q <text>', text.q)
    .addOption(new Option('--kind <kind>', text.kind).choices(INVOICE_KINDS))
    .option('--from <day>', text.from, calendarDay)
    .option('--to <day>', text.to, calendarDay)
    .addOption(new Option('--sort <order>', text.sort).choices(INVOICE_SORTS))
    .option('--limit <number>', text.limit, positiveNumber)
    .option('--csv <file>', text.csv)
    .action((options: ListOptions) => listThem(context, options));
  addOrganizationCommand(invoices, 'show', show)
    .argument('<invoice>', show.invoice)
    .requiredOption('--license <id>', show.options.license)
    .action((invoice: string, options: OneOptions) => showOne(context, invoice, options));
  addOrganizationCommand(invoices, 'download', download)
    .argument('<invoice>', download.invoice)
    .requiredOption('--license <id>', download.options.license)
    .requiredOption('--out <file>', download.options.out)
    .action((invoice: string, options: OneOptions & { readonly out: string }) =>
      downloadOne(context, invoice, options),
    );
}

/** The invoices of the license IDs on which one may list them. @source W9 */
async function listThem(context: Context, options: ListOptions): Promise<void> {
  const { terminal } = context;
  const { license, q, kind, from, to, sort, limit, csv } = options;
  const session = await sessionFor(context, options);
  const query = {
    ...(license === undefined ? {} : { licenseId: license }),
    ...(q === undefined ? {} : { q }),
    ...(kind === undefined ? {} : { kind }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(sort === undefined ? {} : { sort }),
  };
  if (csv !== undefined) {
    await saveCsv(terminal, options, csv, (signal) => session.call(exportInvoices, { query, signal }));
    return;
  }
  let total = 0;
  const items = await listAll(async (page) => {
    const { body } = await session.call(listInvoices, { query: { ...query, ...page } });
    total = body.total;
    return body;
  }, limit);
  printList(terminal, options, { columns: invoiceColumns, items, total, none: messages.none });
}

/** One invoice with its addresses and lines. @source W9 */
async function showOne(context: Context, invoice: string, options: OneOptions): Promise<void> {
  const { terminal } = context;
  const session = await sessionFor(context, options);
  const params = await findInvoice(session, invoice, options.license);
  const { body } = await session.call(getInvoice, { params });
  if (options.json) {
    printJson(terminal, body);
    return;
  }
  terminal.print(messages.heading(body));
  if (body.lines.length === 0) return;
  terminal.print('');
  terminal.print(formatTable(lineColumns, body.lines, (line) => terminal.style('bold', line)));
}

/** Writes the publisher's document of an invoice to a file. @source W9 */
async function downloadOne(
  context: Context,
  invoice: string,
  options: OneOptions & { readonly out: string },
): Promise<void> {
  const session = await sessionFor(context, options);
  const params = await findInvoice(session, invoice, options.license);
  await saveCsv(context.terminal, options, options.out, (signal) =>
    session.call(getInvoicePdf, { params, signal }),
  );
}

async function findInvoice(session: Session, invoice: string, licenseId: string) {
  const invoiceId = await idUnder(invoice, messages.notFound(invoice, licenseId), async (page) => {
    const query = { q: invoice, ...page };
    const { body } = await session.call(listLicenseInvoices, { params: { licenseId }, query });
    return { ...body, items: body.items.map(({ id, invoiceNumber: number }) => ({ id, number })) };
  });
  return { licenseId, invoiceId };
}

const invoiceColumns: Column<Invoice>[] = [
  { heading: messages.columns.invoiceNumber, text: ({ invoiceNumber }) => invoiceNumber },
  { heading: messages.columns.kind, text: ({ kind }) => messages.kind[kind] },
  { heading: messages.columns.invoiceDate, text: ({ invoiceDate }) => invoiceDate },
  { heading: messages.columns.poNumber, text: ({ poNumber }) => poNumber ?? '' },
  { heading: messages.columns.billingPeriod, text: messages.period },
  { heading: messages.columns.dueDate, text: ({ dueDate }) => dueDate ?? '' },
  { heading: messages.columns.paymentTerms, text: ({ paymentTerms }) => paymentTerms ?? '' },
  { heading: messages.columns.totalDue, text: ({ totalDue }) => messages.money(totalDue) },
  { heading: columns.licenseId, text: ({ licenseId }) => licenseId },
];

const lineColumns: Column<InvoiceLine>[] = [
  { heading: columns.partNumber, text: ({ partNumber }) => partNumber ?? '' },
  { heading: messages.columns.description, text: ({ description }) => description },
  { heading: columns.quantity, text: ({ quantity }) => String(quantity) },
  { heading: messages.columns.unitPrice, text: ({ unitPrice }) => unitPrice },
  { heading: messages.columns.amount, text: ({ amount }) => amount },
];
