import { listVlUsers, type VlUser } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { VL_USER_STATUSES, type VlUserStatus } from '@muniment/domain/vl-user-status.ts';
import { type Command, Option } from 'commander';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { commands } from '../help.ts';
import { printList } from '../list.ts';
import { listAll } from '../list-all.ts';
import { columns, messages, statusNames } from '../messages.ts';
import { positiveNumber, roleToFind } from '../option-values.ts';
import { namesOf } from '../role-names.ts';
import type { Column } from '../table.ts';

interface UsersOptions extends CommonOptions {
  readonly status?: VlUserStatus[];
  readonly role?: Role[];
  readonly license?: string;
  readonly q?: string;
  readonly limit?: number;
}

export function addUsers(program: Command, context: Context): void {
  const text = commands.users;
  addOrganizationCommand(program, 'users', text)
    .addOption(new Option('--status <status...>', text.options.status).choices(VL_USER_STATUSES))
    .addOption(new Option('--role <role...>', text.options.role).argParser(roleToFind))
    .option('--license <id>', text.options.license)
    .option('--q <text>', text.options.q)
    .option('--limit <number>', text.options.limit, positiveNumber)
    .action((options: UsersOptions) => showUsers(context, options));
}

async function showUsers(context: Context, options: UsersOptions): Promise<void> {
  const session = await sessionFor(context, options);
  const { status, role, license, q } = options;
  const filter = {
    ...(status === undefined ? {} : { status }),
    ...(role === undefined ? {} : { role }),
    ...(license === undefined ? {} : { licenseId: license }),
    ...(q === undefined ? {} : { q }),
  };
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
