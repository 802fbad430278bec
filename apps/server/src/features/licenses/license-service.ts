import type { Role } from '@muniment/domain/roles.ts';
import type { Queryable } from '../../database/connect.ts';
import { selectRolesHeld } from './license-repository.ts';

/** The roles that VL users hold on at least one license ID of their organizations, by organization. */
export async function rolesHeldByOrganization(
  q: Queryable,
  viewers: readonly { readonly organizationId: string; readonly vlUserId: string }[],
): Promise<Map<string, Role[]>> {
  const rows = await selectRolesHeld(q, viewers);
  const byOrganization = Map.groupBy(rows, (row) => row.organizationId);
  return new Map([...byOrganization].map(([id, held]) => [id, held.map(({ role }) => role)]));
}
