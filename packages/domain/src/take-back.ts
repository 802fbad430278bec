import type { GrantOpening, PairDifference } from './assignment-decision.ts';
import type { AssignmentFacts, LiveGrant, TakenBack, WantedAssignment } from './assignment-facts.ts';
import { hasEnded } from './grant.ts';
import type { Role } from './roles.ts';
import { seesRole } from './seen-roles.ts';

/**
 * What taking a change back does to one VL user's roles on one license ID. Nothing else of theirs is touched.
 *
 * @param live Of the pair.
 * @returns As of any other wanted assignment; nothing in it can be wrong, since it was so before.
 * @source B8
 */
export function takeBack(
  live: readonly LiveGrant[],
  { userKey, licenseId }: WantedAssignment,
  { ends, restores }: TakenBack,
  { at, viewer, opensInto }: AssignmentFacts,
) {
  const closed = live.filter(({ grantId }) => ends.has(grantId));
  const lost = new Map(
    closed.filter(({ period }) => !hasEnded(period, at)).map((grant) => [grant.role, grant]),
  );
  const opened = restores.map(({ role, period, originAgreementId, awaits }): GrantOpening => {
    // What only moves in time is known to downstream systems already.
    const isKnown = lost.get(role)?.awaits === null;
    return {
      userKey,
      licenseId,
      role,
      period,
      awaits: awaits ?? (isKnown ? null : opensInto),
      ...(originAgreementId === null ? {} : { originAgreementId }),
    };
  });
  const given = new Set(opened.map(({ role }) => role));
  const kept = new Set(
    live
      .filter((grant) => !ends.has(grant.grantId) && !hasEnded(grant.period, at) && seesRole(viewer, grant))
      .map(({ role }) => role),
  );
  const only = (roles: Iterable<Role>, holds: (role: Role) => boolean) => [...roles].filter(holds);
  const difference: PairDifference = {
    userKey,
    licenseId,
    added: only(given, (role) => !lost.has(role)),
    removed: only(lost.keys(), (role) => !given.has(role)),
    rescheduled: only(given, (role) => lost.has(role)),
    kept: only(kept, (role) => !given.has(role) && !lost.has(role)),
  };
  const nothing: number[] = [];
  return { opened, closed, unseen: nothing, inherited: nothing, invalid: nothing, difference };
}
