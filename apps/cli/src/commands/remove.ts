import { ASSIGNMENTS_MAX, type AssignmentChangeRequest } from '@muniment/contract/assignment-changes.ts';
import {
  getVlUserAccess,
  type LicenseAccess,
  removeVlUser,
  type VlUser,
} from '@muniment/contract/vl-users.ts';
import type { Command } from 'commander';
import {
  type ChangeOptions,
  changeRoles,
  needsPreview,
  preview,
  requireConfirmation,
  wantedRolesSender,
} from '../change-roles.ts';
import { addOrganizationCommand, type Context, sessionFor } from '../context.ts';
import { WrongUsage } from '../failure.ts';
import { findVlUser } from '../find-vl-user.ts';
import { commands } from '../help.ts';
import { messages } from '../messages.ts';
import { printJson } from '../report.ts';
import type { Session } from '../session.ts';
import { showChange } from '../show-change.ts';
import { printable } from '../table.ts';

interface RemoveOptions extends ChangeOptions {
  readonly license?: string[];
  readonly reason?: string;
}

export function addRemove(program: Command, context: Context): void {
  const { options: text, user, ...about } = commands.remove;
  addOrganizationCommand(program, 'remove', about)
    .argument('<user>', user)
    .option('--license <id...>', text.license)
    .option('--reason <text>', text.reason)
    .option('--dry-run', text.dryRun)
    .option('--yes', text.yes)
    .action((who: string, options: RemoveOptions) => remove(context, who, options));
}

async function remove(context: Context, who: string, options: RemoveOptions): Promise<void> {
  const { license, reason } = options;
  if (license === undefined && reason !== undefined) throw new WrongUsage(messages.reasonWithoutLicense);
  requireConfirmation(context, options);
  const session = await sessionFor(context, options);
  const user = await findVlUser(session, who);
  const { body, etag } = await session.call(getVlUserAccess, { params: { vlUserId: user.id } });
  const held: Held = { user, access: body.items, etag };
  if (license === undefined) {
    await removeEverywhere(context, session, held, options);
    return;
  }
  const request = endingRoles(held, [...new Set(license)]);
  const change = { ...request, ...(reason === undefined ? {} : { reason }) };
  await changeRoles(context, options, wantedRolesSender(session, change));
}

/** A VL user with what they hold where the caller administers, and its version. */
interface Held {
  readonly user: VlUser;
  readonly access: readonly LicenseAccess[];
  readonly etag: string | null;
}

/** Ends all that is assigned on license IDs that the caller administers. @source M5, M9, I3 */
async function removeEverywhere(
  context: Context,
  session: Session,
  held: Held,
  options: RemoveOptions,
): Promise<void> {
  const { terminal } = context;
  const { user, access, etag } = held;
  const { roles, licenseIds } = assignedOf(access);
  const person = printable(user.displayName);
  if (licenseIds.length === 0) {
    if (options.json) printJson(terminal, { vlUserId: user.id, removed: false });
    else terminal.print(messages.nothingAssigned(person));
    return;
  }
  if (needsPreview(options)) {
    const request = endingRoles(held, licenseIds.slice(0, ASSIGNMENTS_MAX));
    const lines = consequences(held, roles, licenseIds.length);
    const shown = { question: messages.askRemove, lines, show: showChange };
    if (!(await preview(context, options, wantedRolesSender(session, request), shown))) return;
  }
  await session.call(removeVlUser, {
    params: { vlUserId: user.id },
    ...(etag === null ? {} : { ifMatch: etag }),
  });
  if (options.json) printJson(terminal, { vlUserId: user.id, removed: true });
  else terminal.print(messages.removed(person, roles, licenseIds.length));
}

/** How many roles are assigned, and on which license IDs. */
function assignedOf(access: readonly LicenseAccess[]): { roles: number; licenseIds: string[] } {
  const assigned = access.map(({ licenseId, roles }) => ({
    licenseId,
    count: roles.filter(({ origin }) => origin === 'assigned').length,
  }));
  return {
    roles: assigned.reduce((sum, { count }) => sum + count, 0),
    licenseIds: assigned.filter(({ count }) => count > 0).map(({ licenseId }) => licenseId),
  };
}

function consequences({ user, access }: Held, roles: number, licenseIds: number): string[] {
  const inherited = access.filter((one) => one.roles.some(({ origin }) => origin === 'inherited'));
  const isPending = user.status === 'invitation-sent' || user.status === 'invitation-expired';
  return [
    messages.removing(printable(user.displayName), roles, licenseIds),
    inherited.length > 0
      ? messages.keepsInherited(inherited.map(({ licenseId }) => licenseId))
      : messages.leavesList,
    ...(isPending ? [messages.invitationShrinks] : []),
  ];
}

function endingRoles({ user, etag }: Held, licenseIds: readonly string[]): AssignmentChangeRequest {
  return {
    assignments: licenseIds.map((licenseId) => ({ user: { vlUserId: user.id }, licenseId, roles: [] })),
    ...(etag === null ? {} : { expected: [{ vlUserId: user.id, etag }] }),
  };
}
