import { listAssignmentChanges } from '@muniment/contract/assignment-changes.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { listVlUsers, removeVlUser } from '@muniment/contract/vl-users.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';

let muniment: Muniment;
beforeAll(async () => {
  muniment = await startMuniment();
});
afterAll(() => muniment.stop());

const MANY = 10_050;

test('M5 S6 somebody with more than 10,000 license IDs is removed by one change, one e-mail and one entry', async () => {
  const organization = await (await muniment.newPartner()).organization();
  const admin = await organization.administrator();
  const colleague = await organization.colleague(admin);
  const people = [admin.vlUserId, colleague.vlUserId];
  await sql`
    with more as (
      select md5('many' || n)::uuid as id, 'MANY' || n as license_id from generate_series(1, ${MANY}::int) n
    ), made as (
      insert into license (organization_id, id, license_id, partner_id, name, program, start_date, end_date, country)
      select l.organization_id, m.id, m.license_id, l.partner_id, l.name, l.program, l.start_date, l.end_date, l.country
      from license l cross join more m where l.license_id = ${admin.licenseId}
    )
    insert into role_grant (organization_id, license_id, vl_user_id, role, starts_at, opened_at, opened_by, ready_at)
    select g.organization_id, m.id, g.vl_user_id, g.role, g.starts_at, g.opened_at, g.opened_by, g.ready_at
    from role_grant g cross join more m where g.vl_user_id = any(${people}::uuid[])
  `.execute(muniment.db);
  const mailsTo = async () =>
    (
      await muniment.db
        .selectFrom('mail')
        .select('kind')
        .where('vl_user_id', '=', colleague.vlUserId)
        .execute()
    ).filter(({ kind }) => kind === 'permission-change').length;
  const [mails, changes, entries] = [
    await mailsTo(),
    (await admin.api.call(listAssignmentChanges, {})).body.items.length,
    (await admin.api.call(listLedger, {})).body.items.length,
  ];

  const params = { vlUserId: colleague.vlUserId };
  expect((await admin.api.call(removeVlUser, { params })).status).toBe(204);
  expect((await admin.api.call(listVlUsers, {})).body.total).toBe(1);
  expect(await mailsTo()).toBe(mails + 1);
  const { items } = (await admin.api.call(listLedger, {})).body;
  expect(items).toHaveLength(entries + 1);
  expect((items[0]?.details as { closed?: object[] } | undefined)?.closed).toHaveLength(MANY + 1);
  const after = (await admin.api.call(listAssignmentChanges, {})).body.items;
  expect(after).toHaveLength(changes + 1);
  expect(after[0]?.difference).toHaveLength(MANY + 1);
}, 120_000);
