import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoSubject } from '../../apps/server/src/features/sign-in/demo-people.ts';
import { HttpBrowser, type Visit } from './http-browser.ts';
import { type SignInServer, startSignInServer } from './sign-in-server.ts';

const INGRID = {
  subject: demoSubject('ingrid.solheim@fennimore.example'),
  email: 'ingrid.solheim@fennimore.example',
  displayName: 'Ingrid Solheim',
  about: 'Administrator on every license ID',
  organizationName: 'Fennimore Rail Group',
};
const JONAS = {
  ...INGRID,
  subject: demoSubject('jonas@fennimore.example'),
  email: 'jonas@fennimore.example',
  displayName: 'Jonas',
};

let server: SignInServer;
beforeAll(async () => {
  server = await startSignInServer({ people: [INGRID, JONAS] });
});
afterAll(() => server.close());

const start = (returnTo: string) => `${server.url}/auth/sign-in?${new URLSearchParams({ returnTo })}`;
const isCallback = (url: URL) => url.pathname === '/auth/callback';

async function pickPage(browser: HttpBrowser, returnTo = '/'): Promise<Visit> {
  return browser.follow(start(returnTo));
}

async function signIn(browser: HttpBrowser, person = INGRID, returnTo = '/'): Promise<Visit> {
  const { url } = await pickPage(browser, returnTo);
  return browser.submit(url, { subject: person.subject });
}

async function whoAmI(browser: HttpBrowser): Promise<{ email: string } | null> {
  const answer = await browser.request(`${server.url}/whoami`);
  return ((await answer.json()) as { account: { email: string } | null }).account;
}

async function currentToken(browser: HttpBrowser): Promise<string> {
  return browser.cookie('muniment-session')?.value ?? '';
}

