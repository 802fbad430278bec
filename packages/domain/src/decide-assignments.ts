import { type AdministratorGrant, countAdministrators, losesLastAdministrator } from './administrators.ts';
import type {
  AdministratorsChange,
  AssignmentDecision,
  AssignmentRefusal,
  GrantOpening,
  PairDifference,
  Place,
} from './assignment-decision.ts';
import type { AssignmentFacts, LiveGrant, WantedAssignment, WantedRole } from './assignment-facts.ts';
import { decideInvitations } from './decide-invitations.ts';
import { hasEnded, type Period } from './grant.ts';
import type { Role } from './roles.ts';
import { mayAssignRole, seesRole } from './seen-roles.ts';
import { takeBack } from './take-back.ts';

/**
 * Decides what replacing the assigned roles of many (VL user, license ID) pairs changes, all at once.
 *
 * Assigning, editing, removing, deleting a VL user and every bulk path are this one decision. Pure and
 * total: it never throws, and time comes with the facts.
 *
 * @param wanted Each pair at most once, and each role at most once in it: a list with doubles is malformed
 *   and refused before it comes here.
 * @source A1, A6, R8, R9, S3-S9, I3, M4, M5, M7, M8, M9
 */
export function decideAssignments(
  facts: AssignmentFacts,
  wanted: readonly WantedAssignment[],
): AssignmentDecision {
  const unknown = new Set<string>();
  for (const { licenseId } of wanted) if (!facts.administered.has(licenseId)) unknown.add(licenseId);
  if (unknown.size > 0) return refusedUnread([...unknown]);

  const liveByPair = Map.groupBy(facts.grants, (grant) => pairKey(grant.userKey, grant.licenseId));
  const differences: PairDifference[] = [];
  const opened: GrantOpening[] = [];
  const closed: LiveGrant[] = [];
  const unseen: Place[] = [];
  const inherited: Place[] = [];
  const invalid: Place[] = [];

  wanted.forEach((assignment, index) => {
    const live = liveByPair.get(pairKey(assignment.userKey, assignment.licenseId)) ?? [];
    const pair = decidePair(live, assignment, facts);
    opened.push(...pair.opened);
    closed.push(...pair.closed);
    differences.push(pair.difference);
    for (const role of pair.unseen) unseen.push({ assignment: index, role });
    for (const role of pair.inherited) inherited.push({ assignment: index, role });
    for (const role of pair.invalid) invalid.push({ assignment: index, role });
  });

  const refusals: AssignmentRefusal[] = [];
  if (unseen.length > 0) refusals.push({ kind: 'unknown-role', places: unseen });
  // What only removes is never refused: a revocation never waits.
  const held = new Set(
    opened.map(({ userKey }) => userKey).filter((userKey) => facts.inProgress.has(userKey)),
  );
  if (held.size > 0) refusals.push({ kind: 'assignment-in-progress', userKeys: [...held] });
  if (invalid.length > 0) refusals.push({ kind: 'invalid-period', places: invalid });
  if (inherited.length > 0) refusals.push({ kind: 'role-inherited', places: inherited });

  const { lost, administrators } = compareAdministrators(facts, opened, closed);
  if (lost.length > 0) refusals.push({ kind: 'last-administrator', licenseIds: lost });

  const { invitations, mails } = decideInvitations(facts, differences, opened, closed);
  return { refusals, differences, opened, closed, invitations, mails, administrators };
}

/** A license ID that the actor does not administer is unknown to them: nothing else is said of it. @source R10 */
function refusedUnread(licenseIds: readonly string[]): AssignmentDecision {
  return {
    refusals: [{ kind: 'license-id-not-found', licenseIds }],
    differences: [],
    opened: [],
    closed: [],
    invitations: [],
    mails: [],
    administrators: [],
  };
}

