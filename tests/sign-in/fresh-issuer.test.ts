import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type HostileIssuer, signed, startHostileIssuer } from './hostile-issuer.ts';
import { HttpBrowser } from './http-browser.ts';
import { type SignInServer, startSignInServer } from './sign-in-server.ts';

const CLIENT = { clientId: 'console', clientSecret: 'secret-that-both-know' };

// Metadata and keys are kept: each test has an issuer and a server that know nothing of each other yet.
let issuer: HostileIssuer;
let server: SignInServer;
beforeEach(async () => {
  issuer = await startHostileIssuer(CLIENT.clientId);
  server = await startSignInServer({ issuer: { issuer: issuer.url, ...CLIENT } });
});
afterEach(async () => {
  vi.useRealTimers();
  await server.close();
  await issuer.away();
});

/** The path on which a sign-in ends. */
async function signIn(): Promise<string> {
  const { url } = await new HttpBrowser().follow(`${server.url}/auth/sign-in?returnTo=/home`);
  return `${url.pathname}${url.search}`;
}

const FAILED = '/sign-in?problem=sign-in-failed&returnTo=%2Fhome';

test.each([
  ['naming another issuer', { iss: 'https://evil.example' }],
  ['naming none, though the issuer says that it always does', {}],
])('a callback %s is refused, and its code goes nowhere (mix-up, RFC 9207)', async (_name, more) => {
  issuer.answers.metadata = { authorization_response_iss_parameter_supported: true };
  issuer.answers.callback = (honest) => ({ ...honest, iss: issuer.url });
  expect(await signIn()).toBe('/home');
  issuer.answers.callback = (honest) => ({ ...honest, ...more });
  expect(await signIn()).toBe(FAILED);
  expect(issuer.tokenRequests).toHaveLength(1);
});

test('an unknown key has the keys read again, at most once a minute', async () => {
  expect(await signIn()).toBe('/home');
  issuer.rotateKey();
  for (let tries = 0; tries < 3; tries += 1) expect(await signIn()).toBe(FAILED);
  expect(issuer.keyRequests()).toBe(1);

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
  expect(await signIn()).toBe('/home');
  expect(issuer.keyRequests()).toBe(2);
  issuer.answers.token = (claims) => signed(claims, issuer.strangeKey, { kid: 'unknown' });
  for (let tries = 0; tries < 3; tries += 1) expect(await signIn()).toBe(FAILED);
  expect(issuer.keyRequests()).toBe(2);
});

test('a key that the issuer publishes no more is good for five minutes at most', async () => {
  expect(await signIn()).toBe('/home');
  const { key } = issuer;
  issuer.rotateKey();
  issuer.answers.token = (claims) => signed(claims, key);
  expect(await signIn()).toBe('/home');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 301_000 });
  expect(await signIn()).toBe(FAILED);
});

test('an endless answer of the issuer is not read to its end', async () => {
  let bytes = 0;
  issuer.answers.raw = {
    '/token': (response) => {
      const more = () => {
        while (!response.destroyed && bytes < 50_000_000) {
          bytes += 65_536;
          if (!response.write('x'.repeat(65_536))) return;
        }
        response.end();
      };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.on('drain', more);
      more();
    },
  };
  expect(await signIn()).toBe(FAILED);
  expect(bytes).toBeLessThan(20_000_000);
});

test.each([
  ['the page where sessions end', { end_session_endpoint: 'javascript:alert(1)//' }],
  ['the page where people sign in', { authorization_endpoint: 'data:text/html,hello' }],
  ['PKCE', { code_challenge_methods_supported: ['plain'] }],
])('an issuer whose metadata are no good on %s signs nobody in', async (_name, metadata) => {
  issuer.answers.metadata = metadata;
  expect(await signIn()).toBe('/sign-in?problem=provider-unavailable&returnTo=%2Fhome');
});
