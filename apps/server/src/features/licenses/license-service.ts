import { ROLES, type Role } from '@muniment/domain/roles.ts';
import type { Member } from '../../actor.ts';
import type { Queryable } from '../../database/connect.ts';
import type { Viewer } from '../vl-users/viewer.ts';
import { selectLicenseId, selectRolesHeld, selectSeesInvoiceReader } from './license-repository.ts';
import { showLicense } from './list-licenses.ts';

/** The roles that VL users hold on at least one license ID of their organizations, by organization. */
export async function rolesHeldByOrganization(
  q: Queryable,
  viewers: readonly Viewer[],
): Promise<Map<string, Role[]>> {
  const rows = await selectRolesHeld(q, viewers);
  const byOrganization = Map.groupBy(rows, (row) => row.organizationId);
  return new Map([...byOrganization].map(([id, held]) => [id, held.map(({ role }) => role)]));
}

/**
 * The roles that somebody may see, on one license ID or on any.
 *
 * @param licenseId As people call it; null: any.
 * @source R9
 */
export async function seenRoles(q: Queryable, viewer: Viewer, licenseId: string | null): Promise<Role[]> {
  const seesAll = await selectSeesInvoiceReader(q, viewer, licenseId);
  return ROLES.filter((role) => seesAll || role !== 'invoice-reader');
}

/** Refuses a license ID on which the caller holds no role. @throws Problem license-id-not-found. @source R10 */
export async function requireHeldLicense(q: Queryable, actor: Member, licenseId: string): Promise<void> {
  await showLicense(q, actor, licenseId);
}

/** The internal id of a license ID of an organization; null where it has none by that name. */
export function findLicenseId(
  q: Queryable,
  organizationId: string,
  licenseId: string,
): Promise<string | null> {
  return selectLicenseId(q, organizationId, licenseId);
}
