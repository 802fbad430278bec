import type { Database } from './database/connect.ts';
import { removeExpiredKeys } from './database/once-by-key.ts';
import { removeOldDownloadLinks } from './features/downloads/download-service.ts';
import { removeOldSummaries } from './features/license-summaries/summary-life-service.ts';
import { removeOldDeliveries } from './features/provisioning/delivery-life-service.ts';
import { removeExpired } from './features/sign-in/session-service.ts';
import type { JobLog } from './jobs/job-queue.ts';

const EVERY_MS = 15 * 60_000;

/** Removes now and then what is over and has no effect any more, so that it does not pile up. */
export function startHousekeeping(db: Database, log: JobLog): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();

  async function clean(): Promise<void> {
    try {
      await removeExpired(db);
      await removeExpiredKeys(db);
      await removeOldDeliveries(db);
      await removeOldSummaries(db);
      await removeOldDownloadLinks(db);
    } catch (error) {
      log.warn({ err: error }, 'What is over could not be removed; it is tried again later');
    }
  }

  const timer = setInterval(() => {
    running = clean();
  }, EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
