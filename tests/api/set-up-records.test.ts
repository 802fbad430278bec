import { type LicenseSetUp, putLicense } from '@muniment/contract/partners.ts';
import { putPreferences } from '@muniment/contract/preferences.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../apps/server/seed/seeded-random.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Organization } from '../support/partner.ts';
import { unique } from '../support/unique.ts';

let muniment: Muniment;
beforeAll(async () => {
  muniment = await startMuniment();
});
afterAll(() => muniment.stop());

/** An organization with two agreements; from the first somebody inherits. Told apart by a word in all that it names. */
interface Scene {
  readonly word: string;
  readonly organization: Organization;
  readonly agreements: readonly string[];
  /** What else is named at random: in the traces each is called by its place. */
  readonly random: readonly string[];
}

async function sceneOf(): Promise<Scene> {
  const organization = await (await muniment.newPartner('Partner')).organization('Corvane Textiles');
  const heir = await organization.administrator({
    email: `heir@${organization.number.toLowerCase()}.example`,
  });
  const inherited = await organization.agreement({
    noticesCorrespondent: { displayName: heir.name, email: heir.email },
  });
  const entry = { agreementNumber: inherited, contact: 'notices-correspondent' as const, optedIn: true };
  await heir.api.call(putPreferences, { body: { inheritance: [entry] } });
  const agreements = [inherited, await organization.agreement()];
  const random = [...agreements, heir.licenseId];
  return { word: organization.number.slice(2), organization, agreements, random };
}

interface SetUp {
  readonly licenseId: string;
  readonly body: LicenseSetUp;
}

/** Set-ups with everything that can be right and wrong with them, the same for every scene. */
function setUpsOf({ organization, agreements, word }: Scene, seed: number): SetUp[] {
  const random = seededRandom(seed);
  const domain = `${organization.number.toLowerCase()}.example`;
  const contact = () => {
    const name = random.pick(['ana', 'bo', 'cleo', 'heir']);
    return { displayName: `${name} ${random.between(1, 3)}`, email: `${name}@${domain}` };
  };
  const setUps: SetUp[] = [];
  for (let place = 0; place < 60; place += 1) {
    const earlier = place > 5 && random.next() < 0.35 ? random.pick(setUps) : undefined;
    const [agreementNumber] = random.pick([[agreements[0]], [agreements[1]], [], [], ['A-0']]);
    const body: LicenseSetUp = {
      organizationNumber: random.next() < 0.06 ? 'O-0' : organization.number,
      ...(agreementNumber === undefined ? {} : { agreementNumber }),
      name: ` Works ${random.between(1, 9)}`,
      program: 'Enterprise',
      startDate: '2026-01-01',
      endDate: random.next() < 0.06 ? '2025-01-01' : '2028-12-31',
      country: 'SE',
      ...(random.next() < 0.3 ? { offerings: ['Cascade', 'Halyard'] } : {}),
      contacts:
        random.next() < 0.06
          ? {}
          : {
              primaryContact: contact(),
              ...(random.next() < 0.5 ? { noticesCorrespondent: contact() } : {}),
            },
    };
    setUps.push(
      earlier === undefined
        ? { licenseId: `L${word.toUpperCase()}-${place}`, body }
        : // Sent again: corrected, moved under another agreement, the same, or with other contacts.
          {
            licenseId: earlier.licenseId,
            body: { ...body, contacts: random.pick([earlier.body, body]).contacts },
          },
    );
  }
  return setUps;
}

