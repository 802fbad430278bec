import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { connect } from '../../database/connect.ts';
import { undoRows } from './undo-repository.ts';

const PEOPLE = 1_500;

let database: TestDatabase;
let connection: ReturnType<typeof connect>;
beforeAll(async () => {
  database = await createTestDatabase();
  connection = connect(database.ownerUrl, 2);
});
afterAll(async () => {
  await connection.db.destroy();
  await database.drop();
});

/** One change gave a role on one license ID to many, and its undo took it again; nothing is analyzed yet. */
async function fill(): Promise<void> {
  await sql`
    alter table role_grant set (autovacuum_enabled = false);
    insert into partner (id, name) values (md5('partner')::uuid, 'Partner');
    insert into organization (id, number, name, partner_id)
      values (md5('o')::uuid, 'O', 'Organization', md5('partner')::uuid);
    insert into license (organization_id, id, license_id, partner_id, name, program, start_date, end_date, country)
      values (md5('o')::uuid, md5('l')::uuid, 'L0001', md5('partner')::uuid, 'Contract', 'Select', '2026-01-01',
        '2030-01-01', 'SE');
    insert into vl_user (organization_id, id, sign_in_email, sign_in_email_key, business_email, display_name, registered_at)
      select md5('o')::uuid, md5('u' || u)::uuid, 'u' || u, 'u' || u, 'u' || u, 'u' || u, '2020-01-01'
      from generate_series(0, ${sql.lit(PEOPLE)}) u;
    insert into assignment_change (organization_id, id, at, kind, actor_kind, actor_name, undoes)
      values (md5('o')::uuid, md5('given')::uuid, '2026-01-02', 'assignment', 'system', 'Test', null),
        (md5('o')::uuid, md5('undone')::uuid, '2026-01-03', 'undo', 'system', 'Test', md5('given')::uuid);
    insert into role_grant
      (organization_id, license_id, vl_user_id, role, starts_at, opened_at, opened_by, ready_at, closed_at, closed_by)
      select md5('o')::uuid, md5('l')::uuid, md5('u' || u)::uuid, 'benefits-reader', '2026-01-02', '2026-01-02',
        md5('given')::uuid, '2026-01-02', '2026-01-03', md5('undone')::uuid
      from generate_series(1, ${sql.lit(PEOPLE)}) u;
  `.execute(connection.db);
}

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

test('B8 whether a large change can be undone is found person by person, also before anything is analyzed', async () => {
  await fill();
  const { rows: ids } = await sql<{ o: string; u: string; given: string; undone: string }>`
    select md5('o')::uuid as o, md5('u0')::uuid as u, md5('given')::uuid as given, md5('undone')::uuid as undone
  `.execute(connection.db);
  const [{ o = '', u = '', given = '', undone = '' } = {}] = ids;
  const query = undoRows({ organizationId: o, vlUserId: u }, [given, undone]);
  const { sql: text, parameters } = query.compile(connection.db);
  const { rows } = await connection.pool.query(`explain (analyze, format json) ${text}`, [...parameters]);
  const flatten = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flatten)];
  const read = flatten(rows[0]['QUERY PLAN'][0].Plan)
    .filter((node) => node['Relation Name'] === 'role_grant')
    .map(
      (node) =>
        ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)) * (node['Actual Loops'] ?? 1),
    );
  // Each grant as opened and as closed, and once more for what came after.
  expect(read.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(6 * PEOPLE);
  const states = (await query.execute(connection.db)).rows;
  expect(new Map(states.map(({ id, isChangedSince }) => [id, isChangedSince]))).toEqual(
    new Map([
      [given, true],
      [undone, false],
    ]),
  );
});
