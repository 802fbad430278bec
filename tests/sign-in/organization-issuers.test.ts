import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import {
  deleteIdentityProvider,
  putIdentityProvider,
  type WantedIdentityProvider,
} from '@muniment/contract/identity-providers.ts';
import { getInvitation, registerInvitation } from '@muniment/contract/invitations.ts';
import { getMe } from '@muniment/contract/people.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Organization } from '../support/partner.ts';
import { type HostileIssuer, startHostileIssuer } from './hostile-issuer.ts';
import { HttpBrowser } from './http-browser.ts';

const CLIENT_ID = 'console';

let byDefault: HostileIssuer;
let own: HostileIssuer;
let others: HostileIssuer;
let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  [byDefault, own, others] = (await Promise.all([1, 2, 3].map(() => startHostileIssuer(CLIENT_ID)))) as [
    HostileIssuer,
    HostileIssuer,
    HostileIssuer,
  ];
  const env = { OIDC_ISSUER: byDefault.url, OIDC_CLIENT_ID: CLIENT_ID, OIDC_CLIENT_SECRET: 'default-secret' };
  muniment = await startMuniment({ demo: false, env });
});
afterAll(async () => {
  await muniment.stop();
  for (const issuer of [byDefault, own, others]) await issuer.away();
});

beforeEach(async () => {
  for (const issuer of [byDefault, own, others]) issuer.beHonest();
  await muniment.db.deleteFrom('identity_provider').execute();
  await muniment.db.deleteFrom('attempt').execute();
  organization = await (await muniment.newPartner()).organization();
});

const domain = () => organization.newEmail().split('@')[1] ?? '';

/** Gives the organization its own issuer, or another one. */
async function connect(wanted: Partial<WantedIdentityProvider> = {}, number = organization.number) {
  const answer = await muniment.publisher.call(putIdentityProvider, {
    params: { number },
    body: {
      issuer: own.url,
      clientId: CLIENT_ID,
      clientSecret: 'own-secret',
      emailDomains: [domain()],
      ...wanted,
    },
  });
  if (answer.status >= 400) throw new Error(answer.text);
  return answer.body;
}

const disconnect = () =>
  muniment.publisher.call(deleteIdentityProvider, { params: { number: organization.number } });

const startUrl = (email?: string, url = muniment.url) =>
  `${url}/auth/sign-in?${new URLSearchParams({ returnTo: '/docs', ...(email === undefined ? {} : { email }) })}`;

const isCallback = (url: URL) => url.pathname.startsWith('/auth/callback');

/** Signs somebody in; the issuers say that the address is theirs, and verified. */
async function signIn(email: string, options: { claims?: object; at?: string; typed?: string } = {}) {
  const person = { sub: email, name: 'Some Body', email, email_verified: true, ...options.claims };
  for (const issuer of [byDefault, own, others])
    issuer.answers.claims = (honest) => ({ ...honest, ...person });
  const browser = new HttpBrowser();
  const { url } = await browser.follow(startUrl(options.typed ?? email, options.at));
  const session = browser.cookie('muniment-session')?.value;
  return {
    browser,
    end:
      url.pathname === '/docs' || url.pathname.startsWith('/docs/')
        ? 'signed in'
        : url.searchParams.get('problem'),
    api: muniment.with({ cookie: `muniment-session=${session}`, origin: muniment.url }),
  };
}

async function accountOf(subject: string) {
  return muniment.db
    .selectFrom('account')
    .select(['id', 'issuer', 'email_verified as emailVerified'])
    .where('subject', '=', subject)
    .orderBy('last_sign_in_at', 'desc')
    .executeTakeFirst();
}

