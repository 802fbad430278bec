import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getMe } from '@muniment/contract/people.ts';
import { listVlUsers } from '@muniment/contract/vl-users.ts';
import { actionsOf } from '@muniment/domain/roles.ts';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { type Muniment, startMuniment } from '../../../tests/support/muniment.ts';
import { connect } from '../src/database/connect.ts';
import { checkChain } from '../src/features/ledger/ledger-repository.ts';
import { readSettings, type Settings } from '../src/settings.ts';
import { BRAMBLEWICK_HEADLINES } from './bramblewick-bakery.ts';
import type { DemoFile } from './demo-file.ts';
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

test('holds a small, a middle and a large organization of two partners', async () => {
  const counts = await demo.query(`
    select o.number, p.name as partner,
      (select count(*)::int from license l where l.organization_id = o.id) as license_ids,
      (select count(*)::int from agreement a where a.organization_id = o.id) as agreements,
      (select count(*)::int from vl_user u where u.organization_id = o.id) as people
    from organization o join partner p on p.id = o.partner_id order by o.number
  `);
  expect(counts).toEqual([
    { number: '10482', partner: 'Larkspur Licensing', license_ids: 1, agreements: 0, people: 3 },
    { number: '20417', partner: 'Larkspur Licensing', license_ids: 13, agreements: 1, people: 44 },
    {
      number: '30042',
      partner: 'Quayside Software Partners',
      license_ids: 4_000,
      agreements: 2,
      people: 2_000,
    },
  ]);
});

test('every ledger verifies, in the order of its times (B5)', async () => {
  const { db } = connect(demo.database.serverUrl, 1);
  const organizations = await demo.query<{ id: string }>('select id from organization');
  const states = await Promise.all(organizations.map(({ id }) => checkChain(db, id)));
  await db.destroy();
  expect(states.map(({ firstBroken }) => firstBroken)).toEqual([null, null, null]);
  await expectNone(`
    select from (select at, lag(at) over (partition by organization_id order by sequence) as before from ledger_entry) e
    where e.at < e.before
  `);
});

test('every change has its one ledger entry, and opened and closed what it says (B5)', async () => {
  await expectNone(`
    select c.organization_id, c.at, c.kind, c.changes, e.entries
    from (
      select organization_id, at, case kind when 'registration' then 'invitation.registered'
        when 'set-up' then 'license.set-up' else 'assignments.changed' end as kind, count(*) as changes
      from assignment_change group by 1, 2, 3
    ) c
    full join (
      select organization_id, at, event, count(*) as entries from ledger_entry
      where event not like 'organization.%' and event not like 'agreement.%' group by 1, 2, 3
    ) e on e.organization_id = c.organization_id and e.at = c.at and e.event = c.kind
    where c.changes is distinct from e.entries
  `);
  await expectNone(`
    with told as (
      select (body::jsonb #>> '{details,changeId}')::uuid as change_id,
        jsonb_array_length(body::jsonb #> '{details,opened}') as opened,
        jsonb_array_length(body::jsonb #> '{details,closed}') as closed
      from ledger_entry where event = 'assignments.changed'
    )
    select from told t where t.opened <> (select count(*) from role_grant g where g.opened_by = t.change_id)
      or t.closed <> (select count(*) from role_grant g where g.closed_by = t.change_id)
  `);
  await expectNone(`
    select from role_grant g
    join assignment_change o on o.organization_id = g.organization_id and o.id = g.opened_by
    left join assignment_change c on c.organization_id = g.organization_id and c.id = g.closed_by
    where o.at <> g.opened_at or c.at is distinct from g.closed_at
  `);
});

