import { ROLES } from '@muniment/domain/roles.ts';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { connect } from '../../database/connect.ts';
import type { Moment } from '../../moment.ts';
import { explainedGrants } from './explain-repository.ts';
import { holders } from './who-repository.ts';

type Connection = ReturnType<typeof connect>;

let database: TestDatabase;
let connection: Connection;
let ids: { organization: string; license: string; holder: string; viewer: string };
beforeAll(async () => {
  database = await createTestDatabase();
  connection = connect(database.ownerUrl, 2);
  ids = await fill(connection);
});
afterAll(async () => {
  await connection.db.destroy();
  await database.drop();
});

/** 300 license IDs with forty readers each, and as many grants again that were closed; `u1` administers the first. */
async function fill({ db }: Connection): Promise<typeof ids> {
  await sql`
    insert into partner (id, name) values (md5('partner')::uuid, 'Partner');
    insert into organization (id, number, name, partner_id)
      values (md5('o')::uuid, 'O', 'Organization', md5('partner')::uuid);
    insert into license (organization_id, id, license_id, partner_id, name, program, start_date, end_date, country)
      select md5('o')::uuid, md5('l' || l)::uuid, 'L000' || l, md5('partner')::uuid, 'Contract', 'Select',
        '2026-01-01', '2030-01-01', 'SE'
      from generate_series(1, 300) l;
    insert into vl_user (organization_id, id, sign_in_email, sign_in_email_key, business_email, display_name, registered_at)
      select md5('o')::uuid, md5('u' || u)::uuid, e, e, e, 'Somebody', '2026-01-01'
      from generate_series(1, 300) u, lateral (select 'u' || u || '@o.example' as e) e;
    insert into assignment_change (organization_id, id, at, kind, actor_kind, actor_name)
      values (md5('o')::uuid, md5('c')::uuid, '2026-01-01', 'set-up', 'system', 'Test');
    insert into role_grant
      (organization_id, license_id, vl_user_id, role, starts_at, opened_at, opened_by, ready_at, closed_at, closed_by)
      select md5('o')::uuid, md5('l' || l)::uuid, md5('u' || u)::uuid, role::vl_role, opened, opened, md5('c')::uuid,
        opened, closed, case when closed is not null then md5('c')::uuid end
      from (
        select l, 1 + (l * 7 + n) % 300 as u, 'benefits-reader' as role, timestamptz '2026-01-01' as opened,
          null::timestamptz as closed
        from generate_series(1, 300) l, generate_series(1, 40) n
        union all
        select l, 1 + (l * 7 + n) % 300, 'product-keys-reader', '2026-01-01', timestamptz '2026-02-01'
        from generate_series(1, 300) l, generate_series(1, 40) n
        union all select 1, 1, 'administrator', '2026-01-01', null
      ) held;
    analyze;
  `.execute(db);
  const { rows } = await sql<{ organization: string; license: string; holder: string; viewer: string }>`
    select md5('o')::uuid as organization, md5('l1')::uuid as license, md5('u10')::uuid as holder,
      md5('u1')::uuid as viewer
  `.execute(db);
  return rows[0] as typeof ids;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Function Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly Plans?: readonly PlanNode[];
}

async function nodesOf(query: RawBuilder<unknown>): Promise<PlanNode[]> {
  const { sql: text, parameters } = query.compile(connection.db);
  const { rows } = await connection.pool.query(`explain (analyze, format json) ${text}`, [...parameters]);
  const flatten = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flatten)];
  return flatten(rows[0]['QUERY PLAN'][0].Plan);
}

function readOf(nodes: readonly PlanNode[], relation: string): number {
  const scans = nodes.filter((node) => node['Relation Name'] === relation);
  expect(scans.length).toBeGreaterThan(0);
  for (const scan of scans) expect(scan['Node Type']).toMatch(/^(Bitmap Heap|Index( Only)?) Scan$/);
  return scans.reduce((sum, scan) => sum + (scan['Actual Rows'] ?? 0) * (scan['Actual Loops'] ?? 1), 0);
}

const moments: [string, () => Moment][] = [
  ['now', () => ({ at: new Date(), isPast: false })],
  ['at a past moment', () => ({ at: new Date('2026-01-15T00:00:00Z'), isPast: true })],
];

describe.each(moments)('of 24,000 grants, %s', (when, moment) => {
  test('B3 an explanation reads those of its pair', async () => {
    const viewer = { organizationId: ids.organization, vlUserId: ids.viewer };
    const pair = { organizationId: ids.organization, licenseId: ids.license, vlUserId: ids.holder };
    const nodes = await nodesOf(explainedGrants(viewer, pair, moment()));
    expect(readOf(nodes, 'role_grant')).toBeLessThanOrEqual(4);
  });

  test('B3 B4 who may do something reads those of its license ID', async () => {
    const viewer = { organizationId: ids.organization, vlUserId: ids.viewer };
    const asked = { organizationId: ids.organization, licenseId: ids.license, roles: ROLES };
    const query = holders(viewer, asked, moment(), { limit: 50, after: null });
    const { rows } = await query.execute(connection.db);
    expect(rows).toHaveLength(41);
    const nodes = await nodesOf(query);
    expect(readOf(nodes, 'role_grant')).toBeLessThanOrEqual(when === 'now' ? 41 : 81);
    expect(nodes.flatMap((node) => node['Function Name'] ?? [])).toEqual([]);
  });
});
