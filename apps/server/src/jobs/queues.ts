import { setTimeout as delay } from 'node:timers/promises';
import { PgBoss, type UpdateQueueOptions } from 'pg-boss';

/** Where pg-boss keeps its tables. */
export const JOB_SCHEMA = 'pgboss';
/** Holds one job for each mail that has to be looked at; which work that is, the mail's row says. */
export const MAIL_QUEUE = 'mail';
/** Holds a job for each time that a downstream system has to be looked at; what is due, its deliveries say. */
export const DELIVERY_QUEUE = 'delivery';
/** Holds one job for each license summary that is to be made; how far it is, its row says. */
export const SUMMARY_QUEUE = 'summary';

const BUILD_DEADLINE_MS = 10 * 60_000;

const queueOptions = {
  // A job only points to a row, which plans its own next try: a job that failed is not worth keeping.
  retryLimit: 0,
  expireInSeconds: 300,
  deleteAfterSeconds: 3_600,
} satisfies UpdateQueueOptions;

/**
 * Installs pg-boss, or brings it to the version of this release, and makes the queues. Does nothing where that
 * is done already, and several processes may do it at once.
 *
 * @param ownerUrl Connects as the user that owns the tables. The running server has no right to make any, so
 *   whatever pg-boss builds in the background of an upgrade is waited for here.
 * @throws Where the database is away, or an index of an upgrade cannot be built.
 * @source architecture.md, decision 11
 */
export async function installJobQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOB_SCHEMA,
    application_name: 'muniment migrations',
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  // An error in the background shows as an unfinished build below; without a listener it would end the process.
  boss.on('error', () => {});
  await boss.start();
  try {
    // `short`: at most one job waits for each mail, so that looking for forgotten mail cannot pile jobs up.
    await boss.createQueue(MAIL_QUEUE, { policy: 'short', ...queueOptions });
    // `standard`: a job that waits already may run before the deliveries of another transaction are committed.
    await boss.createQueue(DELIVERY_QUEUE, { policy: 'standard', ...queueOptions });
    // `short`, as mail: looking for forgotten summaries cannot pile jobs up.
    await boss.createQueue(SUMMARY_QUEUE, { policy: 'short', ...queueOptions });
    for (const queue of [MAIL_QUEUE, DELIVERY_QUEUE, SUMMARY_QUEUE])
      await boss.updateQueue(queue, queueOptions);
    await finishIndexBuilds(boss);
  } finally {
    await boss.stop();
  }
}

async function finishIndexBuilds(boss: PgBoss): Promise<void> {
  const deadline = Date.now() + BUILD_DEADLINE_MS;
  while (Date.now() < deadline) {
    const builds = await boss.getBamStatus();
    if (builds.some((build) => build.status === 'failed' && build.count > 0)) break;
    if (builds.every((build) => build.status === 'completed' || build.count === 0)) return;
    await delay(200);
  }
  throw new Error(`An index of the job tables could not be built: see table ${JOB_SCHEMA}.bam.`);
}