test('the bulk path writes ledger entries of the same form as the use cases', async () => {
  const forms = await demo.query<{ event: string; large: string[]; others: string[] }>(`
    with form as (
      select e.event, o.number = '30042' as large, jsonb_object_keys(e.body::jsonb) as key, o.number
      from ledger_entry e join organization o on o.id = e.organization_id
      union
      select e.event, o.number = '30042', 'details.' || jsonb_object_keys(e.body::jsonb -> 'details'), o.number
      from ledger_entry e join organization o on o.id = e.organization_id
      union
      select e.event, o.number = '30042', part || '.' || jsonb_object_keys(item), o.number
      from ledger_entry e join organization o on o.id = e.organization_id,
        unnest('{opened,closed,grants}'::text[]) part, jsonb_array_elements(e.body::jsonb #> array['details', part]) item
    )
    select event, array_agg(distinct key order by key) filter (where large) as large,
      array_agg(distinct key order by key) filter (where not large) as others
    from form where event in ('license.set-up', 'invitation.registered', 'assignments.changed') group by event
  `);
  expect(forms).toHaveLength(3);
  for (const { event, large, others } of forms) {
    expect({ event, keys: large }).toEqual({
      event,
      keys: others.filter((key) => key !== 'details.businessEmailOf'),
    });
  }
});

test('every license ID has a designated administrator, and all but two a reachable one (A1)', async () => {
  const without = await demo.query(`
    select l.license_id, c.reachable, c.pending
    from license l cross join lateral administrator_count(l.organization_id, l.id) c
    where c.reachable = 0 order by l.license_id
  `);
  expect(without).toEqual([
    { license_id: '30551311', reachable: 0, pending: 1 },
    { license_id: '30551320', reachable: 0, pending: 1 },
  ]);
});

test('every license ID names a contact, who was invited to administer it (A2)', async () => {
  await expectNone(`
    select l.license_id from license l
    where not exists (
      select from license_contact c
      join vl_user u on u.organization_id = c.organization_id and u.sign_in_email_key = c.email_key
      join invitation i on i.organization_id = c.organization_id and i.license_id = c.license_id
        and i.vl_user_id = u.id and i.kind = 'contact'
      where c.organization_id = l.organization_id and c.license_id = l.id
    )
  `);
});

test('nobody holds a role twice on a license ID', async () => {
  await expectNone(`
    select from role_grant where closed_by is null
    group by organization_id, license_id, vl_user_id, role having count(*) > 1
  `);
});

test('whoever waits has one open invitation, and nobody else has one (S9)', async () => {
  await expectNone(`
    select u.display_name from vl_user u
    where (u.registered_at is null and exists (
      select from role_grant g where g.organization_id = u.organization_id and g.vl_user_id = u.id
        and g.closed_by is null and g.awaits is null
    )) <> exists (
      select from invitation i where i.organization_id = u.organization_id and i.vl_user_id = u.id
        and i.kind = 'assignment' and i.state = 'open'
    )
  `);
  await expectNone(`
    select from role_grant g
    full join (select * from invitation where kind = 'contact' and state = 'open') i
      on i.organization_id = g.organization_id and i.license_id = g.license_id and i.vl_user_id = g.vl_user_id
    where (g.closed_by is null and g.awaits = 'contact-registration') is distinct from (i.id is not null)
      and (g.awaits is not null or i.id is not null)
  `);
});

test('whoever registered did so by an invitation in time, with an account of the demo (G1, S9)', async () => {
  await expectNone(`
    select u.display_name from vl_user u
    where u.registered_at is not null and not exists (
      select from invitation i
      join account a on a.id = u.account_id and a.email_key = u.sign_in_email_key
      where i.organization_id = u.organization_id and i.registered_by = u.id and i.state = 'registered'
        and i.ended_at = u.registered_at and i.ended_at between i.sent_at and i.expires_at
    )
  `);
  await expectNone(`select from vl_user where (registered_at is null) <> (account_id is null)`);
  await expectNone(`select from account where issuer <> '${demo.settings.publicUrl}/demo-sign-in'`);
});

test('nothing is dated in the future but periods and contracts', async () => {
  await expectNone('select from ledger_entry where at > now()');
  await expectNone(
    'select from invitation where sent_at > now() or last_sent_at > now() or ended_at > now()',
  );
  await expectNone('select from vl_user where registered_at > now() or created_at > now()');
});

