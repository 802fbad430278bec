import { checkAccess } from '@muniment/contract/access.ts';
import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { getInvitation, registerInvitation } from '@muniment/contract/invitations.ts';
import { listLicenses } from '@muniment/contract/licenses.ts';
import { createToken, getMe, listTokens, revokeToken } from '@muniment/contract/people.ts';
import {
  createPartner,
  createPartnerToken,
  listPartnerTokens,
  listPublisherTokens,
  revokePartnerToken,
  revokePublisherToken,
} from '@muniment/contract/publisher.ts';
import { listVlUsers } from '@muniment/contract/vl-users.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPublisherToken } from '../../apps/server/src/features/tokens/token-service.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Organization } from '../support/partner.ts';

let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
});
afterAll(() => muniment.stop());

describe('a VL user in two organizations (S10)', () => {
  test('S10 one account is a VL user in each, and each request says which organization it means', async () => {
    const other = await (await muniment.newPartner()).organization('Zephyr AB');
    const here = await organization.administrator();
    const there = await other.administrator({ email: here.email });
    expect(here.vlUserId).not.toBe(there.vlUserId);
    const session = await muniment.sessionOf(here.email);
    expect((await session.call(getMe, {})).body.organizations.map(({ number }) => number)).toEqual([
      organization.number,
      other.number,
    ]);

    expect(await session.call(listLicenses, {})).toMatchObject({
      status: 400,
      problemId: 'organization-required',
    });
    const ids = async (number: string) => {
      const answer = await session.call(listLicenses, { organization: number });
      return answer.status === 200 ? answer.body.items.map(({ licenseId }) => licenseId) : answer.problemId;
    };
    expect(await ids(organization.number)).toEqual([here.licenseId]);
    expect(await ids(other.number)).toEqual([there.licenseId]);
    for (const foreign of [
      'O-none',
      (await (await muniment.newPartner()).organization()).number,
      'x'.repeat(5_000),
    ]) {
      expect(await ids(foreign)).toBe('not-found');
    }
    // A tab of one organization cannot save into the other.
    const pair = { user: { vlUserId: here.vlUserId }, licenseId: there.licenseId, roles: [] };
    expect(
      await session.call(changeAssignments, {
        organization: organization.number,
        body: { assignments: [pair] },
      }),
    ).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
  });

  test('a token registers no invitation of another organization, and learns nothing of it', async () => {
    const other = await (await muniment.newPartner()).organization();
    const here = await organization.administrator();
    await other.license({ contact: here.email });
    const token = await muniment.linkOf(here.email);
    const byToken = muniment.as(await muniment.personToken(here.email, organization.number));
    const refused = { status: 404, problemId: 'invitation-not-found' };
    expect(await byToken.call(getInvitation, { params: { token } })).toMatchObject(refused);
    expect(
      await byToken.call(registerInvitation, { params: { token }, body: { offerVersion: 1 } }),
    ).toMatchObject(refused);
    await muniment.register(here.email, token);
  });

  test('a token reaches the one organization that it was made for', async () => {
    const other = await (await muniment.newPartner()).organization();
    const here = await organization.administrator();
    const there = await other.administrator({ email: here.email });
    expect((await here.api.call(getMe, {})).body.organizations.map(({ number }) => number)).toEqual([
      organization.number,
    ]);
    expect((await there.api.call(listLicenses, {})).body.items.map(({ licenseId }) => licenseId)).toEqual([
      there.licenseId,
    ]);
    expect(await here.api.call(listLicenses, { organization: other.number })).toMatchObject({
      status: 404,
      problemId: 'not-found',
    });
  });

  test('who is a VL user nowhere finds nothing', async () => {
    const session = await muniment.sessionOf(organization.newEmail('nobody'));
    expect((await session.call(getMe, {})).body.organizations).toEqual([]);
    expect(await session.call(listLicenses, {})).toMatchObject({ status: 404, problemId: 'not-found' });
  });
});

