import { connect as connectSocket } from 'node:net';
import { putLicense } from '@muniment/contract/partners.ts';
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

function change(body: unknown, headers: Record<string, string> = {}) {
  return admin.api.send('POST', PATH, { body, headers });
}

describe('what is no request for the API is refused as a problem, never by a crash', () => {
  test('malformed JSON', async () => {
    expect(await change('{"assignments": [')).toMatchObject({ status: 400, problemId: 'invalid-request' });
  });

  test('an empty body', async () => {
    expect(await change('')).toMatchObject({ status: 400 });
  });

  test('a body that would reach into prototypes', async () => {
    expect(await change('{"__proto__": {"dryRun": true}, "assignments": []}')).toMatchObject({ status: 400 });
  });

  test('another content type', async () => {
    const answer = await change('assignments=1', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(answer).toMatchObject({ status: 400, problemId: 'invalid-request' });
    expect(answer.problem.detail).toContain('application/json');
  });

  test('a body beyond the bound', async () => {
    const answer = await change(`{"assignments":"${'x'.repeat(33 * 1024 * 1024)}"}`);
    expect(answer).toMatchObject({ status: 413, problemId: 'payload-too-large' });
  });

  test('unknown routes, and methods that a route does not have', async () => {
    expect(await admin.api.send('GET', '/v1/no-such-thing')).toMatchObject({
      status: 404,
      problemId: 'not-found',
    });
    expect(await admin.api.send('GET', '/nowhere')).toMatchObject({ status: 404, problemId: 'not-found' });
    expect(await admin.api.send('PUT', '/v1/me')).toMatchObject({ status: 404, problemId: 'not-found' });
  });

  test('unknown and malformed query fields', async () => {
    const unknown = await admin.api.send('GET', '/v1/vl-users?isAdmin=1');
    expect(unknown).toMatchObject({ status: 400, problemId: 'invalid-request' });
    expect(unknown.problem.errors?.[0]?.pointer).toBe('query/isAdmin');
    for (const path of [
      '/v1/me?x=1',
      '/v1/vl-users?limit=0',
      '/v1/vl-users?limit=1001',
      '/v1/vl-users?limit=x',
    ]) {
      expect(`${path} ${(await admin.api.send('GET', path)).status}`).toBe(`${path} 400`);
    }
    const sort = await admin.api.send('GET', '/v1/vl-users?sort=password');
    expect(sort.problem.errors?.[0]?.detail).toContain('displayName');
  });

  test('cursors that are none, or of another list', async () => {
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const lists = [
      '/v1/vl-users',
      '/v1/licenses',
      '/v1/assignment-changes',
      '/v1/ledger',
      '/v1/publisher/outbox',
    ];
    const cursors = [
      'x',
      encode([]),
      encode(['displayName', 'x', 'no-id']),
      encode({}),
      encode(['x', 'y']),
      encode([null]),
      encode([[1]]),
    ];
    for (const list of lists) {
      const api = list.includes('publisher') ? muniment.publisher : admin.api;
      for (const cursor of cursors) {
        const answer = await api.send('GET', `${list}?cursor=${cursor}`);
        expect(`${list} ${cursor} ${answer.status}`).toBe(`${list} ${cursor} 400`);
      }
    }
  });

  test('NUL and other odd characters in paths and queries', async () => {
    for (const path of [
      '/v1/licenses/%00',
      '/v1/vl-users/%00',
      '/v1/vl-users?q=%00',
      '/v1/licenses?q=%00',
      '/v1/roles?licenseId=%00',
      '/v1/invitations/%00',
      '/v1/vl-users/%F0%9F%8C%8A',
      '/v1/licenses/..%2F..%2Fetc',
      `/v1/vl-users/${'x'.repeat(600)}`,
      `/v1/licenses/${'x'.repeat(400)}`,
      '/v1/directory/accounts?q=%25_%5C',
    ]) {
      const { status } = await admin.api.send('GET', path);
      expect(`${path} ${status}`).toMatch(/ (200|400|404|414)$/);
    }
  });
});

describe('what other servers died of is answered', () => {
  const host = () => new URL(muniment.url).host;
  const lines: [string, string, RegExp][] = [
    ['two slashes', 'GET // HTTP/1.1', /^HTTP\/1\.1 404 /],
    ['a malformed escape', 'GET /v1/licenses/%zz HTTP/1.1', /^HTTP\/1\.1 400 /],
    ['an escape that is no UTF-8', 'GET /v1/licenses/%ff HTTP/1.1', /^HTTP\/1\.1 (400|404|401) /],
    ['no path', 'GET HTTP/1.1', /^HTTP\/1\.1 400 /],
    ['no HTTP', 'hello', /^HTTP\/1\.1 400 /],
    ['an absolute URL of the API', 'GET http://other.example/v1/me HTTP/1.1', /^HTTP\/1\.1 401 /],
    ['an escaped path of the API', 'GET /%761/me HTTP/1.1', /^HTTP\/1\.1 401 /],
    ['an asterisk', 'OPTIONS * HTTP/1.1', /^HTTP\/1\.1 404 /],
  ];

  test.each(lines)('%s', async (_what, line, expected) => {
    const answer = await raw(`${line}\r\nHost: ${host()}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(expected);
    expect(answer).toContain('application/problem+json');
    expect((await muniment.nobody.send('GET', '/healthz')).status).toBe(200);
  });

  function raw(request: string): Promise<string> {
    const { hostname, port } = new URL(muniment.url);
    return new Promise((resolve, reject) => {
      let answer = '';
      const socket = connectSocket(Number(port), hostname, () => socket.end(request));
      socket.setEncoding('utf8');
      socket.on('data', (chunk) => {
        answer += chunk;
      });
      socket.on('end', () => resolve(answer));
      socket.on('error', reject);
    });
  }
});

test('answers carry the headers that keep browsers safe', async () => {
  const { headers } = await admin.api.call(getMe, {});
  expect(headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('content-security-policy')).not.toContain('unsafe-eval');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect(headers.get('cache-control')).toContain('no-store');
});

test('a refusal names its type, a page about it, and the request, and nothing of the inside', async () => {
  const answer = await organization.partner.api.call(putLicense, {
    params: { licenseId: 'lower-case' },
    body: {} as never,
  });
  expect(answer.problem).toEqual({
    type: expect.stringContaining(`${muniment.url}/docs/problems/invalid-request`),
    title: 'The request is not valid',
    status: 400,
    detail: expect.any(String),
    instance: expect.stringMatching(/^[0-9a-f-]{36}$/),
    errors: [{ pointer: expect.any(String), detail: expect.any(String) }],
  });
});

test('the server says whether it is alive and ready, and counts by route, not by URL', async () => {
  const api = muniment.nobody;
  expect((await api.send('GET', '/healthz')).body).toEqual({ status: 'alive' });
  expect((await api.send('GET', '/readyz')).body).toEqual({ status: 'ready' });
  await admin.api.send('GET', '/v1/invitations/not-a-token');
  const metrics = (await api.send('GET', '/metrics')).text;
  expect(metrics).toContain('route="/v1/invitations/:token"');
  expect(metrics).not.toContain('not-a-token');
});
