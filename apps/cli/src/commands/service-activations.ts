import {
  ACTIVATION_SORTS,
  type Activation,
  type ActivationSort,
  activateService,
  exportActivations,
  listActivations,
} from '@muniment/contract/activations.ts';
import { ACTIVATION_CHOICES, type ActivationChoice } from '@muniment/domain/activations.ts';
import { readProductKey } from '@muniment/domain/product-key.ts';
import { type Command, Option } from 'commander';
import { isConfirmed } from '../confirm.ts';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { saveCsv } from '../csv-file.ts';
import { Failure } from '../failure.ts';
import { printList } from '../list.ts';
import { listAll } from '../list-all.ts';
import { columns } from '../messages.ts';
import { positiveNumber } from '../option-values.ts';
import { printJson } from '../report.ts';
import { serviceHelp } from '../service-help.ts';
import { serviceMessages as messages } from '../service-messages.ts';
import type { Column } from '../table.ts';

interface ListOptions extends CommonOptions {
  readonly license?: string;
  readonly q?: string;
  readonly sort?: ActivationSort;
  readonly limit?: number;
  readonly csv?: string;
}

interface ActivateOptions extends CommonOptions {
  readonly license: string;
  readonly choice: ActivationChoice;
  readonly yes?: true;
}

export function addActivations(services: Command, context: Context): void {
  const { activations, activate } = serviceHelp;
  addOrganizationCommand(services, 'activations', activations)
    .option('--license <id>', activations.options.license)
    .option('--q <text>', activations.options.q)
    .addOption(new Option('--sort <order>', activations.options.sort).choices(ACTIVATION_SORTS))
    .option('--limit <number>', activations.options.limit, positiveNumber)
    .option('--csv <file>', activations.options.csv)
    .action((options: ListOptions) => listThem(context, options));
  addOrganizationCommand(services, 'activate', activate)
    .requiredOption('--license <id>', activate.options.license)
    .addOption(
      new Option('--choice <choice>', activate.options.choice)
        .choices(ACTIVATION_CHOICES)
        .makeOptionMandatory(),
    )
    .option('--yes', activate.options.yes)
    .action((options: ActivateOptions) => useOne(context, options));
}

/** Keys that were used under the license IDs on which one may activate. @source W6 */
async function listThem(context: Context, options: ListOptions): Promise<void> {
  const { license, q, sort, limit, csv } = options;
  const session = await sessionFor(context, options);
  const query = {
    ...(license === undefined ? {} : { licenseId: license }),
    ...(q === undefined ? {} : { q }),
    ...(sort === undefined ? {} : { sort }),
  };
  if (csv !== undefined) {
    const call = (signal: AbortSignal) => session.call(exportActivations, { query, signal });
    await saveCsv(context.terminal, options, csv, call);
    return;
  }
  let total = 0;
  const items = await listAll(async (page) => {
    const { body } = await session.call(listActivations, { query: { ...query, ...page } });
    total = body.total;
    return body;
  }, limit);
  printList(context.terminal, options, {
    columns: activationColumns,
    items,
    total,
    none: messages.noActivations,
  });
}

/** Uses a key, which is no argument: others on this machine could read it there. @source W6 */
async function useOne(context: Context, options: ActivateOptions): Promise<void> {
  const { terminal } = context;
  const { license: licenseId, choice, json } = options;
  const typed = terminal.isInteractive ? await terminal.ask(messages.askKey) : await terminal.readInput();
  const read = readProductKey(typed);
  if (read.kind !== 'key') {
    throw new Failure('product-key-invalid', messages.keyWrong(read.group), messages.keyHint);
  }
  if (!(await isConfirmed(context, options, messages.using(licenseId, choice), messages.needsYes))) return;
  const session = await sessionFor(context, options);
  const { body } = await session.call(activateService, {
    params: { licenseId },
    body: { key: read.key, choice },
  });
  if (json) printJson(terminal, body);
  else terminal.print(messages.used(body));
}

const activationColumns: Column<Activation>[] = [
  { heading: columns.when, text: ({ activatedAt }) => activatedAt },
  { heading: columns.product, text: ({ product }) => product },
  { heading: columns.licenseId, text: ({ licenseId }) => licenseId },
  { heading: columns.lastFive, text: ({ lastFive }) => lastFive },
  { heading: columns.what, text: ({ choice }) => messages.choices[choice] },
  { heading: columns.seats, text: ({ seats }) => String(seats) },
  { heading: columns.ends, text: ({ endsOn }) => endsOn ?? '' },
];
