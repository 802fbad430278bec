import type { BulkChangeRequest } from '@muniment/contract/bulk-changes.ts';
import { isRole, type Role } from '@muniment/domain/roles.ts';
import { Problem } from '../../problem.ts';
import { unknownRole } from './read-request.ts';

/** What a bulk change does. License IDs are as people call them. */
export type BulkAct =
  | { readonly kind: 'add'; readonly roles: readonly Role[]; readonly licenseIds: readonly string[] }
  /** `licenseIds` is null for every license ID that the caller administers. */
  | { readonly kind: 'end'; readonly roles: readonly Role[]; readonly licenseIds: readonly string[] | null }
  | { readonly kind: 'remove-people' };

/**
 * Reads the one thing that a bulk change does.
 *
 * @param seen Roles that the caller may see. @source R9
 * @throws Problem invalid-request where it is none or several; unknown-role.
 */
export function readAct(request: BulkChangeRequest, seen: readonly Role[]): BulkAct {
  const { add, remove, removePeople } = request;
  if ([add, remove, removePeople].filter((one) => one !== undefined).length !== 1) {
    throw new Problem('invalid-request', { detail: 'Give exactly one of add, remove and removePeople.' });
  }
  if (add !== undefined) {
    return { kind: 'add', roles: readRoles(add.roles, '/add/roles', seen), licenseIds: add.licenseIds };
  }
  if (remove !== undefined) {
    const roles = readRoles(remove.roles, '/remove/roles', seen);
    return { kind: 'end', roles, licenseIds: remove.licenseIds ?? null };
  }
  return { kind: 'remove-people' };
}

function readRoles(asked: readonly string[], pointer: string, seen: readonly Role[]): Role[] {
  return asked.map((role, index) => {
    if (!isRole(role) || !seen.includes(role)) throw unknownRole(`${pointer}/${index}`, role);
    return role;
  });
}
