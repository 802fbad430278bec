import {
  createDownstreamSystem,
  editDownstreamSystem,
  listDeliveries,
  listDownstreamSystems,
  redeliver,
  removeDownstreamSystem,
  rotateDownstreamSecret,
} from '@muniment/contract/downstream-systems.ts';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Muniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import {
  deliveriesOf,
  letDeadlinesPass,
  register,
  removeAll,
  setRoles,
  startProvisioned,
  untilStatus,
  within,
} from './provisioned-muniment.ts';
import { type Receiver, startReceiver, status, verify } from './receiver.ts';

let muniment: Muniment;
let receiver: Receiver;
let organization: Organization;
let admin: Member;
beforeAll(async () => {
  muniment = await startProvisioned();
  receiver = await startReceiver();
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator();
});
afterAll(async () => {
  await muniment.stop();
  await receiver.stop();
});
afterEach(() => removeAll(muniment));

const create = (body: { name: string; url: string }) =>
  muniment.publisher.call(createDownstreamSystem, { body });

describe('the publisher', () => {
  test('B9 registers a system, reads its secret once, changes and removes it', async () => {
    const { url } = receiver.system('registered');
    const { body } = await create({ name: ' Key service ', url });
    expect(body).toMatchObject({ name: 'Key service', url, previousSecretUntil: null });
    expect(body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const { secret, ...shown } = body;
    const list = () => muniment.publisher.call(listDownstreamSystems, {});
    expect((await list()).body.items).toEqual([shown]);

    const { rows } = await sql<{ row: string }>`select s::text as row from downstream_system s`.execute(
      muniment.db,
    );
    expect(rows.some(({ row }) => row.includes(secret.slice(6)))).toBe(false);

    const params = { systemId: body.id };
    const moved = `${url}/v2`;
    const changed = await muniment.publisher.call(editDownstreamSystem, {
      params,
      body: { name: 'Keys', url: moved },
    });
    expect(changed.body).toEqual({ ...shown, name: 'Keys', url: moved });
    expect((await muniment.publisher.call(removeDownstreamSystem, { params })).status).toBe(204);
    expect((await list()).body.items).toEqual([]);
    for (const answer of [
      await muniment.publisher.call(removeDownstreamSystem, { params }),
      await muniment.publisher.call(editDownstreamSystem, { params, body: { name: 'Keys' } }),
      await muniment.publisher.call(rotateDownstreamSecret, { params }),
      await muniment.publisher.call(listDeliveries, { params, query: {} }),
      await muniment.publisher.call(listDeliveries, { params: { systemId: 'x' }, query: {} }),
      await muniment.publisher.call(redeliver, { params: { ...params, deliveryId: body.id } }),
    ]) {
      expect(answer).toMatchObject({ status: 404, problemId: 'not-found' });
    }
  });

  test('finds a name that is taken refused; one that a removed system had is free', async () => {
    const { url } = receiver.system('named');
    const { id } = await register(muniment, 'Key service', receiver.system('named'));
    expect(await create({ name: 'Key service', url })).toMatchObject({
      status: 400,
      problem: { errors: [{ pointer: '/name' }] },
    });
    const other = await register(muniment, 'Billing', receiver.system('named-too'));
    const rename = { params: { systemId: other.id }, body: { name: 'Key service' } };
    expect(await muniment.publisher.call(editDownstreamSystem, rename)).toMatchObject({ status: 400 });
    await muniment.publisher.call(removeDownstreamSystem, { params: { systemId: id } });
    expect((await create({ name: 'Key service', url })).status).toBe(201);
  });

  test.each([
    'https://169.254.169.254/latest/meta-data',
    'https://[::ffff:10.0.0.1]/hook',
    'https://10.0.0.1/hook',
    'https://2130706433/hook',
    'http://8.8.8.8/hook',
    'https://user:secret@127.0.0.1/hook',
    'https://nowhere.invalid/hook',
    'file:///etc/passwd',
    'not a url',
  ])('finds the URL %s refused, with a pointer to it', async (url) => {
    expect(await create({ name: 'Key service', url })).toMatchObject({
      status: 400,
      problemId: 'invalid-request',
      problem: { errors: [{ pointer: '/url', detail: expect.any(String) }] },
    });
    const { id } = await register(muniment, 'Key service', receiver.system('moving'));
    const edit = { params: { systemId: id }, body: { url } };
    expect(await muniment.publisher.call(editDownstreamSystem, edit)).toMatchObject({ status: 400 });
  });

  test('alone reads and changes systems', async () => {
    for (const api of [admin.api, organization.partner.api]) {
      expect(await api.call(listDownstreamSystems, {})).toMatchObject({
        status: 404,
        problemId: 'not-found',
      });
      const body = { name: 'Mine', url: receiver.system('theirs').url };
      expect(await api.call(createDownstreamSystem, { body })).toMatchObject({ status: 404 });
    }
  });
});

test('a new secret and the one before both sign for a day; then the new one alone', async () => {
  const colleague = await organization.colleague(admin);
  const keys = receiver.system('rotating');
  const { id, secret: before } = await register(muniment, 'Key service', keys);
  const rotated = (await muniment.publisher.call(rotateDownstreamSecret, { params: { systemId: id } })).body;
  expect(rotated.secret).not.toBe(before);
  const hours = (Date.parse(rotated.previousSecretUntil ?? '') - Date.now()) / 3_600_000;
  expect(Math.round(hours)).toBe(24);

  await setRoles(admin, colleague.vlUserId, []);
  await vi.waitFor(() => expect(keys.received).toHaveLength(1), within);
  const [first] = keys.received;
  if (first === undefined) throw new Error('Nothing was received');
  expect(first.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/);
  verify(before, first);
  verify(rotated.secret, first);

  await sql`update downstream_system set previous_secret_until = clock_timestamp()`.execute(muniment.db);
  const other = await organization.colleague(admin);
  await vi.waitFor(() => expect(keys.of(other.vlUserId)).toHaveLength(1), within);
  const [second] = keys.of(other.vlUserId);
  if (second === undefined) throw new Error('Nothing was received');
  verify(rotated.secret, second);
  expect(() => verify(before, second)).toThrow();
  const { items } = (await muniment.publisher.call(listDownstreamSystems, {})).body;
  expect(items).toMatchObject([{ previousSecretUntil: null }]);
});

test('the log shows each delivery with its tries, by state and page by page, and no body', async () => {
  const keys = receiver.system('logged');
  keys.answer = status(500, { secret: 'of the system' });
  const { id } = await register(muniment, 'Key service', keys);
  const colleague = await organization.colleague(admin);
  await vi.waitFor(
    async () => expect((await deliveriesOf(muniment, id))[0]?.attempts).toHaveLength(1),
    within,
  );
  const [waiting] = await deliveriesOf(muniment, id);
  expect(waiting).toMatchObject({
    organizationNumber: organization.number,
    event: 'assignment.requested',
    state: 'waiting',
    error: 'It answered 500.',
    endedAt: null,
    nextAttemptAt: expect.any(String),
    attempts: [{ number: 1, status: 500, error: 'It answered 500.' }],
  });
  expect(JSON.stringify(waiting)).not.toContain(colleague.email);
  expect(JSON.stringify(waiting)).not.toContain('of the system');

  keys.answer = status(200);
  await untilStatus(admin, colleague.vlUserId, 'active');
  await organization.colleague(admin);
  const list = (query: object) =>
    muniment.publisher.call(listDeliveries, { params: { systemId: id }, query });
  await vi.waitFor(
    async () => expect((await list({ state: 'accepted' })).body.items).toHaveLength(2),
    within,
  );
  const first = (await list({ limit: 1 })).body;
  const second = (await list({ limit: 1, cursor: first.nextCursor ?? '' })).body;
  expect(second.nextCursor).toBeNull();
  expect(second.items).toMatchObject([
    { id: waiting?.id, state: 'accepted', error: null, nextAttemptAt: null },
  ]);
  expect((await list({ state: 'refused' })).body.items).toEqual([]);
});

describe('sending again', () => {
  const again = (systemId: string, deliveryId: string) =>
    muniment.publisher.call(redeliver, { params: { systemId, deliveryId } });

  test('what was accepted comes once more, with the same webhook-id and body', async () => {
    const keys = receiver.system('again');
    const { id } = await register(muniment, 'Key service', keys);
    const colleague = await organization.colleague(admin);
    await untilStatus(admin, colleague.vlUserId, 'active');
    const [delivery] = await deliveriesOf(muniment, id);
    expect(await again(id, delivery?.id ?? '')).toMatchObject({ status: 200, body: { state: 'waiting' } });
    await vi.waitFor(() => expect(keys.received).toHaveLength(2), within);
    expect(keys.received[1]).toMatchObject({ id: keys.received[0]?.id, text: keys.received[0]?.text });
    await vi.waitFor(async () => {
      expect((await deliveriesOf(muniment, id))[0]).toMatchObject({ state: 'accepted', attempts: [{}, {}] });
    }, within);
    expect((await untilStatus(admin, colleague.vlUserId, 'active')).provisioning.waitingFor).toEqual([]);
  });

  test('what waits for its next try is sent at once', async () => {
    const keys = receiver.system('sooner');
    keys.answer = status(503);
    const colleague = await organization.colleague(admin);
    const { id } = await register(muniment, 'Key service', keys);
    await setRoles(admin, colleague.vlUserId, []);
    // After the first try it would rest for ten seconds.
    await vi.waitFor(
      async () => expect((await deliveriesOf(muniment, id))[0]?.attempts).toHaveLength(1),
      within,
    );
    keys.answer = status(200);
    const begun = performance.now();
    const [delivery] = await deliveriesOf(muniment, id);
    expect((await again(id, delivery?.id ?? '')).status).toBe(200);
    await vi.waitFor(() => expect(keys.received).toHaveLength(2), within);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  test('what failed stays failed: it would tell of roles that nobody holds', async () => {
    const keys = receiver.system('decided');
    keys.answer = status(503);
    const { id } = await register(muniment, 'Key service', keys);
    const colleague = await organization.colleague(admin);
    await vi.waitFor(() => expect(keys.received.length).toBeGreaterThan(0), within);
    await letDeadlinesPass(muniment);
    await untilStatus(admin, colleague.vlUserId, 'failed');
    const asked = (await deliveriesOf(muniment, id)).find(({ event }) => event === 'assignment.requested');
    expect(await again(id, asked?.id ?? '')).toMatchObject({ status: 409, problemId: 'not-redeliverable' });
  });

  test('a delivery of another system is not found', async () => {
    const { id } = await register(muniment, 'Key service', receiver.system('its-own'));
    const other = await register(muniment, 'Billing', receiver.system('another'));
    await organization.colleague(admin);
    const [delivery] = await deliveriesOf(muniment, id);
    expect(await again(other.id, delivery?.id ?? '')).toMatchObject({ status: 404, problemId: 'not-found' });
  });
});
