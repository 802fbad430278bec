import {
  exportLicenses,
  getLicense,
  LICENSE_SORTS,
  LICENSE_STATUSES,
  type License,
  type LicenseSort,
  listLicenses,
} from '@muniment/contract/licenses.ts';
import { ACTIONS, type Action } from '@muniment/domain/roles.ts';
import { type Command, Option } from 'commander';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { contractInWords } from '../contract-in-words.ts';
import { saveCsv } from '../csv-file.ts';
import { commands } from '../help.ts';
import { printList } from '../list.ts';
import { listAll } from '../list-all.ts';
import { columns, messages } from '../messages.ts';
import { positiveNumber } from '../option-values.ts';
import { printJson } from '../report.ts';
import { namesOf } from '../role-names.ts';
import type { Column } from '../table.ts';

interface LicensesOptions extends CommonOptions {
  readonly action?: Action;
  readonly q?: string;
  readonly soleAdministrator?: true;
  readonly status?: License['status'][];
  readonly sort?: LicenseSort;
  readonly limit?: number;
  readonly csv?: string;
}

export function addLicenses(program: Command, context: Context): void {
  const { show, ...text } = commands.licenses;
  const licenses = addOrganizationCommand(program, 'licenses', text)
    .addOption(new Option('--action <action>', text.options.action).choices(ACTIONS))
    .option('--q <text>', text.options.q)
    .option('--sole-administrator', text.options.soleAdministrator)
    .addOption(new Option('--status <status...>', text.options.status).choices(LICENSE_STATUSES))
    .addOption(new Option('--sort <order>', text.options.sort).choices(LICENSE_SORTS))
    .option('--limit <number>', text.options.limit, positiveNumber)
    .option('--csv <file>', text.options.csv)
    .action((options: LicensesOptions) => listThem(context, options));
  addOrganizationCommand(licenses, 'show', show)
    .argument('<license-id>', show.licenseId)
    .action((licenseId: string, options: CommonOptions) => showOne(context, licenseId, options));
}

/** The license IDs on which one holds a role. @source W1 */
async function listThem(context: Context, options: LicensesOptions): Promise<void> {
  const { terminal } = context;
  const session = await sessionFor(context, options);
  const { action, q, soleAdministrator, status, sort, csv } = options;
  const query = {
    ...(action === undefined ? {} : { action }),
    ...(q === undefined ? {} : { q }),
    ...(soleAdministrator === undefined ? {} : { soleAdministrator }),
    ...(status === undefined ? {} : { status }),
    ...(sort === undefined ? {} : { sort }),
  };
  if (csv !== undefined) {
    await saveCsv(terminal, options, csv, (signal) => session.call(exportLicenses, { query, signal }));
    return;
  }
  let total = 0;
  const items = await listAll(async (page) => {
    const { body } = await session.call(listLicenses, { query: { ...query, ...page } });
    total = body.total;
    return body;
  }, options.limit);
  printList(terminal, options, { columns: licenseColumns, items, total, none: messages.noLicenses });
}

/** What one contract is. @source W1 */
async function showOne(context: Context, licenseId: string, options: CommonOptions): Promise<void> {
  const { terminal } = context;
  const session = await sessionFor(context, options);
  const { body } = await session.call(getLicense, { params: { licenseId } });
  if (options.json) printJson(terminal, body);
  else terminal.print(contractInWords(body));
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
