import { inTransaction } from '../../database/transaction.ts';
import type { OpenJobQueue } from '../../jobs/job-queue.ts';
import { findForgottenMails } from './mail-repository.ts';
import { openMailTransport } from './mail-transport.ts';
import { MAIL_PACE, type MailPace, type MailSending, sendMail } from './send-mail.ts';

/** How often, and after how long, mail whose job was lost is looked for. */
interface SweepPace {
  sweepSeconds: number;
  overdueSeconds: number;
}

const SWEEP_PACE: SweepPace = { sweepSeconds: 30, overdueSeconds: 30 };
const SWEEP_LIMIT = 1_000;

export interface MailWorker {
  /** Looks for forgotten mail no more and closes the connections. To be called after the queue has stopped. */
  stop(): Promise<void>;
}

/**
 * Sends mail from now on. Without an SMTP server it does nothing: mail stays held and can be read in the outbox,
 * and goes out once there is a server.
 */
export async function startMailWorker({
  smtpUrl,
  jobs,
  pace = { ...MAIL_PACE, ...SWEEP_PACE },
  ...deps
}: Omit<MailSending, 'transport' | 'pace'> & {
  smtpUrl: string | null;
  jobs: OpenJobQueue;
  pace?: MailPace & SweepPace;
}): Promise<MailWorker> {
  if (smtpUrl === null) return { stop: async () => {} };
  const transport = openMailTransport(smtpUrl);
  const sending: MailSending = { ...deps, jobs, transport, pace };
  await jobs.startWorker({ mail: (job) => sendMail(sending, job) });

  const sweep = () =>
    sweepMails(sending, pace).catch((error: unknown) => {
      deps.log.error({ err: error }, 'Forgotten mail could not be looked for; the next look comes soon');
    });
  let sweeping = sweep();
  const timer = setInterval(() => {
    sweeping = sweep();
  }, pace.sweepSeconds * 1_000);

  return {
    async stop() {
      clearInterval(timer);
      await sweeping;
      transport.close();
    },
  };
}

/** Makes a job for each mail that is overdue: lost with a process, or from a time without an SMTP server. */
async function sweepMails({ db, jobs }: MailSending, pace: MailPace & SweepPace): Promise<void> {
  const forgotten = await findForgottenMails(db, { ...pace, limit: SWEEP_LIMIT });
  if (forgotten.length === 0) return;
  await inTransaction(db, (trx) => jobs.enqueueMails(trx, forgotten));
  jobs.wake();
}
