import type { AssignmentDecision, PairDifference } from '@muniment/domain/assignment-decision.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { type RoleViewer, seesRole } from '@muniment/domain/seen-roles.ts';
import { isChange } from './assignment-answer.ts';

/**
 * What the actor may read of their own change: deleting somebody ends roles that they do not see, and neither the
 * difference nor the e-mails tell of them.
 *
 * @source R9, M5
 */
export function seenDecision(decision: AssignmentDecision, viewer: RoleViewer): AssignmentDecision {
  const differences = decision.differences.flatMap((difference) => {
    const seen = seenPart(difference, viewer);
    return isChange(difference) && !isChange(seen) ? [] : [seen];
  });
  const changed = new Set(differences.filter(isChange).map(({ userKey }) => userKey));
  return { ...decision, differences, mails: decision.mails.filter(({ userKey }) => changed.has(userKey)) };
}

function seenPart(difference: PairDifference, viewer: RoleViewer): PairDifference {
  const { userKey, licenseId } = difference;
  const seen = (roles: readonly Role[]) =>
    roles.filter((role) => seesRole(viewer, { role, licenseId, userKey }));
  return {
    userKey,
    licenseId,
    added: seen(difference.added),
    removed: seen(difference.removed),
    rescheduled: seen(difference.rescheduled),
    kept: seen(difference.kept),
  };
}
