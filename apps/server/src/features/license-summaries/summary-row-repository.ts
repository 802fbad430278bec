import {
  type LicenseSummaryRow,
  SUMMARY_SORT_DEFAULT,
  type SummaryColumn,
  type SummarySort,
} from '@muniment/contract/license-summaries.ts';
import { PRODUCT_POOLS } from '@muniment/domain/license-summary.ts';
import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import { containing } from '../../database/like-pattern.ts';
import { openingRoles } from '../../database/opening-roles.ts';
import { collated, pageOrder, type SortColumn } from '../../database/page-order.ts';
import type { Viewer } from '../vl-users/viewer.ts';

export interface RowFilter {
  readonly q?: string | undefined;
  readonly sort?: SummarySort | undefined;
}

/** The same for the same row, whatever it adds up to: a UUID of version 8 (RFC 9562). */
const ROW_ID = sql`overlay(overlay(
  md5(jsonb_build_array(r.pool, r.family, r.version, r.type, r.is_granted)::text)
  placing '8' from 13) placing '8' from 17)::uuid`;

/** Rows that agree in what they are sorted by follow each other by name. */
const NAME = sql`m.family || ' ' || m.version || ' ' || m.type || ' ' || m.granted`;
const POOL = sql`array_position(${[...PRODUCT_POOLS]}::text[], m.pool)`;

const COLUMNS: Readonly<Record<SummaryColumn, SortColumn>> = {
  family: { by: collated(NAME), type: 'text' },
  version: { by: collated(sql`m.version || ' ' || ${NAME}`), type: 'text' },
  pool: { by: collated(sql`${POOL} || ' ' || ${NAME}`), type: 'text' },
  type: { by: collated(sql`m.type || ' ' || ${NAME}`), type: 'text' },
  effectiveQuantity: { by: sql`m."effectiveQuantity"`, type: 'numeric' },
  activeSoftwareAssuranceQuantity: { by: sql`m."activeSoftwareAssuranceQuantity"`, type: 'numeric' },
};

export interface RowPage {
  readonly rows: LicenseSummaryRow[];
  readonly nextCursor: string | null;
  readonly total: number;
  /** Tells whether two pages add up the same license IDs; null where none is open. */
  readonly addedUp: string | null;
}

/**
 * A page of what the license IDs that are open to the viewer add up to in a summary of theirs.
 *
 * @source W4, R10
 */
export async function selectSummaryRows(
  q: Queryable,
  viewer: Viewer,
  summaryId: string,
  filter: RowFilter,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<RowPage> {
  const sorted = pageOrder(COLUMNS, sql`m.id`, filter.sort ?? SUMMARY_SORT_DEFAULT, page.cursor);
  const pattern = filter.q === undefined ? null : containing(filter.q.trim().toLowerCase());
  const { rows } = await sql<
    LicenseSummaryRow & { total: number; addedUp: string | null; sortValue: string }
  >`
    with opened as materialized (
      select m.license_id
      from license_summary_license m
      where m.organization_id = ${viewer.organizationId} and m.summary_id = ${summaryId}
        and m.license_id = any(array(
          select o.license_id
          from license_opened_to(${viewer.organizationId}, ${viewer.vlUserId}, ${openingRoles('summary:create')}) o
        ))
    ),
    matching as materialized (
      select ${ROW_ID} as id,
        r.family, r.version, r.pool, r.type, r.is_granted as granted,
        sum(r.effective_quantity)::bigint as "effectiveQuantity",
        sum(r.active_software_assurance_quantity)::bigint as "activeSoftwareAssuranceQuantity"
      from license_summary_row r
      -- As an array, which no plan looks through row by row: nothing is known of rows that were just written.
      where r.organization_id = ${viewer.organizationId} and r.summary_id = ${summaryId}
        and r.license_id = any(array(select o.license_id from opened o))
        and (${pattern}::text is null or lower(r.family collate "und-x-icu") like ${pattern}
          or lower(r.version collate "und-x-icu") like ${pattern})
      group by r.family, r.version, r.pool, r.type, r.is_granted
    ),
    counted as (
      select (select count(*)::int from matching) as total,
        (select md5(string_agg(o.license_id::text, ' ' order by o.license_id)) from opened o) as "addedUp"
    )
    select c.*, m.*, ${sorted.value} as "sortValue"
    from counted c
    left join lateral (
      select * from matching m where ${sorted.isAfter} order by ${sorted.order} limit ${page.limit + 1}
    ) m on true
    order by ${sorted.order}
  `.execute(q);
  const found = rows.filter((row) => row.id !== null);
  const last = found.length > page.limit ? found[page.limit - 1] : undefined;
  return {
    rows: found.slice(0, page.limit).map(({ total: _, addedUp: __, sortValue: ___, ...row }) => row),
    nextCursor: last === undefined ? null : sorted.cursorAfter(last),
    total: rows[0]?.total ?? 0,
    addedUp: rows[0]?.addedUp ?? null,
  };
}
