import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createIdentityProvider } from '../../apps/server/src/features/sign-in/identity-provider.ts';
import type { Account } from '../../apps/server/src/features/sign-in/session-service.ts';
import {
  type HostileIssuer,
  signed,
  signedWithSecret,
  startHostileIssuer,
  unsigned,
} from './hostile-issuer.ts';
import { HttpBrowser } from './http-browser.ts';
import { type SignInServer, startSignInServer } from './sign-in-server.ts';

const CLIENT = { clientId: 'console', clientSecret: 'secret-that-both-know' };

let issuer: HostileIssuer;
let server: SignInServer;
beforeAll(async () => {
  issuer = await startHostileIssuer(CLIENT.clientId);
  server = await startSignInServer({ issuer: { issuer: issuer.url, ...CLIENT } });
});
beforeEach(() => issuer.beHonest());
afterAll(async () => {
  await server.close();
  await issuer.away();
});

/** Where a sign-in ends, and the account that the browser then has. */
async function signIn(browser = new HttpBrowser()) {
  const { url } = await browser.follow(`${server.url}/auth/sign-in?returnTo=/home`);
  const answer = await browser.request(`${server.url}/whoami`);
  const { account } = (await answer.json()) as { account: Account };
  return { end: `${url.pathname}${url.search}`, account };
}

const FAILED = { end: '/sign-in?problem=sign-in-failed&returnTo=%2Fhome', account: null };

test('an honest ID token signs in, so that the refusals below mean something', async () => {
  const { end, account } = await signIn();
  expect(end).toBe('/home');
  expect(account).toMatchObject({ issuer: issuer.url, subject: 'somebody', emailVerified: true });
});

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;

test.each<[string, (claims: Record<string, unknown>) => Record<string, unknown>]>([
  ['another nonce', (claims) => ({ ...claims, nonce: 'of-another-sign-in' })],
  ['no nonce', ({ nonce: _, ...claims }) => claims],
  ['another issuer', (claims) => ({ ...claims, iss: 'https://evil.example' })],
  ['another audience', (claims) => ({ ...claims, aud: 'another-client' })],
  [
    'several audiences and another authorized party',
    (claims) => ({ ...claims, aud: ['console', 'x'], azp: 'x' }),
  ],
  ['several audiences and no authorized party', (claims) => ({ ...claims, aud: ['console', 'x'] })],
  ['an end that is past by more than a minute', (claims) => ({ ...claims, exp: inSeconds(-75) })],
  ['no end', ({ exp: _, ...claims }) => claims],
  ['a start that is more than a minute away', (claims) => ({ ...claims, nbf: inSeconds(75) })],
  ['an issue date more than a minute away', (claims) => ({ ...claims, iat: inSeconds(75) })],
  ['no subject', ({ sub: _, ...claims }) => claims],
])('an ID token with %s is refused', async (_name, change) => {
  issuer.answers.claims = change;
  expect(await signIn()).toEqual(FAILED);
});

test.each([
  ['an end just past', { exp: -45 }],
  ['a start just ahead', { nbf: 45 }],
  ['an issue date just ahead', { iat: 45 }],
])('clocks may differ by a minute: an ID token with %s is taken', async (_name, times) => {
  issuer.answers.claims = (claims) => {
    const moved = Object.entries(times).map(([name, seconds]) => [name, inSeconds(seconds)]);
    return { ...claims, ...Object.fromEntries(moved) };
  };
  expect((await signIn()).end).toBe('/home');
});

test.each<[string, (claims: Record<string, unknown>) => string | null]>([
  ['algorithm none', (claims) => `${unsigned(claims, { alg: 'none' })}.`],
  [
    'a key that the issuer does not publish',
    (claims) => signed(claims, issuer.strangeKey, { kid: 'unknown' }),
  ],
  ['a foreign signature under a known key id', (claims) => signed(claims, issuer.strangeKey)],
  ['an HMAC with the client secret', (claims) => signedWithSecret(claims, CLIENT.clientSecret)],
  [
    'an HMAC with the public key',
    (claims) => signedWithSecret(claims, `${issuer.publicKey.export({ type: 'spki', format: 'pem' })}`),
  ],
  ['another algorithm than the issuer announces', (claims) => signed(claims, issuer.key, { alg: 'PS256' })],
  [
    'claims changed after signing',
    (claims) => {
      const [, , signature] = signed(claims, issuer.key).split('.');
      return `${unsigned({ ...claims, sub: 'victim' }, { alg: 'RS256', kid: 'the-key' })}.${signature}`;
    },
  ],
  ['nothing in it', () => 'x'],
  ['nothing at all', () => null],
])('an ID token with %s is refused', async (_name, token) => {
  issuer.answers.token = token;
  expect(await signIn()).toEqual(FAILED);
});

