import type { Role } from '@muniment/domain/roles.ts';
import type { AssignableRoles } from './assignment-queries.ts';
import {
  addLicenses,
  type DraftPerson,
  type HeldAccess,
  inheritedRoles,
  inOrder,
  readAgain,
} from './draft.ts';
import type { RolePeriods } from './role-periods.ts';

/** What is copied of one license ID of a person. */
export interface CopiedAccess {
  readonly licenseId: string;
  readonly name: string;
  /** Assigned ones: what is inherited is not given by administrators. @source I3 */
  readonly roles: readonly Role[];
  /** Those that start later or end are copied with their days. @source B6 */
  readonly periods: RolePeriods;
}

/**
 * Gives a person of the draft what somebody else has, beside what they hold, as far as it may be given: nobody loses a
 * role.
 *
 * @param access What the person of the draft holds now.
 * @source R9, I3
 */
export function giveCopied(
  person: DraftPerson,
  access: HeldAccess,
  copied: readonly CopiedAccess[],
  assignable: AssignableRoles,
): DraftPerson {
  const byLicense = new Map(copied.map((each) => [each.licenseId, each]));
  const extended = addLicenses(readAgain(person, access), copied, access);
  return {
    ...extended,
    licenses: extended.licenses.map((license) => {
      const from = byLicense.get(license.licenseId);
      if (from === undefined) return license;
      const locked = inheritedRoles(license);
      const allowed = assignable(license.licenseId);
      const fresh = from.roles.filter(
        (role) => allowed.includes(role) && !locked.includes(role) && !license.roles.includes(role),
      );
      const periods = Object.fromEntries(
        fresh.flatMap((role) => (from.periods[role] === undefined ? [] : [[role, from.periods[role]]])),
      );
      return {
        ...license,
        roles: inOrder([...license.roles, ...fresh]),
        ...(Object.keys(periods).length === 0 ? {} : { periods: { ...license.periods, ...periods } }),
      };
    }),
  };
}

/** Copied roles that may not be given, with the license IDs on which they are left out. @source R9 */
export function leftOutByCopy(
  copied: readonly CopiedAccess[],
  assignable: AssignableRoles,
): { roles: Role[]; licenseIds: string[] } {
  const missing = copied.map(({ licenseId, roles }) => ({
    licenseId,
    roles: roles.filter((role) => !assignable(licenseId).includes(role)),
  }));
  return {
    roles: inOrder(missing.flatMap(({ roles }) => roles)),
    licenseIds: missing.filter(({ roles }) => roles.length > 0).map(({ licenseId }) => licenseId),
  };
}
