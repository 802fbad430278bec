import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/database.ts';
import { connect } from '../database/connect.ts';
import { type OpenJobQueue, openJobQueue } from './job-queue.ts';
import { installJobQueues } from './queues.ts';

const log = { error: vi.fn(), warn: vi.fn() };
const within = { timeout: 10_000, interval: 20 };

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('empty');
});
afterAll(() => database.drop());

test('several processes may install the queues at once, and again', async () => {
  await Promise.all([1, 2, 3].map(() => installJobQueues(database.ownerUrl)));
  await installJobQueues(database.ownerUrl);
  const { pool } = connect(database.ownerUrl, 1);
  const { rows } = await pool.query(`select name, policy from pgboss.queue where name = 'mail'`);
  expect(rows).toEqual([{ name: 'mail', policy: 'short' }]);
  await pool.end();
});

test('a queue on a database without its tables does not open', async () => {
  const empty = await createTestDatabase('empty');
  await expect(openJobQueue({ serverUrl: empty.serverUrl, log })).rejects.toThrow('not installed');
  await empty.drop();
});

test('the server works on jobs as a user that may make no table, one job a mail, and logs what fails', async () => {
  const migrated = await createTestDatabase();
  const { db, pool } = connect(migrated.serverUrl, 2);
  await expect(pool.query('create table pgboss.mine (id int)')).rejects.toThrow('permission denied');

  const queue: OpenJobQueue = await openJobQueue({ serverUrl: migrated.serverUrl, log });
  const organizationId = v7();
  const mailIds = Array.from({ length: 30 }, () => v7());
  const due = mailIds.map((mailId) => ({ organizationId, mailId, sendAfter: new Date(0) }));
  const later = { organizationId, mailId: v7(), sendAfter: new Date(Date.now() + 3_600_000) };
  await db.transaction().execute((trx) => queue.enqueueMails(trx, [...due, later]));
  // A mail that is looked for again while its job waits does not get a second one.
  await db.transaction().execute((trx) => queue.enqueueMails(trx, due));

  const done: string[] = [];
  await queue.startWorker({
    async mail(job) {
      expect(job.organizationId).toBe(organizationId);
      done.push(job.mailId);
      if (job.mailId === mailIds[3]) throw new Error('The first of its batch to fail');
    },
  });
  await vi.waitFor(() => expect(done.toSorted()).toEqual(mailIds.toSorted()), within);
  await queue.stop();
  expect(done).toHaveLength(30);
  const failures = log.error.mock.calls.filter(([fields]) => 'mailId' in fields);
  expect(failures).toEqual([[expect.objectContaining({ mailId: mailIds[3] }), expect.any(String)]]);
  await pool.end();
  await migrated.drop();
});

test('a queue outlives a database that breaks every connection', async () => {
  const migrated = await createTestDatabase();
  const { db, pool } = connect(migrated.serverUrl, 2);
  const admin = connect(migrated.adminUrl, 1);
  const queue = await openJobQueue({ serverUrl: migrated.serverUrl, log });
  const done: string[] = [];
  await queue.startWorker({
    async mail(job) {
      done.push(job.mailId);
    },
  });
  await admin.pool.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  const job = { organizationId: v7(), mailId: v7(), sendAfter: new Date(0) };
  await vi.waitFor(() => db.transaction().execute((trx) => queue.enqueueMails(trx, [job])), within);
  queue.wake();
  await vi.waitFor(() => expect(done).toContain(job.mailId), within);
  await queue.stop();
  await pool.end();
  await admin.pool.end();
  await migrated.drop();
});

test('jobs of downstream systems run beside mail, also where mail hangs, and each transaction has its own', async () => {
  const migrated = await createTestDatabase();
  const { db, pool } = connect(migrated.serverUrl, 2);
  const queue = await openJobQueue({ serverUrl: migrated.serverUrl, log });
  const systemId = v7();
  const looked: string[] = [];
  let letGo = () => {};
  const hanging = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await queue.startWorker({ mail: () => hanging });
  await queue.startWorker({
    async delivery(job) {
      looked.push(job.systemId);
    },
  });
  await expect(queue.startWorker({ mail: () => hanging })).rejects.toThrow('already');
  const mails = Array.from({ length: 60 }, () => ({
    organizationId: v7(),
    mailId: v7(),
    sendAfter: new Date(0),
  }));
  await db.transaction().execute((trx) => queue.enqueueMails(trx, mails));
  // Two transactions that each have something for one system are two jobs: the first may be looked at too soon.
  for (let count = 0; count < 2; count += 1) {
    await db
      .transaction()
      .execute((trx) => queue.enqueueDeliveries(trx, [{ systemId, runAfter: new Date(0) }]));
  }
  queue.wake();
  await vi.waitFor(() => expect(looked).toEqual([systemId, systemId]), within);
  letGo();
  await queue.stop();
  await pool.end();
  await migrated.drop();
});
