import type { Role } from '@muniment/domain/roles.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import { rolesOf } from '../../database/enum-array.ts';
import type { Viewer } from '../vl-users/viewer.ts';

export interface MatrixColumn {
  readonly licenseId: string;
  readonly name: string;
  readonly agreementNumber: string | null;
  readonly administrators: number;
}

/** The license IDs that a viewer administers, all of them or those of an agreement. */
function columns(viewer: Viewer, agreementNumber: string | null): RawBuilder<unknown> {
  return sql`
    with matching as materialized (
      select l.id, l.license_id, l.name, a.number as agreement_number
      from license_administered_by(${viewer.organizationId}, ${viewer.vlUserId}) mine
      join license l on l.organization_id = ${viewer.organizationId} and l.id = mine.license_id
      left join agreement a on a.organization_id = l.organization_id and a.id = l.agreement_id
      where ${agreementNumber}::text is null or a.number = ${agreementNumber}
    )`;
}

/**
 * One page of the columns, by license ID, and how many there are.
 *
 * @param after The license ID after which the page begins.
 */
export async function selectColumns(
  q: Queryable,
  viewer: Viewer,
  agreementNumber: string | null,
  page: { readonly limit: number; readonly after: string | null },
): Promise<{ rows: MatrixColumn[]; total: number }> {
  const { rows } = await sql<MatrixColumn & { total: number }>`
    ${columns(viewer, agreementNumber)},
    counted as (select count(*)::int as total from matching)
    select c.total, m.license_id as "licenseId", m.name, m.agreement_number as "agreementNumber",
      n.reachable as administrators
    from counted c
    left join lateral (
      select * from matching where ${page.after}::text is null or license_id > ${page.after}
      order by license_id limit ${page.limit}
    ) m on true
    left join lateral administrator_count(${viewer.organizationId}, m.id) n on true
    order by m.license_id
  `.execute(q);
  return { rows: rows.filter((row) => row.licenseId !== null), total: rows[0]?.total ?? 0 };
}

/** So many columns from a license ID on, or from the first of all. */
export async function selectColumnsFrom(
  q: Queryable,
  viewer: Viewer,
  agreementNumber: string | null,
  from: { readonly licenseId: string | null; readonly columns: number },
): Promise<{ readonly id: string; readonly licenseId: string }[]> {
  const { rows } = await sql<{ id: string; licenseId: string }>`
    ${columns(viewer, agreementNumber)}
    select id, license_id as "licenseId" from matching
    where ${from.licenseId}::text is null or license_id >= ${from.licenseId}
    order by license_id limit ${from.columns}
  `.execute(q);
  return rows;
}

export interface MatrixCell {
  readonly vlUserId: string;
  /** Internal id. */
  readonly licenseId: string;
  readonly roles: readonly Role[];
}

/**
 * What people hold on license IDs (internal ids), as a viewer sees it: a row for each pair that holds something.
 *
 * As `assignment_seen_by`, of these license IDs and people alone: one look-up a license ID ('offset 0' keeps it so), so
 * that somebody with thousands of license IDs costs no more than the window holds of them.
 */
export async function selectCells(
  q: Queryable,
  viewer: Viewer,
  vlUserIds: readonly string[],
  licenseIds: readonly string[],
): Promise<MatrixCell[]> {
  if (vlUserIds.length === 0 || licenseIds.length === 0) return [];
  const { rows } = await sql<{ vlUserId: string; licenseId: string; roles: string }>`
    select s.vl_user_id as "vlUserId", s.license_id as "licenseId", array_agg(distinct s.role order by s.role) as roles
    from license_administered_by(${viewer.organizationId}, ${viewer.vlUserId}) mine
    cross join lateral (
      select g.vl_user_id, g.license_id, g.role
      from open_assignment g
      where g.organization_id = ${viewer.organizationId} and g.license_id = mine.license_id
        and g.vl_user_id = any(${vlUserIds}::uuid[])
        and role_seen_by(g.organization_id, ${viewer.vlUserId}, g.license_id, g.vl_user_id, g.role)
      offset 0
    ) s
    where mine.license_id = any(${licenseIds}::uuid[])
    group by s.vl_user_id, s.license_id
  `.execute(q);
  return rows.map((row) => ({ ...row, roles: rolesOf(row.roles) }));
}
