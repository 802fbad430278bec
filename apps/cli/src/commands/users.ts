import { listVlUsers, type VlUser } from '@muniment/contract/vl-users.ts';
import type { Command } from 'commander';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { commands } from '../help.ts';
import { printList } from '../list.ts';
import { listAll } from '../list-all.ts';
import { columns, messages, statusNames } from '../messages.ts';
import { instant, positiveNumber } from '../option-values.ts';
import { addFilterOptions, type FilterOptions, filterOf } from '../people-filter.ts';
import { namesOf } from '../role-names.ts';
import type { Column } from '../table.ts';

interface UsersOptions extends CommonOptions, FilterOptions {
  readonly at?: string;
  readonly limit?: number;
}

export function addUsers(program: Command, context: Context): void {
  const text = commands.users;
  addFilterOptions(addOrganizationCommand(program, 'users', text), text.options)
    .option('--at <time>', text.options.at, instant)
    .option('--limit <number>', text.options.limit, positiveNumber)
    .action((options: UsersOptions) => showUsers(context, options));
}

async function showUsers(context: Context, options: UsersOptions): Promise<void> {
  const session = await sessionFor(context, options);
  const { at } = options;
  const filter = { ...filterOf(options), ...(at === undefined ? {} : { asOf: at }) };
  let total = 0;
  const items = await listAll(async (page) => {
    const { body } = await session.call(listVlUsers, { query: { ...filter, ...page } });
    total = body.total;
    return body;
  }, options.limit);
  printList(context.terminal, options, { columns: userColumns, items, total, none: messages.noUsers });
}

/** @source M1 */
const userColumns: Column<VlUser>[] = [
  { heading: columns.displayName, text: ({ displayName }) => displayName },
  { heading: columns.status, text: ({ status }) => statusNames[status] },
  { heading: columns.signInEmail, text: ({ signInEmail }) => signInEmail },
  { heading: columns.businessEmail, text: ({ businessEmail }) => businessEmail },
  {
    heading: columns.roles,
    text: ({ roles, licenseIdCount }) => messages.rolesCell(namesOf(roles), licenseIdCount),
  },
];
