import { type WhoCan, whoCan } from '@muniment/contract/explain.ts';
import { ACTIONS, type Action } from '@muniment/domain/roles.ts';
import { type Command, Option } from 'commander';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { explainMessages } from '../explain-messages.ts';
import { commands } from '../help.ts';
import { printList } from '../list.ts';
import { listAll } from '../list-all.ts';
import { columns } from '../messages.ts';
import { instant, positiveNumber } from '../option-values.ts';
import { namesOf } from '../role-names.ts';
import type { Column } from '../table.ts';

interface WhoOptions extends CommonOptions {
  readonly action?: Action;
  readonly at?: string;
  readonly limit?: number;
}

export function addWho(program: Command, context: Context): void {
  const text = commands.who;
  addOrganizationCommand(program, 'who', text)
    .argument('<licenseId>', text.license)
    .addOption(new Option('--action <action>', text.options.action).choices(ACTIONS))
    .option('--at <time>', text.options.at, instant)
    .option('--limit <number>', text.options.limit, positiveNumber)
    .action((licenseId: string, options: WhoOptions) => listWho(context, licenseId, options));
}

/** @source B3, B4 */
async function listWho(context: Context, licenseId: string, options: WhoOptions): Promise<void> {
  const session = await sessionFor(context, options);
  const { action, at, limit } = options;
  const asked = {
    licenseId,
    ...(action === undefined ? {} : { action }),
    ...(at === undefined ? {} : { at }),
  };
  const items = await listAll(
    async (page) => (await session.call(whoCan, { query: { ...asked, ...page } })).body,
    limit,
  );
  const list = { columns: whoColumns, items, total: items.length, none: explainMessages.nobody };
  printList(context.terminal, options, list);
}

const whoColumns: Column<WhoCan>[] = [
  { heading: columns.displayName, text: ({ displayName }) => displayName },
  { heading: columns.signInEmail, text: ({ signInEmail }) => signInEmail },
  { heading: columns.roles, text: ({ roles }) => namesOf(roles) },
];
