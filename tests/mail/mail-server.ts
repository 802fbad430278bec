import { randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '@muniment/domain/roles.ts';
import type { Pool } from 'pg';
import { connect, type Database } from '../../apps/server/src/database/connect.ts';
import { currentTime, inTransaction } from '../../apps/server/src/database/transaction.ts';
import { readOffer } from '../../apps/server/src/features/invitations/invitation-service.ts';
import { invitationToken } from '../../apps/server/src/features/invitations/invitation-token.ts';
import type { NewMail } from '../../apps/server/src/features/mail/mail-facts.ts';
import { planMails } from '../../apps/server/src/features/mail/mail-service.ts';
import { type MailWorker, startMailWorker } from '../../apps/server/src/features/mail/mail-worker.ts';
import { type OpenJobQueue, openJobQueue } from '../../apps/server/src/jobs/job-queue.ts';
import { createTestDatabase } from '../support/database.ts';

const PUBLIC_URL = 'https://licensing.northlight.example';
const SECRET = randomBytes(32);
const quietLog = { error: () => {}, warn: () => {} };

/** The mail part of the server on a database of its own, with one organization and its people. */
export interface MailServer {
  db: Database;
  pool: Pool;
  jobs: OpenJobQueue;
  organizationId: string;
  composing: {
    publisherName: string;
    publicUrl: string;
    mailFrom: string;
    readOffer: typeof readOffer;
    invitationLink: (invitationId: string, generation: number) => string;
  };
  serverUrl: string;
  /** Starts a worker with short delays. */
  startWorker(smtpUrl: string | null, jobs?: OpenJobQueue): Promise<MailWorker>;
  /** Plans mails as a use case does, and wakes the queue after the commit. */
  plan(mails: NewMail[], options?: { holdSeconds?: number; fail?: boolean }): Promise<void>;
  addPerson(name: string, businessEmail: string): Promise<string>;
  /** An open invitation to roles on a license ID. */
  addInvitation(vlUserId: string, kind: 'assignment' | 'contact', roles: Role[]): Promise<string>;
  mailsTo(address: string): Promise<StoredMail[]>;
  stop(): Promise<void>;
}

export interface StoredMail {
  id: string;
  state: string;
  attempts: number;
  error: string | null;
  created_at: Date;
  send_after: Date;
}

export async function startMailServer(): Promise<MailServer> {
  const database = await createTestDatabase();
  const { db, pool } = connect(database.serverUrl, 10);
  const jobs = await openJobQueue({ serverUrl: database.serverUrl, log: quietLog });
  const organizationId = randomUUID();
  const partnerId = randomUUID();
  await db.insertInto('partner').values({ id: partnerId, name: 'Harbour Licensing' }).execute();
  await db
    .insertInto('organization')
    .values({ id: organizationId, number: '10001', name: 'Alder & Finch', partner_id: partnerId })
    .execute();
  const composing = {
    publisherName: 'Microsoft',
    publicUrl: PUBLIC_URL,
    mailFrom: 'no-reply@northlight.example',
    readOffer,
    invitationLink: (id: string, generation: number) =>
      `${PUBLIC_URL}/register/${invitationToken(SECRET, id, generation)}`,
  };

  return {
    db,
    pool,
    jobs,
    organizationId,
    composing,
    serverUrl: database.serverUrl,
    startWorker: (smtpUrl, own = jobs) =>
      startMailWorker({
        ...composing,
        db,
        jobs: own,
        log: quietLog,
        smtpUrl,
        pace: {
          retryDelaysSeconds: [0.1, 0.1, 0.1],
          leaseSeconds: 2,
          sweepSeconds: 0.3,
          overdueSeconds: 0.5,
        },
      }),
    async plan(mails, { holdSeconds = 0, fail = false } = {}) {
      await inTransaction(db, async (trx) => {
        const planning = { jobs, publisherName: composing.publisherName, mailHoldSeconds: holdSeconds };
        await planMails(trx, planning, organizationId, mails, await currentTime(trx));
        if (fail) throw new Error('The change was refused after all');
      });
      jobs.wake();
    },
    async addPerson(name, businessEmail) {
      const id = randomUUID();
      const signInEmail = `${id}@alder-finch.example`;
      await db
        .insertInto('vl_user')
        .values({
          organization_id: organizationId,
          id,
          sign_in_email: signInEmail,
          sign_in_email_key: signInEmail,
          business_email: businessEmail,
          display_name: name,
        })
        .execute();
      return id;
    },
    async addInvitation(vlUserId, kind, roles) {
      const [licenseId, changeId, id] = [randomUUID(), randomUUID(), randomUUID()];
      const at = new Date(Date.now() - 1_000);
      const of = { organization_id: organizationId };
      await db
        .insertInto('license')
        .values({
          ...of,
          id: licenseId,
          license_id: licenseId.slice(-12).toUpperCase(),
          partner_id: partnerId,
          name: 'Enterprise enrolment',
          program: 'Enterprise',
          start_date: '2026-01-01',
          end_date: '2028-12-31',
          country: 'NL',
        })
        .execute();
      await db
        .insertInto('assignment_change')
        .values({ ...of, id: changeId, at, kind: 'set-up', actor_kind: 'system', actor_name: 'Test' })
        .execute();
      for (const role of roles) {
        await db
          .insertInto('role_grant')
          .values({
            ...of,
            license_id: licenseId,
            vl_user_id: vlUserId,
            role,
            starts_at: at,
            opened_at: at,
            opened_by: changeId,
            awaits: kind === 'contact' ? 'contact-registration' : null,
            ready_at: kind === 'contact' ? null : at,
          })
          .execute();
      }
      await db
        .insertInto('invitation')
        .values({
          ...of,
          id,
          kind,
          vl_user_id: vlUserId,
          license_id: kind === 'contact' ? licenseId : null,
          state: 'open',
          sent_at: at,
          last_sent_at: at,
          expires_at: new Date(Date.now() + 30 * 24 * 3_600_000),
        })
        .execute();
      return id;
    },
    mailsTo: (address) =>
      db
        .selectFrom('mail')
        .select(['id', 'state', 'attempts', 'error', 'created_at', 'send_after'])
        .where('to_address', '=', address)
        .orderBy('id')
        .execute(),
    async stop() {
      await jobs.stop();
      await pool.end();
      await database.drop();
    },
  };
}

/** A notice of changed permissions, with invented facts. */
export function notice(vlUserId: string, toName: string, toAddress: string): NewMail {
  return {
    kind: 'permission-change',
    vlUserId,
    toName,
    toAddress,
    changeId: null,
    facts: {
      licenses: [
        {
          licenseId: '8810-2207',
          name: 'Enterprise enrolment',
          added: ['administrator'],
          removed: ['benefits-reader'],
          rescheduled: [],
        },
      ],
    },
  };
}
