import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../apps/server/src/database/connect.ts';
import { demoSubject } from '../../apps/server/src/features/sign-in/demo-people.ts';
import { createDemoProvider } from '../../apps/server/src/features/sign-in/demo-provider.ts';
import type { Account } from '../../apps/server/src/features/sign-in/session-service.ts';
import { createTestDatabase } from '../support/database.ts';
import { HttpBrowser } from './http-browser.ts';
import { type SignInServer, startSignInServer } from './sign-in-server.ts';

const INGRID = {
  subject: demoSubject('ingrid@fennimore.example'),
  email: 'ingrid@fennimore.example',
  displayName: 'Ingrid Solheim',
  about: 'Administrator on every license ID',
  organizationName: 'Fennimore Rail Group',
};
const MARKUP = {
  subject: 'demo-markup"><script>',
  email: 'o\'hara&"@orrin.example',
  displayName: '<img src=x onerror=alert(1)> O\'Hara & "Sons"',
  about: '</style><script>alert(1)</script>',
  organizationName: '<b>Orrin</b>',
};

let server: SignInServer;
beforeAll(async () => {
  server = await startSignInServer({ people: [INGRID, MARKUP] });
});
afterAll(() => server.close());

async function openPickPage(browser = new HttpBrowser()) {
  const { url, response } = await browser.follow(`${server.url}/auth/sign-in`);
  return { browser, url, response, html: await response.text() };
}

async function signIn(form: Record<string, string>): Promise<Account> {
  const { browser, url } = await openPickPage();
  await browser.submit(url, form);
  const answer = await browser.request(`${server.url}/whoami`);
  return ((await answer.json()) as { account: Account }).account;
}

