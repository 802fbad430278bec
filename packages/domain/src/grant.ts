import type { Role } from './roles.ts';

/** From `startsAt` (included) to `endsAt` (not included); null means that no end is set. */
export interface Period {
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

/** Whether a period holds at an instant. */
export function holdsAt(period: Period, at: Date): boolean {
  return period.startsAt <= at && !hasEnded(period, at);
}

/** Whether a period is over at an instant. */
export function hasEnded(period: Period, at: Date): boolean {
  return period.endsAt !== null && period.endsAt <= at;
}

/** Given by a VL admin or by contract set-up, or inherited from a master agreement. */
export type GrantOrigin = 'assigned' | 'inherited';

/** One role of one VL user on one license ID, with everything ever recorded of it. */
export interface GrantRecord {
  readonly licenseId: string;
  readonly vlUserId: string;
  readonly role: Role;
  readonly origin: GrantOrigin;
  readonly period: Period;
  readonly openedAt: Date;
  /** null while the grant is live: a revocation is a closed grant. */
  readonly closedAt: Date | null;
  /** When all that the grant itself waits for was done (a contact's registration); null until then. */
  readonly readyAt: Date | null;
}

/** What must be true of a VL user before any of their grants counts. */
export interface VlUserGates {
  /** When they registered their assignments; null until then. */
  readonly registeredAt: Date | null;
  /** When their account was missing from an enforced directory. */
  readonly absences: readonly Period[];
}

/**
 * Whether a grant counts at an instant, by what was recorded at that instant.
 *
 * This is the oracle of the SQL function `effective_role_at`: the product asks the database, property
 * tests hold the two against each other.
 *
 * @source glossary "effective", B4
 */
export function isEffective(grant: GrantRecord, gates: VlUserGates, at: Date): boolean {
  return (
    grant.openedAt <= at &&
    (grant.closedAt === null || grant.closedAt > at) &&
    grant.readyAt !== null &&
    grant.readyAt <= at &&
    holdsAt(grant.period, at) &&
    gates.registeredAt !== null &&
    gates.registeredAt <= at &&
    !gates.absences.some((absence) => holdsAt(absence, at))
  );
}

/** The roles that are effective for one VL user on one license ID at an instant. */
export function effectiveRoles(
  grants: Iterable<GrantRecord>,
  gates: VlUserGates,
  pair: { readonly vlUserId: string; readonly licenseId: string },
  at: Date,
): Set<Role> {
  const roles = new Set<Role>();
  for (const grant of grants) {
    const isOfPair = grant.vlUserId === pair.vlUserId && grant.licenseId === pair.licenseId;
    if (isOfPair && isEffective(grant, gates, at)) roles.add(grant.role);
  }
  return roles;
}
