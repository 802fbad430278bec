import {
  exportServices,
  listServices,
  type OnlineService,
  SERVICE_SORTS,
  type ServiceSort,
} from '@muniment/contract/online-services.ts';
import { type Command, Option } from 'commander';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { saveCsv } from '../csv-file.ts';
import { printList } from '../list.ts';
import { listAll } from '../list-all.ts';
import { columns } from '../messages.ts';
import { positiveNumber } from '../option-values.ts';
import { serviceHelp } from '../service-help.ts';
import { serviceMessages as messages } from '../service-messages.ts';
import type { Column } from '../table.ts';
import { addActivations } from './service-activations.ts';
import { addRedemptions } from './service-redemptions.ts';
import { addReservations } from './service-reservations.ts';

interface ListOptions extends CommonOptions {
  readonly license?: string;
  readonly q?: string;
  readonly sort?: ServiceSort;
  readonly limit?: number;
  readonly csv?: string;
}

export function addServices(program: Command, context: Context): void {
  const text = serviceHelp.options;
  const services = addOrganizationCommand(program, 'services', serviceHelp)
    .option('--license <id>', text.license)
    .option('--q <text>', text.q)
    .addOption(new Option('--sort <order>', text.sort).choices(SERVICE_SORTS))
    .option('--limit <number>', text.limit, positiveNumber)
    .option('--csv <file>', text.csv)
    .action((options: ListOptions) => listThem(context, options));
  addReservations(services, context);
  addActivations(services, context);
  addRedemptions(services, context);
}

/** The online services that one may reserve. @source W6 */
async function listThem(context: Context, options: ListOptions): Promise<void> {
  const { license, q, sort, limit, csv } = options;
  const session = await sessionFor(context, options);
  const query = {
    ...(license === undefined ? {} : { licenseId: license }),
    ...(q === undefined ? {} : { q }),
    ...(sort === undefined ? {} : { sort }),
  };
  if (csv !== undefined) {
    const call = (signal: AbortSignal) => session.call(exportServices, { query, signal });
    await saveCsv(context.terminal, options, csv, call);
    return;
  }
  let total = 0;
  const items = await listAll(async (page) => {
    const { body } = await session.call(listServices, { query: { ...query, ...page } });
    total = body.total;
    return body;
  }, limit);
  printList(context.terminal, options, {
    columns: serviceColumns,
    items,
    total,
    none: messages.noServices,
  });
}

const serviceColumns: Column<OnlineService>[] = [
  { heading: columns.partNumber, text: ({ partNumber }) => partNumber },
  { heading: columns.product, text: ({ product }) => product },
  { heading: columns.licenseId, text: ({ licenseId }) => licenseId },
  { heading: columns.seats, text: ({ seats }) => String(seats) },
  { heading: columns.ends, text: ({ endsOn }) => endsOn ?? '' },
  { heading: columns.reservableFor, text: messages.days },
];