test('sign-in leads through the identity provider to the page that was asked for, with a session', async () => {
  const browser = new HttpBrowser();
  const page = await pickPage(browser, '/o/100/vl/assignments?status=failed');
  expect(page.url.pathname).toMatch(/^\/demo-sign-in\/pick\//);
  const { url, response } = await browser.submit(page.url, { subject: INGRID.subject });
  expect(response.status).toBe(200);
  expect(`${url.pathname}${url.search}`).toBe('/o/100/vl/assignments?status=failed');
  expect(await whoAmI(browser)).toMatchObject({
    issuer: `${server.url}/demo-sign-in`,
    subject: INGRID.subject,
    displayName: 'Ingrid Solheim',
    email: 'ingrid.solheim@fennimore.example',
    emailKey: 'ingrid.solheim@fennimore.example',
    emailVerified: true,
  });
  const authorization = browser.visited
    .map((visited) => new URL(visited))
    .find((one) => one.pathname.endsWith('/auth'));
  expect(authorization?.searchParams.get('code_challenge_method')).toBe('S256');
  expect(authorization?.searchParams.get('nonce')).toMatch(/.{20}/);
});

test('the session cookie cannot be read by scripts or sent by foreign forms, and only its hash is stored', async () => {
  const browser = new HttpBrowser();
  await signIn(browser);
  const cookie = browser.cookie('muniment-session');
  expect(cookie?.attributes).toContain('httponly');
  expect(cookie?.attributes).toContain('samesite=lax');
  expect(cookie?.path).toBe('/');
  const rows = await server.sql<{ text: string }>(`select session::text as text from session`);
  expect(rows.length).toBeGreaterThan(0);
  const token = await currentToken(browser);
  for (const { text } of rows) {
    expect(text).not.toContain(token);
    expect(text).not.toContain(Buffer.from(token).toString('hex'));
  }
});

test('the same person signs in again into the same account, with what the issuer says now', async () => {
  const browser = new HttpBrowser();
  await signIn(browser);
  const before = await server.db
    .selectFrom('account')
    .selectAll()
    .where('subject', '=', INGRID.subject)
    .executeTakeFirstOrThrow();
  const { url } = await pickPage(browser);
  await browser.submit(url, { email: INGRID.email.toUpperCase(), name: 'Ingrid Solheim-Berg' });
  const after = await server.db
    .selectFrom('account')
    .selectAll()
    .where('subject', '=', INGRID.subject)
    .execute();
  expect(after).toHaveLength(1);
  expect(after[0]).toMatchObject({ id: before.id, display_name: 'Ingrid Solheim-Berg' });
  expect(after[0]?.last_sign_in_at.getTime()).toBeGreaterThan(before.last_sign_in_at.getTime());
});

test('signing in anew closes the session that the browser had', async () => {
  const browser = new HttpBrowser();
  await signIn(browser, INGRID);
  const first = await currentToken(browser);
  await signIn(browser, JONAS);
  expect(await currentToken(browser)).not.toBe(first);
  expect(await whoAmI(browser)).toMatchObject({ email: JONAS.email });
  const thief = new HttpBrowser();
  const answer = await thief.request(`${server.url}/whoami`, {
    headers: { cookie: `muniment-session=${first}` },
  });
  expect(await answer.json()).toEqual({ account: null });
});

test('signing out ends the session at once, wherever its cookie was copied to', async () => {
  const browser = new HttpBrowser();
  await signIn(browser);
  const token = await currentToken(browser);
  const answer = await browser.request(`${server.url}/auth/sign-out`, {
    method: 'POST',
    headers: { origin: server.url },
  });
  expect(await answer.json()).toEqual({ redirectTo: '/sign-in' });
  expect(browser.cookie('muniment-session')).toBeUndefined();
  const thief = new HttpBrowser();
  const copy = await thief.request(`${server.url}/whoami`, {
    headers: { cookie: `muniment-session=${token}` },
  });
  expect(await copy.json()).toEqual({ account: null });
});

test.each([
  ['none', {}],
  ['null', { origin: 'null' }],
  ['another site', { origin: 'https://evil.example' }],
  ['a prefix of ours', { origin: 'ours.evil.example' }],
])('signing out with Origin %s is refused and leaves the session', async (_name, given) => {
  const headers: Record<string, string> = { ...given };
  if (headers.origin?.startsWith('ours.')) headers.origin = `${server.url}.evil.example`;
  const browser = new HttpBrowser();
  await signIn(browser);
  const answer = await browser.request(`${server.url}/auth/sign-out`, { method: 'POST', headers });
  expect(answer.status).toBe(403);
  expect(await answer.json()).toEqual(
    expect.objectContaining({ type: `${server.url}/docs/problems/origin-refused` }),
  );
  expect(await whoAmI(browser)).not.toBeNull();
});

test('a session ends twelve hours after it began, however much it is used', async () => {
  const browser = new HttpBrowser();
  await signIn(browser);
  const rows = await server.sql<{ hours: number }>(`
    select extract(epoch from expires_at - created_at)::float8 / 3600 as hours from session
  `);
  for (const { hours } of rows) expect(hours).toBeCloseTo(12, 2);
  await server.sql(`update session set expires_at = now() - interval '1 second'`);
  expect(await whoAmI(browser)).toBeNull();
});

test('a callback is good once: its replay opens no second session', async () => {
  const browser = new HttpBrowser();
  const page = await pickPage(browser);
  const callback = await browser.submit(page.url, { subject: INGRID.subject }, isCallback);
  expect((await browser.request(callback.url)).headers.get('location')).toBe('/');
  const replay = await browser.request(callback.url);
  expect(replay.headers.get('location')).toBe('/sign-in?problem=sign-in-expired');
  expect(replay.headers.getSetCookie()).toEqual([]);
});

test('of twenty callbacks with one state at once, one is let in', async () => {
  const browser = new HttpBrowser();
  const page = await pickPage(browser);
  const callback = await browser.submit(page.url, { subject: INGRID.subject }, isCallback);
  const answers = await Promise.all(Array.from({ length: 20 }, () => browser.request(callback.url)));
  expect(answers.filter((answer) => answer.headers.get('location') === '/')).toHaveLength(1);
});

test('a callback that another browser started is refused, so that nobody is signed in as somebody else (login CSRF)', async () => {
  const attacker = new HttpBrowser();
  const page = await pickPage(attacker);
  const callback = await attacker.submit(page.url, { subject: JONAS.subject }, isCallback);
  for (const victim of [new HttpBrowser(), await withOwnSignIn()]) {
    const answer = await victim.request(callback.url);
    expect(answer.headers.get('location')).toBe('/sign-in?problem=sign-in-expired');
    expect(victim.cookie('muniment-session')).toBeUndefined();
  }
  // The attacker's own browser could still finish it: the victim did not use it up.
  expect((await attacker.request(callback.url)).headers.get('location')).toBe('/');

  async function withOwnSignIn() {
    const browser = new HttpBrowser();
    await pickPage(browser);
    return browser;
  }
});

test('two tabs of one browser may sign in at the same time', async () => {
  const browser = new HttpBrowser();
  const one = await browser.follow(start('/one'), isCallback);
  const other = await browser.follow(start('/other'), isCallback);
  const first = await browser.submit(one.url, { subject: INGRID.subject });
  expect(first.url.pathname).toBe('/one');
  const second = await browser.submit(other.url, { subject: INGRID.subject });
  expect(second.url.pathname).toBe('/other');
});

test('a sign-in that took longer than ten minutes is over', async () => {
  const browser = new HttpBrowser();
  const page = await pickPage(browser);
  const callback = await browser.submit(page.url, { subject: INGRID.subject }, isCallback);
  await server.sql(`update sign_in set expires_at = now() - interval '1 second'`);
  expect((await browser.request(callback.url)).headers.get('location')).toBe(
    '/sign-in?problem=sign-in-expired',
  );
});

test.each([
  ['no parameters', ''],
  ['no state', '?code=abc'],
  ['an unknown state', '?code=abc&state=unknown'],
  ['an error without a state', '?error=access_denied'],
])('a callback with %s is refused', async (_name, query) => {
  const browser = new HttpBrowser();
  await pickPage(browser);
  const answer = await browser.request(`${server.url}/auth/callback${query}`);
  expect(answer.headers.get('location')).toBe('/sign-in?problem=sign-in-expired');
});

test.each([
  ['a code that is not from the issuer', (url: URL) => url.searchParams.set('code', 'forged')],
  [
    'another issuer named (mix-up, RFC 9207)',
    (url: URL) => url.searchParams.set('iss', 'https://evil.example'),
  ],
  ['a second code', (url: URL) => url.searchParams.append('code', 'second')],
  [
    'the person having said no',
    (url: URL) => {
      url.searchParams.delete('code');
      url.searchParams.set('error', 'access_denied');
    },
  ],
])('a callback with %s is refused, and where the person wanted to go is kept', async (_name, change) => {
  const browser = new HttpBrowser();
  const page = await pickPage(browser, '/register/abc');
  const { url } = await browser.submit(page.url, { subject: INGRID.subject }, isCallback);
  change(url);
  const answer = await browser.request(url);
  expect(answer.headers.get('location')).toBe('/sign-in?problem=sign-in-failed&returnTo=%2Fregister%2Fabc');
  expect(browser.cookie('muniment-session')).toBeUndefined();
});

test('HEAD does not use a callback up', async () => {
  const browser = new HttpBrowser();
  const page = await pickPage(browser);
  const callback = await browser.submit(page.url, { subject: INGRID.subject }, isCallback);
  await browser.request(callback.url, { method: 'HEAD' });
  expect((await browser.request(callback.url)).headers.get('location')).toBe('/');
});

test('whoever starts at localhost is led to PUBLIC_URL first, where the cookies are', async () => {
  const browser = new HttpBrowser();
  const elsewhere = start('/o/100/home').replace('127.0.0.1', 'localhost');
  const { url } = await browser.follow(elsewhere);
  const done = await browser.submit(url, { subject: INGRID.subject });
  expect(done.url.href).toBe(`${server.url}/o/100/home`);
  expect(await whoAmI(browser)).not.toBeNull();
});

test('codes, states, verifiers, cookies and tokens are in no line of the log', async () => {
  const browser = new HttpBrowser();
  const page = await pickPage(browser, '/register/abc');
  const rows = await server.sql<{ code_verifier: string; nonce: string }>(`
    select code_verifier, nonce from sign_in order by expires_at desc limit 1
  `);
  const { url } = await browser.submit(page.url, { subject: INGRID.subject }, isCallback);
  const { code, state } = Object.fromEntries(url.searchParams);
  url.searchParams.set('code', `${code}x`);
  await browser.request(url);
  await signIn(browser);
  const log = server.logged();
  expect(log).toContain('Sign-in refused');
  const secrets = [code, state, rows[0]?.code_verifier, rows[0]?.nonce, 'secret-of-the-demo-client'];
  const cookies = ['muniment-session', 'muniment-sign-in'].map((name) => browser.cookie(name)?.value);
  for (const secret of [...secrets, ...cookies]) {
    expect(secret).toMatch(/.{10}/);
    expect(log.includes(secret ?? '')).toBe(false);
  }
});

test('a flood of sign-ins from one address is held back, in all processes together', async () => {
  const flooded = await startSignInServer();
  try {
    await flooded.sql(`
      insert into attempt (what, who, window_starts_at, count)
      select 'sign-in', '127.0.0.1', to_timestamp(floor(extract(epoch from now()) / 300) * 300 + 300 * step), 300
      from generate_series(0, 1) as step
    `);
    const person = await new HttpBrowser().request(`${flooded.url}/auth/sign-in?returnTo=/register/abc`);
    expect(person.headers.get('location')).toBe(
      '/sign-in?problem=too-many-requests&returnTo=%2Fregister%2Fabc',
    );
    const machine = await fetch(`${flooded.url}/auth/sign-in`, {
      headers: { accept: '*/*' },
      redirect: 'manual',
    });
    expect(machine.status).toBe(429);
    const rows = await flooded.sql(`select from sign_in`);
    expect(rows).toHaveLength(0);
  } finally {
    await flooded.close();
  }
});
