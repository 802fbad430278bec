import { v7 } from 'uuid';
import type { Trx } from '../../database/connect.ts';
import type { JobQueue } from '../../jobs/job-queue.ts';
import { announcementBody, CHANGED, REQUESTED } from './announcement.ts';
import { insertDeliveries, type NewDelivery, type Pair, selectTold } from './announcement-repository.ts';
import type { ProvisioningPace } from './provisioning-pace.ts';

/** What one system is told. */
export interface Telling {
  readonly systemId: string;
  readonly pairs: readonly Pair[];
}

/**
 * Plans what systems are told, in the caller's transaction: one delivery a system and VL user, and one job a system.
 * The caller holds the locks of the VL users, and has opened and closed their grants.
 *
 * @param provisionings By VL user: what waits for the answers. Of the others systems are only told.
 */
export async function tellSystems(
  trx: Trx,
  { jobs, pace }: { readonly jobs: JobQueue; readonly pace: ProvisioningPace },
  organizationId: string,
  tellings: readonly Telling[],
  at: Date,
  provisionings: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const pairs = new Map(tellings.flatMap((telling) => telling.pairs.map((pair) => [keyOf(pair), pair])));
  if (pairs.size === 0) return;
  const { organizationNumber, told } = await selectTold(trx, organizationId, [...pairs.values()]);

  const deliveries = tellings.flatMap(({ systemId, pairs: own }): NewDelivery[] => {
    const keys = new Set(own.map(keyOf));
    const ownTold = told.filter(({ vlUserId, internalLicenseId: licenseId }) =>
      keys.has(keyOf({ vlUserId, licenseId })),
    );
    return [...Map.groupBy(ownTold, ({ vlUserId }) => vlUserId)].map(([vlUserId, ofUser]) => {
      const provisioningId = provisionings.get(vlUserId) ?? null;
      const event = provisioningId === null ? CHANGED : REQUESTED;
      const patience = provisioningId === null ? pace.tellWithin : pace.answerWithin;
      return {
        id: v7(),
        systemId,
        provisioningId,
        event,
        body: announcementBody(event, at, organizationNumber, ofUser),
        giveUpAt: new Date(at.getTime() + patience * 1_000),
      };
    });
  });
  await insertDeliveries(trx, organizationId, deliveries, at);
  const systemIds = new Set(deliveries.map(({ systemId }) => systemId));
  await jobs.enqueueDeliveries(
    trx,
    [...systemIds].map((systemId) => ({ systemId, runAfter: at })),
  );
}

function keyOf({ vlUserId, licenseId }: Pair): string {
  return `${vlUserId} ${licenseId}`;
}
