import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { connect, type Database } from '../../database/connect.ts';

const ORGANIZATION = '01890000-0000-7000-8000-000000000001';
const LICENSE = '01890000-0000-7000-8000-000000000002';
const PERSON = '01890000-0000-7000-8000-000000000003';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  const connection = connect(database.ownerUrl, 2);
  db = connection.db;
  // Given on day 1 and taken on day 3; from day 5 to 7 for a while; waiting from day 2, and registered on day 4.
  await connection.pool.query(`
    insert into partner (id, name) values ('${ORGANIZATION}', 'Partner');
    insert into organization (id, number, name, partner_id) values ('${ORGANIZATION}', 'O', 'O', '${ORGANIZATION}');
    insert into license (organization_id, id, license_id, partner_id, name, program, start_date, end_date, country)
      values ('${ORGANIZATION}', '${LICENSE}', 'ABCD', '${ORGANIZATION}', 'C', 'S', '2026-01-01', '2030-01-01', 'SE');
    insert into vl_user
      (organization_id, id, sign_in_email, sign_in_email_key, business_email, display_name, registered_at, absences)
      values ('${ORGANIZATION}', '${PERSON}', 'a@b.example', 'a@b.example', 'a@b.example', 'A', '2026-01-01T12:00Z',
        '{[2026-01-09T00:00Z,2026-01-10T00:00Z)}');
    insert into assignment_change (organization_id, id, at, kind, actor_kind, actor_name)
      values ('${ORGANIZATION}', '${LICENSE}', now(), 'assignment', 'system', 'Test');
    insert into role_grant
      (organization_id, license_id, vl_user_id, role, opened_at, starts_at, ends_at, ready_at, closed_at, opened_by, closed_by)
      select '${ORGANIZATION}', '${LICENSE}', '${PERSON}', role::vl_role, opened_at, starts_at, ends_at, ready_at, closed_at,
        '${LICENSE}', case when closed_at is not null then '${LICENSE}'::uuid end
      from (values
        ('benefits-reader', '2026-01-01Z'::timestamptz, '2026-01-01Z'::timestamptz, null::timestamptz, '2026-01-01Z'::timestamptz, '2026-01-03Z'::timestamptz),
        ('product-keys-reader', '2026-01-01Z', '2026-01-05Z', '2026-01-07Z', '2026-01-01Z', null),
        ('administrator', '2026-01-02Z', '2026-01-02Z', null, '2026-01-04Z', null),
        ('invoice-reader', '2026-01-02Z', '2026-01-02Z', null, null, null)
      ) as g (role, opened_at, starts_at, ends_at, ready_at, closed_at)
  `);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

async function rolesAt(at: string): Promise<string[]> {
  const { rows } = await sql<{ role: string }>`
    select role::text as role from effective_role_at(${at}::timestamptz) order by role
  `.execute(db);
  return rows.map(({ role }) => role);
}

test.each([
  ['before anything was given', '2025-12-31T00:00:00Z', []],
  ['before its holder had registered', '2026-01-01T11:59:59Z', []],
  ['while it was held', '2026-01-02T00:00:00Z', ['benefits-reader']],
  ['up to the instant before it was taken', '2026-01-02T23:59:59.999Z', ['benefits-reader']],
  ['at the instant at which it was taken', '2026-01-03T00:00:00Z', []],
  ['once what it waited for was done', '2026-01-04T00:00:00Z', ['administrator']],
  ['from the start of its period on', '2026-01-05T00:00:00Z', ['administrator', 'product-keys-reader']],
  ['not any more at the end of its period', '2026-01-07T00:00:00Z', ['administrator']],
  ['not while its holder was missing from the directory', '2026-01-09T12:00:00Z', []],
  ['again when they are back', '2026-01-10T00:00:00Z', ['administrator']],
])('B4 effective_role_at answers the past as it was recorded: %s', async (_when, at, roles) => {
  expect(await rolesAt(at)).toEqual(roles);
});

test('B10 what counts now leaves closed grants out whatever the clock says', async () => {
  await sql`update role_grant set closed_at = now() + interval '1 hour', closed_by = ${LICENSE}
    where role = 'administrator'`.execute(db);
  const { rows } = await sql`select from effective_role`.execute(db);
  expect(rows).toEqual([]);
  expect(await rolesAt('2026-01-08T00:00:00Z')).toEqual(['administrator']);
});
