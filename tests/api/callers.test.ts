import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { putOrganization } from '@muniment/contract/partners.ts';
import { getMe } from '@muniment/contract/people.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

let muniment: Muniment;
let organization: Organization;
let admin: Member;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator();
});
afterAll(() => muniment.stop());

const PATH = '/v1/assignment-changes';

describe('who calls', () => {
  const operations = () =>
    Object.entries(muniment.openApi.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );

  test('every operation refuses somebody who is not signed in, before it looks at the request', async () => {
    const open = operations().filter(({ operation }) => operation.security?.length === 0);
    expect(open.map(({ path }) => path)).toEqual([
      '/v1/files/{token}',
      '/v1/publisher',
      '/v1/support',
      '/v1/help/articles',
      '/v1/help/articles/{slug}',
    ]);
    for (const { path, method } of operations().filter(
      (one) => !open.some(({ path: other }) => other === one.path),
    )) {
      const answer = await muniment.nobody.send(method.toUpperCase(), path.replace(/\{\w+\}/g, 'x'), {
        ...(method === 'get' || method === 'delete' ? {} : { body: '{"malformed' }),
      });
      expect(`${method} ${path} ${answer.status} ${answer.problemId}`).toBe(
        `${method} ${path} 401 not-signed-in`,
      );
    }
  });

  test.each([
    ['an unknown token', { authorization: `Bearer mun_${'x'.repeat(43)}` }],
    ['a token of another form', { authorization: 'Bearer x' }],
    ['another scheme', { authorization: 'Basic dXNlcjpwYXNz' }],
    ['a cookie of no session', { cookie: `muniment-session=${'x'.repeat(43)}` }],
  ])('%s is nobody', async (_what, headers) => {
    expect(await muniment.with(headers).call(getMe, {})).toMatchObject({
      status: 401,
      problemId: 'not-signed-in',
    });
  });

  test('a person, a partner and the publisher find nothing where they have no business', async () => {
    const partner = organization.partner.api;
    const body = { name: 'Elsewhere' };
    expect(await admin.api.call(putOrganization, { params: { number: 'X-1' }, body })).toMatchObject({
      status: 404,
      problemId: 'not-found',
    });
    expect(await muniment.publisher.call(putOrganization, { params: { number: 'X-1' }, body })).toMatchObject(
      { status: 404 },
    );
    for (const path of [
      '/v1/vl-users',
      '/v1/licenses',
      '/v1/ledger',
      '/v1/tokens',
      '/v1/overview',
      '/v1/role-sets',
    ]) {
      expect(`${path} ${(await partner.send('GET', path)).status}`).toBe(`${path} 404`);
      expect(`${path} ${(await muniment.publisher.send('GET', path)).status}`).toBe(`${path} 404`);
    }
    for (const path of [
      '/v1/publisher/partners',
      '/v1/publisher/outbox',
      `/v1/publisher/outbox/${admin.vlUserId}`,
    ]) {
      expect(`${path} ${(await admin.api.send('GET', path)).status}`).toBe(`${path} 404`);
      expect(`${path} ${(await partner.send('GET', path)).status}`).toBe(`${path} 404`);
    }
  });

  test('in a session, what changes something must come from the console', async () => {
    const session = await muniment.sessionOf(admin.email);
    const body = {
      assignments: [
        { user: { vlUserId: admin.vlUserId }, licenseId: admin.licenseId, roles: ['administrator' as const] },
      ],
    };
    expect((await session.call(changeAssignments, { body: { ...body, dryRun: true } })).status).toBe(200);
    for (const origin of ['https://evil.example', 'null', `${muniment.url}.evil.example`, '']) {
      const answer = await session.send('POST', PATH, { body, headers: { origin } });
      expect(answer).toMatchObject({ status: 403, problemId: 'origin-refused' });
    }
    // Reading needs no Origin: other sites cannot read the answer.
    expect(
      (await session.send('GET', '/v1/me', { headers: { origin: 'https://evil.example' } })).status,
    ).toBe(200);
  });

  test('a closed session is nobody at once', async () => {
    const session = await muniment.sessionOf(admin.email);
    expect((await session.call(getMe, {})).status).toBe(200);
    await session.send('POST', '/auth/sign-out');
    expect((await session.call(getMe, {})).status).toBe(401);
  });
});
