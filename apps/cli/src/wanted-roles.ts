import type { AssignmentChangeRequest } from '@muniment/contract/assignment-changes.ts';
import type { LicenseAccess } from '@muniment/contract/vl-users.ts';

type Assignment = AssignmentChangeRequest['assignments'][number];
type WantedRole = Assignment['roles'][number];

/** What was asked for on the command line. */
export interface RoleWish {
  /** Make the roles all that are held, add them to what is held, or take them from it. */
  readonly mode: 'set' | 'add' | 'take';
  readonly licenseIds: readonly string[];
  readonly roles: readonly string[];
  /** RFC 3339; left out: as it is. */
  readonly startsAt?: string | undefined;
  /** null: without an end. */
  readonly endsAt?: string | null | undefined;
}

/**
 * The complete assigned roles to ask for on each license ID: what the API takes.
 *
 * Roles that are kept are named without a period, so that theirs stays. Inherited ones are left out: they are
 * neither assigned nor removed by a change.
 *
 * @param held What the person holds now, where the caller administers it.
 * @source S3, I3
 */
export function wantedRoles(
  held: readonly LicenseAccess[],
  wish: RoleWish,
): { licenseId: string; roles: WantedRole[] }[] {
  const asked = new Set(wish.roles);
  return [...new Set(wish.licenseIds)].map((licenseId) => {
    const here = held.find((one) => one.licenseId === licenseId)?.roles ?? [];
    const assigned = here.filter(({ origin }) => origin === 'assigned').map(({ role }) => role);
    const kept = wish.mode === 'set' ? [] : [...new Set(assigned)].filter((role) => !asked.has(role));
    const given = wish.mode === 'take' ? [] : [...asked].map((role) => withPeriod(role, wish));
    return { licenseId, roles: [...kept, ...given] };
  });
}

function withPeriod(role: string, { startsAt, endsAt }: RoleWish): WantedRole {
  if (startsAt === undefined && endsAt === undefined) return role;
  return {
    role,
    ...(startsAt === undefined ? {} : { startsAt }),
    ...(endsAt === undefined ? {} : { endsAt }),
  };
}
