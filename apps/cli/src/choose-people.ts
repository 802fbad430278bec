import type { PeopleSelection } from '@muniment/contract/selections.ts';
import { listVlUsers } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { VL_USER_STATUSES, type VlUserStatus } from '@muniment/domain/vl-user-status.ts';
import { type Command, Option } from 'commander';
import { WrongUsage } from './failure.ts';
import { findVlUser } from './find-vl-user.ts';
import { peopleOfBulk } from './help.ts';
import { messages } from './messages.ts';
import { roleToFind } from './option-values.ts';
import { filterOf } from './people-filter.ts';
import type { Session } from './session.ts';

/** Options that say whom a bulk command is about. */
export interface PeopleOptions {
  readonly user?: string[];
  readonly status?: VlUserStatus[];
  readonly withRole?: Role[];
  readonly onLicense?: string[];
  readonly q?: string;
  readonly everybody?: true;
}

/** Adds the options by which a bulk command names people. */
export function addPeopleOptions(command: Command): Command {
  return command
    .option('--user <user...>', peopleOfBulk.user)
    .addOption(new Option('--status <status...>', peopleOfBulk.status).choices(VL_USER_STATUSES))
    .addOption(new Option('--with-role <role...>', peopleOfBulk.withRole).argParser(roleToFind))
    .option('--on-license <id...>', peopleOfBulk.onLicense)
    .option('--q <text>', peopleOfBulk.q)
    .option('--everybody', peopleOfBulk.everybody);
}

/**
 * Refuses a bulk command that names nobody, or people in two ways, before anything is asked of the server: "everybody"
 * is said, never meant by leaving something out.
 *
 * @throws WrongUsage
 */
export function requirePeople(options: PeopleOptions): void {
  const { user, status, withRole, onLicense, q, everybody } = options;
  const isFiltered = [status, withRole, onLicense, q].some((one) => one !== undefined);
  const ways = [user !== undefined, isFiltered, everybody === true].filter(Boolean).length;
  if (ways === 0) throw new WrongUsage(messages.nobodyNamed);
  if (ways > 1) throw new WrongUsage(messages.namedTwice);
}

/** Whom the server is to change, and how many they are now. */
export interface Chosen {
  readonly people: PeopleSelection;
  readonly count: number;
}

/** Finds out who that is. @throws Failure vl-user-not-found, vl-user-ambiguous. */
export async function choosePeople(session: Session, options: PeopleOptions): Promise<Chosen> {
  const { user, status, withRole, onLicense, q } = options;
  if (user !== undefined) {
    const ids = new Set<string>();
    for (const one of user) ids.add((await findVlUser(session, one)).id);
    return { people: { vlUserIds: [...ids] }, count: ids.size };
  }
  const matching = filterOf({
    ...(status === undefined ? {} : { status }),
    ...(withRole === undefined ? {} : { role: withRole }),
    ...(onLicense === undefined ? {} : { license: onLicense }),
    ...(q === undefined ? {} : { q }),
  });
  const { body } = await session.call(listVlUsers, { query: { ...matching, limit: 1 } });
  return { people: { matching }, count: body.total };
}
