import type { Database, Trx } from '../../database/connect.ts';
import { currentTime, inTransaction } from '../../database/transaction.ts';
import { appendToLedger } from '../ledger/ledger-service.ts';
import type { MailPlanning } from '../mail/mail-service.ts';
import { cancelWaitingDeliveries, selectTouchedPairs } from './announcement-repository.ts';
import { type ProvisioningOutcome, provisioningOutcome } from './provisioning-outcome.ts';
import type { ProvisioningPace } from './provisioning-pace.ts';
import {
  endProvisioning,
  lockProvisioning,
  releaseGrants,
  selectAsked,
  selectWaiting,
  selectWaitingGrants,
  type WaitingProvisioning,
} from './provisioning-repository.ts';
import { tellOfChange } from './tell-of-change.ts';
import { tellSystems } from './tell-systems.ts';

export interface SettleDeps extends MailPlanning {
  db: Database;
  pace: ProvisioningPace;
}

/**
 * Ends a provisioning if it is over: all systems have accepted and its grants count from now on, or it has failed and
 * they never do. Many processes may try at once; one does it.
 *
 * @throws Where the database is away. It is found again.
 * @source M2, M8, S6
 */
export async function settleProvisioning(
  deps: SettleDeps,
  organizationId: string,
  provisioningId: string,
): Promise<void> {
  const before = await selectWaiting(deps.db, organizationId, provisioningId);
  // Looked at without locks first: most answers are not the last one.
  if (before === null || (await outcomeOf(deps.db, organizationId, before)).kind === 'waiting') return;
  await inTransaction(deps.db, async (trx) => {
    await lockProvisioning(trx, organizationId, before);
    const waiting = await selectWaiting(trx, organizationId, provisioningId);
    if (waiting === null) return;
    const outcome = await outcomeOf(trx, organizationId, waiting);
    if (outcome.kind !== 'waiting') await endAs(trx, deps, organizationId, waiting, outcome);
  });
  deps.jobs.wake();
}

async function outcomeOf(
  q: Database | Trx,
  organizationId: string,
  { id, deadlineAt }: WaitingProvisioning,
): Promise<ProvisioningOutcome> {
  return provisioningOutcome(await selectAsked(q, organizationId, id), deadlineAt, await currentTime(q));
}

async function endAs(
  trx: Trx,
  deps: SettleDeps,
  organizationId: string,
  waiting: WaitingProvisioning,
  outcome: Exclude<ProvisioningOutcome, { kind: 'waiting' }>,
): Promise<void> {
  const { id, changeId, vlUserId } = waiting;
  const at = await currentTime(trx);
  const grants = await selectWaitingGrants(trx, organizationId, id);
  // All that waited was taken away meanwhile by somebody who told no system of it.
  const state = grants.length === 0 ? 'cancelled' : outcome.kind;
  const reason = state === 'failed' && outcome.kind === 'failed' ? outcome.reason : null;
  await endProvisioning(trx, organizationId, id, { state, reason, at });
  if (state === 'done') await releaseGrants(trx, organizationId, id, at);
  else await putRight(trx, deps, organizationId, waiting, at);
  await tellOfChange(trx, deps, organizationId, waiting, at);
  if (state === 'cancelled') return;
  await appendToLedger(trx, organizationId, { kind: 'system', id: null, name: 'Provisioning' }, at, {
    event: `provisioning.${state}`,
    version: 1,
    licenseIds: [...new Set(grants.map(({ licenseId }) => licenseId))],
    details: { changeId, grants: grants.map(({ licenseId, role }) => ({ vlUserId, licenseId, role })) },
  });
}

/**
 * Asks no more, and tells systems what really stands after a failure: those that may have taken the change, all of it;
 * the others, who know nothing of it, what it took away all the same.
 */
async function putRight(
  trx: Trx,
  deps: SettleDeps,
  organizationId: string,
  failed: WaitingProvisioning,
  at: Date,
): Promise<void> {
  await cancelWaitingDeliveries(trx, organizationId, [failed.id], at);
  // Read only now: a try that began meanwhile counts, and no other one begins.
  const asked = await selectAsked(trx, organizationId, failed.id);
  const touched = await selectTouchedPairs(trx, organizationId, failed);
  const tellings = asked.map(({ systemId, state, attempts }) => {
    // Whoever was asked and has not refused may have done it, answered or not.
    const mayHaveTaken = state !== 'refused' && attempts > 0;
    return { systemId, pairs: touched.filter(({ closes }) => mayHaveTaken || closes) };
  });
  await tellSystems(trx, deps, organizationId, tellings, at);
}
