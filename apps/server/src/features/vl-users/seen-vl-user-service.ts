import type { VlUserStatus } from '@muniment/domain/vl-user-status.ts';
import type { Queryable } from '../../database/connect.ts';
import { findSeen } from './list-vl-users.ts';
import { selectDeletable } from './seen-person-repository.ts';
import { countSeenByStatus, selectSeenPairs } from './seen-repository.ts';
import type { Viewer } from './viewer.ts';

/** Finds a VL user whom a viewer sees. @throws Problem vl-user-not-found where they hold nothing there. @source R10 */
export async function requireSeen(q: Queryable, viewer: Viewer, vlUserId: string): Promise<{ id: string }> {
  const { id } = await findSeen(q, viewer, vlUserId);
  return { id };
}

/** The license IDs, as people call them, that deleting a VL user touches: of those that the viewer administers. @source M5, R9, I3 */
export async function deletableLicenseIds(q: Queryable, viewer: Viewer, vlUserId: string): Promise<string[]> {
  return selectDeletable(q, viewer, vlUserId);
}

/** Who of these VL users holds something on which license ID (internal id), as far as a viewer sees it. @source R10 */
export async function seenPairs(
  q: Queryable,
  viewer: Viewer,
  vlUserIds: readonly string[],
): Promise<{ readonly vlUserId: string; readonly licenseId: string }[]> {
  return vlUserIds.length === 0 ? [] : selectSeenPairs(q, viewer, vlUserIds);
}

/** How many of the people whom a viewer sees are in each status. @source M2 */
export function countByStatus(q: Queryable, viewer: Viewer): Promise<Map<VlUserStatus, number>> {
  return countSeenByStatus(q, viewer);
}
