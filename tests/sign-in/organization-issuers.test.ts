import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { getInvitation, registerInvitation } from '@muniment/contract/invitations.ts';
import { getMe } from '@muniment/contract/people.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Muniment } from '../support/muniment.ts';
import type { HostileIssuer } from './hostile-issuer.ts';
import { HttpBrowser } from './http-browser.ts';
import {
  type IssuersScene,
  type IssuersStage,
  isAtIssuer,
  isCallback,
  signInUrl,
  startIssuersStage,
} from './issuers-stage.ts';

let stage: IssuersStage;
let muniment: Muniment;
let byDefault: HostileIssuer;
let own: HostileIssuer;
let scene: IssuersScene;
beforeAll(async () => {
  stage = await startIssuersStage();
  ({ muniment, byDefault, own } = stage);
});
afterAll(() => stage.close());
beforeEach(async () => {
  scene = await stage.newScene();
});

test('the domain of the address decides on the issuer, which is told the address', async () => {
  const { organization, domain } = scene;
  await scene.connect({ emailDomains: [domain, 'Bücher.example'] });
  for (const email of [organization.newEmail(), `A@${domain.toUpperCase()}`, 'a@xn--bcher-kva.example']) {
    const { url } = await new HttpBrowser().follow(signInUrl(muniment.url, email), isAtIssuer);
    expect(url.origin).toBe(own.url);
    expect(url.searchParams.get('login_hint')).toBe(email);
    expect(url.searchParams.get('redirect_uri')).toBe(`${muniment.url}/auth/callback/${organization.number}`);
  }
  const hinted = await new HttpBrowser().follow(
    `${muniment.url}/auth/sign-in?login_hint=${organization.newEmail()}`,
    isAtIssuer,
  );
  expect(hinted.url.origin).toBe(own.url);
});

test.each([
  ['no address', undefined, null],
  ['an unknown domain', 'a@unknown.example', 'a@unknown.example'],
  ['what is no address', 'not an address', null],
])('%s leads to the default issuer', async (_name, email, hint) => {
  await scene.connect();
  const { url } = await new HttpBrowser().follow(signInUrl(muniment.url, email), isAtIssuer);
  expect(url.origin).toBe(byDefault.url);
  expect(url.searchParams.get('login_hint')).toBe(hint);
  expect(url.searchParams.get('redirect_uri')).toBe(`${muniment.url}/auth/callback`);
});

test('a subdomain is a domain of its own', async () => {
  const { domain } = scene;
  await scene.connect();
  const { url } = await new HttpBrowser().follow(signInUrl(muniment.url, `a@mail.${domain}`), isAtIssuer);
  expect(url.origin).toBe(byDefault.url);
});

test("an organization's issuer vouches for addresses in its own domains, and their people register", async () => {
  const { organization } = scene;
  await scene.connect();
  const email = organization.newEmail();
  await organization.license({ contact: email });
  const { end, api } = await scene.signIn(email);
  expect(end).toBe('signed in');
  expect(await accountOf(email)).toMatchObject({ issuer: own.url, emailVerified: true });
  await register(api, email);
  expect((await api.call(getMe, {})).body.organizations).toMatchObject([{ number: organization.number }]);
});

test("an organization's issuer cannot claim an address elsewhere: whoever it says so of registers nothing", async () => {
  const { organization } = scene;
  await scene.connect();
  const victim = `victim.${organization.number.toLowerCase()}@elsewhere.example`;
  const elsewhere = await (await muniment.newPartner()).organization();
  await elsewhere.license({ contact: victim });
  const { end, api } = await scene.signIn(victim, { typed: organization.newEmail() });
  expect(end).toBe('signed in');
  expect(await accountOf(victim)).toMatchObject({ issuer: own.url, emailVerified: false });
  const token = await muniment.linkOf(victim);
  expect((await api.call(getInvitation, { params: { token } })).problemId).toBe('wrong-account');
});

test('the default issuer does not vouch for addresses in the domain of an organization with its own', async () => {
  const { organization } = scene;
  await scene.connect();
  const email = organization.newEmail();
  await scene.signIn(email, { typed: '' });
  expect(await accountOf(email)).toMatchObject({ issuer: byDefault.url, emailVerified: false });
});

test('the word of an issuer ends when its domain goes to another one, and when it goes', async () => {
  const { organization } = scene;
  const email = organization.newEmail();
  await scene.signIn(email);
  expect(await accountOf(email)).toMatchObject({ issuer: byDefault.url, emailVerified: true });
  await scene.connect();
  expect(await accountOf(email)).toMatchObject({ issuer: byDefault.url, emailVerified: false });
  await scene.signIn(email);
  expect(await accountOf(email)).toMatchObject({ issuer: own.url, emailVerified: true });
  // What does not touch the domain leaves it alone.
  await scene.connect({ clientSecret: 'another' });
  expect(await accountOf(email)).toMatchObject({ emailVerified: true });
  await scene.connect({ emailDomains: ['other.example'] });
  expect(await accountOf(email)).toMatchObject({ issuer: own.url, emailVerified: false });
});

test('the same subject at two issuers is two people', async () => {
  const { organization } = scene;
  await scene.connect();
  const email = organization.newEmail();
  await scene.signIn(email, { claims: { sub: 'one' } });
  const first = await accountOf('one');
  await scene.signIn(email, { claims: { sub: 'one' }, typed: '' });
  const second = await accountOf('one');
  expect(second?.id).not.toBe(first?.id);
  expect(second?.issuer).toBe(byDefault.url);
});

