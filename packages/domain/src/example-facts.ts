/**
 * Facts about an invented organization, for tests to read as "given": Fennimore's license IDs E100 and E200,
 * and people who are registered and present unless a test says otherwise.
 */
import type {
  AssignmentFacts,
  LiveGrant,
  UserFacts,
  WantedAssignment,
  WantedRole,
} from './assignment-facts.ts';
import type { Period } from './grant.ts';
import type { Role } from './roles.ts';

export const NOW = new Date('2026-03-02T09:00:00.000Z');

/** An instant so many days after NOW, or before it where negative. */
export function inDays(days: number): Date {
  return new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000);
}

/** A period by days from NOW; without an end where none is given. */
export function period(startDays: number, endDays: number | null = null): Period {
  return { startsAt: inDays(startDays), endsAt: endDays === null ? null : inDays(endDays) };
}

export const RUNNING = period(-30);
export const ENDED = period(-30, -1);

/** A registered person whose account is present. */
export function person(userKey: string, differing: Partial<UserFacts> = {}): UserFacts {
  return { userKey, registered: true, present: true, invitation: null, ...differing };
}

/** A person who has not registered; their invitation, if any, expires so many days from NOW. */
export function pendingPerson(userKey: string, invitationExpiresInDays: number | null = null): UserFacts {
  const invitation = invitationExpiresInDays === null ? null : { expiresAt: inDays(invitationExpiresInDays) };
  return person(userKey, { registered: false, invitation });
}

/** An assigned grant without an end that began a month ago. */
export function grant(
  userKey: string,
  licenseId: string,
  role: Role,
  differing: Partial<LiveGrant> = {},
): LiveGrant {
  return {
    grantId: `${userKey} ${licenseId} ${role} ${differing.origin ?? 'assigned'}`,
    userKey,
    licenseId,
    role,
    origin: 'assigned',
    period: RUNNING,
    awaits: null,
    ...differing,
  };
}

/** The facts of a change at NOW by someone who administers E100 and E200. */
export function given(
  people: readonly UserFacts[],
  grants: readonly LiveGrant[],
  administered: readonly string[] = ['E100', 'E200'],
  differing: Partial<AssignmentFacts> = {},
): AssignmentFacts {
  return {
    at: NOW,
    administered: new Set(administered),
    users: new Map(people.map((user) => [user.userKey, user])),
    grants,
    viewer: { userKey: 'somebody else', billToOn: new Set(administered) },
    inProgress: new Set(),
    opensInto: null,
    ...differing,
  };
}

/** The complete roles that someone is to hold on a license ID; none ends them. */
export function wants(
  userKey: string,
  licenseId: string,
  ...roles: readonly (Role | WantedRole)[]
): WantedAssignment {
  return { userKey, licenseId, roles: roles.map((role) => (typeof role === 'string' ? { role } : role)) };
}
