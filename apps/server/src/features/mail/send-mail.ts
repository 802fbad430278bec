import { emailKey } from '@muniment/domain/email-address.ts';
import type { Database } from '../../database/connect.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { JobLog, JobQueue, MailJob } from '../../jobs/job-queue.ts';
import { composeMail, type MailComposing } from './compose-mail.ts';
import type { Mail } from './mail-facts.ts';
import { claimMail, endMail, holdMailAgain, type MailTry } from './mail-repository.ts';
import type { Delivery, MailTransport } from './mail-transport.ts';

export interface MailPace {
  /** How long a mail waits after its first, second, … failed try; after the last of them it has failed. */
  retryDelaysSeconds: readonly number[];
  /** A mail that is being sent for so long was left behind by a process that died. More than a try can take. */
  leaseSeconds: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Eight tries over almost a day. */
export const MAIL_PACE: MailPace = {
  retryDelaysSeconds: [MINUTE, 5 * MINUTE, 20 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR],
  leaseSeconds: 300,
};

export interface MailSending extends MailComposing {
  db: Database;
  jobs: JobQueue;
  log: JobLog;
  transport: MailTransport;
  pace: MailPace;
}

/**
 * Sends one mail, if it is due: held → sending, committed before the server hears of it, → sent, failed, or held
 * again for a later try. An invitation that is no longer good is cancelled instead.
 *
 * At least once: a process that dies in between leaves it `sending`, and it is sent once more after the lease, with
 * the same Message-ID. Never twice at once.
 *
 * @throws Where the database is away. The mail is found again.
 * @source S5, S6, S7; architecture.md, decision 11
 */
export async function sendMail(deps: MailSending, job: MailJob): Promise<void> {
  const mailTry = await claimMail(deps.db, job, deps.pace.leaseSeconds);
  if (mailTry === null) return;
  if (mailTry.attempts > deps.pace.retryDelaysSeconds.length + 1) {
    return endMail(deps.db, mailTry, 'failed', 'Interrupted while it was sent. It may have arrived.');
  }
  const composed = await composeMail(deps.db, deps, job.mailId);
  if (composed === null) throw new Error('The mail is gone');
  const { mail, rendered, obsolete } = composed;
  if (obsolete !== null) return endMail(deps.db, mailTry, 'cancelled', obsolete);

  const delivery: Delivery =
    emailKey(mail.toAddress) === null
      ? { kind: 'refused', isPermanent: true, error: 'The business e-mail is not one e-mail address.' }
      : await deps.transport.deliver({
          from: { name: deps.publisherName, address: deps.mailFrom },
          to: { name: mail.toName, address: mail.toAddress },
          messageId: messageIdOf(mail, deps.mailFrom),
          ...rendered,
        });
  await recordDelivery(deps, mailTry, delivery);
}

async function recordDelivery(deps: MailSending, mailTry: MailTry, delivery: Delivery): Promise<void> {
  if (delivery.kind === 'accepted') return endMail(deps.db, mailTry, 'sent', null);
  const { error, isPermanent } = delivery;
  const delaySeconds = deps.pace.retryDelaysSeconds[mailTry.attempts - 1];
  deps.log.warn({ mailId: mailTry.mailId, attempts: mailTry.attempts, error }, 'A mail was not accepted');
  if (isPermanent || delaySeconds === undefined) return endMail(deps.db, mailTry, 'failed', error);
  await inTransaction(deps.db, async (trx) => {
    const sendAfter = await holdMailAgain(trx, mailTry, delaySeconds, error);
    if (sendAfter !== null) await deps.jobs.enqueueMails(trx, [{ ...mailTry, sendAfter }]);
  });
}

/** Known from the mail alone, so that every try and every process says the same. */
function messageIdOf(mail: Mail, mailFrom: string): string {
  return `<${mail.id}@${mailFrom.slice(mailFrom.lastIndexOf('@') + 1)}>`;
}
