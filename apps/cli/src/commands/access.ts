import { getVlUserAccess, type LicenseAccess } from '@muniment/contract/vl-users.ts';
import { ROLE_TABLE } from '@muniment/domain/roles.ts';
import type { Command } from 'commander';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { findVlUser } from '../find-vl-user.ts';
import { commands } from '../help.ts';
import { columns, messages, statusNames } from '../messages.ts';
import { instant } from '../option-values.ts';
import { printJson } from '../report.ts';
import { type Column, formatTable, printable } from '../table.ts';

export function addAccess(program: Command, context: Context): void {
  const text = commands.access;
  addOrganizationCommand(program, 'access', text)
    .argument('<user>', text.user)
    .option('--at <time>', text.options.at, instant)
    .action((user: string, options: AccessOptions) => showAccess(context, user, options));
}

interface AccessOptions extends CommonOptions {
  readonly at?: string;
}

async function showAccess(context: Context, text: string, options: AccessOptions): Promise<void> {
  const { terminal } = context;
  const session = await sessionFor(context, options);
  const past = options.at === undefined ? {} : { asOf: options.at };
  const user = await findVlUser(session, text, past);
  const { body } = await session.call(getVlUserAccess, { params: { vlUserId: user.id }, query: past });
  if (options.json) {
    printJson(terminal, body);
    return;
  }
  const name = terminal.style('bold', printable(user.displayName));
  terminal.print(`${name} <${printable(user.signInEmail)}>, ${statusNames[user.status]}`);
  if (body.items.length === 0) {
    terminal.note(messages.noAccess);
    return;
  }
  const rows = body.items.flatMap((license) => license.roles.map((role) => ({ license, role })));
  terminal.print(formatTable(roleColumns, rows, (line) => terminal.style('bold', line)));
}

interface Row {
  readonly license: LicenseAccess;
  readonly role: LicenseAccess['roles'][number];
}

const roleColumns: Column<Row>[] = [
  { heading: columns.licenseId, text: ({ license }) => license.licenseId },
  { heading: columns.name, text: ({ license }) => license.name },
  { heading: columns.role, text: ({ role }) => ROLE_TABLE[role.role].name },
  { heading: columns.origin, text: ({ role }) => messages.origin[role.origin] },
  { heading: columns.starts, text: ({ role }) => timeOf(role.startsAt) },
  { heading: columns.ends, text: ({ role }) => timeOf(role.endsAt) },
  { heading: columns.status, text: ({ role }) => statusNames[role.status] },
];

/** RFC 3339 to the minute, in UTC, which says so itself. */
function timeOf(instant: string | null): string {
  return instant === null ? messages.noEnd : instant.replace(/^(.{16}).*$/, '$1Z');
}