test('the domain of the address decides on the issuer, which is told the address', async () => {
  await connect({ emailDomains: [domain(), 'Bücher.example'] });
  for (const email of [organization.newEmail(), `A@${domain().toUpperCase()}`, 'a@xn--bcher-kva.example']) {
    const { url } = await new HttpBrowser().follow(startUrl(email), isAtIssuer);
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
  await connect();
  const { url } = await new HttpBrowser().follow(startUrl(email), isAtIssuer);
  expect(url.origin).toBe(byDefault.url);
  expect(url.searchParams.get('login_hint')).toBe(hint);
  expect(url.searchParams.get('redirect_uri')).toBe(`${muniment.url}/auth/callback`);
});

test('a subdomain is a domain of its own', async () => {
  await connect();
  const { url } = await new HttpBrowser().follow(startUrl(`a@mail.${domain()}`), isAtIssuer);
  expect(url.origin).toBe(byDefault.url);
});

const isAtIssuer = (url: URL) => url.pathname === '/authorize';

test("an organization's issuer vouches for addresses in its own domains, and their people register", async () => {
  await connect();
  const email = organization.newEmail();
  await organization.license({ contact: email });
  const { end, api } = await signIn(email);
  expect(end).toBe('signed in');
  expect(await accountOf(email)).toMatchObject({ issuer: own.url, emailVerified: true });
  await register(api, email);
  expect((await api.call(getMe, {})).body.organizations).toMatchObject([{ number: organization.number }]);
});

async function register(api: Muniment['nobody'], email: string) {
  const token = await muniment.linkOf(email);
  const { offerVersion } = (await api.call(getInvitation, { params: { token } })).body;
  const answer = await api.call(registerInvitation, { params: { token }, body: { offerVersion } });
  expect(answer.status).toBe(200);
}

test("an organization's issuer cannot claim an address elsewhere: whoever it says so of registers nothing", async () => {
  await connect();
  const victim = `victim.${organization.number.toLowerCase()}@elsewhere.example`;
  const elsewhere = await (await muniment.newPartner()).organization();
  await elsewhere.license({ contact: victim });
  const { end, api } = await signIn(victim, { typed: organization.newEmail() });
  expect(end).toBe('signed in');
  expect(await accountOf(victim)).toMatchObject({ issuer: own.url, emailVerified: false });
  const token = await muniment.linkOf(victim);
  expect((await api.call(getInvitation, { params: { token } })).problemId).toBe('wrong-account');
});

test('the default issuer does not vouch for addresses in the domain of an organization with its own', async () => {
  await connect();
  const email = organization.newEmail();
  await signIn(email, { typed: '' });
  expect(await accountOf(email)).toMatchObject({ issuer: byDefault.url, emailVerified: false });
});

test('the word of an issuer ends when its domain goes to another one, and when it goes', async () => {
  const email = organization.newEmail();
  await signIn(email);
  expect(await accountOf(email)).toMatchObject({ issuer: byDefault.url, emailVerified: true });
  await connect();
  expect(await accountOf(email)).toMatchObject({ issuer: byDefault.url, emailVerified: false });
  await signIn(email);
  expect(await accountOf(email)).toMatchObject({ issuer: own.url, emailVerified: true });
  // What does not touch the domain leaves it alone.
  await connect({ clientSecret: 'another' });
  expect(await accountOf(email)).toMatchObject({ emailVerified: true });
  await connect({ emailDomains: ['other.example'] });
  expect(await accountOf(email)).toMatchObject({ issuer: own.url, emailVerified: false });
});

test('the same subject at two issuers is two people', async () => {
  await connect();
  const email = organization.newEmail();
  await signIn(email, { claims: { sub: 'one' } });
  const first = await accountOf('one');
  await signIn(email, { claims: { sub: 'one' }, typed: '' });
  const second = await accountOf('one');
  expect(second?.id).not.toBe(first?.id);
  expect(second?.issuer).toBe(byDefault.url);
});

test('a sign-in begun at one issuer is not finished by a code of another (mix-up)', async () => {
  await connect();
  const browser = new HttpBrowser();
  const mine = await browser.follow(startUrl(organization.newEmail()), isCallback);
  const foreign = await browser.follow(startUrl(), isCallback);
  const before = [own, byDefault].map(({ tokenRequests }) => tokenRequests.length);

  // Where the callbacks of the other issuer come in, it is refused, and the code goes to nobody.
  const there = new URL(foreign.url);
  there.searchParams.set('state', mine.url.searchParams.get('state') ?? '');
  expect((await browser.request(there)).headers.get('location')).toContain('problem=sign-in-failed');
  expect([own, byDefault].map(({ tokenRequests }) => tokenRequests.length)).toEqual(before);

  // Where its own come in, the code is shown to the issuer that the sign-in began with, which does not know it.
  const again = await browser.follow(startUrl(organization.newEmail()), isCallback);
  again.url.searchParams.set('code', foreign.url.searchParams.get('code') ?? '');
  expect((await browser.request(again.url)).headers.get('location')).toContain('problem=sign-in-failed');
  expect(byDefault.tokenRequests).toHaveLength(before[1] ?? 0);
  expect(browser.cookie('muniment-session')).toBeUndefined();
});

test('an issuer that sends people on to another one learns nothing of what comes back (mix-up)', async () => {
  await connect();
  const browser = new HttpBrowser();
  const { url } = await browser.follow(startUrl(organization.newEmail()), isAtIssuer);
  // As a hostile issuer would: on to the default one, under our client there and the callback that it knows.
  const forged = new URL(`${byDefault.url}/authorize${url.search}`);
  forged.searchParams.set('redirect_uri', `${muniment.url}/auth/callback`);
  const before = own.tokenRequests.length;
  const done = await browser.follow(forged);
  expect(done.url.searchParams.get('problem')).toBe('sign-in-failed');
  expect(own.tokenRequests).toHaveLength(before);
});

test('an ID token of another issuer is refused, though that one signed it', async () => {
  await connect();
  own.answers.token = (claims) => byDefault.sign({ ...claims, iss: byDefault.url }, byDefault.key);
  const email = organization.newEmail();
  expect((await signIn(email)).end).toBe('sign-in-failed');
  expect(await accountOf(email)).toBeUndefined();
});

test("an organization's callback is good once", async () => {
  await connect();
  const browser = new HttpBrowser();
  const { url } = await browser.follow(startUrl(organization.newEmail()), isCallback);
  expect((await browser.request(url)).headers.get('location')).toBe('/docs');
  expect((await browser.request(url)).headers.get('location')).toContain('problem=sign-in-expired');
});

test('another client secret counts from the next sign-in on, in every server process', async () => {
  const second = await startMuniment({
    demo: false,
    database: muniment.database,
    env: { OIDC_ISSUER: byDefault.url, OIDC_CLIENT_ID: CLIENT_ID, PUBLIC_URL: muniment.url },
  });
  try {
    await connect({ clientSecret: 'first' });
    own.answers.clientSecret = 'first';
    const ends = async () => {
      const callbacks = [muniment.url, second.url].map(async (at) => {
        const browser = new HttpBrowser();
        const { url } = await browser.follow(startUrl(organization.newEmail(), at), isCallback);
        const answer = await browser.request(`${at}${url.pathname}${url.search}`);
        return answer.headers.get('location');
      });
      return Promise.all(callbacks);
    };
    expect(await ends()).toEqual(['/docs', '/docs']);
    own.answers.clientSecret = 'second';
    const refused = '/sign-in?problem=sign-in-failed&returnTo=%2Fdocs';
    expect(await ends()).toEqual([refused, refused]);
    await connect({ clientSecret: 'second' });
    expect(await ends()).toEqual(['/docs', '/docs']);
    // Left out, it stays: nobody has to know it to change the domains.
    const body = { issuer: own.url, clientId: CLIENT_ID, emailDomains: [domain(), 'more.example'] };
    await muniment.publisher.call(putIdentityProvider, { params: { number: organization.number }, body });
    expect(await ends()).toEqual(['/docs', '/docs']);
  } finally {
    await second.stop();
  }
});

test('a secret is not shown to another issuer than the one that gave it', async () => {
  await connect();
  const body = { issuer: others.url, clientId: CLIENT_ID, emailDomains: [domain()] };
  const params = { number: organization.number };
  const { body: changed } = await muniment.publisher.call(putIdentityProvider, { params, body });
  expect(changed.hasClientSecret).toBe(false);
  await signIn(organization.newEmail());
  const { authorization, body: sent } = others.tokenRequests.at(-1) ?? {};
  expect([authorization, sent?.get('client_secret')]).toEqual([undefined, null]);
});

test('an issuer that is taken away or replaced meanwhile signs nobody in', async () => {
  await connect();
  const started = async () => {
    const browser = new HttpBrowser();
    const { url } = await browser.follow(startUrl(organization.newEmail()), isCallback);
    return async () => (await browser.request(url)).headers.get('location');
  };
  const expired = '/sign-in?problem=sign-in-expired&returnTo=%2Fdocs';
  const [first, second] = [await started(), await started()];
  await connect({ issuer: others.url });
  expect(await first()).toBe(expired);
  await disconnect();
  expect(await second()).toBe(expired);
});

test('who signed in at an issuer is signed out when it is taken away, and when another takes its place', async () => {
  await connect();
  const email = organization.newEmail();
  const one = await signIn(email);
  const another = await signIn('somebody@unknown.example');
  await connect({ issuer: others.url });
  expect((await one.api.call(getMe, {})).status).toBe(401);
  const two = await signIn(email);
  expect((await two.api.call(getMe, {})).status).toBe(200);
  await disconnect();
  expect((await two.api.call(getMe, {})).status).toBe(401);
  expect((await another.api.call(getMe, {})).status).toBe(200);
});

test('signing out ends the session at the issuer that opened it', async () => {
  await connect();
  const ends = async (email: string) => {
    const { browser } = await signIn(email);
    const headers = { origin: muniment.url };
    const answer = await browser.request(`${muniment.url}/auth/sign-out`, { method: 'POST', headers });
    const { origin, searchParams } = new URL(((await answer.json()) as { redirectTo: string }).redirectTo);
    const hint = searchParams.get('id_token_hint')?.split('.')[1] ?? '';
    const { iss } = JSON.parse(Buffer.from(hint, 'base64url').toString());
    return { origin, iss, back: searchParams.get('post_logout_redirect_uri') };
  };
  const back = `${muniment.url}/sign-in`;
  expect(await ends(organization.newEmail())).toEqual({ origin: own.url, iss: own.url, back });
  expect(await ends('a@unknown.example')).toEqual({ origin: byDefault.url, iss: byDefault.url, back });
});

const DIRECTORY_ROLES = {
  roles: ['Global Administrator', 'Billing Administrator', 'administrator', 'vl-admin'],
  // The role template ids of Global Administrator and Billing Administrator.
  wids: ['62e90394-69f5-4237-9190-012177145e10', 'b0f54661-2d74-4c50-afa3-1ec803f12efe'],
  groups: ['administrators', 'Billing Administrators'],
};

test('A7 Global and Billing Administrator claims give no right, at either issuer', async () => {
  await connect();
  const administrator = await organization.administrator();
  for (const email of [organization.newEmail(), 'global.admin@unknown.example']) {
    const { end, api } = await signIn(email, { claims: DIRECTORY_ROLES });
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
  await connect();
  const administrator = await organization.administrator({ licenses: 2 });
  const email = organization.newEmail();
  const [licenseId = ''] = administrator.licenseIds;
  const user = { signInEmail: email, displayName: 'Global Administrator' };
  const assignments = [{ user, licenseId, roles: ['benefits-reader' as const] }];
  expect((await administrator.api.call(changeAssignments, { body: { assignments } })).status).toBe(201);
  const { api } = await signIn(email, { claims: DIRECTORY_ROLES });
  await register(api, email);
  const me = (await api.call(getMe, {})).body.organizations;
  expect(me).toMatchObject([{ number: organization.number }]);
  expect([...(me[0]?.actions ?? [])].sort()).toEqual(['benefit:manage', 'contract:view']);
  const { items } = (await api.send('GET', '/v1/licenses')).body as { items: { licenseId: string }[] };
  expect(items.map((one) => one.licenseId)).toEqual([licenseId]);
  expect((await api.send('GET', '/v1/vl-users')).body).toMatchObject({ items: [] });
});
