import {
  exportRedemptions,
  listLicenseRedemptions,
  listRedemptions,
  REDEMPTION_SORTS,
  REDEMPTION_STATUSES,
  type Redemption,
  type RedemptionSort,
  type RedemptionStatus,
  redeemOffer,
} from '@muniment/contract/redemptions.ts';
import { type Command, Option } from 'commander';
import { isConfirmed } from '../confirm.ts';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { saveCsv } from '../csv-file.ts';
import { printList } from '../list.ts';
import { listAll } from '../list-all.ts';
import { columns } from '../messages.ts';
import { positiveNumber } from '../option-values.ts';
import { printJson } from '../report.ts';
import { serviceHelp } from '../service-help.ts';
import { serviceMessages as messages } from '../service-messages.ts';
import type { Column } from '../table.ts';
import { idUnder } from '../under-license.ts';

interface ListOptions extends CommonOptions {
  readonly license?: string;
  readonly q?: string;
  readonly status?: RedemptionStatus;
  readonly sort?: RedemptionSort;
  readonly limit?: number;
  readonly csv?: string;
}

interface RedeemOptions extends CommonOptions {
  readonly license: string;
  readonly yes?: true;
}

export function addRedemptions(services: Command, context: Context): void {
  const { redemptions, redeem } = serviceHelp;
  addOrganizationCommand(services, 'redemptions', redemptions)
    .option('--license <id>', redemptions.options.license)
    .option('--q <text>', redemptions.options.q)
    .addOption(new Option('--status <status>', redemptions.options.status).choices(REDEMPTION_STATUSES))
    .addOption(new Option('--sort <order>', redemptions.options.sort).choices(REDEMPTION_SORTS))
    .option('--limit <number>', redemptions.options.limit, positiveNumber)
    .option('--csv <file>', redemptions.options.csv)
    .action((options: ListOptions) => listThem(context, options));
  addOrganizationCommand(services, 'redeem', redeem)
    .argument('<offer>', redeem.offer)
    .requiredOption('--license <id>', redeem.options.license)
    .option('--yes', redeem.options.yes)
    .action((offer: string, options: RedeemOptions) => redeemOne(context, offer, options));
}

/** What may be redeemed, or was, under the license IDs on which one may redeem. @source W6 */
async function listThem(context: Context, options: ListOptions): Promise<void> {
  const { license, q, status, sort, limit, csv } = options;
  const session = await sessionFor(context, options);
  const query = {
    ...(license === undefined ? {} : { licenseId: license }),
    ...(q === undefined ? {} : { q }),
    ...(status === undefined ? {} : { status }),
    ...(sort === undefined ? {} : { sort }),
  };
  if (csv !== undefined) {
    const call = (signal: AbortSignal) => session.call(exportRedemptions, { query, signal });
    await saveCsv(context.terminal, options, csv, call);
    return;
  }
  let total = 0;
  const items = await listAll(async (page) => {
    const { body } = await session.call(listRedemptions, { query: { ...query, ...page } });
    total = body.total;
    return body;
  }, limit);
  printList(context.terminal, options, {
    columns: redemptionColumns,
    items,
    total,
    none: messages.noRedemptions,
  });
}

async function redeemOne(context: Context, offer: string, options: RedeemOptions): Promise<void> {
  const { license: licenseId, json } = options;
  const session = await sessionFor(context, options);
  const redemptionId = await idUnder(offer, messages.notFound(offer, licenseId), async (page) => {
    const query = { q: offer, ...page };
    const { body } = await session.call(listLicenseRedemptions, { params: { licenseId }, query });
    return { ...body, items: body.items.map(({ id, offerNumber: number }) => ({ id, number })) };
  });
  if (!(await isConfirmed(context, options, messages.redeeming(offer, licenseId), messages.needsYes))) return;
  const { body } = await session.call(redeemOffer, { params: { licenseId, redemptionId } });
  if (json) printJson(context.terminal, body);
  else context.terminal.print(messages.redeemed(body));
}

const redemptionColumns: Column<Redemption>[] = [
  { heading: columns.offerNumber, text: ({ offerNumber }) => offerNumber },
  { heading: columns.product, text: ({ product }) => product },
  { heading: columns.licenseId, text: ({ licenseId }) => licenseId },
  { heading: columns.quantity, text: ({ quantity }) => String(quantity) },
  { heading: columns.status, text: ({ status }) => messages.statuses[status] },
  { heading: columns.when, text: ({ redeemedAt }) => redeemedAt ?? '' },
];
