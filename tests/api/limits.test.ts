import { checkAccess } from '@muniment/contract/access.ts';
import { getInvitation } from '@muniment/contract/invitations.ts';
import { getMe } from '@muniment/contract/people.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Organization } from '../support/partner.ts';

const LIMIT = 20;

let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  muniment = await startMuniment({ env: { RATE_LIMIT_PER_MINUTE: String(LIMIT) } });
  organization = await (await muniment.newPartner()).organization();
});
afterAll(() => muniment.stop());

test('a person who asks too often is told to wait; others, and checks of the publisher, are not held up', async () => {
  const admin = await organization.administrator();
  const other = await organization.colleague(admin);
  const answers = await Promise.all(Array.from({ length: LIMIT + 5 }, () => admin.api.call(getMe, {})));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(5);
  expect(refused[0]).toMatchObject({ problemId: 'too-many-requests' });
  const seconds = Number(refused[0]?.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);

  expect((await other.api.call(getMe, {})).status).toBe(200);
  const { vlUserId, licenseId } = admin;
  const checks = [{ vlUserId, licenseId, action: 'contract:view' as const }];
  expect((await admin.api.call(checkAccess, { body: { checks } })).status).toBe(429);
  const asked = await Promise.all(
    Array.from({ length: LIMIT + 5 }, () => muniment.publisher.call(checkAccess, { body: { checks } })),
  );
  expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([200]));
  expect((await muniment.nobody.send('GET', '/readyz')).status).toBe(200);
});

test('an address that guesses tokens is told to wait', async () => {
  const served = await startMuniment({ database: muniment.database });
  const guesser = served.as(`mun_${'A'.repeat(43)}`);
  const statuses = [];
  for (let tries = 0; tries < 301; tries += 1) statuses.push((await guesser.call(getMe, {})).status);
  expect(new Set(statuses.slice(0, 300))).toEqual(new Set([401]));
  expect(statuses[300]).toBe(429);
  expect((await served.publisher.call(getMe, {})).status).toBe(200);
  await served.stop();
});

test('nobody makes the server read a body that is longer than its endpoint takes', async () => {
  const admin = await organization.administrator();
  const body = JSON.stringify({ displayName: 'x'.repeat(100_000) });
  expect(await admin.api.send('PATCH', `/v1/vl-users/${admin.vlUserId}`, { body })).toMatchObject({
    status: 413,
    problemId: 'payload-too-large',
  });
});

test('one account tries a bounded number of links, whatever comes of them', async () => {
  const served = await startMuniment({ database: muniment.database });
  const session = await served.sessionOf(organization.newEmail('guesser'));
  const statuses = [];
  for (let tries = 0; tries < 61; tries += 1) {
    statuses.push((await session.call(getInvitation, { params: { token: `guess-${tries}` } })).status);
  }
  expect(new Set(statuses.slice(0, 60))).toEqual(new Set([404]));
  expect(statuses[60]).toBe(429);
  await served.stop();
});
