import {
  cancelLicenseSummary,
  createLicenseSummary,
  exportLicenseSummary,
  getLicenseSummary,
  listLicenseSummaries,
  listLicenseSummaryRows,
} from '@muniment/contract/license-summaries.ts';
import { putProduct } from '@muniment/contract/products.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { connect } from '../../apps/server/src/database/connect.ts';
import { makeSummary, SUMMARY_PACE } from '../../apps/server/src/features/license-summaries/make-summary.ts';
import { removeOldSummaries } from '../../apps/server/src/features/license-summaries/summary-life-service.ts';
import { addManyPeople } from '../support/many-people.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member } from '../support/partner.ts';
import { startSecondProcess } from '../support/second-process.ts';

const LICENSES = 4_000;

let muniment: Muniment;
let admin: Member;
beforeAll(async () => {
  // No worker of its own: each test says who works, and when.
  muniment = await startMuniment();
  const organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator();
  await addManyPeople(muniment, admin, { people: 1, licenses: LICENSES - 1, licensesEach: 1 });
  for (const partNumber of ['CAS-STD', 'LED-STD']) {
    const body = { name: partNumber, family: partNumber, version: '2027', pool: 'systems' as const };
    await muniment.publisher.call(putProduct, { params: { partNumber }, body });
  }
  const { db } = connect(muniment.database.ownerUrl, 1);
  await sql`
    insert into entitlement (organization_id, id, license_id, entitlement_number, product_id, type, is_granted,
      quantity, software_assurance_quantity, effective_from)
    select l.organization_id, gen_random_uuid(), l.id, 'E-' || n || p.part_number, p.id, 'license', n = 2, n, 1, '2026-01-01'
    from license l cross join product p cross join generate_series(1, 3) n
  `.execute(db);
  await sql`analyze`.execute(db);
  await db.destroy();
});
afterAll(() => muniment.stop());

const own = (summaryId: string) => ({ params: { summaryId } });

