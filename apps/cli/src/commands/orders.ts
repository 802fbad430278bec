import {
  exportOrders,
  getOrder,
  listLicenseOrders,
  listOrders,
  ORDER_SORTS,
  type Order,
  type OrderLine,
  type OrderSort,
} from '@muniment/contract/orders.ts';
import { type Command, Option } from 'commander';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { orderMessages as messages } from '../contract-messages.ts';
import { saveCsv } from '../csv-file.ts';
import { commands } from '../help.ts';
import { printList } from '../list.ts';
import { listAll } from '../list-all.ts';
import { columns } from '../messages.ts';
import { calendarDay, positiveNumber } from '../option-values.ts';
import { printJson } from '../report.ts';
import { type Column, formatTable } from '../table.ts';
import { idUnder } from '../under-license.ts';

interface ListOptions extends CommonOptions {
  readonly license?: string;
  readonly q?: string;
  readonly from?: string;
  readonly to?: string;
  readonly sort?: OrderSort;
  readonly limit?: number;
  readonly csv?: string;
}

interface ShowOptions extends CommonOptions {
  readonly license: string;
}

export function addOrders(program: Command, context: Context): void {
  const { show, ...list } = commands.orders;
  const text = list.options;
  const orders = addOrganizationCommand(program, 'orders', list)
    .option('--license <id>', text.license)
    .option('--q <text>', text.q)
    .option('--from <day>', text.from, calendarDay)
    .option('--to <day>', text.to, calendarDay)
    .addOption(new Option('--sort <order>', text.sort).choices(ORDER_SORTS))
    .option('--limit <number>', text.limit, positiveNumber)
    .option('--csv <file>', text.csv)
    .action((options: ListOptions) => listThem(context, options));
  addOrganizationCommand(orders, 'show', show)
    .argument('<order>', show.order)
    .requiredOption('--license <id>', show.options.license)
    .action((order: string, options: ShowOptions) => showOne(context, order, options));
}

/** The orders under the license IDs on which one may view orders. @source W2 */
async function listThem(context: Context, options: ListOptions): Promise<void> {
  const { terminal } = context;
  const { license, q, from, to, sort, limit, csv } = options;
  const session = await sessionFor(context, options);
  const query = {
    ...(license === undefined ? {} : { licenseId: license }),
    ...(q === undefined ? {} : { q }),
    ...(from === undefined ? {} : { orderedFrom: from }),
    ...(to === undefined ? {} : { orderedTo: to }),
    ...(sort === undefined ? {} : { sort }),
  };
  if (csv !== undefined) {
    await saveCsv(terminal, options, csv, (signal) => session.call(exportOrders, { query, signal }));
    return;
  }
  let total = 0;
  const items = await listAll(async (page) => {
    const { body } = await session.call(listOrders, { query: { ...query, ...page } });
    total = body.total;
    return body;
  }, limit);
  printList(terminal, options, { columns: orderColumns, items, total, none: messages.none });
}

/** One order with its lines. @source W2 */
async function showOne(context: Context, order: string, options: ShowOptions): Promise<void> {
  const { terminal } = context;
  const licenseId = options.license;
  const session = await sessionFor(context, options);
  const orderId = await idUnder(order, messages.notFound(order, licenseId), async (page) => {
    const { body } = await session.call(listLicenseOrders, {
      params: { licenseId },
      query: { q: order, ...page },
    });
    return { ...body, items: body.items.map(({ id, resellerOrderNumber: number }) => ({ id, number })) };
  });
  const { body } = await session.call(getOrder, { params: { licenseId, orderId } });
  if (options.json) {
    printJson(terminal, body);
    return;
  }
  terminal.print(messages.heading(body));
  terminal.print('');
  terminal.print(formatTable(lineColumns, body.lines, (line) => terminal.style('bold', line)));
}

const orderColumns: Column<Order>[] = [
  { heading: columns.resellerOrderNumber, text: ({ resellerOrderNumber }) => resellerOrderNumber },
  { heading: columns.customerOrderNumber, text: ({ customerOrderNumber }) => customerOrderNumber ?? '' },
  { heading: columns.orderedOn, text: ({ orderedOn }) => orderedOn },
  { heading: columns.usageStartDate, text: ({ usageStartDate }) => usageStartDate ?? '' },
  { heading: columns.reseller, text: ({ reseller }) => reseller },
  { heading: columns.licenseId, text: ({ licenseId }) => licenseId },
  { heading: columns.lines, text: ({ lineCount }) => String(lineCount) },
];

const lineColumns: Column<OrderLine>[] = [
  { heading: columns.partNumber, text: ({ partNumber }) => partNumber },
  { heading: columns.product, text: ({ product }) => product },
  { heading: columns.quantity, text: ({ quantity }) => String(quantity) },
  { heading: columns.country, text: ({ country }) => country },
];
