import { connect as connectSocket } from 'node:net';
import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { putLicense, putOrganization } from '@muniment/contract/partners.ts';
import { getMe } from '@muniment/contract/people.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Api } from '../support/api.ts';
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

function assignment(overrides: Record<string, unknown> = {}) {
  return {
    user: { signInEmail: 'vera.holm@lindgren.example', displayName: 'Vera Holm' },
    licenseId: admin.licenseId,
    roles: ['benefits-reader'],
    ...overrides,
  };
}

function change(body: unknown, headers: Record<string, string> = {}) {
  return admin.api.send('POST', PATH, { body, headers });
}

describe('a body that is not as it should be is refused with a pointer to the field', () => {
  const refused: [string, () => unknown, string][] = [
    ['no body field', () => ({}), '/assignments'],
    ['no assignments', () => ({ assignments: [] }), '/assignments'],
    ['an unknown field at the top', () => ({ assignments: [assignment()], isAdmin: true }), '/isAdmin'],
    [
      'an unknown field in an assignment',
      () => ({ assignments: [assignment({ note: 'x' })] }),
      '/assignments/0/note',
    ],
    [
      'an unknown field of a user',
      () => ({
        assignments: [assignment({ user: { signInEmail: 'a@b.example', displayName: 'A', admin: true } })],
      }),
      '/assignments/0/user/admin',
    ],
    [
      'a malformed e-mail',
      () => ({ assignments: [assignment({ user: { signInEmail: 'vera.holm', displayName: 'Vera' } })] }),
      '/assignments/0/user/signInEmail',
    ],
    [
      'an e-mail of 300 characters',
      () => ({
        assignments: [
          assignment({ user: { signInEmail: `${'v'.repeat(288)}@lind.example`, displayName: 'Vera' } }),
        ],
      }),
      '/assignments/0/user/signInEmail',
    ],
    [
      'two addresses in one',
      () => ({
        assignments: [assignment({ user: { signInEmail: 'a@b.example,c@d.example', displayName: 'V' } })],
      }),
      '/assignments/0/user/signInEmail',
    ],
    [
      'a line break in an e-mail',
      () => ({
        assignments: [assignment({ user: { signInEmail: 'a@b.example\r\nBcc: c', displayName: 'V' } })],
      }),
      '/assignments/0/user/signInEmail',
    ],
    [
      'a carriage return in a name',
      () => ({ assignments: [assignment({ user: { signInEmail: 'a@b.example', displayName: 'V\rX' } })] }),
      '/assignments/0/user/displayName',
    ],
    [
      'a line feed in a name',
      () => ({ assignments: [assignment({ user: { signInEmail: 'a@b.example', displayName: 'V\nX' } })] }),
      '/assignments/0/user/displayName',
    ],
    [
      'a name of blanks',
      () => ({ assignments: [assignment({ user: { signInEmail: 'a@b.example', displayName: '   ' } })] }),
      '/assignments/0/user/displayName',
    ],
    [
      'somebody new without a name (S10)',
      () => ({ assignments: [assignment({ user: { signInEmail: 'nobody.knows@lindgren.example' } })] }),
      '/assignments/0/user/displayName',
    ],
    [
      'a NUL in a license ID',
      () => ({ assignments: [assignment({ licenseId: 'L\u0000' })] }),
      '/assignments/0/licenseId',
    ],
    [
      'roles that are no list',
      () => ({ assignments: [assignment({ roles: 'benefits-reader' })] }),
      '/assignments/0/roles',
    ],
    [
      'a role asked for twice',
      () => ({ assignments: [assignment({ roles: ['benefits-reader', 'benefits-reader'] })] }),
      '/assignments/0/roles/1',
    ],
    ['a text for a yes or no', () => ({ assignments: [assignment()], dryRun: 'true' }), '/dryRun'],
    ['null for a yes or no', () => ({ assignments: [assignment()], dryRun: null }), '/dryRun'],
    [
      'a role that ends before it starts',
      () => ({
        assignments: [
          assignment({
            roles: [
              { role: 'benefits-reader', startsAt: '2090-01-02T00:00:00Z', endsAt: '2090-01-01T00:00:00Z' },
            ],
          }),
        ],
      }),
      '/assignments/0/roles/0',
    ],
    [
      'a role that starts in the past',
      () => ({
        assignments: [assignment({ roles: [{ role: 'benefits-reader', startsAt: '2020-01-01T00:00:00Z' }] })],
      }),
      '/assignments/0/roles/0',
    ],
    [
      'a leap second, which is no time that a clock shows',
      () => ({
        assignments: [assignment({ roles: [{ role: 'benefits-reader', endsAt: '2090-12-31T23:59:60Z' }] })],
      }),
      '/assignments/0/roles/0',
    ],
    [
      'the same pair twice',
      () => ({ assignments: [assignment(), assignment({ roles: [] })] }),
      '/assignments/1',
    ],
    [
      'the same pair twice, by another spelling of the address',
      () => ({
        assignments: [
          assignment(),
          assignment({ user: { signInEmail: 'VERA.Holm@Lindgren.EXAMPLE', displayName: 'Vera' } }),
        ],
      }),
      '/assignments/1',
    ],
    [
      'the same pair once by id and once by e-mail',
      () => ({
        assignments: [
          assignment({ user: { vlUserId: admin.vlUserId }, roles: ['administrator'] }),
          assignment({ user: { signInEmail: admin.email }, roles: ['administrator'] }),
        ],
      }),
      '/assignments/1',
    ],
    [
      '100,000 pairs',
      () => ({
        assignments: Array.from({ length: 100_000 }, (_, index) =>
          assignment({ user: { signInEmail: `p${index}@lindgren.example`, displayName: 'P' } }),
        ),
      }),
      '/assignments',
    ],
  ];

  test.each(refused)('%s', async (_what, body, pointer) => {
    const answer = await change(body());
    expect(answer).toMatchObject({ status: 400, problemId: 'invalid-request' });
    expect(answer.problem.errors?.[0]?.pointer).toBe(pointer);
    expect(answer.problem.errors?.[0]?.detail).not.toBe('');
  });

  test.each([
    ['by name', ['super-user'], '/assignments/0/roles/0'],
    ['in an object', ['benefits-reader', { role: 'owner' }], '/assignments/0/roles/1/role'],
    ['in capitals', ['Administrator'], '/assignments/0/roles/0'],
    ['that every object has', ['constructor'], '/assignments/0/roles/0'],
  ])('a role that does not exist, %s', async (_what, roles, pointer) => {
    const answer = await change({ assignments: [assignment({ roles })] });
    expect(answer).toMatchObject({ status: 400, problemId: 'unknown-role' });
    expect(answer.problem.errors?.[0]?.pointer).toBe(pointer);
  });

  test('nothing of a refused change was saved', async () => {
    const { rows } = await ownerCount('vl_user', "sign_in_email_key like '%@lindgren.example'");
    expect(rows).toBe(0);
  });
});

