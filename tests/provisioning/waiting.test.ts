import { getAssignmentChange } from '@muniment/contract/assignment-changes.ts';
import { changeInBulk } from '@muniment/contract/bulk-changes.ts';
import { removeDownstreamSystem } from '@muniment/contract/downstream-systems.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { removeVlUser } from '@muniment/contract/vl-users.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Muniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import {
  letDeadlinesPass,
  mayReadKeys,
  register,
  removeAll,
  seen,
  setRoles,
  startProvisioned,
  untilStatus,
  within,
} from './provisioned-muniment.ts';
import { type Receiver, silence, startReceiver, status, verify } from './receiver.ts';

let muniment: Muniment;
let receiver: Receiver;
let organization: Organization;
let admin: Member;
let colleague: Member;
beforeAll(async () => {
  muniment = await startProvisioned();
  receiver = await startReceiver();
  organization = await (await muniment.newPartner()).organization();
});
afterAll(async () => {
  await muniment.stop();
  await receiver.stop();
});
beforeEach(async () => {
  admin = await organization.administrator({ licenses: 2 });
  colleague = await organization.colleague(admin, { roles: ['benefits-reader'] });
});
afterEach(() => removeAll(muniment));

const KEYS = ['benefits-reader', 'product-keys-reader'] as const;
const giveKeys = () => setRoles(admin, colleague.vlUserId, [...KEYS]);
const mayRead = () => mayReadKeys(muniment, colleague.vlUserId, admin.licenseId);

async function mailsTo(member: Member): Promise<unknown[]> {
  const rows = await muniment.db
    .selectFrom('mail')
    .select('facts')
    .where('vl_user_id', '=', member.vlUserId)
    .where('kind', '=', 'permission-change')
    .orderBy('created_at')
    .execute();
  return rows.map(({ facts }) => (facts as { licenses: unknown[] }).licenses[0]);
}

test('M2 M8 a role that is given counts when every system has accepted it, and is told by mail then', async () => {
  const keys = receiver.system('keys');
  const billing = receiver.system('billing');
  billing.answer = status(503);
  const { secret } = await register(muniment, 'Key service', keys);
  await register(muniment, 'Billing', billing);

  const saved = await giveKeys();
  expect(saved.status).toBe(201);
  await vi.waitFor(() => expect(keys.received).toHaveLength(1), within);
  await vi.waitFor(() => expect(billing.received).toHaveLength(1), within);
  const waiting = await vi.waitFor(async () => {
    const details = await seen(admin, colleague.vlUserId);
    expect(details.provisioning.waitingFor).toEqual(['Billing']);
    return details;
  }, within);
  expect(waiting).toMatchObject({ status: 'assignment-in-progress', provisioning: { failed: null } });
  expect(await mayRead()).toBe(false);
  expect(await mailsTo(colleague)).toEqual([]);

  const [asked] = keys.received;
  if (asked === undefined) throw new Error('Nothing was received');
  verify(secret, asked);
  expect(asked).toMatchObject({
    type: 'assignment.requested',
    organizationNumber: organization.number,
    vlUser: { id: colleague.vlUserId, signInEmail: colleague.email, displayName: colleague.name },
    licenses: [
      {
        licenseId: admin.licenseId,
        roles: [
          { role: 'product-keys-reader', endsAt: null },
          { role: 'benefits-reader', endsAt: null },
        ],
      },
    ],
  });

  // The next try is accepted.
  billing.answer = status(200);
  await untilStatus(admin, colleague.vlUserId, 'active');
  expect(await mayRead()).toBe(true);
  expect(await mailsTo(colleague)).toMatchObject([
    { licenseId: admin.licenseId, added: ['product-keys-reader'], removed: [] },
  ]);
  const change = (await admin.api.call(getAssignmentChange, { params: { changeId: saved.body.id ?? '' } }))
    .body;
  expect(change.progress).toMatchObject([
    { vlUserId: colleague.vlUserId, state: 'done', waitingFor: [], reason: null },
  ]);
  const [entry] = (await admin.api.call(listLedger, { query: { licenseId: admin.licenseId } })).body.items;
  expect(entry).toMatchObject({
    event: 'provisioning.done',
    actor: { kind: 'system' },
    details: {
      changeId: saved.body.id,
      grants: [{ vlUserId: colleague.vlUserId, role: 'product-keys-reader' }],
    },
  });
});

