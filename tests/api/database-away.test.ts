import { checkAccess } from '@muniment/contract/access.ts';
import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { getMe } from '@muniment/contract/people.ts';
import { listVlUsers } from '@muniment/contract/vl-users.ts';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type DatabaseProxy, startDatabaseProxy } from '../support/database-proxy.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

let database: TestDatabase;
let proxy: DatabaseProxy;
let muniment: Muniment;
let organization: Organization;
let admin: Member;
beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await startDatabaseProxy(database.serverUrl);
  // What is logged here is what an operator should see; this test says all of it.
  muniment = await startMuniment({ database, env: { DATABASE_URL: proxy.url, LOG_LEVEL: 'fatal' } });
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator();
});
afterEach(async () => {
  await until(isReady);
});
afterAll(async () => {
  await muniment.stop();
  await proxy.close();
  await database.drop();
});

async function isReady(): Promise<boolean> {
  return (await fetch(`${muniment.url}/readyz`)).status === 200;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not come about within 10 s');
    await new Promise((done) => setTimeout(done, 50));
  }
}

function save(email: string) {
  const user = { signInEmail: email, displayName: 'Vera Holm' };
  const assignments = [{ user, licenseId: admin.licenseId, roles: ['benefits-reader' as const] }];
  return admin.api.call(changeAssignments, { body: { assignments } });
}

test('with the database away every request is a clear 503, readiness is red, and it recovers by itself', async () => {
  await proxy.takeAway();
  const checks = [{ vlUserId: admin.vlUserId, licenseId: admin.licenseId, action: 'contract:view' as const }];
  for (const answer of [
    await admin.api.call(getMe, {}),
    await admin.api.call(listVlUsers, {}),
    await save(organization.newEmail('lost')),
    await muniment.publisher.call(checkAccess, { body: { checks } }),
  ]) {
    expect(answer).toMatchObject({ status: 503, problemId: 'unavailable' });
    expect(answer.headers.get('retry-after')).not.toBeNull();
    expect(answer.problem.detail).toMatch(/^The database does not answer just now/);
  }
  const ready = await fetch(`${muniment.url}/readyz`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toEqual({ status: 'database away' });
  expect((await fetch(`${muniment.url}/healthz`)).status).toBe(200);

  await proxy.bringBack();
  await until(isReady);
  expect((await save(organization.newEmail('saved'))).status).toBe(201);
  expect((await admin.api.call(listVlUsers, {})).body.total).toBe(2);
});

test('connections that break are replaced: at most the requests under way are refused, with no half state', async () => {
  const before = (await admin.api.call(listVlUsers, {})).body.total;
  const answers = await Promise.all([
    ...Array.from({ length: 10 }, (_, index) => save(organization.newEmail(`break${index}`))),
    (async () => {
      await new Promise((done) => setTimeout(done, 5));
      proxy.breakConnections();
      return admin.api.call(getMe, {});
    })(),
  ]);
  const saved = answers.slice(0, 10).filter(({ status }) => status === 201).length;
  for (const answer of answers) expect([200, 201, 503]).toContain(answer.status);
  const after = (await admin.api.call(listVlUsers, {})).body.total;
  // One whose answer was lost may have been saved all the same; none of those answered is missing.
  expect(after - before).toBeGreaterThanOrEqual(saved);
  const { whole } = (await admin.api.send('GET', '/v1/ledger/verify')).body as { whole: boolean };
  expect(whole).toBe(true);
});

test('a database that hangs makes readiness red in good time; what waited is answered when it goes on', async () => {
  expect((await admin.api.call(getMe, {})).status).toBe(200);
  proxy.freeze();
  const waiting = save(organization.newEmail('patient'));
  const asked = performance.now();
  expect((await fetch(`${muniment.url}/readyz`)).status).toBe(503);
  expect(performance.now() - asked).toBeLessThan(4_000);
  proxy.unfreeze();
  expect((await waiting).status).toBe(201);
});

test('with more saves waiting for one license ID than the pool has connections, requests are refused clearly and not kept for ever', async () => {
  const holder = new Client(database.adminUrl);
  await holder.connect();
  await holder.query('begin');
  await holder.query('select 1 from license where license_id = $1 for update', [admin.licenseId]);
  const answers = await Promise.all(
    Array.from({ length: 21 }, (_, index) => save(organization.newEmail(`held${index}`))),
  );
  expect(new Set(answers.map(({ status, problemId }) => `${status} ${problemId}`))).toEqual(
    new Set(['503 unavailable']),
  );
  await holder.query('rollback');
  await holder.end();
  expect((await save(organization.newEmail('free'))).status).toBe(201);
});
