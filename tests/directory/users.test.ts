import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import { connectDirectory, type Directory, newUserName, USER, wholeUser } from './scim-client.ts';

let muniment: Muniment;
let directory: Directory;
beforeAll(async () => {
  muniment = await startMuniment();
  const organization = await (await muniment.newPartner()).organization();
  directory = await connectDirectory(muniment, organization.number);
});
afterAll(() => muniment.stop());

describe('B9 a user', () => {
  test('B9 is created with 201, its location and version, and read as it was written', async () => {
    const userName = newUserName('ada');
    const sent = wholeUser(userName);
    const created = await directory.send('POST', '/Users', sent);
    expect(created.status).toBe(201);
    const { id, meta } = created.body;
    expect(created.body).toEqual({ ...sent, id, meta });
    expect(meta).toEqual({
      resourceType: 'User',
      created: expect.stringMatching(/^\d{4}-.*Z$/),
      lastModified: meta.created,
      location: `${muniment.settings.publicUrl}/scim/v2/Users/${id}`,
      version: 'W/"1"',
    });
    expect(created.headers.get('location')).toBe(meta.location);
    expect(created.headers.get('etag')).toBe(meta.version);
    expect(created.headers.get('content-type')).toMatch(/^application\/scim\+json/);
    const read = await directory.send('GET', `/Users/${id}`);
    expect(read.status).toBe(200);
    expect(read.body).toEqual(created.body);
    expect(read.headers.get('etag')).toBe('W/"1"');
  });

  test('is active where nothing is said, keeps no unknown or read-only attribute, and reads any case of names', async () => {
    const { id, body } = await directory
      .send('POST', '/Users', {
        SCHEMAS: [USER.toUpperCase()],
        USERNAME: newUserName('Mixed'),
        displayname: 'Mixed Case',
        active: 'False',
        id: 'mine',
        meta: { version: 'W/"99"' },
        groups: [{ value: 'admins' }],
        password: 'canary-secret',
        roles: [{ value: 'Global Administrator' }],
        favouriteColour: 'blue',
        title: null,
        phoneNumbers: [],
      })
      .then((answer) => ({ id: answer.body.id, body: answer.body }));
    expect(Object.keys(body)).toEqual(['schemas', 'id', 'userName', 'active', 'displayName', 'meta']);
    expect(body).toMatchObject({ active: false, displayName: 'Mixed Case', meta: { version: 'W/"1"' } });
    expect(id).not.toBe('mine');
    expect((await directory.create(newUserName())).active).toBe(true);
    const { rows } = { rows: await muniment.db.selectFrom('directory_account').selectAll().execute() };
    expect(JSON.stringify(rows)).not.toContain('canary-secret');
  });

  test('a user name is taken whatever its case and form: 409 uniqueness', async () => {
    const userName = `jürgen.${newUserName()}`;
    await directory.create(userName);
    for (const again of [userName, userName.toUpperCase(), userName.normalize('NFD')]) {
      const answer = await directory.send('POST', '/Users', { schemas: [USER], userName: again });
      expect(answer.status).toBe(409);
      expect(answer.body).toEqual({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        status: '409',
        scimType: 'uniqueness',
        detail: expect.any(String),
      });
    }
    const other = await directory.create(newUserName());
    const renamed = await directory.patch(other.id, { op: 'replace', path: 'userName', value: userName });
    expect(renamed).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } });
    const put = await directory.send('PUT', `/Users/${other.id}`, { schemas: [USER], userName });
    expect(put).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } });
    // Its own name in another case is free.
    const recased = await directory.patch(other.id, {
      op: 'replace',
      path: 'userName',
      value: other.userName.toUpperCase(),
    });
    expect(recased).toMatchObject({ status: 200, body: { userName: other.userName.toUpperCase() } });
  });

  test.each([
    ['no object', [], 'invalidSyntax'],
    ['no JSON', '{"schemas":', 'invalidSyntax'],
    ['no body', undefined, 'invalidSyntax'],
    ['a prototype', '{"schemas":[],"__proto__":{"x":1}}', 'invalidSyntax'],
    ['no schemas', { userName: 'x' }, 'invalidSyntax'],
    [
      'the schema of a group',
      { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], userName: 'x' },
      'invalidSyntax',
    ],
    ['no user name', { schemas: [USER], displayName: 'x' }, 'invalidValue'],
    ['a blank user name', { schemas: [USER], userName: ' ' }, 'invalidValue'],
    ['a user name that is a number', { schemas: [USER], userName: 5 }, 'invalidValue'],
    ['a long user name', { schemas: [USER], userName: 'x'.repeat(257) }, 'invalidValue'],
    ['NUL', { schemas: [USER], userName: 'x\0' }, 'invalidValue'],
    ['half a character', `{"schemas":["${USER}"],"userName":"\\ud800"}`, 'invalidValue'],
    ['an activity that is none', { schemas: [USER], userName: 'x', active: 'maybe' }, 'invalidValue'],
    ['a name that is text', { schemas: [USER], userName: 'x', name: 'Ada' }, 'invalidValue'],
    [
      'two primary addresses',
      {
        schemas: [USER],
        userName: 'x',
        emails: [
          { value: 'a', primary: true },
          { value: 'b', primary: 'True' },
        ],
      },
      'invalidValue',
    ],
    [
      'more values than are kept',
      { schemas: [USER], userName: 'x', emails: Array(101).fill('a@b') },
      'invalidValue',
    ],
  ])('with %s is refused', async (_what, body, scimType) => {
    const answer = await directory.send('POST', '/Users', body);
    expect(answer).toMatchObject({ status: 400, body: { scimType } });
  });

  test('takes application/json too, and no other type; a body that is too large is refused', async () => {
    const body = JSON.stringify({ schemas: [USER], userName: newUserName() });
    const send = (type: string, text = body) =>
      directory.send('POST', '/Users', text, { 'content-type': type });
    expect((await send('application/json; charset=utf-8')).status).toBe(201);
    expect((await send('text/xml')).status).toBe(415);
    expect((await send('application/scim+json', `{"a":"${'x'.repeat(100_000)}"}`)).status).toBe(413);
  });

  test('is replaced by PUT: what is left out is dropped, but whether it is active', async () => {
    const { id } = (await directory.send('POST', '/Users', wholeUser(newUserName()))).body;
    await directory.disable(id);
    const userName = newUserName('put');
    const answer = await directory.send('PUT', `/Users/${id}`, {
      schemas: [USER],
      userName,
      title: 'Countess',
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      schemas: [USER],
      id,
      userName,
      active: false,
      title: 'Countess',
      meta: expect.objectContaining({ version: 'W/"3"' }),
    });
    expect(answer.headers.get('etag')).toBe('W/"3"');
    // The same once more changes nothing.
    const again = await directory.send('PUT', `/Users/${id}`, {
      schemas: [USER],
      userName,
      title: 'Countess',
    });
    expect(again.body).toEqual(answer.body);
    expect((await directory.send('PUT', `/Users/${id}`, { schemas: [USER] })).status).toBe(400);
  });

  test('is deleted once', async () => {
    const { id, userName } = await directory.create(newUserName());
    const gone = await directory.send('DELETE', `/Users/${id}`, undefined, {
      'content-type': 'application/scim+json',
    });
    expect([gone.status, gone.text]).toEqual([204, '']);
    for (const [method, body] of [
      ['GET', undefined],
      ['DELETE', undefined],
      ['PUT', { schemas: [USER], userName }],
    ] as const) {
      expect((await directory.send(method, `/Users/${id}`, body)).status).toBe(404);
    }
    expect((await directory.find(`userName eq "${userName}"`)).body.totalResults).toBe(0);
    const { id: recreated } = await directory.create(userName);
    expect(recreated).not.toBe(id);
  });

  test.each(['no-uuid', '01890000-0000-7000-8000-0000000000ff', '%00', 'x'.repeat(300)])(
    'there is none called %j',
    async (id) => {
      expect((await directory.send('GET', `/Users/${id}`)).status).toBe(404);
      expect((await directory.send('DELETE', `/Users/${id}`)).status).toBe(404);
      expect((await directory.patch(id, { op: 'remove', path: 'title' })).status).toBe(404);
    },
  );
});
