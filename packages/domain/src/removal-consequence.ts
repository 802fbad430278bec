import {
  type AdministratorGrant,
  countAdministrators,
  isReachable,
  losesLastAdministrator,
} from './administrators.ts';
import { type ExplainedGrant, explainAccess, type HeldFacts } from './explain-access.ts';
import { hasEnded, holdsAt } from './grant.ts';
import { type Action, ROLES, type Role } from './roles.ts';

/** A live Administrator grant of a license ID, and whose it is. */
export interface NamedAdministratorGrant extends AdministratorGrant {
  readonly grantId: string;
  readonly userKey: string;
}

/** What would be true after one role of somebody was removed from a license ID. */
export interface RemovalConsequence {
  readonly role: Role;
  /** All of it is inherited: nobody but its holder can give it up. @source I3 */
  readonly isLocked: boolean;
  /** It would leave the license ID without an administrator. @source A1 */
  readonly isRefused: boolean;
  readonly actionsLost: readonly Action[];
  /** What they would still hold that counts; the role itself where it is inherited besides. */
  readonly rolesKept: readonly Role[];
  /** How many people could still act as administrator for good; null where it is not about Administrator. */
  readonly administratorsLeft: number | null;
  /** Who would become the only one of them, where there are several now. @source A5 */
  readonly onlyAdministrator: string | null;
}

/**
 * What else remains if each role that somebody holds on a license ID is removed, one at a time.
 *
 * @param held Of one VL user on one license ID.
 * @param administrators All live Administrator grants on it, theirs too.
 * @source B3, A1, A5, I3
 */
export function removalConsequences(
  held: HeldFacts,
  administrators: readonly NamedAdministratorGrant[],
  at: Date,
): RemovalConsequence[] {
  const open = held.grants.filter((grant) => isOpen(grant, at));
  const isAbsent = held.gates.absences.some((absence) => holdsAt(absence, at));
  const before = explainAccess(held, null, at);
  return ROLES.filter((role) => open.some((grant) => grant.role === role)).map((role) => {
    const removed = new Set(
      open
        .filter((grant) => grant.role === role && (grant.origin === 'assigned' || isAbsent))
        .map(({ grantId }) => grantId),
    );
    const after = explainAccess(
      { ...held, grants: held.grants.filter(({ grantId }) => !removed.has(grantId)) },
      null,
      at,
    );
    const remaining = new Set(after.actions);
    const left = role === 'administrator' && removed.size > 0 ? without(administrators, removed, at) : null;
    return {
      role,
      isLocked: removed.size === 0,
      isRefused: left?.isRefused ?? false,
      actionsLost: before.actions.filter((action) => !remaining.has(action)),
      rolesKept: ROLES.filter((one) => after.roles.includes(one)),
      administratorsLeft: left?.people.size ?? null,
      onlyAdministrator:
        left !== null && left.people.size === 1 && reachablePeople(administrators, at).size > 1
          ? ([...left.people][0] ?? null)
          : null,
    };
  });
}

function without(
  administrators: readonly NamedAdministratorGrant[],
  removed: ReadonlySet<string>,
  at: Date,
): { readonly people: Set<string>; readonly isRefused: boolean } {
  const rest = administrators.filter(({ grantId }) => !removed.has(grantId));
  const [now] = countAdministrators(administrators, at).values();
  const [then] = countAdministrators(rest, at).values();
  return { people: reachablePeople(rest, at), isRefused: losesLastAdministrator(now, then) };
}

function reachablePeople(grants: readonly NamedAdministratorGrant[], at: Date): Set<string> {
  return new Set(grants.filter((grant) => isReachable(grant, at)).map(({ userKey }) => userKey));
}

function isOpen(grant: ExplainedGrant, at: Date): boolean {
  return (
    grant.openedAt <= at && (grant.closedAt === null || grant.closedAt > at) && !hasEnded(grant.period, at)
  );
}
