import type { OpenJobQueue } from '../../jobs/job-queue.ts';
import { type DeliverDeps, deliver } from './deliver.ts';
import {
  cancelDeliveriesOf,
  claimDelivery,
  findOverdueSystems,
  selectDeliverySystem,
} from './delivery-repository.ts';
import { PROVISIONING_PACE } from './provisioning-pace.ts';
import { findUnsettled } from './provisioning-repository.ts';
import { settleProvisioning } from './settle-provisioning.ts';

/** So many deliveries to one system are under way in one process: a system that hangs holds up itself alone. */
const LANES = 10;
const SETTLE_LIMIT = 1_000;

export interface DeliveryWorker {
  /** Begins no more deliveries and lets those under way end. To be called before the queue stops. */
  stop(): Promise<void>;
}

/** Deliveries to one system that are under way. */
interface Lanes {
  count: number;
  /** Somebody asked to look again while all lanes were busy. */
  isWanted: boolean;
}

/**
 * Sends deliveries to downstream systems from now on. A job only says which system to look at; what is due there is
 * read from the deliveries, oldest first, on a few lanes for each system.
 *
 * @source architecture.md, Provisioning and decision 11
 */
export async function startDeliveryWorker({
  jobs,
  pace = PROVISIONING_PACE,
  ...rest
}: Omit<DeliverDeps, 'pace' | 'jobs'> & {
  jobs: OpenJobQueue;
  pace?: DeliverDeps['pace'];
}): Promise<DeliveryWorker> {
  const deps: DeliverDeps = { ...rest, jobs, pace };
  const systems = new Map<string, Lanes>();
  const running = new Set<Promise<void>>();
  let isStopping = false;

  function look(systemId: string): void {
    if (isStopping) return;
    const lanes = systems.get(systemId) ?? { count: 0, isWanted: false };
    systems.set(systemId, lanes);
    if (lanes.count === LANES) {
      lanes.isWanted = true;
      return;
    }
    lanes.count += 1;
    lanes.isWanted = false;
    const lane = work(systemId, lanes)
      .catch((error: unknown) => {
        deps.log.error(
          { err: error, systemId },
          'Deliveries could not be worked on; they are looked at again',
        );
      })
      .finally(() => {
        running.delete(lane);
        lanes.count -= 1;
        if (lanes.isWanted) look(systemId);
        else if (lanes.count === 0) systems.delete(systemId);
      });
    running.add(lane);
  }

  async function work(systemId: string, lanes: Lanes): Promise<void> {
    while (!isStopping) {
      lanes.isWanted = false;
      const system = await selectDeliverySystem(deps.db, systemId);
      if (system === null || system.isRemoved) {
        await cancelDeliveriesOf(deps.db, systemId);
        return settleAll();
      }
      const claimed = await claimDelivery(deps.db, systemId, pace.lease);
      if (claimed !== null) {
        // There may be more; whoever finds none goes home.
        look(systemId);
        await deliver(deps, system, claimed);
      } else if (!lanes.isWanted) return;
    }
  }

  async function settleAll(): Promise<void> {
    for (const { organizationId, provisioningId } of await findUnsettled(deps.db, SETTLE_LIMIT)) {
      if (isStopping) return;
      await settleProvisioning(deps, organizationId, provisioningId).catch((error: unknown) => {
        deps.log.error(
          { err: error, provisioningId },
          'A provisioning could not be ended; it is looked at again',
        );
      });
    }
  }

  async function sweep(): Promise<void> {
    try {
      for (const systemId of await findOverdueSystems(deps.db, pace.overdueAfter)) look(systemId);
      await settleAll();
    } catch (error) {
      deps.log.error({ err: error }, 'Overdue deliveries could not be looked for; the next look comes soon');
    }
  }

  await jobs.startWorker({ delivery: async ({ systemId }) => look(systemId) });
  let sweeping: Promise<void> | null = null;
  const sweepUnlessBusy = () => {
    sweeping ??= sweep().finally(() => {
      sweeping = null;
    });
  };
  sweepUnlessBusy();
  const timer = setInterval(sweepUnlessBusy, pace.sweepEvery * 1_000);

  return {
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await sweeping;
      await Promise.all(running);
    },
  };
}
