import type { GrantOpening, InvitationStep, MailStep, PairDifference } from './assignment-decision.ts';
import type { AssignmentFacts, LiveGrant, UserFacts } from './assignment-facts.ts';
import { hasEnded } from './grant.ts';
import { isExpired } from './invitation.ts';

/**
 * Decides which invitations a change opens, moves or withdraws, and who is told by mail.
 *
 * A registered person is told of permission changes; a pending one gets (again) an invitation when more
 * waits for them, and nothing when less does. Never more than one mail a person.
 *
 * @source S5, S6, S9, M9
 */
export function decideInvitations(
  facts: AssignmentFacts,
  differences: readonly PairDifference[],
  opened: readonly GrantOpening[],
  closed: readonly LiveGrant[],
): { invitations: InvitationStep[]; mails: MailStep[] } {
  const invitations: InvitationStep[] = [];
  const mails: MailStep[] = [];
  const waiting = facts.grants.filter((grant) => waitsForAssignmentInvitation(grant, facts.at));
  const waitingByUser = Map.groupBy(waiting, (grant) => grant.userKey);
  const gone = new Set(closed);
  // What is given back of an inheritance, or to a contact, asks for no assignment invitation.
  const opening = new Set(
    opened
      .filter((grant) => grant.awaits !== 'contact-registration' && grant.originAgreementId === undefined)
      .map((grant) => grant.userKey),
  );
  const changed = new Set(differences.filter(isChange).map((difference) => difference.userKey));

  for (const grant of closed) {
    // One contact invitation asks for Administrator alone, so ending that grant ends the invitation.
    if (grant.awaits === 'contact-registration') {
      invitations.push({ step: 'withdraw-contact', userKey: grant.userKey, licenseId: grant.licenseId });
    }
  }

  for (const userKey of new Set(differences.map((difference) => difference.userKey))) {
    const user = facts.users.get(userKey);
    if (user?.registered) {
      if (changed.has(userKey)) mails.push({ userKey, kind: 'permission-change' });
      continue;
    }
    const opensMore = opening.has(userKey);
    const waited = waitingByUser.get(userKey) ?? [];
    const remaining = waited.filter((grant) => !gone.has(grant)).length;
    const step = invitationStep(user?.invitation ?? null, opensMore, waited.length, remaining, facts.at);
    if (step !== null) invitations.push({ step, userKey });
    if (opensMore) mails.push({ userKey, kind: 'invitation' });
  }
  return { invitations, mails };
}

function invitationStep(
  invitation: UserFacts['invitation'],
  opensMore: boolean,
  waited: number,
  remaining: number,
  at: Date,
): 'open' | 'extend' | 'reset' | 'shrink' | 'withdraw' | null {
  if (invitation === null) return opensMore ? 'open' : null;
  if (opensMore) return isExpired(invitation, at) ? 'reset' : 'extend';
  if (remaining === 0) return 'withdraw';
  return remaining < waited ? 'shrink' : null;
}

function isChange(difference: PairDifference): boolean {
  return difference.added.length + difference.removed.length + difference.rescheduled.length > 0;
}

/** An ended grant waits for nothing; a contact's Administrator waits for the contact invitation. */
function waitsForAssignmentInvitation(grant: LiveGrant, at: Date): boolean {
  return (
    grant.origin === 'assigned' && grant.awaits !== 'contact-registration' && !hasEnded(grant.period, at)
  );
}
