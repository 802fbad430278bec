import type { LicenseAccess } from '@muniment/contract/vl-users.ts';
import { type VlUserStatus, vlUserStatus } from '@muniment/domain/vl-user-status.ts';
import type { PersonAccess } from './person-query.ts';

/** Whether something waits for downstream systems, so that nothing can be added meanwhile. @source M8 */
export function isBeingApplied({ person, licenses }: PersonAccess): boolean {
  return (
    person.provisioning.waitingFor.length > 0 ||
    person.status === 'assignment-in-progress' ||
    licenses.some(({ roles }) => roles.some(({ status }) => status === 'assignment-in-progress'))
  );
}

/** The license IDs on which a role failed, and is to be assigned again. @source M2 */
export function failedLicenses({ licenses }: Pick<PersonAccess, 'licenses'>): LicenseAccess[] {
  return licenses.filter(({ roles }) => roles.some(({ status }) => status === 'failed'));
}

/**
 * What one license ID has to say of itself: how its roles stand, where that is no good and not the same on all.
 *
 * @returns null where the person's own status says all.
 */
export function standingOf(license: LicenseAccess, licenses: readonly LicenseAccess[]): VlUserStatus | null {
  const all = new Set(licenses.flatMap(({ roles }) => roles.map(({ status }) => status)));
  if (all.size < 2) return null;
  const standing = vlUserStatus(license.roles.map(({ status }) => status));
  return standing === 'active' ? null : standing;
}
