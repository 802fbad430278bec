import { type License, listLicenses } from '@muniment/contract/licenses.ts';
import { ACTIONS, type Action } from '@muniment/domain/roles.ts';
import { type Command, Option } from 'commander';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { commands } from '../help.ts';
import { printList } from '../list.ts';
import { listAll } from '../list-all.ts';
import { columns, messages } from '../messages.ts';
import { positiveNumber } from '../option-values.ts';
import { namesOf } from '../role-names.ts';
import type { Column } from '../table.ts';

interface LicensesOptions extends CommonOptions {
  readonly action?: Action;
  readonly q?: string;
  readonly soleAdministrator?: true;
  readonly limit?: number;
}

export function addLicenses(program: Command, context: Context): void {
  const text = commands.licenses;
  addOrganizationCommand(program, 'licenses', text)
    .addOption(new Option('--action <action>', text.options.action).choices(ACTIONS))
    .option('--q <text>', text.options.q)
    .option('--sole-administrator', text.options.soleAdministrator)
    .option('--limit <number>', text.options.limit, positiveNumber)
    .action((options: LicensesOptions) => showLicenses(context, options));
}

async function showLicenses(context: Context, options: LicensesOptions): Promise<void> {
  const session = await sessionFor(context, options);
  const { action, q, soleAdministrator } = options;
  const filter = {
    ...(action === undefined ? {} : { action }),
    ...(q === undefined ? {} : { q }),
    ...(soleAdministrator === undefined ? {} : { soleAdministrator }),
  };
  let total = 0;
  const items = await listAll(async (page) => {
    const { body } = await session.call(listLicenses, { query: { ...filter, ...page } });
    total = body.total;
    return body;
  }, options.limit);
  printList(context.terminal, options, { columns: licenseColumns, items, total, none: messages.noLicenses });
}

const licenseColumns: Column<License>[] = [
  { heading: columns.licenseId, text: ({ licenseId }) => licenseId },
  { heading: columns.name, text: ({ name }) => name },
  { heading: columns.program, text: ({ program }) => program },
  { heading: columns.ends, text: ({ endDate }) => endDate },
  { heading: columns.status, text: ({ status }) => messages.licenseStatus[status] },
  { heading: columns.yourRoles, text: ({ roles }) => namesOf(roles) },
  {
    heading: columns.administrators,
    text: ({ administrators }) =>
      administrators === null
        ? ''
        : messages.administrators(administrators.reachable, administrators.pending),
  },
];