test('the log says why an ID token was refused, and holds no part of it', async () => {
  let token = '';
  issuer.answers.token = (claims) => {
    token = signed({ ...claims, aud: 'another-client' }, issuer.key);
    return token;
  };
  await signIn();
  expect(server.logged()).toMatch(/unexpected JWT \\"aud\\"|unexpected JWT claim value/);
  for (const part of [...token.split('.'), CLIENT.clientSecret])
    expect(server.logged().includes(part)).toBe(false);
});

test('a UserInfo answer about another subject is refused', async () => {
  issuer.answers.claims = ({ email: _, ...claims }) => claims;
  issuer.answers.userinfo = (honest) => ({ ...honest, sub: 'victim' });
  expect(await signIn()).toEqual(FAILED);
});

test('name and e-mail are taken from UserInfo where the ID token holds none', async () => {
  issuer.answers.claims = ({ iss, aud, iat, exp, nonce }) => ({ iss, aud, iat, exp, nonce, sub: 'thin' });
  issuer.answers.userinfo = () => ({
    sub: 'thin',
    name: 'Thin Token',
    email: 'Thin@Fennimore.example',
    email_verified: true,
  });
  expect((await signIn()).account).toMatchObject({
    subject: 'thin',
    displayName: 'Thin Token',
    email: 'Thin@Fennimore.example',
    emailKey: 'thin@fennimore.example',
    emailVerified: true,
  });
});

test.each([
  ['without a word on it', undefined],
  ['said to be false', false],
  ['the text "true"', 'true'],
  ['1', 1],
])('an address whose verification is %s counts as unverified', async (_name, verified) => {
  const change = (claims: Record<string, unknown>) => ({ ...claims, email_verified: verified });
  issuer.answers.claims = change;
  issuer.answers.userinfo = change;
  expect((await signIn()).account).toMatchObject({ subject: 'somebody', emailVerified: false });
});

test('a verified address at UserInfo does not vouch for another one in the ID token', async () => {
  issuer.answers.claims = (claims) => ({
    ...claims,
    email: 'victim@fennimore.example',
    email_verified: false,
  });
  expect((await signIn()).account).toMatchObject({
    email: 'some.body@fennimore.example',
    emailVerified: true,
  });
});

test.each([
  ['no address', undefined],
  ['an empty address', ''],
  ['no text', 7],
  ['two addresses', 'a@b.example,c@d.example'],
  ['a line break', 'a@b.example\r\nBcc: c@d.example'],
])('somebody with %s is not signed in', async (_name, email) => {
  issuer.answers.claims = (claims) => ({ ...claims, email });
  issuer.answers.userinfo = ({ email: _, ...claims }) => ({ ...claims, email });
  const { end, account } = await signIn();
  expect(end).toBe('/sign-in?problem=no-verified-email&returnTo=%2Fhome');
  expect(account).toBeNull();
});

test('a name comes out as one line, whatever the issuer puts in it', async () => {
  issuer.answers.claims = (claims) => ({ ...claims, name: 'Ann\r\nBcc: all@fennimore.example\u2028\u0000' });
  expect((await signIn()).account.displayName).toBe('Ann Bcc: all@fennimore.example');
});

test('the same address under another subject is another account: an address is no identity', async () => {
  const before = await signIn();
  issuer.answers.claims = (claims) => ({ ...claims, sub: 'recycled' });
  const after = await signIn();
  expect(after.account.emailKey).toBe(before.account.emailKey);
  expect(after.account.id).not.toBe(before.account.id);
});

test('directory roles and groups in the token leave no trace (A7)', async () => {
  const plain = await signIn();
  issuer.answers.claims = (claims) => ({
    ...claims,
    roles: ['Global Administrator', 'Billing Administrator'],
    wids: ['62e90394-69f5-4237-9190-012177145e10'],
    groups: ['administrators'],
  });
  expect(await signIn()).toEqual(plain);
});

test('the code is bound to the sign-in by PKCE', async () => {
  await signIn();
  const { body } = lastTokenRequest();
  expect(body.get('code_verifier')).toMatch(/^[\w-]{43,}$/);
  expect(body.get('redirect_uri')).toBe(`${server.url}/auth/callback`);
});