test('M2 a refusal is Failed with the reason that the system gives; assigning again asks anew', async () => {
  const keys = receiver.system('refusing');
  keys.answer = status(422, { reason: 'No seats\r\nare left\u0000on this contract' });
  await register(muniment, 'Key service', keys);

  const saved = await giveKeys();
  const failed = await untilStatus(admin, colleague.vlUserId, 'failed');
  expect(failed.provisioning).toMatchObject({
    waitingFor: [],
    failed: { reason: 'Key service refused: No seats are left on this contract' },
  });
  expect(await mayRead()).toBe(false);
  expect(await mailsTo(colleague)).toEqual([]);
  const change = (await admin.api.call(getAssignmentChange, { params: { changeId: saved.body.id ?? '' } }))
    .body;
  expect(change.progress).toMatchObject([{ state: 'failed', reason: failed.provisioning.failed?.reason }]);
  // Who refused has not taken it: there is nothing to put right.
  expect(keys.of(colleague.vlUserId)).toHaveLength(1);

  keys.answer = status(200);
  expect((await giveKeys()).status).toBe(201);
  await untilStatus(admin, colleague.vlUserId, 'active');
  expect(await mayRead()).toBe(true);
  expect((await seen(admin, colleague.vlUserId)).provisioning).toEqual({ waitingFor: [], failed: null });
  const [first, second] = keys.of(colleague.vlUserId);
  expect(second?.licenses[0]?.version).toBeGreaterThan(
    first?.licenses[0]?.version ?? Number.POSITIVE_INFINITY,
  );
});

test('M2 a system that is silent until the time is over is Failed, naming it', async () => {
  const keys = receiver.system('silent');
  keys.answer = status(503);
  await register(muniment, 'Key service', keys);
  await giveKeys();
  await vi.waitFor(() => expect(keys.received.length).toBeGreaterThan(0), within);
  expect((await seen(admin, colleague.vlUserId)).status).toBe('assignment-in-progress');
  await letDeadlinesPass(muniment);
  const failed = await untilStatus(admin, colleague.vlUserId, 'failed');
  expect(failed.provisioning.failed?.reason).toBe('Key service did not answer in time');
  expect(await mayRead()).toBe(false);
});

test('M2 where one system refuses, the one that accepted is told what really stands', async () => {
  const keys = receiver.system('accepting');
  const billing = receiver.system('late-refusing');
  billing.answer = (response) => void setTimeout(() => status(409)(response, undefined as never), 500);
  await register(muniment, 'Key service', keys);
  await register(muniment, 'Billing', billing);
  await giveKeys();
  const failed = await untilStatus(admin, colleague.vlUserId, 'failed');
  expect(failed.provisioning.failed?.reason).toBe('Billing refused: it answered 409');
  await vi.waitFor(() => expect(keys.of(colleague.vlUserId)).toHaveLength(2), within);
  const [asked, putRight] = keys.of(colleague.vlUserId);
  expect(putRight).toMatchObject({
    type: 'assignment.changed',
    licenses: [{ licenseId: admin.licenseId, roles: [{ role: 'benefits-reader' }] }],
  });
  expect(putRight?.licenses[0]?.version).toBeGreaterThan(
    asked?.licenses[0]?.version ?? Number.POSITIVE_INFINITY,
  );
  expect(billing.of(colleague.vlUserId)).toHaveLength(1);
});

test('M8 what a change takes away reaches every system, also those that refuse what it gives', async () => {
  const refusing = receiver.system('refusing-swap');
  refusing.answer = (response, { type }) =>
    status(type === 'assignment.requested' ? 403 : 200)(response, undefined as never);
  await register(muniment, 'Key service', refusing);
  await setRoles(admin, colleague.vlUserId, ['product-keys-reader']);
  await untilStatus(admin, colleague.vlUserId, 'failed');
  await vi.waitFor(() => expect(refusing.of(colleague.vlUserId)).toHaveLength(2), within);
  expect(refusing.held.get(`${colleague.vlUserId} ${admin.licenseId}`)?.roles).toEqual([]);
  // They lost a role at the save; the mail about it waited for the outcome.
  expect(await mailsTo(colleague)).toMatchObject([{ added: [], removed: ['benefits-reader'] }]);
});

test('M8 no other edit of the person meanwhile, but a removal is accepted, cancels what waits and is told', async () => {
  const keys = receiver.system('slow');
  keys.answer = silence;
  await register(muniment, 'Key service', keys);
  const saved = await giveKeys();
  await vi.waitFor(() => expect(keys.of(colleague.vlUserId)).toHaveLength(1), within);
  expect(await setRoles(admin, colleague.vlUserId, ['benefits-reader'], admin.licenseIds[1])).toMatchObject({
    status: 409,
    problemId: 'assignment-in-progress',
  });

  keys.answer = status(200);
  expect((await setRoles(admin, colleague.vlUserId, ['benefits-reader'])).status).toBe(201);
  expect(await seen(admin, colleague.vlUserId)).toMatchObject({
    status: 'active',
    provisioning: { waitingFor: [], failed: null },
  });
  const change = (await admin.api.call(getAssignmentChange, { params: { changeId: saved.body.id ?? '' } }))
    .body;
  expect(change.progress).toMatchObject([{ state: 'cancelled' }]);
  await vi.waitFor(() => expect(keys.of(colleague.vlUserId)).toHaveLength(2), within);
  expect(keys.of(colleague.vlUserId)[1]).toMatchObject({
    type: 'assignment.changed',
    licenses: [{ roles: [{ role: 'benefits-reader' }] }],
  });
  expect(await mayRead()).toBe(false);
});