async function ownerCount(table: string, where: string): Promise<{ rows: number }> {
  const { sql } = await import('kysely');
  const result = await sql<{ rows: number }>`
    select count(*) as rows from ${sql.table(table)} where ${sql.raw(where)}
  `.execute(muniment.db);
  return result.rows[0] ?? { rows: -1 };
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

describe('who calls', () => {
  const operations = () =>
    Object.entries(muniment.openApi.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );

  test('every operation refuses somebody who is not signed in, before it looks at the request', async () => {
    const open = operations().filter(({ operation }) => operation.security?.length === 0);
    expect(open.map(({ path }) => path)).toEqual(['/v1/publisher']);
    for (const { path, method } of operations().filter(
      (one) => !open.some(({ path: other }) => other === one.path),
    )) {
      const answer = await muniment.nobody.send(method.toUpperCase(), path.replace(/\{\w+\}/g, 'x'), {
        ...(method === 'get' || method === 'delete' ? {} : { body: '{"malformed' }),
      });
      expect(`${method} ${path} ${answer.status} ${answer.problemId}`).toBe(
        `${method} ${path} 401 not-signed-in`,
      );
    }
  });

  test.each([
    ['an unknown token', { authorization: `Bearer mun_${'x'.repeat(43)}` }],
    ['a token of another form', { authorization: 'Bearer x' }],
    ['another scheme', { authorization: 'Basic dXNlcjpwYXNz' }],
    ['a cookie of no session', { cookie: `muniment-session=${'x'.repeat(43)}` }],
  ])('%s is nobody', async (_what, headers) => {
    expect(await muniment.with(headers).call(getMe, {})).toMatchObject({
      status: 401,
      problemId: 'not-signed-in',
    });
  });

  test('a person, a partner and the publisher find nothing where they have no business', async () => {
    const partner = organization.partner.api;
    const body = { name: 'Elsewhere' };
    expect(await admin.api.call(putOrganization, { params: { number: 'X-1' }, body })).toMatchObject({
      status: 404,
      problemId: 'not-found',
    });
    expect(await muniment.publisher.call(putOrganization, { params: { number: 'X-1' }, body })).toMatchObject(
      { status: 404 },
    );
    for (const path of ['/v1/vl-users', '/v1/licenses', '/v1/ledger', '/v1/tokens', '/v1/overview']) {
      expect(`${path} ${(await partner.send('GET', path)).status}`).toBe(`${path} 404`);
      expect(`${path} ${(await muniment.publisher.send('GET', path)).status}`).toBe(`${path} 404`);
    }
    for (const path of [
      '/v1/publisher/partners',
      '/v1/publisher/outbox',
      `/v1/publisher/outbox/${admin.vlUserId}`,
    ]) {
      expect(`${path} ${(await admin.api.send('GET', path)).status}`).toBe(`${path} 404`);
      expect(`${path} ${(await partner.send('GET', path)).status}`).toBe(`${path} 404`);
    }
  });

  test('in a session, what changes something must come from the console', async () => {
    const session = await muniment.sessionOf(admin.email);
    const body = {
      assignments: [
        { user: { vlUserId: admin.vlUserId }, licenseId: admin.licenseId, roles: ['administrator' as const] },
      ],
    };
    expect((await session.call(changeAssignments, { body: { ...body, dryRun: true } })).status).toBe(200);
    for (const origin of ['https://evil.example', 'null', `${muniment.url}.evil.example`, '']) {
      const answer = await session.send('POST', PATH, { body, headers: { origin } });
      expect(answer).toMatchObject({ status: 403, problemId: 'origin-refused' });
    }
    // Reading needs no Origin: other sites cannot read the answer.
    expect(
      (await session.send('GET', '/v1/me', { headers: { origin: 'https://evil.example' } })).status,
    ).toBe(200);
  });

  test('a closed session is nobody at once', async () => {
    const session = await muniment.sessionOf(admin.email);
    expect((await session.call(getMe, {})).status).toBe(200);
    await session.send('POST', '/auth/sign-out');
    expect((await session.call(getMe, {})).status).toBe(401);
  });
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
  const api: Api = muniment.nobody;
  expect((await api.send('GET', '/healthz')).body).toEqual({ status: 'alive' });
  expect((await api.send('GET', '/readyz')).body).toEqual({ status: 'ready' });
  await admin.api.send('GET', '/v1/invitations/not-a-token');
  const metrics = (await api.send('GET', '/metrics')).text;
  expect(metrics).toContain('route="/v1/invitations/:token"');
  expect(metrics).not.toContain('not-a-token');
});
