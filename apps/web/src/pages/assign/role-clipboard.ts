import type { Role } from '@muniment/domain/roles.ts';
import type { AssignableRoles } from './assignment-queries.ts';
import {
  addLicenses,
  type DraftLicense,
  type DraftPerson,
  type HeldAccess,
  inheritedRoles,
  inOrder,
  periodOf,
} from './draft.ts';
import { ALWAYS, isSamePeriod, type RolePeriods } from './role-periods.ts';

/** Role properties that were copied from one license ID, or come from a role set. */
export interface CopiedRoles {
  /** null: of a role set. */
  readonly licenseId: string | null;
  /** Of a role set, its name. */
  readonly setName?: string;
  readonly roles: readonly Role[];
  /** Those of the roles that start later or end. @source B6 */
  readonly periods?: RolePeriods;
}

/** Copies the roles of a row; null where it has none. @source S3 */
export function copyRoles(license: DraftLicense): CopiedRoles | null {
  const { licenseId, roles } = license;
  if (roles.length === 0) return null;
  const periods = roles.flatMap((role) => {
    const period = periodOf(license, role);
    return isSamePeriod(period, ALWAYS) ? [] : [[role, period] as const];
  });
  return periods.length === 0
    ? { licenseId, roles }
    : { licenseId, roles, periods: Object.fromEntries(periods) };
}

/**
 * Gives license IDs exactly the copied roles, as far as they may be given there: Invoice Reader not everywhere, and
 * none that is inherited. @source S3, R9, I3
 */
export function pasteRoles(
  licenses: readonly DraftLicense[],
  licenseIds: ReadonlySet<string>,
  copied: CopiedRoles,
  assignable: AssignableRoles,
): DraftLicense[] {
  return licenses.map((license) =>
    licenseIds.has(license.licenseId)
      ? withPeriods(withRoles(license, copied.roles, assignable), copied.periods)
      : license,
  );
}

/** The days of roles are properties of theirs and are pasted with them. @source B6 */
function withPeriods(license: DraftLicense, copied: RolePeriods | undefined): DraftLicense {
  const given = license.roles.flatMap((role) =>
    copied?.[role] === undefined ? [] : [[role, copied[role]] as const],
  );
  return given.length === 0
    ? license
    : { ...license, periods: { ...license.periods, ...Object.fromEntries(given) } };
}

/** Copied roles that pasting leaves out, with the license IDs on which it does. */
export function leftOutByPaste(
  licenses: readonly DraftLicense[],
  licenseIds: ReadonlySet<string>,
  copied: CopiedRoles,
  assignable: AssignableRoles,
): { roles: Role[]; licenseIds: string[] } {
  const roles = new Set<Role>();
  const at = licenses.filter((license) => {
    if (!licenseIds.has(license.licenseId)) return false;
    const given = withRoles(license, copied.roles, assignable).roles;
    const missing = copied.roles.filter(
      (role) => !given.includes(role) && !inheritedRoles(license).includes(role),
    );
    for (const role of missing) roles.add(role);
    return missing.length > 0;
  });
  return { roles: inOrder(roles), licenseIds: at.map(({ licenseId }) => licenseId) };
}

function withRoles(
  license: DraftLicense,
  wanted: readonly Role[],
  assignable: AssignableRoles,
): DraftLicense {
  const allowed = [...assignable(license.licenseId), ...license.held];
  const inherited = inheritedRoles(license);
  return {
    ...license,
    roles: inOrder(wanted.filter((role) => allowed.includes(role) && !inherited.includes(role))),
  };
}

/** Where Ctrl V on a row goes: to everything selected, else to the row itself. */
export function pasteTargets(selected: ReadonlySet<string>, rowId: string): ReadonlySet<string> {
  return selected.size > 0 ? selected : new Set([rowId]);
}

/** Gives a person the license IDs of another, each with the other's roles as far as they may be given. */
export function copyAssignments(
  from: DraftPerson,
  to: DraftPerson,
  access: HeldAccess,
  assignable: AssignableRoles,
): DraftPerson {
  const rolesByLicense = new Map(from.licenses.map(({ licenseId, roles }) => [licenseId, roles]));
  const extended = addLicenses(to, from.licenses, access);
  return {
    ...extended,
    licenses: extended.licenses.map((license) => {
      const roles = rolesByLicense.get(license.licenseId);
      return roles === undefined ? license : withRoles(license, roles, assignable);
    }),
  };
}
