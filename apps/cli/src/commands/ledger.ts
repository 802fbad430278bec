import { LEDGER_CHAINS, type LedgerEntry, listLedger, verifyLedger } from '@muniment/contract/ledger.ts';
import { type Command, Option } from 'commander';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { commands } from '../help.ts';
import { printList } from '../list.ts';
import { listAll } from '../list-all.ts';
import { columns, messages } from '../messages.ts';
import { positiveNumber } from '../option-values.ts';
import { printJson } from '../report.ts';
import type { Column } from '../table.ts';

/** As many as are shown where no limit is named. */
const SHOWN = 50;

interface ListOptions extends CommonOptions {
  readonly chain?: (typeof LEDGER_CHAINS)[number];
  readonly license?: string;
  readonly limit?: number;
}

export function addLedger(program: Command, context: Context): void {
  const text = commands.ledger;
  const ledger = program.command('ledger').description(text.about);
  addOrganizationCommand(ledger, 'verify', { about: text.verify, examples: text.examples }).action(
    (options: CommonOptions) => verify(context, options),
  );
  addOrganizationCommand(ledger, 'list', text.list)
    .addOption(new Option('--chain <chain>', text.list.options.chain).choices(LEDGER_CHAINS))
    .option('--license <id>', text.list.options.license)
    .option('--limit <number>', text.list.options.limit, positiveNumber)
    .action((options: ListOptions) => list(context, options));
}

/** What happened on license IDs that one administers, the newest first. @source B5 */
async function list(context: Context, options: ListOptions): Promise<void> {
  const session = await sessionFor(context, options);
  const { chain, license, limit = SHOWN } = options;
  const filter = {
    ...(chain === undefined ? {} : { chain }),
    ...(license === undefined ? {} : { licenseId: license }),
  };
  const items = await listAll(
    async (page) => (await session.call(listLedger, { query: { ...filter, ...page } })).body,
    limit,
  );
  const { terminal } = context;
  printList(terminal, options, {
    columns: entryColumns,
    items,
    total: items.length,
    none: messages.noEntries,
  });
}

const entryColumns: Column<LedgerEntry>[] = [
  { heading: columns.when, text: ({ at }) => at },
  { heading: columns.event, text: ({ event }) => event },
  { heading: columns.by, text: ({ actor }) => actor.id ?? actor.kind },
  { heading: columns.what, text: ({ details }) => JSON.stringify(details) },
];

/** A broken chain ends with 1, so that a scheduled check is heard. @source B5 */
async function verify(context: Context, options: CommonOptions): Promise<void> {
  const { terminal } = context;
  const session = await sessionFor(context, options);
  const { body } = await session.call(verifyLedger, {});
  if (!body.whole) context.endWith(1);
  if (options.json) printJson(terminal, body);
  else if (body.whole) terminal.print(messages.ledgerWhole(body.head, body.disclosuresHead));
  else terminal.print(terminal.style('red', messages.ledgerBroken));
}