test.each([
  [
    'in the body where the issuer takes that',
    CLIENT.clientSecret,
    ['client_secret_post', 'client_secret_basic'],
  ],
  ['in the header where the issuer says nothing', CLIENT.clientSecret, undefined],
  ['by no secret where there is none: a public client', null, ['client_secret_post', 'none']],
])('the client proves itself %s', async (_name, clientSecret, methods) => {
  issuer.answers.metadata = { token_endpoint_auth_methods_supported: methods };
  const other = await startSignInServer({
    issuer: { issuer: issuer.url, clientId: 'console', clientSecret },
  });
  try {
    const { url } = await new HttpBrowser().follow(`${other.url}/auth/sign-in?returnTo=/home`);
    expect(url.pathname).toBe('/home');
    const { authorization, body } = lastTokenRequest();
    const inBody = clientSecret !== null && methods !== undefined;
    const inHeader = clientSecret !== null && methods === undefined;
    expect(body.get('client_secret')).toBe(inBody ? clientSecret : null);
    const [id, secret] = atob(authorization?.replace('Basic ', '') ?? '').split(':');
    expect([id, decodeURIComponent(secret ?? '')]).toEqual(inHeader ? ['console', clientSecret] : ['', '']);
    if (!inHeader) expect(body.get('client_id')).toBe('console');
  } finally {
    await other.close();
  }
});

function lastTokenRequest() {
  const request = issuer.tokenRequests.at(-1);
  if (request === undefined) throw new Error('No token was asked for.');
  return request;
}

test('signing out leads to the page where the session at the issuer ends, and back to sign-in', async () => {
  const browser = new HttpBrowser();
  await signIn(browser);
  const answer = await browser.request(`${server.url}/auth/sign-out`, {
    method: 'POST',
    headers: { origin: server.url },
  });
  const redirectTo = new URL(((await answer.json()) as { redirectTo: string }).redirectTo);
  expect(`${redirectTo.origin}${redirectTo.pathname}`).toBe(`${issuer.url}/end-session`);
  expect(redirectTo.searchParams.get('post_logout_redirect_uri')).toBe(`${server.url}/sign-in`);
  expect(redirectTo.searchParams.get('id_token_hint')).toMatch(/^ey/);
  const hint = redirectTo.searchParams.get('id_token_hint');
  const rows = await server.sql('select from session where id_token = $1', [hint]);
  expect(rows).toHaveLength(0);
});

test('signing out shows an issuer no token of an earlier client', async () => {
  const browser = new HttpBrowser();
  await signIn(browser);
  await server.sql('update session set id_token = $1', [signed({ aud: ['earlier'] }, issuer.key)]);
  const headers = { origin: server.url };
  const answer = await browser.request(`${server.url}/auth/sign-out`, { method: 'POST', headers });
  expect(await answer.json()).toEqual({ redirectTo: '/sign-in' });
});

test.each([
  ['/token', 500],
  ['/token', 503],
  ['/jwks', 500],
])(
  'where the issuer answers %s with %i, the sign-in page says that it is not available',
  async (path, status) => {
    // The server keeps keys for minutes: a new one has none yet.
    const fresh = await startSignInServer({ issuer: { issuer: issuer.url, ...CLIENT } });
    try {
      issuer.answers.status = { [path]: status };
      const { url } = await new HttpBrowser().follow(`${fresh.url}/auth/sign-in`);
      expect(`${url.pathname}${url.search}`).toBe('/sign-in?problem=provider-unavailable');
      issuer.beHonest();
      expect((await new HttpBrowser().follow(`${fresh.url}/auth/sign-in?returnTo=/home`)).url.pathname).toBe(
        '/home',
      );
    } finally {
      await fresh.close();
    }
  },
);

test('the server starts while the issuer is away, says so at sign-in, and signs in when it is back', async () => {
  await issuer.away();
  const early = await startSignInServer({ issuer: { issuer: issuer.url, ...CLIENT } });
  try {
    const { url } = await new HttpBrowser().follow(`${early.url}/auth/sign-in?returnTo=/home`);
    expect(`${url.pathname}${url.search}`).toBe('/sign-in?problem=provider-unavailable&returnTo=%2Fhome');
    await issuer.back();
    expect((await new HttpBrowser().follow(`${early.url}/auth/sign-in?returnTo=/home`)).url.pathname).toBe(
      '/home',
    );

    const browser = new HttpBrowser();
    const callback = await browser.follow(
      `${early.url}/auth/sign-in`,
      (next) => next.pathname === '/auth/callback',
    );
    await issuer.away();
    const answer = await browser.request(callback.url);
    expect(answer.headers.get('location')).toBe('/sign-in?problem=provider-unavailable');
  } finally {
    await early.close();
    await issuer.back();
  }
});

test('an issuer without TLS is refused unless it is on this machine', () => {
  const options = { ...CLIENT, publicUrl: 'https://licensing.example' };
  expect(() => createIdentityProvider({ ...options, issuer: 'http://id.example' })).toThrow(/http:/);
  expect(() => createIdentityProvider({ ...options, issuer: 'http://127.0.0.1.evil.example' })).toThrow(
    /http:/,
  );
  expect(() => createIdentityProvider({ ...options, issuer: 'http://127.0.0.1:9' })).not.toThrow();
});
