import { rm, stat, writeFile } from 'node:fs/promises';
import { getMe } from '@muniment/contract/people.ts';
import { listVlUsers, searchDirectory } from '@muniment/contract/vl-users.ts';
import { actionsOf } from '@muniment/domain/roles.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Demo, emptyDemo } from '../../../tests/support/demo.ts';
import { type Muniment, startMuniment } from '../../../tests/support/muniment.ts';
import { BRAMBLEWICK_HEADLINES } from './bramblewick-bakery.ts';
import { FENNIMORE_HEADLINES } from './fennimore-rail-group.ts';
import { HALDEN_HEADLINES } from './halden-robotics.ts';
import { type LoadedDemo, loadDemo } from './load-demo.ts';

const HEADLINES = [...HALDEN_HEADLINES, ...FENNIMORE_HEADLINES, ...BRAMBLEWICK_HEADLINES];

let demo: Demo;
let both: readonly LoadedDemo[];

beforeAll(async () => {
  demo = await emptyDemo();
  // Two servers start at once on a new database.
  both = await Promise.all([demo.load(), demo.load()]);
});

afterAll(async () => {
  await demo.drop();
});

test('two servers that start at once load it once and know the same tokens', async () => {
  expect(both[0]).toEqual(both[1]);
  expect(await demo.query('select number, name from organization order by number')).toEqual([
    { number: '10482', name: 'Bramblewick Bakery' },
    { number: '20417', name: 'Halden Robotics' },
    { number: '30042', name: 'Fennimore Rail Group' },
  ]);
});

describe('demo.json', () => {
  test('holds the people, partners and publisher with their tokens, for its owner alone', async () => {
    const file = await demo.file();
    expect((await stat(demo.path)).mode & 0o777).toBe(0o600);
    const token = expect.stringMatching(/^mun_[\w-]{43}$/);
    expect(file).toEqual({
      people: HEADLINES.map(({ email, name, about }) => ({
        email,
        name,
        organization: expect.any(String),
        about,
        token,
      })),
      partners: [
        { name: 'Larkspur Licensing', token },
        { name: 'Quayside Software Partners', token },
      ],
      publisher: { token },
      scim: { '10482': token, '20417': token, '30042': token },
    });
  });

  test('a later start reads it and changes nothing', async () => {
    const before = await demo.everything();
    const written = await stat(demo.path);
    expect(await demo.load()).toEqual(both[0]);
    expect(await demo.everything()).toEqual(before);
    expect((await stat(demo.path)).mtimeMs).toBe(written.mtimeMs);
  });

  test.each([
    ['lost', (path: string) => rm(path)],
    ['cut off', (path: string) => writeFile(path, '{"people": [')],
  ])('is made anew where it was %s', async (_how, harm) => {
    const before = await demo.file();
    await harm(demo.path);
    const loaded = await demo.load();
    const after = await demo.file();
    expect(after.people.map(({ email }) => email)).toEqual(before.people.map(({ email }) => email));
    expect(after.publisher.token).not.toBe(before.publisher.token);
    expect(loaded.publisherToken).toBe(after.publisher.token);
    expect((await stat(demo.path)).mode & 0o777).toBe(0o600);
  });

  test('a token that the database does not accept is replaced, the others stay', async () => {
    const before = await demo.file();
    await demo.query(`update api_token set revoked_at = now() where kind = 'partner'`);
    await demo.load();
    const after = await demo.file();
    expect(after.people).toEqual(before.people);
    expect(after.publisher).toEqual(before.publisher);
    expect(after.partners.map(({ name }) => name)).toEqual(before.partners.map(({ name }) => name));
    expect(after.partners[0]?.token).not.toBe(before.partners[0]?.token);
    expect(after.scim).toEqual(before.scim);
    await demo.query(`update api_token set revoked_at = now() where kind = 'scim'`);
    await demo.load();
    expect((await demo.file()).scim['20417']).not.toBe(before.scim['20417']);
  });
});

test('a start on another port takes the accounts along, and leaves those that are there already', async () => {
  const elsewhere = { ...demo.settings, publicUrl: 'http://127.0.0.1:9349' };
  const issuer = `${elsewhere.publicUrl}/demo-sign-in`;
  const [runa] = await demo.query<{ id: string }>(`select id from account where email like 'runa.%'`);
  await demo.query(`
    insert into account (id, issuer, subject, display_name, email, email_key, email_verified)
    select gen_random_uuid(), '${issuer}', subject, display_name, email, email_key, true
    from account where email like 'mateo.%'
  `);
  await loadDemo(demo.database, elsewhere);
  expect(await demo.query(`select issuer from account where id = '${runa?.id}'`)).toEqual([{ issuer }]);
  expect(await demo.query(`select from account where issuer <> '${issuer}'`)).toHaveLength(1);
  await demo.query(`delete from account a where email like 'mateo.%' and not exists (
    select from vl_user u where u.account_id = a.id)`);
  await demo.load();
  expect(await demo.query(`select from account where issuer = '${issuer}'`)).toEqual([]);
});

