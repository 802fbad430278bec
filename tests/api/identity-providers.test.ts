import {
  deleteIdentityProvider,
  getIdentityProvider,
  putIdentityProvider,
  type WantedIdentityProvider,
} from '@muniment/contract/identity-providers.ts';
import { getPublisher } from '@muniment/contract/publisher.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type HostileIssuer, startHostileIssuer } from '../sign-in/hostile-issuer.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Organization } from '../support/partner.ts';

let issuer: HostileIssuer;
let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  issuer = await startHostileIssuer('console');
  muniment = await startMuniment();
});
afterAll(async () => {
  await muniment.stop();
  await issuer.away();
});
beforeEach(async () => {
  issuer.beHonest();
  await muniment.db.deleteFrom('identity_provider').execute();
  organization = await (await muniment.newPartner()).organization();
});

const SECRET = 'a-secret-that-is-nowhere-in-clear';

function put(wanted: Partial<WantedIdentityProvider> = {}, number = organization.number) {
  return muniment.publisher.call(putIdentityProvider, {
    params: { number },
    body: {
      issuer: issuer.url,
      clientId: 'console',
      clientSecret: SECRET,
      emailDomains: [`${number}.example`],
      ...wanted,
    },
  });
}

const get = () => muniment.publisher.call(getIdentityProvider, { params: { number: organization.number } });

async function entries() {
  const rows = await muniment.db
    .selectFrom('ledger_entry as e')
    .innerJoin('organization as o', 'o.id', 'e.organization_id')
    .select(['e.event', 'e.body'])
    .where('o.number', '=', organization.number)
    .where('e.event', 'like', 'identity-provider.%')
    .orderBy('e.sequence')
    .execute();
  return rows.map(({ event, body }) => ({ event, details: JSON.parse(body).details }));
}

test('B9 the publisher gives an organization an issuer of its own, reads it, and takes it away', async () => {
  const created = await put({ emailDomains: ['Zweig.example', 'bücher.example', 'zweig.EXAMPLE'] });
  expect(created.status).toBe(201);
  expect(created.body).toEqual({
    organizationNumber: organization.number,
    issuer: issuer.url,
    clientId: 'console',
    hasClientSecret: true,
    emailDomains: ['xn--bcher-kva.example', 'zweig.example'],
    redirectUri: `${muniment.url}/auth/callback/${organization.number}`,
    postLogoutRedirectUri: `${muniment.url}/sign-in`,
    updatedAt: expect.any(String),
  });
  expect((await get()).body).toEqual(created.body);
  const remove = () =>
    muniment.publisher.call(deleteIdentityProvider, { params: { number: organization.number } });
  expect((await remove()).status).toBe(204);
  expect((await get()).status).toBe(404);
  expect((await remove()).status).toBe(404);
});

test('B5 what is sent again changes nothing and leaves no trace; a change is one entry without the secret', async () => {
  const first = await put();
  const again = await put();
  expect(again.status).toBe(200);
  expect(again.body).toEqual(first.body);
  await put({ clientSecret: 'another' });
  const changed = await put({ clientSecret: null, emailDomains: ['other.example'] });
  expect(changed.body).toMatchObject({ hasClientSecret: false, emailDomains: ['other.example'] });
  const written = await entries();
  expect(written.map(({ event, details }) => [event, details.isSecretChanged])).toEqual([
    ['identity-provider.set-up', true],
    ['identity-provider.changed', true],
    ['identity-provider.changed', true],
  ]);
  expect(JSON.stringify(written)).not.toMatch(new RegExp(`${SECRET}|another`));
});

test('the client secret is never answered, lies nowhere in clear, and opens for its own organization alone', async () => {
  const { text } = await put();
  expect(text + (await get()).text).not.toContain(SECRET);
  const rows = await muniment.db.selectFrom('identity_provider').selectAll().execute();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(SECRET);
  const other = await (await muniment.newPartner()).organization();
  await put({ emailDomains: ['other.example'], clientSecret: SECRET }, other.number);
  const [{ sealed_secret: theirs } = { sealed_secret: null }] = rows;
  await muniment.db
    .updateTable('identity_provider')
    .set({ sealed_secret: theirs, revision: '00000000-0000-7000-8000-000000000000' })
    .where('organization_id', '<>', rows[0]?.organization_id ?? '')
    .execute();
  const stolen = await fetch(`${muniment.url}/auth/sign-in?email=a@other.example`, { redirect: 'manual' });
  expect(stolen.headers.get('location')).toBe('/sign-in?problem=provider-unavailable');
  // As after a change of ENCRYPTION_KEY: it must be given anew.
  const body = { issuer: issuer.url, clientId: 'console', emailDomains: ['other.example'] };
  const params = { number: other.number };
  const leftOut = await muniment.publisher.call(putIdentityProvider, { params, body });
  expect(leftOut.problem.errors).toMatchObject([{ pointer: '/clientSecret' }]);
  expect((await put({ emailDomains: ['other.example'] }, other.number)).status).toBe(200);
  const again = await fetch(`${muniment.url}/auth/sign-in?email=a@other.example`, { redirect: 'manual' });
  expect(again.headers.get('location')).toMatch(`${issuer.url}/authorize`);
});

