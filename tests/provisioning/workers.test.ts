import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { verifyLedger } from '@muniment/contract/ledger.ts';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { connect } from '../../apps/server/src/database/connect.ts';
import { deriveKey } from '../../apps/server/src/encryption-key.ts';
import { claimDelivery } from '../../apps/server/src/features/provisioning/delivery-repository.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import {
  mayReadKeys,
  register,
  removeAll,
  seen,
  setRoles,
  untilStatus,
  within,
} from './provisioned-muniment.ts';
import { type Receiver, silence, startReceiver, status } from './receiver.ts';

let muniment: Muniment;
let receiver: Receiver;
let organization: Organization;
let admin: Member;
const children: ChildProcess[] = [];
beforeAll(async () => {
  muniment = await startMuniment({ env: { WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8' } });
  receiver = await startReceiver();
  organization = await (await muniment.newPartner()).organization();
});
afterAll(async () => {
  await muniment.stop();
  await receiver.stop();
});
beforeEach(async () => {
  admin = await organization.administrator();
});
afterEach(async () => {
  await Promise.all(children.splice(0).map(kill));
  await removeAll(muniment);
});

async function startWorker(): Promise<ChildProcess> {
  const key = deriveKey(muniment.settings.encryptionKey ?? Buffer.alloc(0), 'downstream systems');
  const program = path.join(import.meta.dirname, 'worker-process.ts');
  const child = fork(program, [muniment.database.serverUrl, key.toString('hex')], { execArgv: [] });
  children.push(child);
  await once(child, 'message');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** What became of one person: how often, and whether twice. */
async function effectsOn(vlUserId: string) {
  const { rows } = await sql<{ mails: number; done: number; ended: number }>`
    select
      (select count(*) from mail where vl_user_id = ${vlUserId} and kind = 'permission-change') as mails,
      (select count(*) from provisioning where vl_user_id = ${vlUserId} and state = 'done') as done,
      (select count(*) from ledger_entry where event = 'provisioning.done' and body like ${`%${vlUserId}%`}) as ended
  `.execute(muniment.db);
  return rows[0];
}

test('many workers on one database end each provisioning once, and send each delivery once', async () => {
  const colleagues: Member[] = [];
  for (let count = 0; count < 12; count += 1) colleagues.push(await organization.colleague(admin));
  const systems = ['one', 'two', 'three'].map((name) => receiver.system(name));
  for (const [index, system] of systems.entries()) await register(muniment, `System ${index}`, system);
  await Promise.all([startWorker(), startWorker(), startWorker()]);

  const assignments = colleagues.map(({ vlUserId }) => ({
    user: { vlUserId },
    licenseId: admin.licenseId,
    roles: ['licensing-info-viewer' as const, 'product-keys-reader' as const],
  }));
  expect((await admin.api.call(changeAssignments, { body: { assignments } })).status).toBe(201);
  for (const { vlUserId } of colleagues) await untilStatus(admin, vlUserId, 'active');
  for (const { vlUserId } of colleagues) {
    expect(await effectsOn(vlUserId)).toEqual({ mails: 1, done: 1, ended: 1 });
    expect(systems.map((system) => system.of(vlUserId).length)).toEqual([1, 1, 1]);
  }
  expect((await admin.api.call(verifyLedger, {})).body).toMatchObject({ whole: true });
});

test('of many who look for due deliveries at once, each finds others, and none is found twice', async () => {
  const colleagues: Member[] = [];
  for (let count = 0; count < 8; count += 1) colleagues.push(await organization.colleague(admin));
  const { id } = await register(muniment, 'Key service', receiver.system('claimed'));
  const assignments = colleagues.map(({ vlUserId }) => ({
    user: { vlUserId },
    licenseId: admin.licenseId,
    roles: [],
  }));
  await admin.api.call(changeAssignments, { body: { assignments } });
  const { db } = connect(muniment.database.serverUrl, 16);
  const claimed = await Promise.all(Array.from({ length: 24 }, () => claimDelivery(db, id, 30)));
  const found = claimed.filter((one) => one !== null);
  expect(new Set(found.map(({ deliveryId }) => deliveryId)).size).toBe(found.length);
  // Whoever found the last ones taken looks again, as a worker does.
  while (found.length < 8) {
    const more = await claimDelivery(db, id, 30);
    if (more === null) break;
    found.push(more);
  }
  expect(found).toHaveLength(8);
  expect(found.every(({ attempts }) => attempts === 1)).toBe(true);
  await db.destroy();
});

test('a worker killed between the answer and its commit: the same webhook-id comes once more, with one effect', async () => {
  const colleague = await organization.colleague(admin);
  const keys = receiver.system('killed');
  keys.answer = silence;
  await register(muniment, 'Key service', keys);
  const worker = await startWorker();
  await setRoles(admin, colleague.vlUserId, ['product-keys-reader']);
  // It has taken the message, and the worker never hears of it.
  await vi.waitFor(() => expect(keys.received).toHaveLength(1), within);
  await kill(worker);
  expect((await seen(admin, colleague.vlUserId)).status).toBe('assignment-in-progress');

  keys.answer = status(200);
  await startWorker();
  await untilStatus(admin, colleague.vlUserId, 'active');
  expect(keys.received).toHaveLength(2);
  const [first, second] = keys.received;
  expect(second).toMatchObject({ id: first?.id, text: first?.text });
  expect(await effectsOn(colleague.vlUserId)).toMatchObject({ done: 1, ended: 1 });
});

test('a worker killed after the last answer was written down: another one ends what waits', async () => {
  const colleague = await organization.colleague(admin);
  const keys = receiver.system('written');
  await register(muniment, 'Key service', keys);
  await setRoles(admin, colleague.vlUserId, ['product-keys-reader']);
  await sql`
    update delivery set state = 'accepted', attempts = 1, ended_at = clock_timestamp() where state = 'waiting'
  `.execute(muniment.db);
  await startWorker();
  await untilStatus(admin, colleague.vlUserId, 'active');
  expect(keys.received).toEqual([]);
});

test('deliveries whose job was lost are found', async () => {
  const colleague = await organization.colleague(admin);
  const keys = receiver.system('lost');
  await register(muniment, 'Key service', keys);
  await setRoles(admin, colleague.vlUserId, ['product-keys-reader']);
  await sql`delete from pgboss.job`.execute(muniment.db);
  await startWorker();
  await untilStatus(admin, colleague.vlUserId, 'active');
});

test('a system that hangs holds up no other one', async () => {
  const colleagues: Member[] = [];
  for (let count = 0; count < 20; count += 1) colleagues.push(await organization.colleague(admin));
  const hanging = receiver.system('hanging');
  hanging.answer = silence;
  const quick = receiver.system('quick');
  await register(muniment, 'Hanging', hanging);
  await register(muniment, 'Quick', quick);
  await startWorker();
  const assignments = colleagues.map(({ vlUserId }) => ({
    user: { vlUserId },
    licenseId: admin.licenseId,
    roles: [],
  }));
  const begun = performance.now();
  await admin.api.call(changeAssignments, { body: { assignments } });
  await vi.waitFor(() => expect(quick.received).toHaveLength(20), within);
  // Before any try at the hanging one is over, which takes ten seconds.
  expect(performance.now() - begun).toBeLessThan(9_000);
  // Its own lanes are full, and nobody waits on more of them.
  await vi.waitFor(() => expect(hanging.received).toHaveLength(10), within);
  await delay(500);
  expect(hanging.received).toHaveLength(10);
});

test('a removal and the last answer at once: whichever comes first, nothing stands that was taken away', async () => {
  const keys = receiver.system('racing');
  await register(muniment, 'Key service', keys);
  await Promise.all([startWorker(), startWorker()]);
  for (let round = 0; round < 6; round += 1) {
    const colleague = await organization.colleague(admin, { roles: ['benefits-reader'] });
    await untilStatus(admin, colleague.vlUserId, 'active');
    const asked = keys.of(colleague.vlUserId).length;
    await setRoles(admin, colleague.vlUserId, ['benefits-reader', 'product-keys-reader']);
    await vi.waitFor(() => expect(keys.of(colleague.vlUserId).length).toBeGreaterThan(asked), within);
    const removed = await setRoles(admin, colleague.vlUserId, []);
    expect(removed.status).toBe(201);
    expect(await mayReadKeys(muniment, colleague.vlUserId, admin.licenseId)).toBe(false);
    const key = `${colleague.vlUserId} ${admin.licenseId}`;
    await vi.waitFor(() => expect(keys.held.get(key)?.roles).toEqual([]), within);
  }
  expect((await admin.api.call(verifyLedger, {})).body).toMatchObject({ whole: true });
});

test('a refusal and the removal of the system at once end what waits, once', async () => {
  const refusing = receiver.system('refusing');
  refusing.answer = status(403);
  const other = receiver.system('other');
  await register(muniment, 'Other', other);
  await startWorker();
  for (let round = 0; round < 5; round += 1) {
    const colleague = await organization.colleague(admin);
    await untilStatus(admin, colleague.vlUserId, 'active');
    const { id } = await register(muniment, 'Refusing', refusing);
    await setRoles(admin, colleague.vlUserId, ['product-keys-reader']);
    await muniment.publisher.send('DELETE', `/v1/publisher/downstream-systems/${id}`);
    await vi.waitFor(async () => {
      expect(['active', 'failed']).toContain((await seen(admin, colleague.vlUserId)).status);
    }, within);
    const { rows } = await sql<{ ended: number }>`
      select count(*) as ended from ledger_entry
      where event like 'provisioning.%' and body like ${`%"vlUserId":"${colleague.vlUserId}"%product-keys-reader%`}
    `.execute(muniment.db);
    expect(rows).toEqual([{ ended: 1 }]);
  }
});

test('where what waits was taken away without a word, its end lets nothing count and puts systems right', async () => {
  const colleague = await organization.colleague(admin);
  const keys = receiver.system('silently');
  await register(muniment, 'Key service', keys);
  await setRoles(admin, colleague.vlUserId, ['product-keys-reader']);
  await sql`
    update role_grant set closed_by = opened_by, closed_at = clock_timestamp()
    where vl_user_id = ${colleague.vlUserId} and awaits = 'provisioning'
  `.execute(muniment.db);
  await startWorker();
  const key = `${colleague.vlUserId} ${admin.licenseId}`;
  await vi.waitFor(() => expect(keys.held.get(key)?.roles).toEqual([]), within);
  const { rows } = await sql<{ state: string }>`
    select state from provisioning where vl_user_id = ${colleague.vlUserId}
  `.execute(muniment.db);
  expect(rows).toEqual([{ state: 'cancelled' }]);
  expect(await effectsOn(colleague.vlUserId)).toMatchObject({ done: 0, ended: 0 });
});