test('mail waits for those invited in the last days, with a job each; none is of the past or said to be sent', async () => {
  const mails = await demo.query<{ kind: string; state: string; number: string }>(`
    select m.kind, m.state, o.number from mail m join organization o on o.id = m.organization_id
    where m.created_at > now() - interval '4 days' order by m.created_at
  `);
  expect(mails).toHaveLength(7);
  expect(new Set(mails.map(({ state }) => state))).toEqual(new Set(['held']));
  expect(mails.every(({ number }) => number !== '30042')).toBe(true);
  expect(mails.map(({ kind }) => kind)).toContain('contact-invitation');
  await expectNone(`select from mail where created_at <= now() - interval '4 days'`);
  const jobs = await demo.query(`
    select from pgboss.job j join mail m on m.id = (j.data ->> 'mailId')::uuid
  `);
  expect(jobs).toHaveLength(mails.length);
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
      scim: {},
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
  await expectNone(`select from account where issuer = '${issuer}'`);
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

  test('somebody is a VL user of two organizations with one account (S10)', async () => {
    const lea = await demo.query(`
      select o.number from vl_user u join organization o on o.id = u.organization_id
      join account a on a.id = u.account_id where a.email = 'lea.tanaka@ledgerway.example' order by o.number
    `);
    expect(lea).toEqual([{ number: '20417' }, { number: '30042' }]);
  });

  test.each([
    ['runa.eskildsen@halden.example', { active: 33, 'invitation-sent': 4, 'invitation-expired': 3 }],
    ['ingrid.solheim@fennimore.example', { active: 1_937, 'invitation-sent': 52, 'invitation-expired': 11 }],
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

// The shortest and the longest that INVITATION_DAYS may be.
test.each([1, 365])('is the same demo where invitations are good for %i days', async (invitationDays) => {
  const other = await emptyDemo({ invitationDays });
  try {
    await other.load();
    expect(await other.query(CONTENT)).toEqual(await demo.query(CONTENT));
  } finally {
    await other.drop();
  }
});

/** All that does not depend on when it was loaded. */
const CONTENT = `
  select count(*)::int as pairs, md5(string_agg(concat_ws(' ', l.license_id, l.program, u.sign_in_email,
    u.business_email, u.display_name, g.role, g.closed_by is null, u.registered_at is null, i.expires_at <= now()), ','
    order by l.license_id, u.sign_in_email, g.role, g.closed_by is null)) as digest
  from role_grant g
  join license l on l.organization_id = g.organization_id and l.id = g.license_id
  join vl_user u on u.organization_id = g.organization_id and u.id = g.vl_user_id
  left join invitation i on i.organization_id = g.organization_id and i.vl_user_id = g.vl_user_id and i.state = 'open'
    and i.license_id is null
`;

async function expectNone(sql: string): Promise<void> {
  expect(await demo.query(sql)).toEqual([]);
}

interface Demo {
  readonly database: TestDatabase;
  readonly settings: Settings;
  readonly path: string;
  load(): Promise<LoadedDemo>;
  query<Row>(sql: string): Promise<Row[]>;
  file(): Promise<DemoFile>;
  tokenOf(email: string): Promise<string>;
  /** How much of everything there is. */
  everything(): Promise<unknown>;
  drop(): Promise<void>;
}

async function emptyDemo(changes: Partial<Settings> = {}): Promise<Demo> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'muniment-demo-'));
  const pool = new Pool({ connectionString: database.ownerUrl, max: 2 });
  const env = {
    PORT: '9340',
    DATA_DIR: dataDir,
    DEMO: '1',
    ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  const settings = { ...readSettings(env), ...changes };
  const path = join(dataDir, 'demo.json');
  const query = async <Row>(sql: string) => (await pool.query(sql)).rows as Row[];
  const file = async () => JSON.parse(await readFile(path, 'utf8')) as DemoFile;
  return {
    database,
    settings,
    path,
    load: () => loadDemo(database, settings),
    query,
    file,
    async tokenOf(email) {
      return (await file()).people.find((person) => person.email === email)?.token ?? '';
    },
    everything: () =>
      query(`select (select count(*) from account) as accounts, (select count(*) from api_token) as tokens,
        (select count(*) from role_grant) as grants, (select count(*) from mail) as mails,
        (select array_agg(hash order by organization_id) from ledger_head) as ledgers`),
    async drop() {
      await pool.end();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
