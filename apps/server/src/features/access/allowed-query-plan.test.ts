import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { connect } from '../../database/connect.ts';
import { allowedQuery, type Question } from './access-repository.ts';

type Connection = ReturnType<typeof connect>;

let database: TestDatabase;
let connection: Connection;
beforeAll(async () => {
  database = await createTestDatabase();
  connection = connect(database.ownerUrl, 2);
  await fillUnevenly(connection);
});
afterAll(async () => {
  await connection.db.destroy();
  await database.drop();
});

/** One organization of 400 license IDs and 300 people, and 300 of one license ID and three people: 20,000 grants. */
async function fillUnevenly({ db }: Connection): Promise<void> {
  await sql`
    insert into partner (id, name) values (md5('partner')::uuid, 'Partner');
    insert into organization (id, number, name, partner_id)
      select md5('o' || o)::uuid, 'O-' || o, 'Organization ' || o, md5('partner')::uuid from generate_series(0, 300) o;
    insert into license (organization_id, id, license_id, partner_id, name, program, start_date, end_date, country)
      select md5('o' || o)::uuid, md5('l' || o || '-' || l)::uuid, 'L' || o || '-' || l, md5('partner')::uuid,
        'Contract', 'Select', '2026-01-01', '2030-01-01', 'SE'
      from generate_series(0, 300) o, generate_series(1, case when o = 0 then 400 else 1 end) l;
    insert into vl_user (organization_id, id, sign_in_email, sign_in_email_key, business_email, display_name, registered_at)
      select md5('o' || o)::uuid, md5('u' || o || '-' || u)::uuid, e, e, e, 'Somebody', '2026-01-01'
      from generate_series(0, 300) o, generate_series(1, case when o = 0 then 300 else 3 end) u,
        lateral (select 'u' || u || '@o' || o || '.example' as e) e;
    insert into assignment_change (organization_id, id, at, kind, actor_kind, actor_name)
      select id, id, '2026-01-01', 'set-up', 'system', 'Test' from organization;
    insert into role_grant (organization_id, license_id, vl_user_id, role, starts_at, opened_at, opened_by, ready_at)
      select l.organization_id, l.id, u.id, r.role::vl_role, '2026-01-01', '2026-01-01', l.organization_id, '2026-01-01'
      from license l
      join vl_user u on u.organization_id = l.organization_id
        and (l.organization_id <> md5('o0')::uuid or hashtext(l.license_id || u.sign_in_email) % 13 = 0)
      cross join (values ('administrator'), ('benefits-reader')) r (role);
    analyze;
  `.execute(db);
}

const questions: Question[] = [
  { licenseId: 'L0-7', vlUserId: null, emailKey: 'u3@o0.example', roles: 'administrator' },
  { licenseId: 'L5-1', vlUserId: null, emailKey: 'u2@o5.example', roles: 'administrator,benefits-reader' },
];

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Function Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly PlanNode[];
}

async function nodesOf(asked: readonly Question[]): Promise<PlanNode[]> {
  const { sql: text, parameters } = allowedQuery(asked).compile(connection.db);
  const { rows } = await connection.pool.query(`explain (analyze, format json) ${text}`, [...parameters]);
  const flatten = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flatten)];
  return flatten(rows[0]['QUERY PLAN'][0].Plan);
}

describe('the plan of the access check', () => {
  test.each([1, 2, 1_000])(
    'B10 for %i questions it looks each up by index, and reads no table as a whole',
    async (count) => {
      const asked = Array.from({ length: count }, (_, index) => questions[index % 2] as Question);
      const nodes = await nodesOf(asked);
      const scans = nodes.filter((node) => node['Relation Name'] !== undefined);
      expect(new Set(scans.map((node) => node['Relation Name']))).toEqual(
        new Set(['license', 'vl_user', 'role_grant']),
      );
      for (const scan of scans) {
        expect(scan['Node Type']).toMatch(/^Index (Only )?Scan$/);
        // One look-up finds a few rows, however many there are in the organization.
        expect(scan['Actual Rows']).toBeLessThanOrEqual(2);
      }
      const grants = scans.filter((node) => node['Relation Name'] === 'role_grant');
      for (const { 'Index Cond': condition = '' } of grants) {
        for (const column of ['organization_id', 'license_id', 'vl_user_id'])
          expect(condition).toContain(column);
      }
    },
  );

  test('effective_role_at is inlined: no node calls it as a function', async () => {
    const nodes = await nodesOf(questions);
    const functions = nodes.flatMap((node) => node['Function Name'] ?? []);
    expect(functions.filter((name) => name.startsWith('effective_role'))).toEqual([]);
  });
});
