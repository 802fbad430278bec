import type { AssignmentFacts, LiveGrant, UserFacts } from './assignment-facts.ts';
import type { GrantOpening, InvitationStep, MailStep, PairDifference } from './assignment-decision.ts';
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
  const openedByUser = Map.groupBy(opened, (grant) => grant.userKey);
  const liveByUser = Map.groupBy(facts.grants, (grant) => grant.userKey);
  const gone = new Set(closed);

  for (const grant of closed) {
    // One contact invitation asks for Administrator alone, so ending that grant ends the invitation.
    if (grant.awaitsContactRegistration) {
      invitations.push({ step: 'withdraw-contact', userKey: grant.userKey, licenseId: grant.licenseId });
    }
  }

  const changedUsers = new Set(differences.filter(isChange).map((difference) => difference.userKey));
  for (const userKey of changedUsers) {
    const user = facts.users.get(userKey);
    if (user?.registered) {
      mails.push({ userKey, kind: 'permission-change' });
      continue;
    }
    const opensMore = openedByUser.has(userKey);
    const remains = (liveByUser.get(userKey) ?? []).some(
      (grant) => isAskedByAssignmentInvitation(grant) && !gone.has(grant),
    );
    const step = invitationStep(user?.invitation ?? null, opensMore, remains, facts.at);
    if (step !== null) invitations.push({ step, userKey });
    if (opensMore) mails.push({ userKey, kind: 'invitation' });
  }
  return { invitations, mails };
}

function invitationStep(
  invitation: UserFacts['invitation'],
  opensMore: boolean,
  remains: boolean,
  at: Date,
): 'open' | 'extend' | 'reset' | 'shrink' | 'withdraw' | null {
  if (invitation === null) return opensMore ? 'open' : null;
  if (opensMore) return isExpired(invitation, at) ? 'reset' : 'extend';
  return remains ? 'shrink' : 'withdraw';
}

function isChange(difference: PairDifference): boolean {
  return difference.added.length + difference.removed.length + difference.rescheduled.length > 0;
}

function isAskedByAssignmentInvitation(grant: LiveGrant): boolean {
  return grant.origin === 'assigned' && !grant.awaitsContactRegistration;
}