function decidePair(live: readonly LiveGrant[], wanted: WantedAssignment, facts: AssignmentFacts) {
  if (wanted.takesBack !== undefined) return takeBack(live, wanted, wanted.takesBack, facts);
  const { userKey, licenseId } = wanted;
  const { at, viewer } = facts;
  const assigned = new Map<Role, LiveGrant>();
  const inheritedRoles = new Map<Role, LiveGrant>();
  for (const grant of live) {
    if (wanted.endsUnseen !== true && !seesRole(viewer, grant)) continue;
    if (grant.origin === 'assigned') assigned.set(grant.role, grant);
    else if (!hasEnded(grant.period, at)) inheritedRoles.set(grant.role, grant);
  }

  const opened: GrantOpening[] = [];
  const closed: LiveGrant[] = [];
  const unseen: number[] = [];
  const inherited: number[] = [];
  const invalid: number[] = [];
  const added: Role[] = [];
  const removed: Role[] = [];
  const rescheduled: Role[] = [];
  const kept: Role[] = [];

  const wantedRoles = new Set<Role>();
  wanted.roles.forEach((wantedRole, index) => {
    const { role } = wantedRole;
    wantedRoles.add(role);
    const held = assigned.get(role);
    // An ended grant is no longer held, nor is one that failed; it is closed to make room for the new one.
    const current = held !== undefined && isHeld(held, at) ? held : undefined;
    const mayAssign = mayAssignRole(viewer, role, licenseId);
    if (current === undefined && !inheritedRoles.has(role) && !mayAssign) {
      unseen.push(index);
      return;
    }
    if (current === undefined && inheritedRoles.has(role)) {
      if (wanted.onlyAdds === true) kept.push(role);
      else inherited.push(index);
      return;
    }
    const period = wantedPeriod(wantedRole, current?.period, at);
    if (current !== undefined && isSamePeriod(current.period, period)) {
      kept.push(role);
      return;
    }
    // Whoever holds it sees it; giving it more time is giving it.
    if (!mayAssign) {
      unseen.push(index);
      return;
    }
    if (!isPeriodAllowed(period, current?.period, at)) {
      invalid.push(index);
      return;
    }
    if (held !== undefined) closed.push(held);
    // What only moves in time is known to downstream systems already.
    const awaits = current?.awaits === null ? null : facts.opensInto;
    opened.push({ userKey, licenseId, role, period, awaits });
    (current === undefined ? added : rescheduled).push(role);
  });

  for (const [role, grant] of assigned) {
    if (wantedRoles.has(role) || wanted.onlyAdds === true || !mayEnd(wanted, role)) continue;
    closed.push(grant);
    if (!hasEnded(grant.period, at)) removed.push(role);
  }
  // Whoever is gone from the directory cannot give up what they inherited: an empty list ends that too (I3).
  if (wanted.roles.length === 0 && wanted.onlyAdds !== true && facts.users.get(userKey)?.present === false) {
    for (const [role, grant] of inheritedRoles) {
      if (!mayEnd(wanted, role)) continue;
      closed.push(grant);
      if (!removed.includes(role)) removed.push(role);
    }
  }

  const difference: PairDifference = { userKey, licenseId, added, removed, rescheduled, kept };
  return { opened, closed, unseen, inherited, invalid, difference };
}

function mayEnd(wanted: WantedAssignment, role: Role): boolean {
  return wanted.onlyEnds === undefined || wanted.onlyEnds.has(role);
}

/** Whether a grant is held, or on its way; one that failed has to be assigned again. @source M2 */
function isHeld(grant: LiveGrant, at: Date): boolean {
  return !hasEnded(grant.period, at) && grant.awaits !== 'assigning-again';
}

function wantedPeriod(wanted: WantedRole, current: Period | undefined, at: Date): Period {
  return {
    startsAt: wanted.startsAt ?? current?.startsAt ?? at,
    endsAt: wanted.endsAt === undefined ? (current?.endsAt ?? null) : wanted.endsAt,
  };
}

/** A period ends after it starts, is not over yet, and starts no earlier than now or than it already did. */
function isPeriodAllowed(period: Period, current: Period | undefined, at: Date): boolean {
  // Written as what must hold, so that an invalid date is refused.
  const endIsAhead = period.endsAt === null || (period.endsAt > period.startsAt && period.endsAt > at);
  if (!endIsAhead) return false;
  return period.startsAt >= at || period.startsAt.getTime() === current?.startsAt.getTime();
}

function isSamePeriod(a: Period, b: Period): boolean {
  return a.startsAt.getTime() === b.startsAt.getTime() && a.endsAt?.getTime() === b.endsAt?.getTime();
}

function compareAdministrators(
  facts: AssignmentFacts,
  opened: readonly GrantOpening[],
  closed: readonly LiveGrant[],
): { lost: string[]; administrators: AdministratorsChange[] } {
  const touched = new Set<string>();
  for (const { role, licenseId } of opened) if (role === 'administrator') touched.add(licenseId);
  for (const { role, licenseId, period } of closed) {
    if (role === 'administrator' && !hasEnded(period, facts.at)) touched.add(licenseId);
  }
  if (touched.size === 0) return { lost: [], administrators: [] };

  const gone = new Set(closed);
  const before: AdministratorGrant[] = [];
  const after: AdministratorGrant[] = [];
  for (const grant of facts.grants) {
    if (grant.role !== 'administrator' || !touched.has(grant.licenseId)) continue;
    const administrator = { ...grant, holder: holderOf(facts, grant.userKey) };
    before.push(administrator);
    if (!gone.has(grant)) after.push(administrator);
  }
  for (const grant of opened) {
    if (grant.role !== 'administrator') continue;
    after.push({ ...grant, holder: holderOf(facts, grant.userKey) });
  }

  const countBefore = countAdministrators(before, facts.at);
  const countAfter = countAdministrators(after, facts.at);
  return {
    lost: [...touched].filter((id) => losesLastAdministrator(countBefore.get(id), countAfter.get(id))),
    administrators: [...touched].map((licenseId) => ({
      licenseId,
      before: countBefore.get(licenseId)?.reachable ?? 0,
      after: countAfter.get(licenseId)?.reachable ?? 0,
    })),
  };
}

function holderOf(facts: AssignmentFacts, userKey: string) {
  return facts.users.get(userKey) ?? { registered: false, present: false };
}

function pairKey(userKey: string, licenseId: string): string {
  return `${userKey}\n${licenseId}`;
}