test('whoever is picked on the sign-in page is the account that holds the roles', async () => {
  const accounts = await demo.query<{ email: string; subject: string }>(`
    select distinct a.email, a.subject from account a join vl_user u on u.account_id = a.id
  `);
  const known = new Map(accounts.map(({ email, subject }) => [email, subject]));
  for (const { email, subject } of both[0]?.people ?? []) expect(known.get(email)).toBe(subject);
  expect(both[0]?.people).toHaveLength(HEADLINES.length);
});

describe('through the API', () => {
  let muniment: Muniment;

  beforeAll(async () => {
    muniment = await startMuniment({ database: demo.database, env: { DATA_DIR: demo.settings.dataDir } });
  });
  afterAll(() => muniment.stop());

  test.each(HEADLINES.map((headline) => [headline.name, headline] as const))(
    "%s's token answers with the roles that the demo promises",
    async (_name, headline) => {
      const { body } = await muniment.as(await demo.tokenOf(headline.email)).call(getMe, {});
      expect(body.signInEmail).toBe(headline.email);
      expect(body.organizations.map(({ number }) => number)).toEqual([headline.organizationNumber]);
      expect(body.organizations[0]?.actions).toEqual(actionsOf(headline.roles));
    },
  );

  test('directories hold the people of each organization, and some who are no VL users, for the search to find (S1)', async () => {
    const [runa] = (await demo.file()).people;
    const api = muniment.as(runa?.token ?? '');
    const { body } = await api.call(searchDirectory, { query: { q: 'noor' } });
    expect(body.items).toEqual([
      {
        vlUserId: null,
        displayName: 'Noor Haddad',
        signInEmail: 'noor.haddad@halden.example',
        businessEmail: 'noor.haddad@halden.example',
        external: false,
      },
    ]);
    const without = await demo.query(`
      select u.sign_in_email from vl_user u where u.directory_account_id is null
    `);
    expect(without).toEqual([{ sign_in_email: 'anselm.okafor@torvik-consulting.example' }]);
    expect(
      await demo.query('select number from organization where directory_enforced_at is not null'),
    ).toEqual([{ number: '30042' }]);
    const { scim } = await demo.file();
    const listed = await fetch(`${muniment.url}/scim/v2/Users?count=0`, {
      headers: { authorization: `Bearer ${scim['20417']}` },
    });
    expect(await listed.json()).toMatchObject({ totalResults: 43 + 8 });
  });

  test('somebody is a VL user of two organizations with one account (S10)', async () => {
    const lea = await demo.query(`
      select o.number from vl_user u join organization o on o.id = u.organization_id
      join account a on a.id = u.account_id where a.email = 'lea.tanaka@ledgerway.example' order by o.number
    `);
    expect(lea).toEqual([{ number: '20417' }, { number: '30042' }]);
  });

  test.each([
    ['runa.eskildsen@halden.example', { active: 33, 'invitation-sent': 4, 'invitation-expired': 3 }],
    [
      'ingrid.solheim@fennimore.example',
      { active: 1_925, 'invitation-sent': 52, 'invitation-expired': 11, failed: 5, 'user-not-found': 7 },
    ],
    ['odile.fairweather@bramblewick.example', { active: 2, 'invitation-sent': 1, 'invitation-expired': 0 }],
  ] as const)('%s sees people in every status that there is (M2)', async (email, expected) => {
    const api = muniment.as(await demo.tokenOf(email));
    const counts = Object.keys(expected).map(async (status) => {
      const { body } = await api.call(listVlUsers, { query: { status: status as 'active', limit: 1 } });
      return [status, body.total] as const;
    });
    expect(Object.fromEntries(await Promise.all(counts))).toEqual(expected);
  });

  test.each([
    ['runa.eskildsen@halden.example', ['30551223', '30551266', '30551282']],
    ['ingrid.solheim@fennimore.example', ['55120041', '72041183', '90315520']],
  ] as const)('%s is the only administrator of three license IDs (A5)', async (email, licenseIds) => {
    const sole = await demo.query(`
      select l.license_id from vl_user u
      cross join lateral license_administered_by(u.organization_id, u.id) a
      join license l on l.organization_id = u.organization_id and l.id = a.license_id
      cross join lateral administrator_count(u.organization_id, l.id) c
      where u.sign_in_email = '${email}' and c.reachable = 1 order by 1
    `);
    expect(sole.map((row) => (row as { license_id: string }).license_id)).toEqual(licenseIds);
  });
});
