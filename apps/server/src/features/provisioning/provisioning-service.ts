import { v7 } from 'uuid';
import type { Queryable, Trx } from '../../database/connect.ts';
import type { MailPlanning } from '../mail/mail-service.ts';
import {
  type Begun,
  cancelIdle,
  insertProvisionings,
  type Pair,
  selectSystemIds,
  selectTouchedPairs,
} from './announcement-repository.ts';
import { PROVISIONING_PACE } from './provisioning-pace.ts';
import { tellOfChange } from './tell-of-change.ts';
import { tellSystems } from './tell-systems.ts';

type Change = { readonly id: string; readonly at: Date };

/** Whether a change that grants waits for downstream systems. @source M2 */
export async function isProvisioned(q: Queryable): Promise<boolean> {
  return (await selectSystemIds(q)).length > 0;
}

/**
 * Begins what grants of a change wait for, before they are opened.
 *
 * @param vlUserIds Whose grants are opened; locked by the caller.
 * @param silent Those of them who are told nothing of it when it is done.
 * @returns Provisioning id by VL user id; empty where no system is registered, and the grants count at once.
 * @source M2
 */
export async function beginProvisioning(
  trx: Trx,
  _deps: MailPlanning,
  organizationId: string,
  change: Change,
  vlUserIds: readonly string[],
  silent: ReadonlySet<string> = new Set(),
): Promise<Map<string, string>> {
  if (vlUserIds.length === 0 || !(await isProvisioned(trx))) return new Map();
  const begun = [...new Set(vlUserIds)].map((vlUserId): Begun & { isSilent: boolean } => ({
    id: v7(),
    changeId: change.id,
    vlUserId,
    isSilent: silent.has(vlUserId),
  }));
  await insertProvisionings(trx, organizationId, begun, {
    startedAt: change.at,
    deadlineAt: new Date(change.at.getTime() + PROVISIONING_PACE.answerWithin * 1_000),
  });
  return new Map(begun.map(({ id, vlUserId }) => [vlUserId, id]));
}

/**
 * Tells downstream systems of a change, after its grants were opened and closed. What VL users with a provisioning are
 * to hold is asked, and waited for; of the others systems are only told. A provisioning none of whose grants is open
 * any more is cancelled, and systems are told of all that it concerned.
 *
 * @param pairs Every VL user and license ID (internal ids) that the change touches; the VL users locked by the caller.
 * @param provisionings What {@link beginProvisioning} answered.
 * @source M8
 */
export async function announce(
  trx: Trx,
  deps: MailPlanning,
  organizationId: string,
  change: Change,
  pairs: readonly Pair[],
  provisionings: ReadonlyMap<string, string>,
): Promise<void> {
  const vlUserIds = [...new Set(pairs.map(({ vlUserId }) => vlUserId))];
  const cancelled = await cancelIdle(trx, organizationId, vlUserIds, change.at);
  const concerned: Pair[] = [...pairs];
  for (const begun of cancelled) {
    // What the change of a cancelled provisioning took away was to be told with it.
    concerned.push(...(await selectTouchedPairs(trx, organizationId, begun)));
    await tellOfChange(trx, deps, organizationId, begun, change.at);
  }
  const systemIds = await selectSystemIds(trx);
  await tellSystems(
    trx,
    { jobs: deps.jobs, pace: PROVISIONING_PACE },
    organizationId,
    systemIds.map((systemId) => ({ systemId, pairs: concerned })),
    change.at,
    provisionings,
  );
}
