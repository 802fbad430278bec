import {
  createScimToken,
  getDirectory,
  listScimTokens,
  putDirectory,
  revokeScimToken,
} from '@muniment/contract/directory.ts';
import { getMe } from '@muniment/contract/people.ts';
import { getPublisher } from '@muniment/contract/publisher.ts';
import { searchDirectory } from '@muniment/contract/vl-users.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Organization } from '../support/partner.ts';
import { connectDirectory, newUserName, scim } from './scim-client.ts';

let muniment: Muniment;
let organization: Organization;
let params: { number: string };
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
  params = { number: organization.number };
});
afterAll(() => muniment.stop());

describe('tokens of a directory', () => {
  test('B9 are made by the publisher, shown once, several at a time, and revoked at once', async () => {
    const first = (await muniment.publisher.call(createScimToken, { params, body: null })).body;
    const second = (
      await muniment.publisher.call(createScimToken, { params, body: { name: 'Second', expiresInDays: 30 } })
    ).body;
    const path = `/v1/publisher/organizations/${organization.number}/scim-tokens`;
    const bare = await muniment.publisher.send('POST', path);
    expect(bare.status).toBe(201);
    await muniment.publisher.send('DELETE', `${path}/${(bare.body as { id: string }).id}`);
    expect(first).toMatchObject({
      name: 'Directory',
      scopes: [],
      token: expect.stringMatching(/^mun_[\w-]{43}$/),
    });
    const listed = await muniment.publisher.call(listScimTokens, { params });
    expect(listed.body.items.map(({ name }) => name)).toEqual(['Second', 'Directory']);
    expect(listed.text).not.toContain(first.token);
    for (const { token } of [first, second]) {
      expect((await scim(muniment.url, token, 'GET', '/Users')).status).toBe(200);
    }
    const revoke = () =>
      muniment.publisher.call(revokeScimToken, { params: { ...params, tokenId: first.id } });
    expect((await revoke()).status).toBe(204);
    expect((await revoke()).status).toBe(404);
    expect((await scim(muniment.url, first.token, 'GET', '/Users')).status).toBe(401);
    expect((await scim(muniment.url, second.token, 'GET', '/Users')).status).toBe(200);
  });

  test('reach one organization: accounts of another are 404, and its tokens are not revoked through this one', async () => {
    const other = await organization.partner.organization();
    const [here, there] = [
      await connectDirectory(muniment, organization.number),
      await connectDirectory(muniment, other.number),
    ];
    const userName = newUserName();
    const { id } = await there.create(userName);
    expect((await here.send('GET', `/Users/${id}`)).status).toBe(404);
    expect((await here.patch(id, { op: 'replace', path: 'active', value: false })).status).toBe(404);
    expect((await here.send('DELETE', `/Users/${id}`)).status).toBe(404);
    expect((await here.find(`id eq "${id}"`)).body.totalResults).toBe(0);
    // The name is free here.
    expect((await here.create(userName)).id).not.toBe(id);
    expect((await there.send('GET', `/Users/${id}`)).body.active).toBe(true);
    const [{ id: tokenId = '' } = {}] = (
      await muniment.publisher.call(listScimTokens, { params: { number: other.number } })
    ).body.items;
    const foreign = await muniment.publisher.call(revokeScimToken, { params: { ...params, tokenId } });
    expect(foreign.status).toBe(404);
  });

  test('open /scim alone, and no other token opens that', async () => {
    const admin = await organization.administrator();
    const { token } = await connectDirectory(muniment, organization.number);
    for (const [method, path] of [
      ['GET', '/v1/me'],
      ['GET', '/v1/licenses'],
      ['GET', `/v1/publisher/organizations/${organization.number}/directory`],
      ['POST', '/v1/access/check'],
    ] as const) {
      const body = method === 'POST' ? {} : undefined;
      expect(await muniment.as(token).send(method, path, { body })).toMatchObject({
        status: 404,
        problemId: 'not-found',
      });
    }
    for (const wrong of [
      admin.token,
      organization.partner.token,
      muniment.publisherToken,
      `mun_${'x'.repeat(43)}`,
      'x',
      null,
    ]) {
      for (const path of ['/Users', '/Schemas', '/ServiceProviderConfig']) {
        const answer = await scim(muniment.url, wrong, 'GET', path);
        expect(answer).toMatchObject({ status: 401, body: { status: '401' } });
        expect(answer.headers.get('www-authenticate')).toContain('Bearer');
      }
    }
    const session = await muniment.sessionOf(admin.email);
    expect((await session.call(getMe, {})).status).toBe(200);
    expect((await muniment.nobody.call(getPublisher, {})).status).toBe(200);
  });

  test('nobody but the publisher makes them or switches enforcement, and an unknown organization is 404', async () => {
    const admin = await organization.administrator();
    for (const api of [admin.api, organization.partner.api]) {
      expect((await api.call(createScimToken, { params, body: null })).status).toBe(404);
      expect((await api.call(listScimTokens, { params })).status).toBe(404);
      expect((await api.call(revokeScimToken, { params: { ...params, tokenId: 'x' } })).status).toBe(404);
      expect((await api.call(getDirectory, { params })).status).toBe(404);
      expect((await api.call(putDirectory, { params, body: { enforced: true } })).status).toBe(404);
    }
    const unknown = { number: 'none' };
    expect((await muniment.publisher.call(createScimToken, { params: unknown, body: null })).status).toBe(
      404,
    );
    expect((await muniment.publisher.call(getDirectory, { params: unknown })).status).toBe(404);
    expect(
      (await muniment.publisher.call(putDirectory, { params: unknown, body: { enforced: true } })).status,
    ).toBe(404);
    for (const body of [{}, { enforced: 'true' }, { enforced: true, more: 1 }]) {
      const path = `/v1/publisher/organizations/${organization.number}/directory`;
      expect((await muniment.publisher.send('PUT', path, { body })).status).toBe(400);
    }
  });
});