test('the page names people by organization with what they may do, says that it is the demo, and runs nothing', async () => {
  const { html, response } = await openPickPage();
  expect(html).toContain('This is the demo.');
  expect(html).toContain('anyone can be anyone');
  expect(html).toMatch(/Fennimore Rail Group[\s\S]*Ingrid Solheim[\s\S]*Administrator on every license ID/);
  expect(html).not.toContain('<script');
  expect(html).not.toContain('<img');
  expect(html).not.toContain('<b>');
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("frame-ancestors 'none'");
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test.each([
  ['de-AT,de;q=0.9,en;q=0.8', 'de', 'Wählen Sie, wer Sie sind'],
  ['pt-BR, fr-CA;q=0.7', 'fr', 'Choisissez qui vous êtes'],
  ['ja', 'ja', '使用するユーザーを選択してください'],
  ['pt-BR', 'en', 'Choose who to be'],
])('the page is in the language that a browser asks for: %s', async (acceptLanguage, language, heading) => {
  const browser = new HttpBrowser(acceptLanguage);
  const { html } = await openPickPage(browser);
  expect(html).toContain(`<html lang="${language}">`);
  expect(html).toContain(`<h1>${heading}</h1>`);
});

test('whoever is picked is signed in, markup in the name and all', async () => {
  expect(await signIn({ subject: INGRID.subject })).toMatchObject({
    subject: INGRID.subject,
    displayName: 'Ingrid Solheim',
    emailVerified: true,
  });
  expect(await signIn({ subject: 'demo-markup"><script>' })).toBeNull();
});

test('a newcomer signs in by any address, and is the same person the next time', async () => {
  const first = await signIn({ email: ' Mara.Lind@Orrin.example ', name: '' });
  expect(first).toMatchObject({
    email: 'Mara.Lind@Orrin.example',
    emailKey: 'mara.lind@orrin.example',
    displayName: 'Mara Lind',
    emailVerified: true,
  });
  const named = await signIn({ email: 'mara.lind@orrin.example', name: 'Mara Lind-Holm' });
  expect(named).toMatchObject({ id: first.id, displayName: 'Mara Lind-Holm' });
  const again = await signIn({ email: 'MARA.LIND@ORRIN.EXAMPLE', name: '' });
  expect(again).toMatchObject({ id: first.id, displayName: 'Mara Lind-Holm' });
});

test('the address of a person on the page is that person', async () => {
  const picked = await signIn({ subject: INGRID.subject });
  expect(await signIn({ email: 'INGRID@fennimore.example', name: '' })).toEqual(picked);
});

test.each(['', 'no address', 'a@b@c.example', 'a@b.example, c@d.example', `${'a'.repeat(300)}@b.example`])(
  'what is no e-mail address (%s) is asked again, with what was typed and a word on it',
  async (email) => {
    const { browser, url } = await openPickPage();
    const { response } = await browser.submit(url, { email, name: 'Mara "M" <Lind>' });
    expect(response.status).toBe(400);
    const html = await response.text();
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('id="email-error"');
    expect(html).toContain('value="Mara &#34;M&#34; &#60;Lind&#62;"');
    // The sign-in goes on from there.
    await browser.submit(url, { email: 'mara@orrin.example', name: '' });
    expect(browser.cookie('muniment-session')).toBeDefined();
  },
);

test('every sign-in asks anew who to be', async () => {
  const { browser, url } = await openPickPage();
  await browser.submit(url, { subject: INGRID.subject });
  const second = await openPickPage(browser);
  expect(second.url.pathname).toMatch(/^\/demo-sign-in\/pick\//);
  await browser.submit(second.url, { email: 'ben@orrin.example', name: 'Ben' });
  const answer = await browser.request(`${server.url}/whoami`);
  expect(await answer.json()).toMatchObject({ account: { email: 'ben@orrin.example' } });
});

test('somebody who is not on the list cannot be picked by a made-up subject', async () => {
  const { browser, url } = await openPickPage();
  const { response } = await browser.submit(url, { subject: 'demo-0000' });
  expect(response.status).toBe(400);
  expect(browser.cookie('muniment-session')).toBeUndefined();
});

test.each([
  '/pick/unknown',
  '/auth/unknown',
  '/auth',
  '/auth?client_id=other&redirect_uri=https://evil.example',
  '/x',
])('the path %s leads nowhere without a sign-in under way, and to no other site', async (path) => {
  const response = await new HttpBrowser().request(`${server.url}/demo-sign-in${path}`);
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  expect(response.headers.get('location')).toBeNull();
});

test('a form larger than any that the page sends is refused', async () => {
  const { browser, url } = await openPickPage();
  const answer = await browser.submit(url, { email: 'a'.repeat(100_000) }).catch(() => null);
  expect(answer?.response.status ?? 400).toBeGreaterThanOrEqual(400);
  expect(browser.cookie('muniment-session')).toBeUndefined();
});

test('an error of the demo provider itself is logged, and the page says nothing of it', async () => {
  const broken = await startSignInServer({
    get people(): never {
      throw new Error('The list of people is broken.');
    },
  });
  try {
    const { response } = await new HttpBrowser().follow(`${broken.url}/auth/sign-in`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('broken');
    expect(broken.logged()).toContain('The list of people is broken.');
  } finally {
    await broken.close();
  }
});

test.each([
  'evil.example',
  '127.0.0.1.evil.example',
  'localhost.evil.example:8080',
  '192.168.0.4',
  '0.0.0.0',
  '127.0.0.1@evil.example',
])('the demo provider does not answer to the Host %j (DNS rebinding)', async (host) => {
  for (const path of ['/.well-known/openid-configuration', '/auth', '/pick/x', '/token']) {
    expect(await statusAs(host, `/demo-sign-in${path}`)).toBe(403);
  }
  expect(await statusAs('localhost', '/demo-sign-in/.well-known/openid-configuration')).toBe(200);
});

test('the demo provider is refused outside of a demo: each condition by itself', async () => {
  const database = await createTestDatabase();
  const { db } = connect(database.serverUrl, 1);
  const client = { id: 'console', secret: 'secret' };
  const people = async () => [];
  const settings = {
    demo: true,
    oidc: null,
    publicUrl: 'http://127.0.0.1:8080',
    publisherName: 'Northlight Software',
  };
  const create = (changed: object) =>
    createDemoProvider({ db, settings: { ...settings, ...changed }, people, client });
  try {
    await expect(create({})).rejects.toThrow(/not made for the demo/);
    await db.insertInto('instance').values({ demo: false }).execute();
    await expect(create({})).rejects.toThrow(/not made for the demo/);
    await db.updateTable('instance').set({ demo: true }).execute();
    await expect(create({})).resolves.toBeDefined();
    const outside = { issuer: 'https://id.example', clientId: 'c', clientSecret: null };
    for (const changed of [
      { demo: false },
      { oidc: outside },
      { publicUrl: 'https://licensing.example' },
      { publicUrl: 'http://192.168.0.4:8080' },
      { publicUrl: 'http://127.0.0.1.evil.example' },
    ]) {
      await expect(create(changed)).rejects.toThrow(/DEMO=1/);
    }
  } finally {
    await db.destroy();
    await database.drop();
  }
});

/** fetch does not let the Host be chosen. */
function statusAs(host: string, path: string): Promise<number | undefined> {
  return new Promise((done, fail) => {
    const request = httpRequest(`${server.url}${path}`, { headers: { host } }, (response) => {
      response.resume();
      done(response.statusCode);
    });
    request.on('error', fail).end();
  });
}
