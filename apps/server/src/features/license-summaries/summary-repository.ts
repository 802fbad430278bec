import type { SummaryState } from '@muniment/contract/license-summaries.ts';
import type { Language } from '@muniment/domain/languages.ts';
import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../cursor.ts';
import type { Queryable, Trx } from '../../database/connect.ts';
import { openingRoles } from '../../database/opening-roles.ts';
import type { Viewer } from '../vl-users/viewer.ts';

export interface SummaryView {
  readonly id: string;
  readonly state: SummaryState;
  readonly reason: 'gave-up' | null;
  readonly asOf: string;
  readonly doneCount: number;
  readonly licenseCount: number;
  readonly openLicenseCount: number;
  readonly licenseIds: string[];
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly expiresAt: Date;
}

/** Lets one person's summaries be asked for one after the other. @returns How many are not over. */
export async function countUnfinished(trx: Trx, viewer: Viewer): Promise<number> {
  await sql`
    select from vl_user where organization_id = ${viewer.organizationId} and id = ${viewer.vlUserId}
    for no key update
  `.execute(trx);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from license_summary
    where organization_id = ${viewer.organizationId} and vl_user_id = ${viewer.vlUserId} and ended_at is null
  `.execute(trx);
  return rows[0]?.count ?? 0;
}

/** Internal ids of all license IDs on which the viewer may create summaries. @source R10 */
export async function selectOpenLicenses(q: Queryable, viewer: Viewer): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select o.license_id as id from ${openedTo(viewer)} o`.execute(q);
  return rows.map(({ id }) => id);
}

export async function insertSummary(
  trx: Trx,
  viewer: Viewer,
  summary: {
    readonly id: string;
    readonly at: Date;
    readonly asOf: string;
    readonly licenseIds: readonly string[];
  },
): Promise<void> {
  const { id, at, asOf, licenseIds } = summary;
  await trx
    .insertInto('license_summary')
    .values({
      organization_id: viewer.organizationId,
      id,
      vl_user_id: viewer.vlUserId,
      as_of: asOf,
      state: 'waiting',
      reason: null,
      license_count: licenseIds.length,
      run_after: at,
      created_at: at,
      ended_at: null,
    })
    .execute();
  await sql`
    insert into license_summary_license (organization_id, summary_id, license_id)
    select ${viewer.organizationId}::uuid, ${id}::uuid, unnest(${licenseIds}::uuid[])
  `.execute(trx);
}

/** One summary of the viewer's own with something that is open to them; else null. @source W4, R10 */
export async function selectSummary(
  q: Queryable,
  viewer: Viewer,
  summaryId: string,
  keptDays: number,
): Promise<SummaryView | null> {
  const { rows } = await sql<SummaryView>`
    with opened as materialized (select o.license_id from ${openedTo(viewer)} o)
    select ${viewOf(keptDays)}
    from license_summary s
    ${openOf()}
    where s.organization_id = ${viewer.organizationId} and s.vl_user_id = ${viewer.vlUserId}
      and s.id = ${summaryId} and n.count > 0
  `.execute(q);
  return rows[0] ?? null;
}

/** The viewer's own summaries with something that is open to them, the newest first, and how many. @source W4 */
export async function selectSummaryPage(
  q: Queryable,
  viewer: Viewer,
  page: { readonly limit: number; readonly cursor?: string | undefined },
  keptDays: number,
): Promise<{ rows: SummaryView[]; nextCursor: string | null; total: number }> {
  const last = decodeCursor(page.cursor, ['instant', 'id']);
  const { rows } = await sql<SummaryView & { total: number }>`
    with opened as materialized (select o.license_id from ${openedTo(viewer)} o),
    own as materialized (
      select s.* from license_summary s
      where s.organization_id = ${viewer.organizationId} and s.vl_user_id = ${viewer.vlUserId}
        and exists (
          select from license_summary_license m
          where m.organization_id = s.organization_id and m.summary_id = s.id
            and m.license_id = any(array(select o.license_id from opened o))
        )
    ),
    counted as (select count(*)::int as total from own),
    page as (
      select * from own s
      where ${last === null ? sql`true` : sql`(s.created_at, s.id) < (${last[0]}::timestamptz, ${last[1]}::uuid)`}
      order by s.created_at desc, s.id desc limit ${page.limit + 1}
    )
    select c.total, x.*
    from counted c
    left join lateral (select ${viewOf(keptDays)} from page s ${openOf()}) x on true
    order by x."createdAt" desc, x.id desc
  `.execute(q);
  const found = rows.filter((row) => row.id !== null);
  const end = found.length > page.limit ? found[page.limit - 1] : undefined;
  return {
    rows: found.slice(0, page.limit),
    nextCursor: end === undefined ? null : encodeCursor([end.createdAt.toISOString(), end.id]),
    total: rows[0]?.total ?? 0,
  };
}

/** Stops what is not over. */
export async function cancelUnfinished(q: Queryable, viewer: Viewer, summaryId: string): Promise<void> {
  await sql`
    update license_summary set state = 'canceled', ended_at = clock_timestamp()
    where organization_id = ${viewer.organizationId} and vl_user_id = ${viewer.vlUserId} and id = ${summaryId}
      and ended_at is null
  `.execute(q);
}

/** The license IDs of a summary that are open to the viewer. */
export async function selectOpenOfSummary(
  q: Queryable,
  viewer: Viewer,
  summaryId: string,
): Promise<{ licenseId: string; name: string }[]> {
  const { rows } = await sql<{ licenseId: string; name: string }>`
    select l.license_id as "licenseId", l.name
    from license_summary_license m
    join license l on l.organization_id = m.organization_id and l.id = m.license_id
    where m.organization_id = ${viewer.organizationId} and m.summary_id = ${summaryId}
      and m.license_id = any(array(select o.license_id from ${openedTo(viewer)} o))
    order by l.license_id
  `.execute(q);
  return rows;
}

/** The language in which the viewer gets mail. */
export async function selectLanguage(q: Queryable, viewer: Viewer): Promise<Language> {
  const { rows } = await sql<{ language: Language }>`
    select coalesce(a.language, o.language, 'en') as language
    from vl_user u
    join organization o on o.id = u.organization_id
    left join account a on a.id = u.account_id
    where u.organization_id = ${viewer.organizationId} and u.id = ${viewer.vlUserId}
  `.execute(q);
  return rows[0]?.language ?? 'en';
}

function openedTo({ organizationId, vlUserId }: Viewer) {
  return sql`license_opened_to(${organizationId}, ${vlUserId}, ${openingRoles('summary:create')})`;
}

function viewOf(keptDays: number) {
  return sql`s.id, s.state, s.reason, s.as_of as "asOf", s.done_count as "doneCount",
    s.license_count as "licenseCount", n.count as "openLicenseCount", n.first as "licenseIds",
    s.created_at as "createdAt", s.ended_at as "endedAt",
    s.created_at + make_interval(days => ${keptDays}) as "expiresAt"`;
}

/** How many license IDs of a summary are open, and the first of them. */
function openOf() {
  return sql`cross join lateral (
    select count(*)::int as count, coalesce((array_agg(l.license_id order by l.license_id))[1:10], '{}') as first
    from license_summary_license m
    join license l on l.organization_id = m.organization_id and l.id = m.license_id
    where m.organization_id = s.organization_id and m.summary_id = s.id
      and m.license_id = any(array(select o.license_id from opened o))
  ) n`;
}
