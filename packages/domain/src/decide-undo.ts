import type { GrantWait, RestoredGrant, WantedAssignment } from './assignment-facts.ts';
import { hasEnded, type Period } from './grant.ts';
import type { Role } from './roles.ts';

/** A grant that a change opened or closed, as it is now. */
export interface ChangedGrant {
  readonly grantId: string;
  readonly licenseId: string;
  readonly userKey: string;
  readonly role: Role;
  /** null where it was assigned; else the agreement that it is inherited from. */
  readonly originAgreementId: string | null;
  readonly period: Period;
  /** What it waited for when the change closed it, or waits for now. */
  readonly awaits: GrantWait | null;
  readonly isOpenedByIt: boolean;
  /** Another change opened or closed something of this role of this person here, after this one. */
  readonly isChangedSince: boolean;
}

/** What is known of a change that somebody wants to take back. */
export interface UndoFacts {
  readonly kind: string;
  readonly isUndone: boolean;
  /** Whether the actor administers all of its license IDs. */
  readonly isAllTheirs: boolean;
  readonly changesRoles: boolean;
  readonly isChangedSince: boolean;
}

export type UndoRefusal = 'kind' | 'undone-already' | 'not-all-yours' | 'changed-since';

/** Kinds that are somebody's wish about roles. What partners, contacts and imports did is theirs to mend. */
const UNDOABLE_KINDS = ['assignment', 'undo'];

/**
 * Why a change cannot be taken back, or null where it can.
 *
 * @source B8
 */
export function undoRefusal(facts: UndoFacts): UndoRefusal | null {
  if (!UNDOABLE_KINDS.includes(facts.kind) || !facts.changesRoles) return 'kind';
  if (facts.isUndone) return 'undone-already';
  if (!facts.isAllTheirs) return 'not-all-yours';
  return facts.isChangedSince ? 'changed-since' : null;
}

/**
 * What taking a change back asks for: of each pair that it touched, what it opened ends, and what it closed is given
 * again with the period that it had. What would be over by now stays over. Decided further as any other change:
 * `decideAssignments` refuses what A1 or M8 forbid.
 *
 * What failed at downstream systems and was assigned again by the change comes not back by itself: it never counted.
 *
 * @param changed All that the change opened and closed.
 * @source B8
 */
export function decideUndo(changed: readonly ChangedGrant[], at: Date): WantedAssignment[] {
  const pairs = Map.groupBy(changed, ({ userKey, licenseId }) => `${userKey}\n${licenseId}`);
  return [...pairs.values()].flatMap((grants) => {
    const [first] = grants;
    if (first === undefined) return [];
    const { userKey, licenseId } = first;
    const opened = grants.filter(({ isOpenedByIt }) => isOpenedByIt);
    const given = new Set(opened.map(({ role }) => role));
    const restores = grants
      .filter(({ isOpenedByIt, period }) => !isOpenedByIt && !hasEnded(period, at))
      .filter(({ awaits, role }) => awaits !== 'assigning-again' || !given.has(role))
      .map(
        ({ role, period, originAgreementId, awaits }): RestoredGrant => ({
          role,
          period,
          originAgreementId,
          awaits: awaits === 'contact-registration' ? awaits : null,
        }),
      );
    const ends = new Set(opened.map(({ grantId }) => grantId));
    return [{ userKey, licenseId, roles: [], takesBack: { ends, restores } }];
  });
}
