import { type Action, ROLES, type Role } from '@muniment/domain/roles.ts';
import { type Member, viewerOf } from '../../actor.ts';
import type { Queryable } from '../../database/connect.ts';
import { Problem } from '../../problem.ts';
import type { Viewer } from '../vl-users/viewer.ts';
import {
  type OpenedLicense,
  selectLicenseId,
  selectOpenedLicenses,
  selectRolesHeld,
  selectSeesInvoiceReader,
} from './license-repository.ts';
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

/**
 * The license ID that a page is about. A foreign one, an unknown one and an own one without a role that opens the page
 * are refused with the same words.
 *
 * @param licenseId As people call it.
 * @throws Problem license-id-not-found.
 * @source R10
 */
export async function requireOpenedLicense(
  q: Queryable,
  actor: Member,
  licenseId: string,
  action: Action,
): Promise<OpenedLicense> {
  const [license] = await selectOpenedLicenses(q, viewerOf(actor), [licenseId], action);
  if (license === undefined) throw notOpened();
  return license;
}

/**
 * The license IDs that a request names, each once, by license ID.
 *
 * @throws Problem license-id-not-found where one of them is not open to the caller, as {@link requireOpenedLicense}.
 * @source R10
 */
export async function requireOpenedLicenses(
  q: Queryable,
  actor: Member,
  licenseIds: readonly string[],
  action: Action,
): Promise<OpenedLicense[]> {
  const opened = await selectOpenedLicenses(q, viewerOf(actor), licenseIds, action);
  if (opened.length < new Set(licenseIds).size) throw notOpened();
  return opened;
}

function notOpened(): Problem {
  return new Problem('license-id-not-found', {
    detail: 'You hold no role that opens this on a license ID of this name.',
  });
}
