import {
  type BulkChangeAnswer,
  type BulkChangeRequest,
  changeInBulk,
} from '@muniment/contract/bulk-changes.ts';
import { type Command, Option } from 'commander';
import {
  type ChangeOptions,
  changeRoles,
  requireConfirmation,
  type Send,
  withRolesHint,
} from '../change-roles.ts';
import { addPeopleOptions, choosePeople, type PeopleOptions, requirePeople } from '../choose-people.ts';
import { addOrganizationCommand, type Context, sessionFor } from '../context.ts';
import { WrongUsage } from '../failure.ts';
import { commands } from '../help.ts';
import { messages } from '../messages.ts';
import type { Session } from '../session.ts';
import { showBulkChange } from '../show-bulk-change.ts';
import { addSendAgain } from './bulk-send.ts';

interface BulkOptions extends ChangeOptions, PeopleOptions {
  readonly reason?: string;
}

interface AddOptions extends BulkOptions {
  readonly role: string[];
  readonly license: string[];
}

interface RemoveOptions extends BulkOptions {
  readonly role?: string[];
  readonly license?: string[];
  readonly allRoles?: true;
}

/** Adds the commands that change many people at once. @source B8 */
export function addBulk(program: Command, context: Context): void {
  const text = commands.bulk;
  const bulk = program.command('bulk').description(text.about);
  const add = addOrganizationCommand(bulk, 'add', text.add)
    .requiredOption('--role <role...>', text.options.role)
    .requiredOption('--license <id...>', text.options.license);
  addCommon(add).action((options: AddOptions) =>
    change(context, options, { add: { roles: options.role, licenseIds: options.license } }),
  );
  const remove = addOrganizationCommand(bulk, 'remove', text.remove)
    .addOption(new Option('--role <role...>', text.options.role).conflicts('allRoles'))
    .addOption(new Option('--license <id...>', text.options.onlyLicense).conflicts('allRoles'))
    .option('--all-roles', text.options.allRoles);
  addCommon(remove).action((options: RemoveOptions) => change(context, options, endingOf(options)));
  addSendAgain(bulk, context, 'resend');
  addSendAgain(bulk, context, 'reset');
}

function addCommon(command: Command): Command {
  const text = commands.bulk.options;
  return addPeopleOptions(command)
    .option('--reason <text>', text.reason)
    .option('--dry-run', text.dryRun)
    .option('--yes', text.yes);
}

function endingOf({ role, license, allRoles }: RemoveOptions): Act {
  if (allRoles) return { removePeople: true };
  if (role === undefined) throw new WrongUsage(messages.rolesToRemove);
  return { remove: { roles: role, ...(license === undefined ? {} : { licenseIds: license }) } };
}

type Act = Pick<BulkChangeRequest, 'add' | 'remove' | 'removePeople'>;

async function change(context: Context, options: BulkOptions, act: Act): Promise<void> {
  requirePeople(options);
  requireConfirmation(context, options);
  const session = await sessionFor(context, options);
  const { people, count } = await choosePeople(session, options);
  const { reason } = options;
  // As many as were counted just now, or shown: whoever comes to match meanwhile is not changed unseen.
  const request = { people, expectedPeople: count, ...act, ...(reason === undefined ? {} : { reason }) };
  if (!options.json) context.terminal.note(messages.chosen(count));
  await changeRoles(context, options, senderOf(session, request), showBulkChange);
}

function senderOf(session: Session, request: BulkChangeRequest): Send<BulkChangeAnswer> {
  return ({ dryRun }) =>
    withRolesHint(session, async () => {
      const body = dryRun ? { ...request, dryRun } : request;
      return (await session.call(changeInBulk, { body })).body;
    });
}