describe('API tokens (B1)', () => {
  test('B1 a token is made in a session, shown once, listed without its secret, and revoked at once', async () => {
    const admin = await organization.administrator();
    const session = await muniment.sessionOf(admin.email);
    const made = await session.call(createToken, { body: { name: ' Night job ', expiresInDays: 7 } });
    expect(made).toMatchObject({ status: 201, body: { name: 'Night job', scopes: ['read', 'write'] } });
    const days = (new Date(made.body.expiresAt).getTime() - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.9);
    const { id, token } = made.body;
    const api = muniment.as(token);
    expect((await api.call(listVlUsers, {})).body.total).toBe(1);
    const listed = await session.call(listTokens, {});
    expect(listed.text).not.toContain(token);
    expect(listed.body.items.map((item) => item.id)).toContain(id);

    expect((await session.call(revokeToken, { params: { tokenId: id } })).status).toBe(204);
    expect(await api.call(getMe, {})).toMatchObject({ status: 401, problemId: 'not-signed-in' });
    for (const tokenId of [id, 'x', '01890000-0000-7000-8000-000000000000']) {
      expect((await session.call(revokeToken, { params: { tokenId } })).status).toBe(404);
    }
  });

  test('a token makes, lists and revokes no tokens; nobody revokes those of others', async () => {
    const admin = await organization.administrator();
    const other = await organization.administrator();
    expect(await admin.api.call(createToken, { body: { name: 'X' } })).toMatchObject({ status: 404 });
    expect(await admin.api.call(listTokens, {})).toMatchObject({ status: 404 });
    const theirs = await (await muniment.sessionOf(other.email)).call(createToken, { body: { name: 'X' } });
    const session = await muniment.sessionOf(admin.email);
    expect((await session.call(revokeToken, { params: { tokenId: theirs.body.id } })).status).toBe(404);
  });

  test('a token does what its scopes say: read, write, access:check', async () => {
    const admin = await organization.administrator();
    const { vlUserId, licenseId } = admin;
    const checks = [{ vlUserId, licenseId, action: 'contract:view' as const }];
    const assignments = [{ user: { vlUserId }, licenseId, roles: ['administrator' as const] }];
    const can = async (...scopes: ('read' | 'write' | 'access:check')[]) => {
      const api = muniment.as(await muniment.personToken(admin.email, organization.number, { scopes }));
      const answers = [
        await api.call(listVlUsers, {}),
        await api.call(changeAssignments, { body: { assignments } }),
        await api.call(checkAccess, { body: { checks } }),
      ];
      return answers.map(({ status, problemId }) => problemId ?? status);
    };
    expect(await can('read')).toEqual([200, 'scope-missing', 200]);
    expect(await can('write')).toEqual(['scope-missing', 200, 'scope-missing']);
    expect(await can('access:check')).toEqual(['scope-missing', 'scope-missing', 200]);
    expect(await can('read', 'write', 'access:check')).toEqual([200, 200, 200]);
  });

  test('a token that has expired is nobody', async () => {
    const admin = await organization.administrator();
    await muniment.db
      .updateTable('api_token')
      .set({ expires_at: new Date(Date.now() - 1_000) })
      .where('account_id', '=', await muniment.accountOf(admin.email))
      .execute();
    expect(await admin.api.call(getMe, {})).toMatchObject({ status: 401, problemId: 'not-signed-in' });
  });

  test("the publisher lists a partner's tokens and revokes one: it opens nothing from then on", async () => {
    const { publisher } = muniment;
    const made = (await publisher.call(createPartner, { body: { name: 'Quay Licensing' } })).body;
    const other = (await publisher.call(createPartner, { body: { name: 'Other Licensing' } })).body;
    const params = { partnerId: made.id };
    const second = (await publisher.call(createPartnerToken, { params, body: { name: 'Leaked' } })).body;
    const listed = await publisher.call(listPartnerTokens, { params });
    expect(listed.body.items.map(({ name }) => name)).toEqual(['Leaked', 'First token']);
    for (const token of [made.token, second.token]) expect(listed.text).not.toContain(token);
    const tokenId = listed.body.items[0]?.id ?? '';
    const revoke = (partnerId: string, id: string) =>
      publisher.call(revokePartnerToken, { params: { partnerId, tokenId: id } });
    for (const [partnerId, id] of [
      [other.id, tokenId],
      [made.id, 'x'],
      ['x', tokenId],
      [made.id, '01890000-0000-7000-8000-000000000000'],
    ] as const) {
      expect(await revoke(partnerId, id)).toMatchObject({ status: 404, problemId: 'not-found' });
    }
    expect((await muniment.as(second.token).call(getMe, {})).status).toBe(200);
    expect((await revoke(made.id, tokenId)).status).toBe(204);
    expect((await muniment.as(second.token).call(getMe, {})).status).toBe(401);
    expect((await muniment.as(made.token).call(getMe, {})).status).toBe(200);
    expect((await revoke(made.id, tokenId)).status).toBe(404);
    expect((await publisher.call(listPartnerTokens, { params })).body.items).toHaveLength(1);
    for (const partnerId of ['x', '01890000-0000-7000-8000-000000000000']) {
      expect((await publisher.call(listPartnerTokens, { params: { partnerId } })).status).toBe(404);
    }
    const asPartner = muniment.as(made.token);
    expect((await asPartner.call(listPartnerTokens, { params })).status).toBe(404);
    expect((await asPartner.call(revokePartnerToken, { params: { ...params, tokenId } })).status).toBe(404);
  });

  test('the publisher lists its tokens and revokes them, but never the one that calls', async () => {
    const { publisher } = muniment;
    const wanted = { name: 'Old', scopes: ['read', 'write'] as const, expiresInDays: 1 };
    const old = await createPublisherToken(muniment.db, wanted);
    const { items } = (await publisher.call(listPublisherTokens, {})).body;
    expect(items.map(({ name }) => name)).toEqual(['Old', 'Tests']);
    const own = items[1]?.id ?? '';
    for (const tokenId of [own, own.toUpperCase()]) {
      expect(await publisher.call(revokePublisherToken, { params: { tokenId } })).toMatchObject({
        status: 400,
        problemId: 'invalid-request',
      });
    }
    const admin = await organization.administrator();
    const session = await muniment.sessionOf(admin.email);
    const personal = (await session.call(createToken, { body: { name: 'X' } })).body.id;
    expect((await publisher.call(revokePublisherToken, { params: { tokenId: personal } })).status).toBe(404);
    expect((await publisher.call(revokePublisherToken, { params: { tokenId: old.id } })).status).toBe(204);
    expect((await muniment.as(old.token).call(getMe, {})).status).toBe(401);
    expect((await publisher.call(getMe, {})).status).toBe(200);
    expect((await admin.api.call(listPublisherTokens, {})).status).toBe(404);
  });

  test.each([
    ['no name', {}],
    ['a name of two lines', { name: 'a\nb' }],
    ['no scope', { name: 'X', scopes: [] }],
    ['an unknown scope', { name: 'X', scopes: ['everything'] }],
    ['a scope twice', { name: 'X', scopes: ['read', 'read'] }],
    ['ten years', { name: 'X', expiresInDays: 3_650 }],
    ['an unknown field', { name: 'X', kind: 'publisher' }],
  ])('a token with %s is refused', async (_what, body) => {
    const admin = await organization.administrator();
    const session = await muniment.sessionOf(admin.email);
    expect(await session.send('POST', '/v1/tokens', { body })).toMatchObject({
      status: 400,
      problemId: 'invalid-request',
    });
  });

  test('the publisher admits partners and lists them; the token is in that one answer', async () => {
    const answer = await muniment.publisher.call(createPartner, { body: { name: ' Fjord Resale ' } });
    expect(answer).toMatchObject({ status: 201, body: { name: 'Fjord Resale' } });
    const list = await muniment.publisher.send('GET', '/v1/publisher/partners');
    expect(list.text).toContain('Fjord Resale');
    expect(list.text).not.toContain(answer.body.token);
    expect((await muniment.as(answer.body.token).call(getMe, {})).body).toMatchObject({
      kind: 'partner',
      displayName: 'Fjord Resale',
      organizations: [],
    });
    const another = await muniment.publisher.call(createPartnerToken, {
      params: { partnerId: answer.body.id },
      body: { name: 'Night jobs' },
    });
    expect((await muniment.as(another.body.token).call(getMe, {})).body.displayName).toBe('Fjord Resale');
    expect(
      await muniment.publisher.call(createPartnerToken, {
        params: { partnerId: '01890000-0000-7000-8000-000000000000' },
        body: { name: 'Nobody' },
      }),
    ).toMatchObject({ status: 404, problemId: 'not-found' });
    expect((await muniment.publisher.call(getMe, {})).body).toMatchObject({
      kind: 'publisher',
      displayName: 'Northlight Software',
    });
  });
});
