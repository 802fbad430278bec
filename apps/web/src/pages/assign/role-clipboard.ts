import type { Role } from '@muniment/domain/roles.ts';
import { addLicenses, type DraftLicense, type DraftPerson, type HeldAccess, inOrder } from './draft.ts';

/** Role properties that were copied from one license ID. */
export interface CopiedRoles {
  readonly licenseId: string;
  readonly roles: readonly Role[];
}

/** Copies the roles of a row; null where it has none. @source S3 */
export function copyRoles({ licenseId, roles }: DraftLicense): CopiedRoles | null {
  return roles.length === 0 ? null : { licenseId, roles };
}

/** Gives license IDs exactly the copied roles. @source S3 */
export function pasteRoles(
  licenses: readonly DraftLicense[],
  licenseIds: ReadonlySet<string>,
  copied: CopiedRoles,
): DraftLicense[] {
  return licenses.map((license) =>
    licenseIds.has(license.licenseId) ? { ...license, roles: inOrder(copied.roles) } : license,
  );
}

/** Where Ctrl V on a row goes: to everything selected, else to the row itself. */
export function pasteTargets(selected: ReadonlySet<string>, rowId: string): ReadonlySet<string> {
  return selected.size > 0 ? selected : new Set([rowId]);
}

/** Gives a person the license IDs of another, each with the other's roles. */
export function copyAssignments(from: DraftPerson, to: DraftPerson, access: HeldAccess): DraftPerson {
  const rolesByLicense = new Map(from.licenses.map(({ licenseId, roles }) => [licenseId, roles]));
  const extended = addLicenses(to, from.licenses, access);
  return {
    ...extended,
    licenses: extended.licenses.map((license) => ({
      ...license,
      roles: rolesByLicense.get(license.licenseId) ?? license.roles,
    })),
  };
}
