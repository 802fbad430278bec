import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { connect } from '../../database/connect.ts';

type Connection = ReturnType<typeof connect>;

let database: TestDatabase;
let connection: Connection;
beforeAll(async () => {
  database = await createTestDatabase();
  connection = connect(database.ownerUrl, 2);
  await fill(connection);
});
afterAll(async () => {
  await connection.db.destroy();
  await database.drop();
});

/** 400 license IDs with fifty readers each; `u1` administers the first twenty, ten of them by inheritance too. */
async function fill({ db }: Connection): Promise<void> {
  await sql`
    insert into partner (id, name) values (md5('partner')::uuid, 'Partner');
    insert into organization (id, number, name, partner_id)
      values (md5('o')::uuid, 'O', 'Organization', md5('partner')::uuid);
    insert into agreement (organization_id, id, number, name, partner_id)
      values (md5('o')::uuid, md5('a')::uuid, 'A', 'Agreement', md5('partner')::uuid);
    insert into license (organization_id, id, license_id, partner_id, name, program, start_date, end_date, country)
      select md5('o')::uuid, md5('l' || l)::uuid, 'L000' || l, md5('partner')::uuid, 'Contract', 'Select',
        '2026-01-01', '2030-01-01', 'SE'
      from generate_series(1, 400) l;
    insert into vl_user (organization_id, id, sign_in_email, sign_in_email_key, business_email, display_name, registered_at)
      select md5('o')::uuid, md5('u' || u)::uuid, e, e, e, 'Somebody', '2026-01-01'
      from generate_series(1, 300) u, lateral (select 'u' || u || '@o.example' as e) e;
    insert into assignment_change (organization_id, id, at, kind, actor_kind, actor_name)
      values (md5('o')::uuid, md5('c')::uuid, '2026-01-01', 'set-up', 'system', 'Test');
    insert into role_grant
      (organization_id, license_id, vl_user_id, role, origin_agreement_id, starts_at, opened_at, opened_by, ready_at)
      select md5('o')::uuid, md5('l' || l)::uuid, md5('u' || u)::uuid, role::vl_role, agreement, at, at,
        md5('c')::uuid, at
      from (
        select l, 1 + (l * 7 + n) % 300 as u, 'benefits-reader' as role, null::uuid as agreement
        from generate_series(1, 400) l, generate_series(1, 50) n
        union all select l, 1, 'administrator', null from generate_series(1, 20) l
        union all select l, 1, 'administrator', md5('a')::uuid from generate_series(1, 10) l
      ) held, (select timestamptz '2026-01-01' as at) time;
    analyze;
  `.execute(db);
}

test('R10 a license ID that is administered twice, assigned and inherited, is seen once', async () => {
  const { rows } = await sql<{ licenses: number; grants: number; distinct_grants: number }>`
    select (select count(*)::int from license_administered_by(md5('o')::uuid, md5('u1')::uuid)) as licenses,
      count(*)::int as grants, count(distinct grant_id)::int as distinct_grants
    from assignment_seen_by(md5('o')::uuid, md5('u1')::uuid)
  `.execute(connection.db);
  expect(rows).toEqual([{ licenses: 20, grants: 1_030, distinct_grants: 1_030 }]);
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly Plans?: readonly PlanNode[];
}

// Before version 18, PostgreSQL rounds the rows of each of the 20 loops up or down to a whole number.
const ROUNDING = 20;

test('R10 what an administrator sees is read by index, license ID by license ID, and no more than that', async () => {
  const { rows } = await connection.pool.query(`
    explain (analyze, format json) select * from assignment_seen_by(md5('o')::uuid, md5('u1')::uuid)
  `);
  const flatten = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flatten)];
  const nodes = flatten(rows[0]['QUERY PLAN'][0].Plan);
  expect(nodes[0]?.['Node Type']).toBe('Nested Loop');
  const grants = nodes.filter((node) => node['Relation Name'] === 'role_grant');
  for (const scan of grants) expect(scan['Node Type']).toMatch(/^(Bitmap Heap|Index( Only)?) Scan$/);
  const read = grants.map((scan) => (scan['Actual Rows'] ?? 0) * (scan['Actual Loops'] ?? 1));
  expect(read.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(1_030 + 30 + ROUNDING);
});

test('B4 R10 what an administrator saw at a past moment is read by index too, without what was closed by then', async () => {
  // As much again was closed early on, and one license ID's worth after the moment.
  await sql`
    insert into role_grant
      (organization_id, license_id, vl_user_id, role, starts_at, opened_at, opened_by, ready_at, closed_at, closed_by)
    select organization_id, license_id, vl_user_id, 'product-keys-reader', starts_at, opened_at, opened_by, ready_at,
      case when license_id = md5('l1')::uuid then timestamptz '2026-03-01' else '2026-01-15' end, opened_by
    from role_grant where role = 'benefits-reader' and closed_by is null
  `.execute(connection.db);
  await sql`analyze role_grant`.execute(connection.db);
  const { rows } = await connection.pool.query(`
    explain (analyze, format json)
    select * from assignment_seen_by_at(md5('o')::uuid, md5('u1')::uuid, '2026-02-01')
  `);
  const flatten = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flatten)];
  const nodes = flatten(rows[0]['QUERY PLAN'][0].Plan);
  const grants = nodes.filter((node) => node['Relation Name'] === 'role_grant');
  for (const scan of grants) expect(scan['Node Type']).toMatch(/^(Bitmap Heap|Index( Only)?) Scan$/);
  const read = grants.map((scan) => (scan['Actual Rows'] ?? 0) * (scan['Actual Loops'] ?? 1));
  expect(read.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(1_030 + 50 + 30 + 2 * ROUNDING);
  expect(nodes[0]?.['Actual Rows']).toBe(1_030 + 50);
});
