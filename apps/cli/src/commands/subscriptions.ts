import {
  changeSubscription,
  exportSubscriptions,
  getSubscription,
  listLicenseSubscriptions,
  listSubscriptions,
  SUBSCRIPTION_SORTS,
  SUBSCRIPTION_STATUSES,
  type Subscription,
  type SubscriptionSort,
  type SubscriptionStatus,
} from '@muniment/contract/subscriptions.ts';
import { type Command, Option } from 'commander';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { subscriptionMessages as messages } from '../contract-messages.ts';
import { saveCsv } from '../csv-file.ts';
import { WrongUsage } from '../failure.ts';
import { commands } from '../help.ts';
import { printList } from '../list.ts';
import { listAll } from '../list-all.ts';
import { columns, messages as general } from '../messages.ts';
import { positiveNumber } from '../option-values.ts';
import { printJson } from '../report.ts';
import type { Column } from '../table.ts';
import { idUnder } from '../under-license.ts';

interface ListOptions extends CommonOptions {
  readonly license?: string;
  readonly q?: string;
  readonly status?: SubscriptionStatus;
  readonly sort?: SubscriptionSort;
  readonly limit?: number;
  readonly csv?: string;
}

interface SetOptions extends CommonOptions {
  readonly license: string;
  readonly quantity?: number;
  readonly autoRenew?: 'on' | 'off';
  readonly yes?: true;
}

export function addSubscriptions(program: Command, context: Context): void {
  const { set, ...list } = commands.subscriptions;
  const text = list.options;
  const subscriptions = addOrganizationCommand(program, 'subscriptions', list)
    .option('--license <id>', text.license)
    .option('--q <text>', text.q)
    .addOption(new Option('--status <status>', text.status).choices(SUBSCRIPTION_STATUSES))
    .addOption(new Option('--sort <order>', text.sort).choices(SUBSCRIPTION_SORTS))
    .option('--limit <number>', text.limit, positiveNumber)
    .option('--csv <file>', text.csv)
    .action((options: ListOptions) => listThem(context, options));
  addOrganizationCommand(subscriptions, 'set', set)
    .argument('<subscription>', set.subscription)
    .requiredOption('--license <id>', set.options.license)
    .option('--quantity <number>', set.options.quantity, positiveNumber)
    .addOption(new Option('--auto-renew <state>', set.options.autoRenew).choices(['on', 'off']))
    .option('--yes', set.options.yes)
    .action((subscription: string, options: SetOptions) => change(context, subscription, options));
}

/** The subscriptions under the license IDs on which one may manage them. @source W7 */
async function listThem(context: Context, options: ListOptions): Promise<void> {
  const { terminal } = context;
  const { license, q, status, sort, limit, csv } = options;
  const session = await sessionFor(context, options);
  const query = {
    ...(license === undefined ? {} : { licenseId: license }),
    ...(q === undefined ? {} : { q }),
    ...(status === undefined ? {} : { status }),
    ...(sort === undefined ? {} : { sort }),
  };
  if (csv !== undefined) {
    await saveCsv(terminal, options, csv, (signal) => session.call(exportSubscriptions, { query, signal }));
    return;
  }
  let total = 0;
  const items = await listAll(async (page) => {
    const { body } = await session.call(listSubscriptions, { query: { ...query, ...page } });
    total = body.total;
    return body;
  }, limit);
  printList(terminal, options, {
    columns: subscriptionColumns,
    items,
    total,
    none: messages.none,
  });
}

/** Asks for another quantity or for auto-renew: with `--yes` at once, otherwise after a yes. @source W7 */
async function change(context: Context, name: string, options: SetOptions): Promise<void> {
  const { terminal } = context;
  const { license: licenseId, quantity, autoRenew, yes, json } = options;
  if (quantity === undefined && autoRenew === undefined) throw new WrongUsage(messages.nothingToSet);
  if (!yes && !terminal.isInteractive) throw new WrongUsage(messages.needsYes);
  const session = await sessionFor(context, options);
  const notFound = messages.notFound(name, licenseId);
  const subscriptionId = await idUnder(name, notFound, async (page) => {
    const query = { q: name, ...page };
    const { body } = await session.call(listLicenseSubscriptions, { params: { licenseId }, query });
    return { ...body, items: body.items.map(({ id, subscriptionNumber: number }) => ({ id, number })) };
  });
  const params = { licenseId, subscriptionId };
  const { body: before, etag } = await session.call(getSubscription, { params });
  const wanted = {
    ...(quantity === undefined ? {} : { quantity }),
    ...(autoRenew === undefined ? {} : { autoRenew: autoRenew === 'on' }),
  };
  if (!yes) {
    // With --json the answer alone goes to standard output; the question stands beside it.
    const print = json ? terminal.note : terminal.print;
    for (const line of messages.setting(before, wanted)) print(line);
    const answer = (await terminal.ask(messages.ask)).trim().toLowerCase();
    if (answer !== 'y' && answer !== 'yes') {
      context.endWith(1);
      terminal.note(general.nothingSaved);
      return;
    }
  }
  const { body: after } = await session.call(changeSubscription, {
    params,
    body: wanted,
    ...(etag === null ? {} : { ifMatch: etag }),
  });
  if (json) printJson(terminal, after);
  else terminal.print(messages.set(after));
}

const subscriptionColumns: Column<Subscription>[] = [
  { heading: columns.product, text: ({ product }) => product },
  { heading: columns.licenseId, text: ({ licenseId }) => licenseId },
  { heading: columns.subscription, text: ({ subscriptionNumber }) => subscriptionNumber },
  {
    heading: columns.assigned,
    text: ({ assigned, quantity }) => messages.assignedOf(assigned, quantity),
  },
  { heading: columns.status, text: ({ status }) => messages.status[status] },
  { heading: columns.renewsOrEnds, text: ({ endsOn }) => endsOn },
  { heading: columns.autoRenew, text: ({ autoRenew }) => messages.onOrOff(autoRenew) },
  { heading: columns.requested, text: ({ requested }) => messages.requested(requested) },
];