test('M8 B8 a bulk change leaves out whoever waits, and says so; ending roles in bulk is accepted and cancels what waits', async () => {
  const other = await organization.colleague(admin, { roles: ['benefits-reader'] });
  const keys = receiver.system('bulk');
  keys.answer = silence;
  await register(muniment, 'Key service', keys);
  await giveKeys();
  const people = { vlUserIds: [colleague.vlUserId, other.vlUserId] };
  const add = { roles: ['licensing-info-viewer'], licenseIds: [admin.licenseId] };
  const added = await admin.api.call(changeInBulk, { body: { people, add } });
  expect(added.body).toMatchObject({
    saved: true,
    difference: [{ vlUserId: other.vlUserId, added: ['licensing-info-viewer'] }],
    skipped: [
      { vlUserId: colleague.vlUserId, role: 'licensing-info-viewer', reason: 'assignment-in-progress' },
    ],
  });

  const remove = { roles: ['benefits-reader', 'product-keys-reader'] };
  const ended = await admin.api.call(changeInBulk, {
    body: { people: { vlUserIds: [colleague.vlUserId] }, remove },
  });
  expect(ended.body).toMatchObject({ saved: true, summary: { removed: 2 }, skipped: [] });
  expect((await admin.api.send('GET', `/v1/vl-users/${colleague.vlUserId}`)).status).toBe(404);
});

test('M5 M8 deleting somebody whose roles wait takes effect at once, and systems are told', async () => {
  const keys = receiver.system('deleting');
  keys.answer = silence;
  await register(muniment, 'Key service', keys);
  await giveKeys();
  await vi.waitFor(() => expect(keys.of(colleague.vlUserId)).toHaveLength(1), within);
  keys.answer = status(200);
  const removed = await admin.api.call(removeVlUser, { params: { vlUserId: colleague.vlUserId } });
  expect(removed.status).toBe(204);
  await vi.waitFor(
    () => expect(keys.held.get(`${colleague.vlUserId} ${admin.licenseId}`)?.roles).toEqual([]),
    within,
  );
});

test('a system that comes back late to an answered question cannot give what was taken away', async () => {
  const keys = receiver.system('late');
  keys.answer = silence;
  await register(muniment, 'Key service', keys);
  await giveKeys();
  await vi.waitFor(() => expect(keys.of(colleague.vlUserId)).toHaveLength(1), within);
  const [late] = keys.of(colleague.vlUserId);
  keys.answer = status(200);
  await setRoles(admin, colleague.vlUserId, []);
  const key = `${colleague.vlUserId} ${admin.licenseId}`;
  await vi.waitFor(() => expect(keys.held.get(key)?.roles).toEqual([]), within);
  expect(late?.licenses[0]?.version).toBeLessThan(keys.held.get(key)?.version ?? 0);
});

test('removals are told, never waited for, and told again until they are accepted', async () => {
  const keys = receiver.system('removals');
  keys.answer = status(403);
  const { id } = await register(muniment, 'Key service', keys);
  await setRoles(admin, colleague.vlUserId, []);
  await vi.waitFor(() => expect(keys.of(colleague.vlUserId)).toHaveLength(1), within);
  const again = await muniment.db
    .selectFrom('delivery')
    .select(['state', 'next_attempt_at', 'created_at', 'give_up_at'])
    .where('system_id', '=', id)
    .execute();
  expect(again).toMatchObject([{ state: 'waiting' }]);
  const [{ give_up_at, created_at } = { give_up_at: new Date(), created_at: new Date() }] = again;
  expect(give_up_at.getTime() - created_at.getTime()).toBe(24 * 3_600_000);
});

test('a system that is removed is not waited for any more: what waits for it alone goes on', async () => {
  const keys = receiver.system('going');
  keys.answer = silence;
  const { id } = await register(muniment, 'Key service', keys);
  await giveKeys();
  await vi.waitFor(() => expect(keys.of(colleague.vlUserId)).toHaveLength(1), within);
  const { status: removed } = await muniment.publisher.call(removeDownstreamSystem, {
    params: { systemId: id },
  });
  expect(removed).toBe(204);
  await untilStatus(admin, colleague.vlUserId, 'active');
  expect(await mayRead()).toBe(true);
});

test('somebody new is invited at the save; what they register counts when systems have accepted', async () => {
  const keys = receiver.system('newcomer');
  keys.answer = status(429);
  await register(muniment, 'Key service', keys);
  const newcomer = await organization.colleague(admin, { roles: ['product-keys-reader'] });
  expect(await seen(admin, newcomer.vlUserId)).toMatchObject({ status: 'assignment-in-progress' });
  expect(await mayReadKeys(muniment, newcomer.vlUserId, admin.licenseId)).toBe(false);
  keys.answer = status(200);
  await untilStatus(admin, newcomer.vlUserId, 'active');
  expect(await mayReadKeys(muniment, newcomer.vlUserId, admin.licenseId)).toBe(true);
});
