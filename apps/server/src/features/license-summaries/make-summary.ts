import { summarizeEntitlements } from '@muniment/domain/license-summary.ts';
import type { Database } from '../../database/connect.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { JobLog, JobQueue, SummaryJob } from '../../jobs/job-queue.ts';
import {
  claimSummary,
  endSummary,
  holdSummary,
  releaseSummary,
  type SummaryAttempt,
  saveDoneLicenses,
  selectEntitlements,
  selectUndoneLicenses,
} from './summary-work-repository.ts';

export interface SummaryPace {
  /** So long nobody else takes a summary that a process has taken. A batch takes far less. */
  readonly leaseSeconds: number;
  /** After so many attempts it is given up. */
  readonly attemptsMax: number;
  /** Before the second attempt; before each later one twice as long. */
  readonly retrySeconds: number;
  readonly sweepSeconds: number;
  readonly overdueSeconds: number;
}

export const SUMMARY_PACE: SummaryPace = {
  leaseSeconds: 15,
  attemptsMax: 5,
  retrySeconds: 2,
  sweepSeconds: 5,
  overdueSeconds: 2,
};

/** As many license IDs one transaction adds up: short enough to be canceled, and to leave others room. */
const BATCH_LICENSES = 200;

export interface SummaryWork {
  readonly db: Database;
  readonly jobs: JobQueue;
  readonly log: JobLog;
  readonly pace: SummaryPace;
  /** True where the process ends: what is under way is left for the next one. */
  readonly isStopping: () => boolean;
}

/**
 * Works on one summary, license ID by license ID, until it is done, canceled, or has failed too often.
 *
 * What is added up stays so: whoever takes it over after a kill goes on where it was.
 *
 * @source W4
 */
export async function makeSummary(work: SummaryWork, job: SummaryJob): Promise<void> {
  const { db, jobs, log, pace } = work;
  const attempt = await claimSummary(db, job.organizationId, job.summaryId, pace.leaseSeconds);
  if (attempt === null) return;
  if (attempt.attempt > pace.attemptsMax) {
    await endSummary(db, attempt, { state: 'failed', reason: 'gave-up' });
    return;
  }
  try {
    while (await addNextLicenses(work, attempt)) {
      if (!work.isStopping()) continue;
      await releaseSummary(db, attempt, { afterSeconds: 0, isCounted: false });
      return;
    }
  } catch (error) {
    log.error({ err: error, ...job }, 'A license summary could not be made; it is tried again');
    if (attempt.attempt >= pace.attemptsMax) {
      await endSummary(db, attempt, { state: 'failed', reason: 'gave-up' });
      return;
    }
    const afterSeconds = pace.retrySeconds * 2 ** (attempt.attempt - 1);
    await inTransaction(db, async (trx) => {
      const runAfter = await releaseSummary(trx, attempt, { afterSeconds, isCounted: true });
      if (runAfter !== null) await jobs.enqueueSummaries(trx, [{ ...job, runAfter }]);
    });
  }
}

/** @returns Whether there may be more to do. */
function addNextLicenses({ db, pace }: SummaryWork, attempt: SummaryAttempt): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    if (!(await holdSummary(trx, attempt, pace.leaseSeconds))) return false;
    const licenseIds = await selectUndoneLicenses(trx, attempt, BATCH_LICENSES);
    if (licenseIds.length === 0) {
      await endSummary(trx, attempt, { state: 'done', reason: null });
      return false;
    }
    const entitlements = await selectEntitlements(trx, attempt.organizationId, licenseIds);
    const rows = licenseIds.flatMap((licenseId) =>
      summarizeEntitlements(entitlements.get(licenseId) ?? [], attempt.asOf).map((row) => ({
        ...row,
        licenseId,
      })),
    );
    await saveDoneLicenses(trx, attempt, licenseIds, rows);
    return true;
  });
}
