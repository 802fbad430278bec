import type { AssignmentChangeRequest } from '@muniment/contract/assignment-changes.ts';
import type { SkippedRole } from '@muniment/contract/bulk-changes.ts';
import type { Role } from '@muniment/domain/roles.ts';
import type { VlUserStatus } from '@muniment/domain/vl-user-status.ts';

/** What is known of the people of a bulk change, as the caller sees it. License IDs are as people call them. */
export interface BulkFacts {
  /** In the order of the answer. */
  readonly people: readonly { readonly id: string; readonly displayName: string }[];
  /** By person, license ID and role. */
  readonly held: readonly {
    readonly vlUserId: string;
    readonly licenseId: string;
    readonly role: Role;
    readonly inherited: boolean;
    readonly standing: VlUserStatus;
  }[];
  /** Ids of those of whom a change is being applied. @source M8 */
  readonly inProgress: ReadonlySet<string>;
}

/** What a bulk change asks of the one command that changes roles, and what it leaves as it is. */
export interface BulkPlan {
  readonly assignments: AssignmentChangeRequest['assignments'];
  readonly skipped: SkippedRole[];
}

type Person = BulkFacts['people'][number];
type Held = BulkFacts['held'][number];

/**
 * Gives everybody these roles on these license IDs: the pairs hold what is to be added alone.
 *
 * Whoever waits for a change gets nothing more until it has ended (M8): they are left out, and the others are not held
 * up. A role that failed is asked for again (M2).
 */
export function planAdding(
  facts: BulkFacts,
  roles: readonly Role[],
  licenseIds: readonly string[],
): BulkPlan {
  const heldBy = byPair(facts.held);
  const plan: BulkPlan = { assignments: [], skipped: [] };
  for (const person of facts.people) {
    for (const licenseId of licenseIds) {
      const held = heldBy.get(pairKey(person.id, licenseId)) ?? [];
      const added = roles.filter((role) => {
        const reason = whyNotAdded(held, role, facts.inProgress.has(person.id));
        if (reason !== null) plan.skipped.push(skip(person, licenseId, role, reason));
        return reason === null;
      });
      if (added.length > 0) plan.assignments.push({ user: { vlUserId: person.id }, licenseId, roles: added });
    }
  }
  return plan;
}

function whyNotAdded(held: readonly Held[], role: Role, isInProgress: boolean): SkippedRole['reason'] | null {
  const same = held.filter((one) => one.role === role);
  if (same.some(({ inherited, standing }) => !inherited && standing !== 'failed')) return 'held-already';
  if (same.some(({ inherited }) => inherited)) return 'role-inherited';
  return isInProgress ? 'assignment-in-progress' : null;
}

/**
 * Ends these roles of everybody: the pairs name no role, and of what they hold the change ends these alone.
 *
 * @param licenseIds null: wherever somebody holds one of them.
 */
export function planEnding(
  facts: BulkFacts,
  roles: readonly Role[],
  licenseIds: readonly string[] | null,
): BulkPlan {
  const heldBy = byPair(facts.held);
  const heldOn = Map.groupBy(facts.held, ({ vlUserId }) => vlUserId);
  const plan: BulkPlan = { assignments: [], skipped: [] };
  for (const person of facts.people) {
    const places = licenseIds ?? [
      ...new Set((heldOn.get(person.id) ?? []).map(({ licenseId }) => licenseId)),
    ];
    for (const licenseId of places) {
      const held = heldBy.get(pairKey(person.id, licenseId)) ?? [];
      const ended = roles.filter((role) => {
        const same = held.filter((one) => one.role === role);
        if (same.some(isLocked)) plan.skipped.push(skip(person, licenseId, role, 'role-inherited'));
        if (same.length === 0 && licenseIds !== null)
          plan.skipped.push(skip(person, licenseId, role, 'not-held'));
        return same.some((one) => !isLocked(one));
      });
      if (ended.length > 0) plan.assignments.push({ user: { vlUserId: person.id }, licenseId, roles: [] });
    }
  }
  return plan;
}

/** Deletes everybody (M5): on these pairs something of theirs ends; what they inherit stays, and is told. */
export function planRemoving(
  facts: BulkFacts,
  pairs: readonly { readonly vlUserId: string; readonly licenseId: string }[],
): BulkPlan {
  const pairsOf = Map.groupBy(pairs, ({ vlUserId }) => vlUserId);
  const lockedOf = Map.groupBy(facts.held.filter(isLocked), ({ vlUserId }) => vlUserId);
  return {
    assignments: facts.people.flatMap(({ id }) =>
      (pairsOf.get(id) ?? []).map(({ licenseId }) => ({ user: { vlUserId: id }, licenseId, roles: [] })),
    ),
    skipped: facts.people.flatMap((person) =>
      (lockedOf.get(person.id) ?? []).map(({ licenseId, role }) =>
        skip(person, licenseId, role, 'role-inherited'),
      ),
    ),
  };
}

/** Only its holder can give it up, as long as they are in the directory (I3). */
function isLocked({ inherited, standing }: Held): boolean {
  return inherited && standing !== 'user-not-found';
}

function skip(
  { id, displayName }: Person,
  licenseId: string,
  role: Role,
  reason: SkippedRole['reason'],
): SkippedRole {
  return { vlUserId: id, displayName, licenseId, role, reason };
}

function byPair(held: BulkFacts['held']): Map<string, Held[]> {
  return Map.groupBy(held, ({ vlUserId, licenseId }) => pairKey(vlUserId, licenseId));
}

function pairKey(vlUserId: string, licenseId: string): string {
  return `${vlUserId} ${licenseId}`;
}
