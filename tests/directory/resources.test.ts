import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import { connectDirectory, type Directory, ENTERPRISE, newUserName, USER, wholeUser } from './scim-client.ts';

let muniment: Muniment;
let directory: Directory;
beforeAll(async () => {
  muniment = await startMuniment();
  const organization = await (await muniment.newPartner()).organization();
  directory = await connectDirectory(muniment, organization.number);
});
afterAll(() => muniment.stop());

describe('versions', () => {
  test('a change from an older version is refused with 412, and nothing is changed', async () => {
    const { id, userName } = await directory.create(newUserName());
    const title = (value: string, ifMatch: string) =>
      directory.send(
        'PUT',
        `/Users/${id}`,
        { schemas: [USER], userName, title: value },
        { 'if-match': ifMatch },
      );
    expect((await title('One', 'W/"1"')).body.meta.version).toBe('W/"2"');
    expect(await title('Two', 'W/"1"')).toMatchObject({ status: 412, body: { status: '412' } });
    expect((await title('Two', '"1", W/"2"')).status).toBe(200);
    expect((await title('Three', '*')).status).toBe(200);
    expect((await directory.send('DELETE', `/Users/${id}`, undefined, { 'if-match': 'W/"1"' })).status).toBe(
      412,
    );
    expect((await directory.send('GET', `/Users/${id}`)).body.title).toBe('Three');
    expect((await directory.send('DELETE', `/Users/${id}`, undefined, { 'if-match': 'W/"4"' })).status).toBe(
      204,
    );
  });

  test('what is known already is not sent again: 304', async () => {
    const { id } = await directory.create(newUserName());
    const get = (tag: string) => directory.send('GET', `/Users/${id}`, undefined, { 'if-none-match': tag });
    const known = await get('W/"1"');
    expect([known.status, known.text, known.headers.get('etag')]).toEqual([304, '', 'W/"1"']);
    expect((await get('*')).status).toBe(304);
    await directory.disable(id);
    expect((await get('W/"1"')).status).toBe(200);
  });
});

describe('attributes', () => {
  test('only those that are asked for are answered; id and schemas always are', async () => {
    const { id } = (await directory.send('POST', '/Users', wholeUser(newUserName()))).body;
    const keys = async (query: string) =>
      Object.keys((await directory.send('GET', `/Users/${id}?${query}`)).body);
    expect(await keys('attributes=userName')).toEqual(['schemas', 'id', 'userName']);
    expect(await keys('attributes=USERNAME,meta.version, nothing')).toEqual([
      'schemas',
      'id',
      'userName',
      'meta',
    ]);
    expect(await keys('excludedAttributes=id,emails,name,urn:x:y')).not.toContain('emails');
    expect(await keys('excludedAttributes=id,schemas')).toEqual(expect.arrayContaining(['id', 'schemas']));
    const parts = await directory.send(
      'GET',
      `/Users/${id}?attributes=name.givenName,emails.value,emails.type,${USER}:title,${ENTERPRISE}:department`,
    );
    expect(parts.body).toMatchObject({
      name: { givenName: 'Ada' },
      title: 'Analyst',
      [ENTERPRISE]: { department: 'Engines' },
    });
    expect(parts.body.emails[1]).toEqual({ value: 'ada@home.example', type: 'home' });
    expect(parts.body.name).toEqual({ givenName: 'Ada' });
    const without = await directory.send(
      'GET',
      `/Users/${id}?excludedAttributes=emails.type,${ENTERPRISE}:manager`,
    );
    expect(without.body.emails[1]).toEqual({ value: 'ada@home.example', display: 'Home', primary: false });
    expect(without.body[ENTERPRISE]).toEqual({ employeeNumber: '1815', department: 'Engines' });
    expect((await directory.send('GET', `/Users/${id}?attributes=id&excludedAttributes=title`)).status).toBe(
      400,
    );
    const created = await directory.send('POST', '/Users?attributes=active', {
      schemas: [USER],
      userName: newUserName(),
    });
    expect(Object.keys(created.body)).toEqual(['schemas', 'id', 'active']);
  });
});

describe('what is served', () => {
  test('the configuration, the types and the schemas say what is kept, and nothing else', async () => {
    const config = await directory.send('GET', '/ServiceProviderConfig');
    expect(config.body).toMatchObject({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
      patch: { supported: true },
      bulk: { supported: false },
      filter: { supported: true, maxResults: 1000 },
      changePassword: { supported: false },
      sort: { supported: true },
      etag: { supported: true },
    });
    const types = await directory.send('GET', '/ResourceTypes');
    expect(types.body).toMatchObject({
      totalResults: 1,
      Resources: [{ id: 'User', endpoint: '/Users', schema: USER }],
    });
    expect((await directory.send('GET', '/ResourceTypes/User')).body).toEqual(types.body.Resources[0]);
    expect((await directory.send('GET', '/ResourceTypes/Group')).status).toBe(404);
    const { body } = await directory.send('GET', '/Schemas');
    expect(body.Resources.map(({ id }: { id: string }) => id)).toEqual([USER, ENTERPRISE]);
    expect((await directory.send('GET', `/Schemas/${USER}`)).body).toEqual(body.Resources[0]);
    expect((await directory.send('GET', '/Schemas/urn:none')).status).toBe(404);
    expect((await directory.send('GET', '/Schemas?filter=id%20pr')).status).toBe(403);

    // Whatever is advertised comes back as it was sent, and the other way round.
    const sent = wholeUser(newUserName());
    const advertised = (body.Resources as { attributes: { name: string }[] }[]).flatMap(({ attributes }) =>
      attributes.map(({ name }) => name),
    );
    const sendable = [...Object.keys(sent), ...Object.keys(sent[ENTERPRISE] as object)];
    expect(sendable.filter((name) => !advertised.includes(name))).toEqual([
      'schemas',
      'externalId',
      ENTERPRISE,
    ]);
    expect(advertised.filter((name) => !sendable.includes(name))).toEqual([
      'costCenter',
      'organization',
      'division',
    ]);
  });

  test('what is not offered is 404, groups and bulk too, and there is no user behind a directory', async () => {
    for (const path of ['/Groups', '/Bulk', '/', '/nothing', '/Users/x/y']) {
      expect(`${path} ${(await directory.send('GET', path)).status}`).toBe(`${path} 404`);
    }
    expect((await directory.send('POST', '/Groups', { schemas: [USER] })).status).toBe(404);
    expect((await directory.send('GET', '/Me')).status).toBe(501);
  });
});
