import {
  activateHomeUse,
  BENEFIT_SORTS,
  type Benefit,
  type BenefitSort,
  deactivateHomeUse,
  exportBenefits,
  getBenefit,
  listBenefits,
} from '@muniment/contract/home-use.ts';
import { HOME_USE_STATES, type HomeUseState } from '@muniment/domain/home-use.ts';
import { type Command, Option } from 'commander';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { saveCsv } from '../csv-file.ts';
import { WrongUsage } from '../failure.ts';
import { commands } from '../help.ts';
import { homeUseMessages as messages } from '../home-use-messages.ts';
import { printList } from '../list.ts';
import { listAll } from '../list-all.ts';
import { columns, messages as general } from '../messages.ts';
import { positiveNumber } from '../option-values.ts';
import { printJson } from '../report.ts';
import type { Column } from '../table.ts';

interface ListOptions extends CommonOptions {
  readonly license?: string;
  readonly q?: string;
  readonly state?: HomeUseState;
  readonly sort?: BenefitSort;
  readonly limit?: number;
  readonly csv?: string;
}

export function addBenefits(program: Command, context: Context): void {
  const { show, activate, deactivate, ...list } = commands.benefits;
  const text = list.options;
  const benefits = addOrganizationCommand(program, 'benefits', list)
    .enablePositionalOptions()
    .option('--license <id>', text.license)
    .option('--q <text>', text.q)
    .addOption(new Option('--state <state>', text.state).choices(HOME_USE_STATES))
    .addOption(new Option('--sort <order>', text.sort).choices(BENEFIT_SORTS))
    .option('--limit <number>', text.limit, positiveNumber)
    .option('--csv <file>', text.csv)
    .action((options: ListOptions) => listThem(context, options));
  addOrganizationCommand(benefits, 'show', show)
    .argument('<license>', show.license)
    .action((license: string, options: CommonOptions) => showOne(context, license, options));
  addOrganizationCommand(benefits, 'activate', activate)
    .argument('<license>', activate.license)
    .action((license: string, options: CommonOptions) => activateOne(context, license, options));
  addOrganizationCommand(benefits, 'deactivate', deactivate)
    .argument('<license>', deactivate.license)
    .option('--yes', deactivate.options.yes)
    .action((license: string, options: CommonOptions & { readonly yes?: true }) =>
      deactivateOne(context, license, options),
    );
}

/** The Home Use Programs that one manages. @source W8 */
async function listThem(context: Context, options: ListOptions): Promise<void> {
  const { terminal } = context;
  const { license, q, state, sort, limit, csv } = options;
  const session = await sessionFor(context, options);
  const query = {
    ...(license === undefined ? {} : { licenseId: license }),
    ...(q === undefined ? {} : { q }),
    ...(state === undefined ? {} : { state }),
    ...(sort === undefined ? {} : { sort }),
  };
  if (csv !== undefined) {
    await saveCsv(terminal, options, csv, (signal) => session.call(exportBenefits, { query, signal }));
    return;
  }
  let total = 0;
  const items = await listAll(async (page) => {
    const { body } = await session.call(listBenefits, { query: { ...query, ...page } });
    total = body.total;
    return body;
  }, limit);
  printList(terminal, options, { columns: benefitColumns, items, total, none: messages.none });
}

/** One program, with its access code where it is active. @source W8 */
async function showOne(context: Context, licenseId: string, options: CommonOptions): Promise<void> {
  const session = await sessionFor(context, options);
  const { body } = await session.call(getBenefit, { params: { licenseId } });
  if (options.json) printJson(context.terminal, body);
  else for (const line of messages.details(body)) context.terminal.print(line);
}

/** Activates a program that is set up. @source W8 */
async function activateOne(context: Context, licenseId: string, options: CommonOptions): Promise<void> {
  const session = await sessionFor(context, options);
  const { body } = await session.call(activateHomeUse, { params: { licenseId } });
  if (options.json) printJson(context.terminal, body);
  else context.terminal.print(messages.activated(licenseId, body.accessCode ?? ''));
}

/** Deactivates a program: with `--yes` at once, otherwise after a yes. @source W8 */
async function deactivateOne(
  context: Context,
  licenseId: string,
  options: CommonOptions & { readonly yes?: true },
): Promise<void> {
  const { terminal } = context;
  if (!options.yes && !terminal.isInteractive) throw new WrongUsage(messages.needsYes);
  const session = await sessionFor(context, options);
  if (!options.yes) {
    const answer = (await terminal.ask(messages.ask(licenseId))).trim().toLowerCase();
    if (answer !== 'y' && answer !== 'yes') {
      context.endWith(1);
      terminal.note(general.nothingSaved);
      return;
    }
  }
  const { body } = await session.call(deactivateHomeUse, { params: { licenseId } });
  if (options.json) printJson(terminal, body);
  else terminal.print(messages.deactivated(licenseId));
}

const benefitColumns: Column<Benefit>[] = [
  { heading: columns.licenseId, text: ({ licenseId }) => licenseId },
  { heading: columns.name, text: ({ name }) => name },
  { heading: messages.columns.state, text: ({ state }) => messages.state[state] },
  { heading: messages.columns.used, text: ({ used, total }) => messages.usedOf(used, total) },
  { heading: columns.ends, text: ({ endDate }) => endDate },
];