test('a sign-in begun at one issuer is not finished by a code of another (mix-up)', async () => {
  const { organization } = scene;
  await scene.connect();
  const browser = new HttpBrowser();
  const mine = await browser.follow(signInUrl(muniment.url, organization.newEmail()), isCallback);
  const foreign = await browser.follow(signInUrl(muniment.url), isCallback);
  const before = [own, byDefault].map(({ tokenRequests }) => tokenRequests.length);

  // Where the callbacks of the other issuer come in, it is refused, and the code goes to nobody.
  const there = new URL(foreign.url);
  there.searchParams.set('state', mine.url.searchParams.get('state') ?? '');
  expect((await browser.request(there)).headers.get('location')).toContain('problem=sign-in-failed');
  expect([own, byDefault].map(({ tokenRequests }) => tokenRequests.length)).toEqual(before);

  // Where its own come in, the code is shown to the issuer that the sign-in began with, which does not know it.
  const again = await browser.follow(signInUrl(muniment.url, organization.newEmail()), isCallback);
  again.url.searchParams.set('code', foreign.url.searchParams.get('code') ?? '');
  expect((await browser.request(again.url)).headers.get('location')).toContain('problem=sign-in-failed');
  expect(byDefault.tokenRequests).toHaveLength(before[1] ?? 0);
  expect(browser.cookie('muniment-session')).toBeUndefined();
});

test('an issuer that sends people on to another one learns nothing of what comes back (mix-up)', async () => {
  const { organization } = scene;
  await scene.connect();
  const browser = new HttpBrowser();
  const { url } = await browser.follow(signInUrl(muniment.url, organization.newEmail()), isAtIssuer);
  // As a hostile issuer would: on to the default one, under our client there and the callback that it knows.
  const forged = new URL(`${byDefault.url}/authorize${url.search}`);
  forged.searchParams.set('redirect_uri', `${muniment.url}/auth/callback`);
  const before = own.tokenRequests.length;
  const done = await browser.follow(forged);
  expect(done.url.searchParams.get('problem')).toBe('sign-in-failed');
  expect(own.tokenRequests).toHaveLength(before);
});

test('an ID token of another issuer is refused, though that one signed it', async () => {
  const { organization } = scene;
  await scene.connect();
  own.answers.token = (claims) => byDefault.sign({ ...claims, iss: byDefault.url }, byDefault.key);
  const email = organization.newEmail();
  expect((await scene.signIn(email)).end).toBe('sign-in-failed');
  expect(await accountOf(email)).toBeUndefined();
});

test("an organization's callback is good once", async () => {
  const { organization } = scene;
  await scene.connect();
  const browser = new HttpBrowser();
  const { url } = await browser.follow(signInUrl(muniment.url, organization.newEmail()), isCallback);
  expect((await browser.request(url)).headers.get('location')).toBe('/docs');
  expect((await browser.request(url)).headers.get('location')).toContain('problem=sign-in-expired');
});

const DIRECTORY_ROLES = {
  roles: ['Global Administrator', 'Billing Administrator', 'administrator', 'vl-admin'],
  // The role template ids of Global Administrator and Billing Administrator.
  wids: ['62e90394-69f5-4237-9190-012177145e10', 'b0f54661-2d74-4c50-afa3-1ec803f12efe'],
  groups: ['administrators', 'Billing Administrators'],
};

test('A7 Global and Billing Administrator claims give no right, at either issuer', async () => {
  const { organization } = scene;
  await scene.connect();
  const administrator = await organization.administrator();
  for (const email of [organization.newEmail(), 'global.admin@unknown.example']) {
    const { end, api } = await scene.signIn(email, { claims: DIRECTORY_ROLES });
    expect(end).toBe('signed in');
    expect((await api.call(getMe, {})).body.organizations).toEqual([]);
    const headers = { 'x-organization': organization.number };
    for (const path of ['/v1/licenses', '/v1/vl-users', '/v1/ledger', '/v1/publisher/partners']) {
      const answer = await api.send('GET', path, { headers });
      expect(`${path} ${answer.status}`).toBe(`${path} 404`);
    }
  }
  expect((await administrator.api.send('GET', '/v1/licenses')).status).toBe(200);
});

test('A7 a Global Administrator has by the same account what a VL admin assigned, and no more', async () => {
  const { organization } = scene;
  await scene.connect();
  const administrator = await organization.administrator({ licenses: 2 });
  const email = organization.newEmail();
  const [licenseId = ''] = administrator.licenseIds;
  const user = { signInEmail: email, displayName: 'Global Administrator' };
  const assignments = [{ user, licenseId, roles: ['benefits-reader' as const] }];
  expect((await administrator.api.call(changeAssignments, { body: { assignments } })).status).toBe(201);
  const { api } = await scene.signIn(email, { claims: DIRECTORY_ROLES });
  await register(api, email);
  const me = (await api.call(getMe, {})).body.organizations;
  expect(me).toMatchObject([{ number: organization.number }]);
  expect([...(me[0]?.actions ?? [])].sort()).toEqual(['benefit:manage', 'contract:view']);
  const { items } = (await api.send('GET', '/v1/licenses')).body as { items: { licenseId: string }[] };
  expect(items.map((one) => one.licenseId)).toEqual([licenseId]);
  expect((await api.send('GET', '/v1/vl-users')).body).toMatchObject({ items: [] });
});

async function register(api: Muniment['nobody'], email: string) {
  const token = await muniment.linkOf(email);
  const { offerVersion } = (await api.call(getInvitation, { params: { token } })).body;
  const answer = await api.call(registerInvitation, { params: { token }, body: { offerVersion } });
  expect(answer.status).toBe(200);
}

async function accountOf(subject: string) {
  return muniment.db
    .selectFrom('account')
    .select(['id', 'issuer', 'email_verified as emailVerified'])
    .where('subject', '=', subject)
    .orderBy('last_sign_in_at', 'desc')
    .executeTakeFirst();
}