/** All that a scene left behind, with names in place of ids and of its word. */
async function traces({ word, organization, random }: Scene) {
  const of = sql`(select id from organization where number = ${organization.number})`;
  const rows = async (query: ReturnType<typeof sql>) =>
    (await query.execute(muniment.db)).rows.map((row) => JSON.stringify(row));
  const named = await sql<{ id: string; name: string }>`
    select id, 'organization' as name from organization where id = ${of}
    union all select id, 'license ' || license_id from license where organization_id = ${of}
    union all select id, 'agreement ' || number from agreement where organization_id = ${of}
    union all select id, 'person ' || sign_in_email from vl_user where organization_id = ${of}
    union all select partner_id, 'partner' from organization where id = ${of}
    union all select account_id, 'account ' || sign_in_email from vl_user
      where organization_id = ${of} and account_id is not null
    union all select i.id, 'invitation ' || coalesce(l.license_id, '') from invitation i
      left join license l on l.id = i.license_id where i.organization_id = ${of}
    union all select distinct on (c.id) c.id, 'change of ' || l.license_id from assignment_change c
      join assignment_change_license t on t.change_id = c.id join license l on l.id = t.license_id
      where c.organization_id = ${of}
  `.execute(muniment.db);
  const names = new Map(named.rows.map(({ id, name }) => [id, name]));
  const plain = (text: string) =>
    text
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => names.get(id) ?? 'id')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)/g, 'time')
      .replaceAll(new RegExp(word, 'gi'), 'word')
      .replaceAll(new RegExp(random.join('|'), 'g'), (name) => `name ${random.indexOf(name)}`);
  const all = {
    licenses: await rows(sql`
      select to_jsonb(l) - 'id' - 'created_at' as l from license l where organization_id = ${of} order by license_id`),
    contacts: await rows(sql`
      select to_jsonb(c) as c from license_contact c where organization_id = ${of}`),
    people: await rows(sql`
      select sign_in_email, business_email, display_name, registered_at is null as pending
      from vl_user where organization_id = ${of}`),
    grants: await rows(sql`
      select to_jsonb(g) - 'id' as g from role_grant g where organization_id = ${of}`),
    changes: await rows(sql`
      select to_jsonb(c) as c, t.license_id, t.only_invoice_reader from assignment_change c
      left join assignment_change_license t on t.organization_id = c.organization_id and t.change_id = c.id
      where c.organization_id = ${of}`),
    invitations: await rows(sql`
      select to_jsonb(i) as i, (select count(*) from invitation_generation n where n.invitation_id = i.id) as generations
      from invitation i where organization_id = ${of}`),
    mails: await rows(sql`
      select to_jsonb(m) - 'id' as m,
        (select count(*) from pgboss.job j where j.singleton_key = m.id::text) as jobs
      from mail m where organization_id = ${of}`),
    ledger: await rows(sql`
      select event, license_ids, (body::jsonb) -> 'details' as details, (body::jsonb) -> 'actor' as actor
      from ledger_entry where organization_id = ${of} and event <> 'records.saved'`),
  };
  return Object.fromEntries(
    Object.entries(all).map(([name, lines]) => [name, lines.map((line) => plain(line)).sort()]),
  );
}

test.for([1, 2, 3, 4])(
  'A2 I1 set-ups that come together leave exactly what they leave one by one, refusals too (%s)',
  { timeout: 60_000 },
  async (seed) => {
    const [alone, together] = [await sceneOf(), await sceneOf()];
    const outcomesAlone: string[] = [];
    for (const { licenseId, body } of setUpsOf(alone, seed)) {
      const { status } = await alone.organization.partner.api.call(putLicense, {
        params: { licenseId },
        body,
      });
      outcomesAlone.push(status === 201 ? 'created' : status === 200 ? 'there' : 'rejected');
    }
    const records = setUpsOf(together, seed).map(({ licenseId, body }, place) => ({
      line: place + 1,
      record: { type: 'license', licenseId, ...body },
    }));
    const { body } = await together.organization.partner.api.call(pushRecords, { body: { records } });
    const outcomes = body.records.map(({ outcome }) =>
      outcome === 'updated' || outcome === 'unchanged' ? 'there' : outcome,
    );
    expect(outcomes).toEqual(outcomesAlone);
    expect(new Set(outcomes)).toEqual(new Set(['created', 'there', 'rejected']));
    expect(await traces(together)).toEqual(await traces(alone));
  },
);

test('B5 the same set-ups again change nothing and are not told', async () => {
  const scene = await sceneOf();
  const records = Array.from({ length: 30 }, (_, place) => ({
    line: place + 1,
    record: {
      type: 'license',
      licenseId: `L${unique().toUpperCase()}`,
      organizationNumber: scene.organization.number,
      name: 'Works',
      program: 'Open',
      startDate: '2026-01-01',
      endDate: '2028-12-31',
      country: 'SE',
      contacts: { primaryContact: { displayName: 'Ana', email: `ana@${scene.word}.example` } },
    },
  }));
  const push = () => scene.organization.partner.api.call(pushRecords, { body: { records } });
  await push();
  const before = await traces(scene);
  const { body } = await push();
  expect(new Set(body.records.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
  expect(await traces(scene)).toEqual(before);
});
