import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { connect } from '../../database/connect.ts';
import { type ChangeFilter, changePage, selectChanges } from './change-history-repository.ts';

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

const LICENSES = 200;
const CHANGES = 50_000;

/**
 * Administrators `busy` of all license IDs and `quiet` of the first one, whose every change is older than those of
 * the others; 50,000 changes, each of one role of one of a thousand people.
 */
async function fill({ db }: Connection): Promise<void> {
  await sql`
    insert into partner (id, name) values (md5('partner')::uuid, 'Partner');
    insert into organization (id, number, name, partner_id)
      values (md5('o')::uuid, 'O', 'Organization', md5('partner')::uuid);
    insert into license (organization_id, id, license_id, partner_id, name, program, start_date, end_date, country)
      select md5('o')::uuid, md5('l' || l)::uuid, 'L000' || l, md5('partner')::uuid, 'Contract', 'Select',
        '2026-01-01', '2030-01-01', 'SE'
      from generate_series(1, ${sql.lit(LICENSES)}) l;
    insert into vl_user (organization_id, id, sign_in_email, sign_in_email_key, business_email, display_name, registered_at)
      select md5('o')::uuid, md5(name)::uuid, name, name, name, name, '2020-01-01'
      from (select 'u' || u as name from generate_series(1, 1000) u union all values ('quiet'), ('busy')) people;
    insert into assignment_change (organization_id, id, at, kind, actor_kind, actor_name)
      select md5('o')::uuid, md5('c' || c)::uuid, timestamptz '2020-01-01' + c * interval '1 minute', 'assignment',
        'system', 'Test'
      from generate_series(0, ${sql.lit(CHANGES)}) c;
    insert into role_grant (organization_id, license_id, vl_user_id, role, starts_at, opened_at, opened_by, ready_at)
      select md5('o')::uuid, md5('l' || l)::uuid, md5(who)::uuid, 'administrator', c.at, c.at, c.id, c.at
      from generate_series(1, ${sql.lit(LICENSES)}) l cross join (values ('busy'), ('quiet')) people (who)
      join assignment_change c on c.id = md5('c0')::uuid
      where who = 'busy' or l = 1;
    insert into role_grant
      (organization_id, license_id, vl_user_id, role, starts_at, opened_at, opened_by, ready_at, closed_at, closed_by)
      select md5('o')::uuid,
        md5('l' || case when n <= 200 then 1 else 2 + n % ${sql.lit(LICENSES - 1)} end)::uuid,
        md5('u' || 1 + n % 1000)::uuid, 'benefits-reader', o.at, o.at, o.id, o.at, c.at, c.id
      from generate_series(1, ${sql.lit(CHANGES - 1)}, 2) n
      join assignment_change o on o.organization_id = md5('o')::uuid and o.id = md5('c' || n)::uuid
      join assignment_change c on c.organization_id = md5('o')::uuid and c.id = md5('c' || n + 1)::uuid;
    insert into assignment_change_license (organization_id, license_id, at, change_id)
      select organization_id, license_id, opened_at, opened_by from role_grant
      union select organization_id, license_id, closed_at, closed_by from role_grant where closed_by is not null;
    analyze;
  `.execute(db);
}

const LIMIT = 51;
const page: ChangeFilter = {
  vlUserId: null,
  licenseId: null,
  kinds: null,
  changeId: null,
  after: null,
  limit: LIMIT,
};

async function viewerNamed(name: string) {
  const { rows } = await sql<{ organizationId: string; vlUserId: string }>`
    select organization_id as "organizationId", id as "vlUserId" from vl_user where display_name = ${name}
  `.execute(connection.db);
  return rows[0] as { organizationId: string; vlUserId: string };
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** How many rows of each table a page reads, and by which kinds of scan. */
async function readingsOf(viewer: Awaited<ReturnType<typeof viewerNamed>>, filter: ChangeFilter) {
  const { sql: text, parameters } = changePage(viewer, filter).compile(connection.db);
  const { rows } = await connection.pool.query(`explain (analyze, format json) ${text}`, [...parameters]);
  const flatten = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flatten)];
  const scans = flatten(rows[0]['QUERY PLAN'][0].Plan).filter((node) => node['Relation Name'] !== undefined);
  return scans.map((node) => ({
    table: node['Relation Name'],
    by: node['Node Type'],
    rows: ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)) * (node['Actual Loops'] ?? 1),
  }));
}

describe('a page of 50,000 changes is read by index', () => {
  test.each([
    ['an administrator of one quiet license ID', 'quiet', LIMIT],
    ['an administrator of all', 'busy', LICENSES * LIMIT],
  ])('for %s, on the first page and on a later one', async (_who, name, most) => {
    const viewer = await viewerNamed(name);
    const first = await selectChanges(connection.db, viewer, page);
    expect(first).toHaveLength(LIMIT);
    const last = first.at(-1);
    const after = { at: last?.at.toISOString() ?? '', id: last?.id ?? '' };
    const second = await selectChanges(connection.db, viewer, { ...page, after });
    const times = [...first, ...second].map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(2 * LIMIT);

    for (const filter of [page, { ...page, after }]) {
      const readings = await readingsOf(viewer, filter);
      const changes = readings.filter(({ table }) => table?.startsWith('assignment_change'));
      expect(changes.map(({ table }) => table).toSorted()).toEqual([
        'assignment_change',
        'assignment_change_license',
      ]);
      for (const { by, table, rows } of changes) {
        expect(by).toMatch(/^Index (Only )?Scan/);
        expect(rows).toBeLessThanOrEqual(table === 'assignment_change' ? LIMIT : most);
      }
    }
  });

  test.each(['quiet', 'busy'])('of one person, for the administrator %s', async (name) => {
    const viewer = await viewerNamed(name);
    const { vlUserId } = await viewerNamed('u2');
    const filter = { ...page, vlUserId };
    const { rows: held } = await sql<{ grants: number }>`
      select count(*)::int as grants from role_grant where vl_user_id = ${vlUserId}
    `.execute(connection.db);
    const found = await selectChanges(connection.db, viewer, filter);
    expect(found.length).toBe(name === 'quiet' ? 2 : Math.min(LIMIT, 2 * (held[0]?.grants ?? 0)));
    for (const { table, by, rows } of await readingsOf(viewer, filter)) {
      if (table === 'assignment_change') expect(rows).toBeLessThanOrEqual(LIMIT);
      if (table !== 'vl_user') expect(by).not.toBe('Seq Scan');
    }
  });
});