test('an e-mail domain belongs to one organization, also of several that ask at once', async () => {
  const other = await (await muniment.newPartner()).organization();
  await put({ emailDomains: ['first.example'] });
  const taken = await put({ emailDomains: ['own.example', 'FIRST.example'] }, other.number);
  expect(taken).toMatchObject({ status: 409, problemId: 'email-domain-taken' });
  expect(taken.problem.errors).toMatchObject([{ pointer: '/emailDomains/1' }]);
  const partner = await muniment.newPartner();
  const rivals = await Promise.all(Array.from({ length: 8 }, () => partner.organization()));
  const answers = await Promise.all(
    rivals.map(({ number }) => put({ emailDomains: ['both.example'] }, number)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
  const owners = await muniment.db
    .selectFrom('identity_provider_domain')
    .selectAll()
    .where('domain', '=', 'both.example')
    .execute();
  expect(owners).toHaveLength(1);
});

test.each<[string, Partial<WantedIdentityProvider>, string]>([
  ['http elsewhere', { issuer: 'http://id.example' }, '/issuer'],
  ['http on a name that looks local', { issuer: 'http://127.0.0.1.evil.example' }, '/issuer'],
  ['no web address', { issuer: 'file:///etc/passwd' }, '/issuer'],
  ['no URL', { issuer: 'id.example' }, '/issuer'],
  ['a password', { issuer: 'https://user:secret@id.example' }, '/issuer'],
  ['a query', { issuer: 'https://id.example/?tenant=1' }, '/issuer'],
  ['a host that nobody answers at', { issuer: 'http://127.0.0.1:9' }, '/issuer'],
  ['no domain', { emailDomains: ['fennimore.example', 'a@b.example'] }, '/emailDomains/1'],
  ['an empty list of domains', { emailDomains: [] }, '/emailDomains'],
  ['an empty secret', { clientSecret: '' }, '/clientSecret'],
])('an issuer with %s is refused, naming the field, and nothing is kept', async (_name, wanted, pointer) => {
  const answer = await put(wanted);
  expect(answer).toMatchObject({ status: 400, problemId: 'invalid-request' });
  expect(answer.problem.errors?.map((one) => one.pointer)).toContain(pointer);
  expect((await get()).status).toBe(404);
});

test.each<[string, () => void, RegExp]>([
  ['names another issuer', () => ({ issuer: 'https://evil.example' }), /another issuer/],
  [
    'names a template for many tenants',
    () => ({ issuer: `${issuer.url}/{tenantid}/v2.0` }),
    /another issuer/,
  ],
  ['differs by a slash', () => ({ issuer: `${issuer.url}/` }), /letter for letter/],
  ['has no keys', () => ({ jwks_uri: undefined }), /jwks_uri/],
  ['takes no PKCE', () => ({ code_challenge_methods_supported: ['plain'] }), /PKCE/],
  ['has no code flow', () => ({ response_types_supported: ['id_token'] }), /authorization code flow/],
  [
    'leads browsers to a script',
    () => ({ end_session_endpoint: 'javascript:alert(1)' }),
    /end_session_endpoint/,
  ],
])('an issuer whose metadata %s is refused with the reason', async (_name, metadata, detail) => {
  issuer.answers.metadata = metadata() as unknown as Record<string, unknown>;
  const answer = await put();
  expect(answer).toMatchObject({ status: 400, problemId: 'invalid-request' });
  expect(answer.problem.errors).toMatchObject([
    { pointer: '/issuer', detail: expect.stringMatching(detail) },
  ]);
});

const METADATA = '/.well-known/openid-configuration';

test.each<[string, HostileIssuer['answers']['raw'][string], RegExp]>([
  ['404', (response) => response.writeHead(404).end('no'), /answered 404/],
  [
    'a redirect',
    (response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
    /answered 302/,
  ],
  [
    'what is no JSON',
    (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
    /no metadata/,
  ],
  [
    'more than can be metadata',
    (response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(`"${'x'.repeat(600_000)}"`),
    /could not be read/,
  ],
])('an issuer that answers %s is refused with the reason', async (_name, raw, detail) => {
  issuer.answers.raw = { [METADATA]: raw };
  const answer = await put();
  expect(answer.problem.errors).toMatchObject([
    { pointer: '/issuer', detail: expect.stringMatching(detail) },
  ]);
});

test('an issuer that does not answer is waited for a few seconds, and holds nothing up', async () => {
  issuer.answers.raw = { [METADATA]: () => {} };
  const start = performance.now();
  const waiting = put();
  const other = await (await muniment.newPartner()).organization();
  expect(
    (await muniment.publisher.call(getIdentityProvider, { params: { number: other.number } })).status,
  ).toBe(404);
  const answer = await waiting;
  expect(answer.problem.errors).toMatchObject([{ detail: expect.stringMatching(/in time/) }]);
  expect(performance.now() - start).toBeLessThan(15_000);
}, 20_000);

test('an unknown organization is not found, and the issuer is not even asked', async () => {
  issuer.answers.raw = { [METADATA]: () => {} };
  expect(await put({}, 'UNKNOWN-1')).toMatchObject({ status: 404, problemId: 'not-found' });
});

test("a partner and a person find no issuer: they are the publisher's business", async () => {
  await put();
  const administrator = await organization.administrator();
  const params = { number: organization.number };
  for (const api of [organization.partner.api, administrator.api]) {
    expect((await api.call(getIdentityProvider, { params })).problemId).toBe('not-found');
    expect((await api.call(deleteIdentityProvider, { params })).problemId).toBe('not-found');
    const body = { issuer: issuer.url, clientId: 'console', emailDomains: ['evil.example'] };
    expect((await api.call(putIdentityProvider, { params, body })).problemId).toBe('not-found');
  }
  expect((await get()).status).toBe(200);
});

test('whoever is not known yet learns that some organization has an issuer, and nothing of which', async () => {
  const before = (await muniment.nobody.call(getPublisher, {})).body;
  expect(before.workEmailFirst).toBe(false);
  await put();
  expect((await muniment.nobody.call(getPublisher, {})).body).toEqual({ ...before, workEmailFirst: true });
});
