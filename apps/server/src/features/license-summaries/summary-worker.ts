import { inTransaction } from '../../database/transaction.ts';
import type { OpenJobQueue } from '../../jobs/job-queue.ts';
import { makeSummary, SUMMARY_PACE, type SummaryWork } from './make-summary.ts';
import { findForgottenSummaries } from './summary-work-repository.ts';

const SWEEP_LIMIT = 100;

export interface SummaryWorker {
  /** Begins nothing new; what is under way ends with its batch, and is left for the next process. */
  stop(): Promise<void>;
}

/** Makes license summaries from now on: those asked for, and those that a process left behind. @source W4 */
export async function startSummaryWorker({
  jobs,
  pace = SUMMARY_PACE,
  ...deps
}: Pick<SummaryWork, 'db' | 'log'> & {
  jobs: OpenJobQueue;
  pace?: SummaryWork['pace'];
}): Promise<SummaryWorker> {
  let isStopping = false;
  const work: SummaryWork = { ...deps, jobs, pace, isStopping: () => isStopping };
  await jobs.startWorker({ summary: (job) => makeSummary(work, job) });

  const sweep = () =>
    wakeForgotten(work).catch((error: unknown) => {
      deps.log.error({ err: error }, 'Forgotten summaries could not be looked for; the next look comes soon');
    });
  let sweeping = sweep();
  const timer = setInterval(() => {
    sweeping = sweep();
  }, pace.sweepSeconds * 1_000);

  return {
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await sweeping;
    },
  };
}

async function wakeForgotten({ db, jobs, pace }: SummaryWork): Promise<void> {
  const forgotten = await findForgottenSummaries(db, pace.overdueSeconds, SWEEP_LIMIT);
  if (forgotten.length === 0) return;
  await inTransaction(db, (trx) => jobs.enqueueSummaries(trx, forgotten));
  jobs.wake();
}