describe('S1 the search for people', () => {
  test('S1 finds active accounts of the directory and VL users, each once, and nobody who has left', async () => {
    const here = await organization.partner.organization();
    const directory = await connectDirectory(muniment, here.number);
    const admin = await here.administrator();
    const colleague = await here.colleague(admin);
    await directory.create(admin.email, { displayName: 'Zoë Administrator' });
    const { id } = await directory.create(here.newEmail('new'), { displayName: 'Zoë Newcomer' });
    await directory.create(here.newEmail('off'), { displayName: 'Zoë Disabled', active: false });
    await directory.create('zoe-without-address', { displayName: 'Zoë Robot' });
    const leaver = await here.colleague(admin);
    const { id: leaving } = await directory.create(leaver.email, { displayName: 'Zoë Leaver' });
    const elsewhere = await connectDirectory(muniment, organization.number);
    await elsewhere.create(organization.newEmail(), { displayName: 'Zoë Elsewhere' });
    await muniment.publisher.call(putDirectory, {
      params: { number: here.number },
      body: { enforced: true },
    });
    await directory.remove(leaving);

    const search = async (q: string) => (await admin.api.call(searchDirectory, { query: { q } })).body.items;
    expect((await search('ZOË')).map(({ displayName, vlUserId }) => [displayName, vlUserId])).toEqual([
      ['Zoë Administrator', admin.vlUserId],
      ['Zoë Newcomer', null],
    ]);
    // Somebody who has no account yet can be given more.
    expect((await search(colleague.email)).map(({ vlUserId }) => vlUserId)).toEqual([colleague.vlUserId]);
    expect(await search('%')).toEqual([]);
    await directory.disable(id);
    expect(await search('Newcomer')).toEqual([]);
  });

  test('S1 R10 finds nobody for whoever administers nothing', async () => {
    const here = await organization.partner.organization();
    const directory = await connectDirectory(muniment, here.number);
    const admin = await here.administrator();
    const reader = await here.colleague(admin);
    await directory.create(here.newEmail('hidden'), { displayName: 'Hidden Person' });
    expect((await admin.api.call(searchDirectory, { query: { q: 'hidden' } })).body.items).toHaveLength(1);
    expect((await reader.api.call(searchDirectory, { query: { q: 'hidden' } })).body.items).toEqual([]);
  });
});

test('with 100,000 accounts, creating, listing, filtering and the search for people stay fast', {
  timeout: 120_000,
}, async () => {
  const here = await organization.partner.organization();
  const admin = await here.administrator();
  const directory = await connectDirectory(muniment, here.number);
  await sql`
    insert into directory_account (organization_id, id, external_id, user_name, user_name_key, sign_in_email,
      sign_in_email_key, display_name, profile, active, created_at, updated_at)
    select o.id, gen_random_uuid(), 'ext-' || n, address, address, address, address, 'Bulk Person ' || n,
      jsonb_build_object('displayName', 'Bulk Person ' || n, 'emails',
        jsonb_build_array(jsonb_build_object('value', 'mail.' || n || '@mail.example', 'type', 'work'))),
      true, now(), now()
    from generate_series(1, 100000) n cross join lateral (select 'bulk.' || n || '@bulk.example' as address) a,
      organization o
    where o.number = ${here.number}
  `.execute(muniment.db);
  const times: Record<string, number> = {};
  const timed = async (what: string, work: () => Promise<unknown>) => {
    const started = performance.now();
    await work();
    times[what] = performance.now() - started;
  };
  await timed('100 creates', async () => {
    for (let count = 0; count < 100; count += 1) await directory.create(newUserName());
  });
  await timed('page', async () => {
    const page = await directory.send('GET', '/Users?startIndex=90001&count=1000');
    expect(page.body).toMatchObject({ totalResults: 100_100, itemsPerPage: 1_000 });
  });
  const found = async (filter: string) => (await directory.find(filter)).body.totalResults;
  await timed('userName', async () => expect(await found('userName eq "BULK.4321@bulk.example"')).toBe(1));
  await timed('externalId', async () => expect(await found('externalId eq "ext-4321"')).toBe(1));
  await timed('emails', async () => expect(await found('emails[value eq "mail.77@mail.example"]')).toBe(1));
  await timed('search', async () => {
    const { items } = (await admin.api.call(searchDirectory, { query: { q: 'person 4321' } })).body;
    expect(items).toHaveLength(11);
  });
  // Wide of what was measured, narrow of what a whole directory read by the server would take.
  for (const [what, time] of Object.entries(times)) expect(`${what} ${time < 3_000}`).toBe(`${what} true`);
});
