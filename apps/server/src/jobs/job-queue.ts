import { fromKysely, PgBoss } from 'pg-boss';
import { connect, type Trx } from '../database/connect.ts';
import { DELIVERY_QUEUE, JOB_SCHEMA, MAIL_QUEUE, SUMMARY_QUEUE } from './queues.ts';

/** What a job says: which mail to look at. What to do with it, the mail's row says. */
export interface MailJob {
  readonly organizationId: string;
  readonly mailId: string;
}

export interface DatedMailJob extends MailJob {
  /** The job does not run before. */
  readonly sendAfter: Date;
}

/** What a job says: which downstream system to look at. What is due there, its deliveries say. */
export interface DeliveryJob {
  readonly systemId: string;
}

export interface DatedDeliveryJob extends DeliveryJob {
  /** The job does not run before. */
  readonly runAfter: Date;
}

/** What a job says: which license summary to make. How far it is, its row says. */
export interface SummaryJob {
  readonly organizationId: string;
  readonly summaryId: string;
}

export interface DatedSummaryJob extends SummaryJob {
  /** The job does not run before. */
  readonly runAfter: Date;
}

/** The part of the queue that use cases see. */
export interface JobQueue {
  /** Adds a job for each mail in one statement of the caller's transaction: rolled back, there is no job. */
  enqueueMails(trx: Trx, mails: readonly DatedMailJob[]): Promise<void>;
  /** Adds a job for each time that a downstream system has to be looked at, in the same way. */
  enqueueDeliveries(trx: Trx, deliveries: readonly DatedDeliveryJob[]): Promise<void>;
  /** Adds a job for each license summary that is to be made, in the same way. */
  enqueueSummaries(trx: Trx, summaries: readonly DatedSummaryJob[]): Promise<void>;
  /**
   * Makes a worker of this process look for due jobs at once. To be called after the commit. Workers of other
   * processes look every {@link POLL_SECONDS}.
   */
  wake(): void;
}

/** What works on jobs. May be called twice for one job, also at the same time. What it throws is logged, not repeated. */
export interface JobHandlers {
  mail?(job: MailJob): Promise<void>;
  delivery?(job: DeliveryJob): Promise<void>;
  summary?(job: SummaryJob): Promise<void>;
}

export interface OpenJobQueue extends JobQueue {
  /** Starts to work on due jobs of the kinds that are handled, each kind once. */
  startWorker(handlers: JobHandlers): Promise<void>;
  /** Lets running jobs end, for at most {@link STOP_SECONDS}, and closes the connections. */
  stop(): Promise<void>;
}

export interface JobLog {
  error(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** The latest that a due job is seen by a process that nobody woke. */
const POLL_SECONDS = 1;
/**
 * How many loops look for jobs of each kind, so that no kind waits for another. A mail that its SMTP server takes
 * a minute to accept holds one loop, not the others; a job of a downstream system never waits for the system.
 */
const LOOPS = { mail: 4, delivery: 1, summary: 2 } as const;
const QUEUES = { mail: MAIL_QUEUE, delivery: DELIVERY_QUEUE, summary: SUMMARY_QUEUE } as const;
/** As many jobs one loop works on at once: summaries are long, and take connections. */
const BATCHES = { mail: 10, delivery: 10, summary: 2 } as const;
const STOP_SECONDS = 30;
const QUIET_MS = 10_000;

/**
 * Opens the queue as the unprivileged user of the running server; {@link installJobQueues} made its tables.
 *
 * Nothing is ever notified inside a transaction: PostgreSQL serializes the commits of those that do, which cost
 * 60 % of the throughput of saving.
 *
 * @throws Where the database is away, or its job tables are of another release.
 * @source architecture.md, decision 11
 */
export async function openJobQueue({
  serverUrl,
  log,
}: {
  serverUrl: string;
  log: JobLog;
}): Promise<OpenJobQueue> {
  // A pool of its own, with the same limits on time as the others, so that saving never waits for a job.
  const { pool } = connect(serverUrl, LOOPS.mail + LOOPS.delivery + LOOPS.summary + 2);
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: JOB_SCHEMA,
    migrate: false,
    createSchema: false,
    schedule: false,
    registerInstance: false,
    // Both want rights of the owner.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on(
    'error',
    inMeasure((error) => log.error({ err: error }, 'The job queue failed; it goes on')),
  );
  boss.on(
    'warning',
    inMeasure((warning) => log.warn({ warning }, 'The job queue warns')),
  );
  await boss.start().catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });

  const loops: { kind: keyof typeof LOOPS; id: string; isBusy: boolean }[] = [];

  async function startLoops<Job extends object>(
    kind: keyof typeof LOOPS,
    handle: ((job: Job) => Promise<void>) | undefined,
  ): Promise<void> {
    if (handle === undefined) return;
    if (loops.some((loop) => loop.kind === kind)) throw new Error('The worker runs already');
    const options = {
      batchSize: BATCHES[kind],
      burstWhenBatchFull: true,
      pollingIntervalSeconds: POLL_SECONDS,
    };
    for (let count = 0; count < LOOPS[kind]; count += 1) {
      const loop = { kind, id: '', isBusy: false };
      loops.push(loop);
      loop.id = await boss.work<Job>(QUEUES[kind], options, async (jobs) => {
        loop.isBusy = true;
        await Promise.all(
          jobs.map(({ data }) =>
            handle(data).catch((error: unknown) => {
              log.error({ err: error, ...data }, 'A job failed; what it points to is looked at again');
            }),
          ),
        );
        loop.isBusy = false;
      });
    }
  }

  return {
    async enqueueMails(trx, mails) {
      if (mails.length === 0) return;
      const jobs = mails.map(({ organizationId, mailId, sendAfter }) => ({
        data: { organizationId, mailId },
        singletonKey: mailId,
        startAfter: sendAfter,
      }));
      await boss.insert(MAIL_QUEUE, jobs, { db: fromKysely(trx) });
    },
    async enqueueDeliveries(trx, deliveries) {
      if (deliveries.length === 0) return;
      const jobs = deliveries.map(({ systemId, runAfter }) => ({ data: { systemId }, startAfter: runAfter }));
      await boss.insert(DELIVERY_QUEUE, jobs, { db: fromKysely(trx) });
    },
    async enqueueSummaries(trx, summaries) {
      if (summaries.length === 0) return;
      const jobs = summaries.map(({ organizationId, summaryId, runAfter }) => ({
        data: { organizationId, summaryId },
        singletonKey: summaryId,
        startAfter: runAfter,
      }));
      await boss.insert(SUMMARY_QUEUE, jobs, { db: fromKysely(trx) });
    },
    wake() {
      for (const of of Map.groupBy(loops, ({ kind }) => kind).values()) {
        const loop = of.find(({ isBusy }) => !isBusy) ?? of[0];
        if (loop !== undefined && loop.id !== '') boss.notifyWorker(loop.id);
      }
    },
    async startWorker(handlers) {
      await startLoops('mail', handlers.mail);
      await startLoops('delivery', handlers.delivery);
      await startLoops('summary', handlers.summary);
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: STOP_SECONDS * 1_000 });
      await pool.end();
    },
  };
}

/** Passes a call on unless one was passed on just before: an absent database fails every loop each second. */
function inMeasure<T>(call: (argument: T) => void): (argument: T) => void {
  let quietUntil = 0;
  return (argument) => {
    const now = Date.now();
    if (now < quietUntil) return;
    quietUntil = now + QUIET_MS;
    call(argument);
  };
}
