import { deleteIdentityProvider, putIdentityProvider } from '@muniment/contract/identity-providers.ts';
import { getMe } from '@muniment/contract/people.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { HostileIssuer } from './hostile-issuer.ts';
import { HttpBrowser } from './http-browser.ts';
import {
  CLIENT_ID,
  type IssuersScene,
  type IssuersStage,
  isCallback,
  signInUrl,
  startIssuersStage,
} from './issuers-stage.ts';

let stage: IssuersStage;
let muniment: Muniment;
let byDefault: HostileIssuer;
let own: HostileIssuer;
let others: HostileIssuer;
let scene: IssuersScene;
beforeAll(async () => {
  stage = await startIssuersStage();
  ({ muniment, byDefault, own, others } = stage);
});
afterAll(() => stage.close());
beforeEach(async () => {
  scene = await stage.newScene();
});

const disconnect = () =>
  muniment.publisher.call(deleteIdentityProvider, { params: { number: scene.organization.number } });

test('another client secret counts from the next sign-in on, in every server process', async () => {
  const { organization, domain } = scene;
  const second = await startMuniment({
    demo: false,
    database: muniment.database,
    env: { OIDC_ISSUER: byDefault.url, OIDC_CLIENT_ID: CLIENT_ID, PUBLIC_URL: muniment.url },
  });
  try {
    await scene.connect({ clientSecret: 'first' });
    own.answers.clientSecret = 'first';
    const ends = async () => {
      const callbacks = [muniment.url, second.url].map(async (at) => {
        const browser = new HttpBrowser();
        const { url } = await browser.follow(signInUrl(at, organization.newEmail()), isCallback);
        const answer = await browser.request(`${at}${url.pathname}${url.search}`);
        return answer.headers.get('location');
      });
      return Promise.all(callbacks);
    };
    expect(await ends()).toEqual(['/docs', '/docs']);
    own.answers.clientSecret = 'second';
    const refused = '/sign-in?problem=sign-in-failed&returnTo=%2Fdocs';
    expect(await ends()).toEqual([refused, refused]);
    await scene.connect({ clientSecret: 'second' });
    expect(await ends()).toEqual(['/docs', '/docs']);
    // Left out, it stays: nobody has to know it to change the domains.
    const body = { issuer: own.url, clientId: CLIENT_ID, emailDomains: [domain, 'more.example'] };
    await muniment.publisher.call(putIdentityProvider, { params: { number: organization.number }, body });
    expect(await ends()).toEqual(['/docs', '/docs']);
  } finally {
    await second.stop();
  }
});

test('a secret is not shown to another issuer than the one that gave it', async () => {
  const { organization, domain } = scene;
  await scene.connect();
  const body = { issuer: others.url, clientId: CLIENT_ID, emailDomains: [domain] };
  const params = { number: organization.number };
  const { body: changed } = await muniment.publisher.call(putIdentityProvider, { params, body });
  expect(changed.hasClientSecret).toBe(false);
  await scene.signIn(organization.newEmail());
  const { authorization, body: sent } = others.tokenRequests.at(-1) ?? {};
  expect([authorization, sent?.get('client_secret')]).toEqual([undefined, null]);
});

test('an issuer that is taken away or replaced meanwhile signs nobody in', async () => {
  const { organization } = scene;
  await scene.connect();
  const started = async () => {
    const browser = new HttpBrowser();
    const { url } = await browser.follow(signInUrl(muniment.url, organization.newEmail()), isCallback);
    return async () => (await browser.request(url)).headers.get('location');
  };
  const expired = '/sign-in?problem=sign-in-expired&returnTo=%2Fdocs';
  const [first, second] = [await started(), await started()];
  await scene.connect({ issuer: others.url });
  expect(await first()).toBe(expired);
  await disconnect();
  expect(await second()).toBe(expired);
});

test('an issuer that is taken away while it answers signs nobody in', async () => {
  const { organization } = scene;
  await scene.connect();
  const email = organization.newEmail();
  own.answers.raw = {
    '/userinfo': (response) => {
      void disconnect().then(() => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ sub: email, email, email_verified: true }));
      });
    },
  };
  const { end } = await scene.signIn(email, { claims: { email: undefined } });
  expect(end).toBe('sign-in-expired');
  const made = await muniment.db.selectFrom('account').select('id').where('subject', '=', email).execute();
  expect(made).toEqual([]);
});

test('who signed in at an issuer is signed out when it is taken away, and when another takes its place', async () => {
  const { organization } = scene;
  await scene.connect();
  const email = organization.newEmail();
  const one = await scene.signIn(email);
  const another = await scene.signIn('somebody@unknown.example');
  await scene.connect({ issuer: others.url });
  expect((await one.api.call(getMe, {})).status).toBe(401);
  const two = await scene.signIn(email);
  expect((await two.api.call(getMe, {})).status).toBe(200);
  await disconnect();
  expect((await two.api.call(getMe, {})).status).toBe(401);
  expect((await another.api.call(getMe, {})).status).toBe(200);
});

test('signing out ends the session at the issuer that opened it', async () => {
  const { organization } = scene;
  await scene.connect();
  const ends = async (email: string) => {
    const { browser } = await scene.signIn(email);
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
