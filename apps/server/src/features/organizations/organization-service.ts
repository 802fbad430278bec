import type { Queryable } from '../../database/connect.ts';
import {
  type Membership,
  selectMemberships,
  selectOrganizationsOfContact,
} from './organization-repository.ts';

/**
 * The organizations in which a signed-in account is a registered VL user, by name.
 *
 * Whoever is gone from an enforced directory is nobody there, from the commit of that on. @source M6
 */
export function findMemberships(q: Queryable, accountId: string): Promise<Membership[]> {
  return selectMemberships(q, accountId);
}

/** Organizations that a signed-in account belongs to only as the contact of an agreement, by name. @source I1 */
export function findOrganizationsOfContact(
  q: Queryable,
  accountId: string,
): Promise<Membership['organization'][]> {
  return selectOrganizationsOfContact(q, accountId);
}