async function create() {
  const answer = await admin.api.call(createLicenseSummary, { body: { all: true } });
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

async function stateOf(summaryId: string) {
  return (await admin.api.call(getLicenseSummary, own(summaryId))).body;
}

/** Works on a summary here, as a worker would. */
async function work(summaryId: string, pace = SUMMARY_PACE): Promise<void> {
  const { id: organizationId } = await muniment.db
    .selectFrom('organization')
    .innerJoin('license_summary', 'license_summary.organization_id', 'organization.id')
    .select('organization.id')
    .where('license_summary.id', '=', summaryId)
    .executeTakeFirstOrThrow();
  const jobs = {
    enqueueSummaries: async () => {},
    enqueueMails: async () => {},
    enqueueDeliveries: async () => {},
    wake() {},
  };
  const log = { error: () => {}, warn: () => {} };
  await makeSummary(
    { db: muniment.db, jobs, log, pace, isStopping: () => false },
    { organizationId, summaryId },
  );
}

test('W4 a summary that a process was killed over is taken up by the next one where it was, each license ID once', async () => {
  const { id, state, progress } = await create();
  expect({ state, progress }).toEqual({ state: 'waiting', progress: { done: 0, total: LICENSES } });
  const holder = connect(muniment.database.serverUrl, 1);
  const first = await startSecondProcess({
    ...muniment,
    environment: { ...muniment.environment, RUN: 'worker' },
  });
  await holder.db.transaction().execute(async (trx) => {
    // Whoever adds up the last license ID waits for this.
    await sql`
      select from license_summary_license where summary_id = ${id}
        and license_id = (select max(license_id::text)::uuid from license_summary_license where summary_id = ${id})
      for update
    `.execute(trx);
    await vi.waitFor(async () => expect((await stateOf(id)).progress.done).toBe(LICENSES - 200), {
      timeout: 20_000,
      interval: 50,
    });
    expect((await stateOf(id)).state).toBe('running');
    first.process.kill('SIGKILL');
    await new Promise((resolve) => first.process.once('exit', resolve));
  });
  await holder.db.destroy();

  const next = await startSecondProcess({
    ...muniment,
    environment: { ...muniment.environment, RUN: 'worker' },
  });
  const done = await vi.waitFor(
    async () => {
      const now = await stateOf(id);
      expect(now.state).toBe('done');
      return now;
    },
    { timeout: 40_000, interval: 200 },
  );
  await next.stop();
  expect(done.progress).toEqual({ done: LICENSES, total: LICENSES });
  expect(done.totals[1]).toEqual({
    pool: 'systems',
    effectiveQuantity: LICENSES * 2 * 6,
    activeSoftwareAssuranceQuantity: LICENSES * 2 * 3,
  });
  const { body } = await admin.api.call(listLicenseSummaryRows, own(id));
  expect(body.items.map(({ granted, effectiveQuantity }) => [granted, effectiveQuantity])).toEqual([
    [false, LICENSES * 4],
    [true, LICENSES * 2],
    [false, LICENSES * 4],
    [true, LICENSES * 2],
  ]);
}, 90_000);

test('W4 what is not done has no file, can be canceled, and is not made afterwards', async () => {
  const { id } = await create();
  expect((await admin.api.call(exportLicenseSummary, own(id))).problemId).toBe('summary-not-done');
  const canceled = await admin.api.call(cancelLicenseSummary, own(id));
  expect(canceled.body).toMatchObject({ state: 'canceled', progress: { done: 0 } });
  await work(id);
  expect((await stateOf(id)).state).toBe('canceled');
  expect((await admin.api.call(cancelLicenseSummary, own(id))).body.state).toBe('canceled');
  expect((await admin.api.call(listLicenseSummaryRows, own(id))).problemId).toBe('summary-not-done');
});

test('W4 one person has three summaries made at once, and a fourth when one is over', async () => {
  const [one] = [await create(), await create(), await create()];
  const fourth = await admin.api.call(createLicenseSummary, { body: { all: true } });
  expect(fourth.problemId).toBe('too-many-summaries');
  await work(one.id);
  expect((await stateOf(one.id)).state).toBe('done');
  expect((await create()).state).toBe('waiting');
  for (const { id } of (await admin.api.call(listLicenseSummaries, {})).body.items) {
    await admin.api.call(cancelLicenseSummary, own(id));
  }
});

test('W4 a summary that cannot be made is tried again, and is given up with a reason that its maker reads', async () => {
  const { db } = connect(muniment.database.ownerUrl, 1);
  await sql`alter table license_summary_row add constraint out_of_order check (effective_quantity < 0) not valid`.execute(
    db,
  );
  const { id } = await create();
  const pace = { ...SUMMARY_PACE, attemptsMax: 2, retrySeconds: 0 };
  await work(id, pace);
  expect(await stateOf(id)).toMatchObject({ state: 'waiting', reason: null });
  await work(id, pace);
  expect(await stateOf(id)).toMatchObject({ state: 'failed', reason: 'gave-up', progress: { done: 0 } });
  await sql`alter table license_summary_row drop constraint out_of_order`.execute(db);
  await db.destroy();
});

test('W4 4,000 license IDs are added up within seconds', async () => {
  const { id } = await create();
  const begun = performance.now();
  await work(id);
  expect(await stateOf(id)).toMatchObject({ state: 'done', progress: { done: LICENSES } });
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test('W4 a summary is found again for 30 days, and then it is deleted with all its rows', async () => {
  const { items } = (await admin.api.call(listLicenseSummaries, { query: { limit: 1 } })).body;
  const [{ id = '' } = {}] = items;
  const { db } = connect(muniment.database.ownerUrl, 1);
  const age = (days: number) =>
    sql`update license_summary set created_at = now() - make_interval(days => ${days}) where id = ${id}`.execute(
      db,
    );
  await age(29);
  await removeOldSummaries(muniment.db);
  expect((await admin.api.call(getLicenseSummary, own(id))).status).toBe(200);
  await age(31);
  await removeOldSummaries(muniment.db);
  expect((await admin.api.call(getLicenseSummary, own(id))).status).toBe(404);
  const { rows } = await sql`select from license_summary_row where summary_id = ${id}`.execute(db);
  expect(rows).toEqual([]);
  await db.destroy();
});
