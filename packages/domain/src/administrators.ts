import type { GrantWait } from './assignment-facts.ts';
import { hasEnded, holdsAt, type Period } from './grant.ts';

/** A live Administrator grant with what decides whether its holder can act now. */
export interface AdministratorGrant {
  readonly licenseId: string;
  readonly period: Period;
  readonly awaits: GrantWait | null;
  readonly holder: { readonly registered: boolean; readonly present: boolean };
}

/**
 * Whether an administrator can be counted on: effective now and without an end date.
 *
 * Someone pending, future-dated, time-bound or gone from the directory does not count.
 *
 * @source A1
 */
export function isReachable(grant: AdministratorGrant, at: Date): boolean {
  return (
    grant.holder.registered &&
    grant.holder.present &&
    grant.awaits === null &&
    grant.period.endsAt === null &&
    holdsAt(grant.period, at)
  );
}

/** How many administrators a license ID has. */
export interface AdministratorCount {
  /** By {@link isReachable}. */
  readonly reachable: number;
  /** Named at all, whether or not they can act yet. */
  readonly designated: number;
  /** Designated without an end date: those whom the passing of time does not take away. */
  readonly lasting: number;
}

/** Counts administrators by license ID; a license ID without any has no entry. */
export function countAdministrators(
  grants: Iterable<AdministratorGrant>,
  at: Date,
): Map<string, AdministratorCount> {
  const counts = new Map<string, { reachable: number; designated: number; lasting: number }>();
  for (const grant of grants) {
    if (hasEnded(grant.period, at)) continue;
    let count = counts.get(grant.licenseId);
    if (count === undefined) {
      count = { reachable: 0, designated: 0, lasting: 0 };
      counts.set(grant.licenseId, count);
    }
    count.designated += 1;
    if (grant.period.endsAt === null) count.lasting += 1;
    if (isReachable(grant, at)) count.reachable += 1;
  }
  return counts;
}

const NONE: AdministratorCount = { reachable: 0, designated: 0, lasting: 0 };

/**
 * Whether a change takes the last administrator of a license ID away.
 *
 * From one or more reachable administrators to none; or, where none is reachable, from one or more
 * designated ones to none. Of those, one with an end date cannot stand in for one without: the last would
 * then be taken away by expiry, which nobody can refuse.
 *
 * @source A1
 */
export function losesLastAdministrator(
  before: AdministratorCount = NONE,
  after: AdministratorCount = NONE,
): boolean {
  if (before.reachable > 0) return after.reachable === 0;
  if (before.lasting > 0) return after.lasting === 0;
  return before.designated > 0 && after.designated === 0;
}
