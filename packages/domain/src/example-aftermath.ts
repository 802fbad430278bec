/**
 * What a decision leads to, worked out without the code that decided it: property tests compare the two.
 * Deliberately plain, and sharing nothing with the rules.
 */
import type { AssignmentDecision } from './assignment-decision.ts';
import type { AssignmentFacts, LiveGrant, UserFacts, WantedAssignment } from './assignment-facts.ts';

const INVITATION_DAYS = 30;

/** The facts a moment after a decision was saved, whether or not it was refused. */
export function afterwards(facts: AssignmentFacts, decision: AssignmentDecision): AssignmentFacts {
  const grants = facts.grants.filter((grant) => !decision.closed.includes(grant));
  for (const opening of decision.opened) {
    const grantId = `${opening.userKey} ${opening.licenseId} ${opening.role} opened`;
    grants.push({
      ...opening,
      grantId,
      origin: opening.originAgreementId === undefined ? 'assigned' : 'inherited',
    });
  }
  const users = new Map(facts.users);
  for (const each of decision.invitations) {
    const { step, userKey } = each;
    const user = users.get(userKey);
    if (user === undefined) continue;
    if (each.step === 'restore')
      users.set(userKey, { ...user, invitation: { expiresAt: each.to.expiresAt } });
    if (step === 'withdraw') users.set(userKey, { ...user, invitation: null });
    if (step === 'open' || step === 'reset') users.set(userKey, { ...user, invitation: sentAt(facts.at) });
  }
  return { ...facts, grants, users };
}

function sentAt(at: Date): UserFacts['invitation'] {
  return { expiresAt: new Date(at.getTime() + INVITATION_DAYS * 24 * 60 * 60 * 1000) };
}

/** How many administrators a license ID has at an instant, counted by hand. */
export function recount(facts: AssignmentFacts, licenseId: string, at: Date) {
  const administers = (grant: LiveGrant) => grant.role === 'administrator' && grant.licenseId === licenseId;
  const designated = facts.grants.filter((grant) => administers(grant) && !isOver(grant, at));
  const lasting = designated.filter((grant) => grant.period.endsAt === null);
  const reachable = lasting.filter((grant) => {
    const holder = facts.users.get(grant.userKey);
    const canSignIn = holder?.registered === true && holder.present;
    return canSignIn && grant.awaits === null && grant.period.startsAt.getTime() <= at.getTime();
  });
  return { designated: designated.length, lasting: lasting.length, reachable: reachable.length };
}

/** Whether a grant's end has come. */
export function isOver(grant: Pick<LiveGrant, 'period'>, at: Date): boolean {
  const { endsAt } = grant.period;
  return endsAt !== null && endsAt.getTime() <= at.getTime();
}

/** Whether some assigned role waits for a person to register their assignment invitation. */
export function hasWaiting(facts: AssignmentFacts, userKey: string): boolean {
  return facts.grants.some(
    (grant) =>
      grant.userKey === userKey &&
      grant.origin === 'assigned' &&
      grant.awaits !== 'contact-registration' &&
      !isOver(grant, facts.at),
  );
}

/** A decision as sets, with places in the wanted list replaced by what stands there. */
export function asSets(decision: AssignmentDecision, wanted: readonly WantedAssignment[]) {
  const { refusals, ...lists } = decision;
  const refused = refusals.flatMap((refusal) =>
    'places' in refusal
      ? refusal.places.map(({ assignment, role }) => {
          const pair = wanted[assignment];
          return [refusal.kind, pair?.userKey, pair?.licenseId, pair?.roles[role]?.role];
        })
      : ('licenseIds' in refusal ? refusal.licenseIds : refusal.userKeys).map((licenseId) => [
          refusal.kind,
          licenseId,
        ]),
  );
  return Object.fromEntries(
    Object.entries({ refused, ...lists }).map(([name, list]) => [
      name,
      list.map((each) => JSON.stringify(each)).toSorted(),
    ]),
  );
}
