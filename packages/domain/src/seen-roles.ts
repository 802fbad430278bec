import { ROLES, type Role } from './roles.ts';

/** Through whose eyes roles are looked at. */
export interface RoleViewer {
  /** Names the viewer as facts name people; null for the publisher, who sees every role. */
  readonly userKey: string | null;
  /** License IDs on whose agreement the viewer is bill-to contact. */
  readonly billToOn: ReadonlySet<string>;
}

/**
 * Whether a viewer may know that somebody holds a role on a license ID.
 *
 * Invoice Reader is seen by the bill-to contact of the license ID's agreement and by its holder, by nobody else. Lists,
 * details, versions, counts and changes all ask this, or its twin in the database, `role_seen_by`.
 *
 * @source R9
 */
export function seesRole(
  viewer: RoleViewer,
  held: { readonly role: Role; readonly licenseId: string; readonly userKey: string },
): boolean {
  return (
    held.role !== 'invoice-reader' ||
    viewer.userKey === null ||
    viewer.userKey === held.userKey ||
    viewer.billToOn.has(held.licenseId)
  );
}

/** Whether a viewer may give a role on a license ID. @source R9 */
export function mayAssignRole(viewer: RoleViewer, role: Role, licenseId: string): boolean {
  return role !== 'invoice-reader' || viewer.userKey === null || viewer.billToOn.has(licenseId);
}

/** The roles that an administrator may give on a license ID. @source R9 */
export function assignableRoles(isBillTo: boolean): Role[] {
  return ROLES.filter((role) => isBillTo || role !== 'invoice-reader');
}
