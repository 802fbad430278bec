import type { Role } from '@muniment/domain/roles.ts';
import type { AssignableRoles } from './assignment-queries.ts';
import {
  addLicenses,
  type DraftLicense,
  type DraftPerson,
  type HeldAccess,
  inheritedRoles,
  inOrder,
} from './draft.ts';

/** Role properties that were copied from one license ID. */
export interface CopiedRoles {
  readonly licenseId: string;
  readonly roles: readonly Role[];
}

/** Copies the roles of a row; null where it has none. @source S3 */
export function copyRoles({ licenseId, roles }: DraftLicense): CopiedRoles | null {
  return roles.length === 0 ? null : { licenseId, roles };
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
    licenseIds.has(license.licenseId) ? withRoles(license, copied.roles, assignable) : license,
  );
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
