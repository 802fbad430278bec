import {
  cancelReservation,
  exportReservations,
  getReservation,
  listReservations,
  RESERVATION_SORTS,
  type Reservation,
  type ReservationSort,
  reserveService,
} from '@muniment/contract/reservations.ts';
import { RESERVATION_STATUSES, type ReservationStatus } from '@muniment/domain/reservations.ts';
import { type Command, Option } from 'commander';
import { isConfirmed } from '../confirm.ts';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { saveCsv } from '../csv-file.ts';
import { printList } from '../list.ts';
import { listAll } from '../list-all.ts';
import { columns } from '../messages.ts';
import { calendarDay, positiveNumber } from '../option-values.ts';
import { printJson } from '../report.ts';
import { serviceHelp } from '../service-help.ts';
import { serviceMessages as messages } from '../service-messages.ts';
import type { Column } from '../table.ts';

interface ListOptions extends CommonOptions {
  readonly license?: string;
  readonly q?: string;
  readonly status?: ReservationStatus;
  readonly sort?: ReservationSort;
  readonly limit?: number;
  readonly csv?: string;
}

interface ReserveOptions extends CommonOptions {
  readonly license: string;
  readonly quantity: number;
  readonly country: string;
  readonly date: string;
  readonly yes?: true;
}

interface CancelOptions extends CommonOptions {
  readonly license: string;
  readonly reason: string;
  readonly yes?: true;
}

export function addReservations(services: Command, context: Context): void {
  const { reservations, reserve, cancel } = serviceHelp;
  addOrganizationCommand(services, 'reservations', reservations)
    .option('--license <id>', reservations.options.license)
    .option('--q <text>', reservations.options.q)
    .addOption(new Option('--status <status>', reservations.options.status).choices(RESERVATION_STATUSES))
    .addOption(new Option('--sort <order>', reservations.options.sort).choices(RESERVATION_SORTS))
    .option('--limit <number>', reservations.options.limit, positiveNumber)
    .option('--csv <file>', reservations.options.csv)
    .action((options: ListOptions) => listThem(context, options));
  addOrganizationCommand(services, 'reserve', reserve)
    .argument('<service>', reserve.service)
    .requiredOption('--license <id>', reserve.options.license)
    .requiredOption('--quantity <number>', reserve.options.quantity, positiveNumber)
    .requiredOption('--country <code>', reserve.options.country)
    .requiredOption('--date <day>', reserve.options.date, calendarDay)
    .option('--yes', reserve.options.yes)
    .action((service: string, options: ReserveOptions) => makeOne(context, service, options));
  addOrganizationCommand(services, 'cancel', cancel)
    .argument('<reservation>', cancel.reservation)
    .requiredOption('--license <id>', cancel.options.license)
    .requiredOption('--reason <text>', cancel.options.reason)
    .option('--yes', cancel.options.yes)
    .action((reservation: string, options: CancelOptions) => cancelOne(context, reservation, options));
}

/** The reservations under the license IDs on which one may reserve. @source W6 */
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
    const call = (signal: AbortSignal) => session.call(exportReservations, { query, signal });
    await saveCsv(context.terminal, options, csv, call);
    return;
  }
  let total = 0;
  const items = await listAll(async (page) => {
    const { body } = await session.call(listReservations, { query: { ...query, ...page } });
    total = body.total;
    return body;
  }, limit);
  printList(context.terminal, options, {
    columns: reservationColumns,
    items,
    total,
    none: messages.noReservations,
  });
}

async function makeOne(context: Context, partNumber: string, options: ReserveOptions): Promise<void> {
  const { license: licenseId, quantity, date, json } = options;
  const country = options.country.toUpperCase();
  const question = messages.reserving(partNumber, licenseId, quantity, country, date);
  if (!(await isConfirmed(context, options, question, messages.needsYes))) return;
  const session = await sessionFor(context, options);
  const { body } = await session.call(reserveService, {
    params: { licenseId },
    body: { partNumber, quantity, usageCountry: country, usageDate: date },
  });
  if (json) printJson(context.terminal, body);
  else context.terminal.print(messages.reserved(body));
}

async function cancelOne(context: Context, reservationId: string, options: CancelOptions): Promise<void> {
  const { license: licenseId, reason, json } = options;
  const session = await sessionFor(context, options);
  const params = { licenseId, reservationId };
  const { body: before } = await session.call(getReservation, { params });
  if (!(await isConfirmed(context, options, messages.canceling(before), messages.needsYes))) return;
  const { body } = await session.call(cancelReservation, { params, body: { reason } });
  if (json) printJson(context.terminal, body);
  else context.terminal.print(messages.canceled(body));
}

const reservationColumns: Column<Reservation>[] = [
  { heading: columns.reservation, text: ({ id }) => id },
  { heading: columns.product, text: ({ product }) => product },
  { heading: columns.licenseId, text: ({ licenseId }) => licenseId },
  { heading: columns.quantity, text: ({ quantity }) => String(quantity) },
  { heading: columns.country, text: ({ usageCountry }) => usageCountry },
  { heading: columns.usageDate, text: ({ usageDate }) => usageDate },
  { heading: columns.status, text: ({ status }) => messages.statuses[status] },
  { heading: columns.cancelableUntil, text: ({ cancelableUntil }) => cancelableUntil ?? '' },
];
