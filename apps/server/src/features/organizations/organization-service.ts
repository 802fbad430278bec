import type { Queryable } from '../../database/connect.ts';
import { type Membership, selectMemberships } from './organization-repository.ts';

/**
 * The organizations in which a signed-in account is a registered VL user, by name.
 *
 * An account that was removed from an enforced directory stays a member without any effective role.
 */
export function findMemberships(q: Queryable, accountId: string): Promise<Membership[]> {
  return selectMemberships(q, accountId);
}
