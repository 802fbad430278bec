import type { AssignmentChangeRequest, WantedUser } from '@muniment/contract/assignment-changes.ts';
import { getVlUserAccess, type VlUser } from '@muniment/contract/vl-users.ts';
import { type Command, Option } from 'commander';
import { type ChangeOptions, changeRoles, requireConfirmation, wantedRolesSender } from '../change-roles.ts';
import { addOrganizationCommand, type Context, sessionFor } from '../context.ts';
import { Failure, WrongUsage } from '../failure.ts';
import { searchVlUser } from '../find-vl-user.ts';
import { commands } from '../help.ts';
import { messages } from '../messages.ts';
import { instant, instantOrNever, NEVER } from '../option-values.ts';
import type { Session } from '../session.ts';
import { type RoleWish, wantedRoles } from '../wanted-roles.ts';

interface AssignOptions extends ChangeOptions {
  readonly license: string[];
  readonly role: string[];
  readonly add?: true;
  readonly take?: true;
  readonly name?: string;
  readonly businessEmail?: string;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly reason?: string;
}

export function addAssign(program: Command, context: Context): void {
  const { options: text, user, ...about } = commands.assign;
  addOrganizationCommand(program, 'assign', about)
    .argument('<user>', user)
    .requiredOption('--license <id...>', text.license)
    .requiredOption('--role <role...>', text.role)
    .addOption(new Option('--add', text.add).conflicts('take'))
    .addOption(new Option('--take', text.take).conflicts('add'))
    .option('--name <name>', text.name)
    .option('--business-email <email>', text.businessEmail)
    .option('--starts-at <time>', text.startsAt, instant)
    .option('--ends-at <time>', text.endsAt, instantOrNever)
    .option('--reason <text>', text.reason)
    .option('--dry-run', text.dryRun)
    .option('--yes', text.yes)
    .action((who: string, options: AssignOptions) => assign(context, who, options));
}

async function assign(context: Context, who: string, options: AssignOptions): Promise<void> {
  const { startsAt, reason } = options;
  const endsAt = options.endsAt === NEVER ? null : options.endsAt;
  const mode = options.take ? 'take' : options.add ? 'add' : 'set';
  if (mode === 'take' && (startsAt !== undefined || endsAt !== undefined)) {
    throw new WrongUsage(messages.periodWithoutGiving);
  }
  requireConfirmation(context, options);

  const session = await sessionFor(context, options);
  const wish: RoleWish = { mode, licenseIds: options.license, roles: options.role, startsAt, endsAt };
  const { user, near } = await searchVlUser(session, who);
  if (user === null && mode === 'take') {
    const detail = near.length > 0 ? messages.businessEmailOf(near) : messages.whoIsThere;
    throw new Failure('vl-user-not-found', messages.userNotFound(who), detail);
  }
  const named = wantedUser(user, who, options);
  const request = user === null ? withoutRoles(named, wish) : await onTopOf(session, user, named, wish);
  const change = { ...request, ...(reason === undefined ? {} : { reason }) };
  await changeRoles(context, options, wantedRolesSender(session, change));
}

/** Somebody whom the caller does not see holds nothing on the license IDs that the caller administers. */
function withoutRoles(user: WantedUser, wish: RoleWish): AssignmentChangeRequest {
  return { assignments: wantedRoles([], wish).map((pair) => ({ user, ...pair })) };
}

/** Sends along what was read, so that what somebody else changes meanwhile is refused, and not overwritten. */
async function onTopOf(
  session: Session,
  { id }: VlUser,
  user: WantedUser,
  wish: RoleWish,
): Promise<AssignmentChangeRequest> {
  const { body, etag } = await session.call(getVlUserAccess, { params: { vlUserId: id } });
  return {
    assignments: wantedRoles(body.items, wish).map((pair) => ({ user, ...pair })),
    ...(etag === null ? {} : { expected: [{ vlUserId: id, etag }] }),
  };
}

function wantedUser(user: VlUser | null, who: string, { name, businessEmail }: AssignOptions): WantedUser {
  if (user !== null && businessEmail === undefined) return { vlUserId: user.id };
  return {
    signInEmail: user?.signInEmail ?? who,
    ...(businessEmail === undefined ? {} : { businessEmail }),
    ...(name === undefined ? {} : { displayName: name }),
  };
}
