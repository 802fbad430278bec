import type { ChangeProgress } from '@muniment/contract/assignment-changes.ts';
import type { VlUserProvisioning } from '@muniment/contract/vl-users.ts';
import type { Queryable } from '../../database/connect.ts';
import type { Viewer } from '../vl-users/viewer.ts';
import { selectOpenProvisionings, selectProvisioningsOf } from './seen-provisioning-repository.ts';

/**
 * Which downstream systems VL users wait for, and why they failed, by VL user: over the license IDs and roles that the
 * viewer sees. Who neither waits nor failed is left out.
 *
 * @source M2, M8, R9, R10
 */
export async function seenProvisioning(
  q: Queryable,
  viewer: Viewer,
  vlUserIds: readonly string[],
): Promise<Map<string, VlUserProvisioning>> {
  if (vlUserIds.length === 0) return new Map();
  const rows = await selectOpenProvisionings(q, viewer, vlUserIds);
  return new Map(
    [...Map.groupBy(rows, ({ vlUserId }) => vlUserId)].map(([vlUserId, own]) => {
      const last = own.findLast(({ state }) => state === 'failed');
      return [
        vlUserId,
        {
          waitingFor: [...new Set(own.flatMap(({ waitingFor }) => waitingFor))].sort(),
          failed:
            last === undefined
              ? null
              : { reason: last.reason ?? '', at: (last.endedAt ?? last.startedAt).toISOString() },
        },
      ];
    }),
  );
}

/** What became of changes at downstream systems, by change, as far as the viewer sees what waited. @source M2, R9, R10 */
export async function seenProgress(
  q: Queryable,
  viewer: Viewer,
  changeIds: readonly string[],
): Promise<Map<string, ChangeProgress[]>> {
  if (changeIds.length === 0) return new Map();
  const rows = await selectProvisioningsOf(q, viewer, changeIds);
  return new Map(
    [...Map.groupBy(rows, ({ changeId }) => changeId)].map(([changeId, own]) => [
      changeId,
      own.map(({ vlUserId, displayName, state, waitingFor, reason, endedAt }) => ({
        vlUserId,
        displayName,
        state,
        waitingFor: [...waitingFor],
        reason,
        endedAt: endedAt?.toISOString() ?? null,
      })),
    ]),
  );
}
