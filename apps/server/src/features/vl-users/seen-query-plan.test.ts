import { type CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { connect, type Database } from '../../database/connect.ts';
import { selectExported } from './export-repository.ts';
import { countTabs, EVERYBODY, selectWindow } from './seen-repository.ts';
import type { Viewer } from './viewer.ts';

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

function flatten(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)];
}

/** Reads of grants: by index, all of them; answers how many rows they came to. */
function grantsRead(nodes: readonly PlanNode[]): number {
  const grants = nodes.filter((node) => node['Relation Name'] === 'role_grant');
  for (const scan of grants) expect(scan['Node Type']).toMatch(/^(Bitmap Heap|Index( Only)?) Scan$/);
  return grants.reduce((sum, scan) => sum + (scan['Actual Rows'] ?? 0) * (scan['Actual Loops'] ?? 1), 0);
}

test('R10 what an administrator sees is read by index, license ID by license ID, and no more than that', async () => {
  const { rows } = await connection.pool.query(`
    explain (analyze, format json) select * from assignment_seen_by(md5('o')::uuid, md5('u1')::uuid)
  `);
  const nodes = flatten(rows[0]['QUERY PLAN'][0].Plan);
  expect(nodes[0]?.['Node Type']).toBe('Nested Loop');
  expect(grantsRead(nodes)).toBeLessThanOrEqual(1_030 + 30 + ROUNDING);
});

/** The statements that a piece of work sends. */
async function statementsOf(work: (db: Database) => Promise<unknown>): Promise<CompiledQuery[]> {
  const statements: CompiledQuery[] = [];
  const db: Database = new Kysely({
    dialect: new PostgresDialect({ pool: connection.pool }),
    log: ({ query }) => void statements.push(query),
  });
  await work(db);
  return statements;
}

test.each<[string, (db: Database, viewer: Viewer, people: readonly string[]) => Promise<unknown>, number]>([
  ['M1 the counts of the tabs', (db, viewer) => countTabs(db, viewer), 1_030 + 30],
  [
    'B8 a window of the matrix',
    (db, viewer) => selectWindow(db, viewer, EVERYBODY, { offset: 20, limit: 50 }),
    1_030 + 30,
  ],
  // Each of fifty people holds about seventy roles; whether it is administered is looked up for each of those.
  ['B8 a piece of an export', (db, viewer, people) => selectExported(db, viewer, people), 50 * 70 * 2],
])(
  '%s: one statement, which reads grants by index and no more than it tells of',
  async (_what, work, most) => {
    const { rows } = await sql<{ o: string; u: string; people: string[] }>`
    select md5('o')::uuid as o, md5('u1')::uuid as u,
      array(select md5('u' || n)::uuid from generate_series(2, 51) n) as people
  `.execute(connection.db);
    const { o, u, people } = rows[0] ?? { o: '', u: '', people: [] };
    const statements = await statementsOf((db) => work(db, { organizationId: o, vlUserId: u }, people));
    expect(statements).toHaveLength(1);
    const [statement] = statements;
    const explained = await connection.pool.query(`explain (analyze, format json) ${statement?.sql}`, [
      ...(statement?.parameters ?? []),
    ]);
    const read = grantsRead(flatten(explained.rows[0]['QUERY PLAN'][0].Plan));
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThanOrEqual(most + ROUNDING);
  },
);
