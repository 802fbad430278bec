import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, emptyDemo } from '../../../tests/support/demo.ts';
import { connect } from '../src/database/connect.ts';
import { checkChain } from '../src/features/ledger/ledger-repository.ts';

let demo: Demo;

beforeAll(async () => {
  demo = await emptyDemo();
  await demo.load();
});

afterAll(async () => {
  await demo.drop();
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
    { number: '20417', partner: 'Larkspur Licensing', license_ids: 14, agreements: 2, people: 44 },
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
  const states = await Promise.all(organizations.map(({ id }) => checkChain(db, id, 'changes')));
  await db.destroy();
  expect(states.map((state) => state?.firstBroken)).toEqual([null, null, null]);
  await expectNone(`
    select from (select at, lag(at) over (partition by organization_id, chain order by sequence) as before from ledger_entry) e
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
      where event !~ '^(organization|agreement|preferences|provisioning|directory|vl-user|records|service|home-use|invoice-document)[.]'
      group by 1, 2, 3
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
    (select organization_id, opened_by, license_id from role_grant
      union select organization_id, closed_by, license_id from role_grant where closed_by is not null)
    except select organization_id, change_id, license_id from assignment_change_license
  `);
  await expectNone(`
    select organization_id, change_id, license_id from assignment_change_license
    except (select organization_id, opened_by, license_id from role_grant
      union select organization_id, closed_by, license_id from role_grant where closed_by is not null)
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
      // What only the use cases come upon: business e-mails that change, and contacts who inherit.
      keys: others.filter((key) => key !== 'details.businessEmailOf' && key !== 'opened.inheritedFrom'),
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

test('a contact inherits Administrator, and bill-to contacts administer what they are contact of (I1, R9)', async () => {
  const inherited = await demo.query(`
    select l.license_id, u.display_name from role_grant g
    join license l on l.id = g.license_id
    join vl_user u on u.id = g.vl_user_id
    join effective_role e on e.organization_id = g.organization_id and e.grant_id = g.id
    where g.origin_agreement_id = l.agreement_id
  `);
  expect(inherited).toEqual([{ license_id: '30551338', display_name: 'Birgit Aune' }]);
  const billTo = await demo.query(`
    select a.number, exists (
      select from effective_role e join license l on l.organization_id = e.organization_id and l.id = e.license_id
      where l.organization_id = a.organization_id and l.agreement_id = a.id and e.role = 'administrator'
        and is_bill_to(e.organization_id, e.vl_user_id, l.id)
    ) as administers
    from agreement_contact c join agreement a on a.id = c.agreement_id
    where c.contact = 'bill-to-contact' order by a.number
  `);
  expect(billTo).toEqual(
    ['MA-21860', 'MA-30418', 'MA-30977'].map((number) => ({ number, administers: true })),
  );
});

test('in the large organization five changes were refused and seven people left, none of whom administers (M2, M6)', async () => {
  const standings = await demo.query(`
    select (select count(*)::int from provisioning where state = 'failed') as failed,
      (select count(*)::int from provisioning where state = 'waiting') as waiting,
      (select count(*)::int from directory_account where not active) as gone,
      (select count(*)::int from downstream_system where removed_at is null) as systems
  `);
  expect(standings).toEqual([{ failed: 5, waiting: 0, gone: 7, systems: 0 }]);
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

test('whoever registered did so by an invitation in time, or by opting in, with an account of the demo (G1, S9, I1)', async () => {
  await expectNone(`
    select u.display_name from vl_user u
    left join account a on a.id = u.account_id and a.email_key = u.sign_in_email_key
    where u.registered_at is not null and (a.id is null or not exists (
      select from invitation i
      where i.organization_id = u.organization_id and i.registered_by = u.id and i.state = 'registered'
        and i.ended_at = u.registered_at and i.ended_at between i.sent_at and i.expires_at
    ) and not exists (
      select from agreement_contact c where c.account_id = u.account_id and c.opted_in_at = u.registered_at
    ))
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

test('mail waits for those invited or answered in the last days, with a job each; none is of the past or said to be sent', async () => {
  const mails = await demo.query<{ kind: string; state: string; number: string }>(`
    select m.kind, m.state, o.number from mail m join organization o on o.id = m.organization_id
    where m.created_at > now() - interval '4 days' order by m.created_at
  `);
  expect(mails).toHaveLength(8);
  expect(new Set(mails.map(({ state }) => state))).toEqual(new Set(['held']));
  expect(mails.every(({ number }) => number !== '30042')).toBe(true);
  expect(mails.map(({ kind }) => kind)).toContain('contact-invitation');
  expect(mails.filter(({ kind }) => kind === 'support-answer')).toHaveLength(1);
  await expectNone(`select from mail where created_at <= now() - interval '4 days'`);
  const jobs = await demo.query(`
    select from pgboss.job j join mail m on m.id = (j.data ->> 'mailId')::uuid
  `);
  expect(jobs).toHaveLength(mails.length);
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

/** Fails with the rows that break a rule. */
async function expectNone(sql: string): Promise<void> {
  expect(await demo.query(sql)).toEqual([]);
}
