import { type Member, viewerOf } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { deletablePairs, requireSeen } from '../vl-users/seen-vl-user-service.ts';
import { changeAssignments } from './change-assignments.ts';
import type { SaveDeps } from './save-decision.ts';

/**
 * Ends all assigned roles of a VL user on the license IDs that the caller administers, however many they are, by
 * one change; what others administer is not touched. Roles that the caller does not see end too (R9), and where the
 * person is gone from the directory, inherited ones (I3).
 *
 * @throws Problem vl-user-not-found, last-administrator, stale-version.
 * @source M5, M7, M9, A1
 */
export async function removeVlUser(
  trx: Trx,
  deps: SaveDeps,
  actor: Member,
  vlUserId: string,
  ifMatch: string | null,
): Promise<void> {
  const viewer = viewerOf(actor);
  const { id } = await requireSeen(trx, viewer, vlUserId);
  const pairs = await deletablePairs(trx, viewer, [id]);
  if (pairs.length === 0) return;
  const request = {
    assignments: pairs.map(({ licenseId }) => ({ user: { vlUserId: id }, licenseId, roles: [] })),
    ...(ifMatch === null ? {} : { expected: [{ vlUserId: id, etag: ifMatch }] }),
  };
  await changeAssignments(trx, deps, actor, request, { endsUnseen: true });
}
