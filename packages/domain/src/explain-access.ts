import { type GrantRecord, hasEnded, holdsAt, type VlUserGates } from './grant.ts';
import { type Action, actionsOf, allows, type Role, toRoleSet } from './roles.ts';

/** Why a grant does not count, the first that holds. */
export const REASONS_NOT_COUNTING = [
  'closed',
  'ended',
  'user-not-found',
  'provisioning-failed',
  'provisioning',
  'not-registered',
  'not-started',
] as const;

export type NotCounting = (typeof REASONS_NOT_COUNTING)[number];

/** A grant with what it waited for, as far as it waited for anything besides its holder. */
export interface ExplainedGrant extends GrantRecord {
  readonly grantId: string;
  /** Whether downstream systems had to know of it before it counts. */
  readonly isProvisioned: boolean;
  /** When downstream systems refused it; null where they did not. */
  readonly failedAt: Date | null;
}

/** Everything ever recorded of one VL user on one license ID. */
export interface HeldFacts<G extends ExplainedGrant = ExplainedGrant> {
  readonly grants: readonly G[];
  readonly gates: VlUserGates;
}

export interface Explanation<G> {
  /** Whether they may do it; where no action is asked for, whether they may do anything. */
  readonly allowed: boolean;
  /** The grants that give the action, oldest first. */
  readonly path: readonly G[];
  /** Grants that would give it and do not count, oldest first: of what is closed, the last of each role. */
  readonly notCounting: readonly { readonly grant: G; readonly because: NotCounting }[];
  /** All roles that count, whatever they give. */
  readonly roles: readonly Role[];
  /** All that these roles allow together. */
  readonly actions: readonly Action[];
}

/**
 * Explains whether somebody may do something on a license ID at a moment, as it was recorded by then.
 *
 * @param action null: anything; then every role is explained.
 * @returns Never throws. `allowed` is what `effective_role_at` and the access check answer for the same moment.
 * @source B3, B4, glossary "effective"
 */
export function explainAccess<G extends ExplainedGrant>(
  { grants, gates }: HeldFacts<G>,
  action: Action | null,
  at: Date,
): Explanation<G> {
  const recorded = grants
    .filter((grant) => grant.openedAt <= at)
    .toSorted((one, other) => one.openedAt.getTime() - other.openedAt.getTime());
  const standings = recorded.map((grant) => ({ grant, because: whyNotCounting(grant, gates, at) }));
  const counting = standings.filter(({ because }) => because === null).map(({ grant }) => grant);
  const roles = [...new Set(counting.map(({ role }) => role))];
  const gives = ({ role }: G) => action === null || allows(toRoleSet([role]), action);
  const path = counting.filter(gives);
  return {
    allowed: path.length > 0,
    path,
    notCounting: standings.flatMap(({ grant, because }, index) => {
      if (because === null || !gives(grant)) return [];
      const isRepeated =
        because === 'closed' &&
        standings.some(
          (other, place) => other.grant.role === grant.role && (other.because !== 'closed' || place > index),
        );
      return isRepeated ? [] : [{ grant, because }];
    }),
    roles,
    actions: actionsOf(roles),
  };
}

/** Why a grant does not count at a moment; null where it counts. It was opened by then. */
function whyNotCounting(grant: ExplainedGrant, gates: VlUserGates, at: Date): NotCounting | null {
  if (grant.closedAt !== null && grant.closedAt <= at) return 'closed';
  if (hasEnded(grant.period, at)) return 'ended';
  if (gates.absences.some((absence) => holdsAt(absence, at))) return 'user-not-found';
  if (grant.readyAt === null || grant.readyAt > at) {
    if (!grant.isProvisioned) return 'not-registered';
    return grant.failedAt !== null && grant.failedAt <= at ? 'provisioning-failed' : 'provisioning';
  }
  if (gates.registeredAt === null || gates.registeredAt > at) return 'not-registered';
  return grant.period.startsAt > at ? 'not-started' : null;
}
