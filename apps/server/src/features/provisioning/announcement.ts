import type { Role } from '@muniment/domain/roles.ts';

/** A downstream system answers whether it accepts; the grants wait for it. */
export const REQUESTED = 'assignment.requested';
/** A downstream system is told what stands; nothing waits for it. */
export const CHANGED = 'assignment.changed';

/** What one VL user is to hold on one license ID, read while the VL user is locked. */
export interface ToldPair {
  readonly vlUserId: string;
  readonly internalLicenseId: string;
  readonly signInEmail: string;
  readonly displayName: string;
  /** As people call it. */
  readonly licenseId: string;
  /** Only grows for the pair: what comes with a smaller one is older. */
  readonly version: number;
  readonly roles: readonly {
    readonly role: Role;
    readonly startsAt: string;
    readonly endsAt: string | null;
  }[];
}

/**
 * The bytes of one delivery: all that one VL user is to hold on the license IDs concerned. It is the state, not what
 * changed, so that a delivery that comes twice or late does no harm.
 *
 * @param told Of one VL user, at least one.
 * @source M8
 */
export function announcementBody(
  event: typeof REQUESTED | typeof CHANGED,
  at: Date,
  organizationNumber: string,
  told: readonly ToldPair[],
): string {
  const [first] = told;
  return JSON.stringify({
    type: event,
    timestamp: at.toISOString(),
    data: {
      organizationNumber,
      vlUser: { id: first?.vlUserId, signInEmail: first?.signInEmail, displayName: first?.displayName },
      licenses: told.map(({ licenseId, version, roles }) => ({ licenseId, version, roles })),
    },
  });
}
