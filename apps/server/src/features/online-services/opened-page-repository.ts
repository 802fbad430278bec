import type { Action } from '@muniment/domain/roles.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import { openingRoles } from '../../database/opening-roles.ts';
import type { PageOrder } from '../../database/page-order.ts';
import type { Viewer } from '../vl-users/viewer.ts';

export interface Page {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface PageOf<Row> {
  readonly rows: Row[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** A license ID that is open to the caller, by its internal id. */
export interface OfLicense {
  readonly organizationId: string;
  readonly id: string;
}

/**
 * One page of what lies under the license IDs that are open to the viewer, and how much matches.
 *
 * @param matching A query from `opened d`, which has the internal `license_id` of each of them. It answers an `id`.
 * @source R10
 */
export async function selectOpenedPage<Row extends { readonly id: string }>(
  q: Queryable,
  viewer: Viewer,
  action: Action,
  matching: RawBuilder<Row>,
  sorted: PageOrder,
  limit: number,
): Promise<PageOf<Row>> {
  const { rows } = await sql<Row & { total: number; sortValue: string }>`
    with opened as materialized (
      select o.license_id
      from license_opened_to(${viewer.organizationId}, ${viewer.vlUserId}, ${openingRoles(action)}) o
    ),
    matching as materialized (${matching}),
    counted as (select count(*)::int as total from matching)
    select c.total, m.*, ${sorted.value} as "sortValue"
    from counted c
    left join lateral (
      select * from matching m where ${sorted.isAfter} order by ${sorted.order} limit ${limit + 1}
    ) m on true
    order by ${sorted.order}
  `.execute(q);
  const found = rows.filter((row) => row.id !== null);
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    rows: found.slice(0, limit),
    nextCursor: last === undefined ? null : sorted.cursorAfter(last),
    total: rows[0]?.total ?? 0,
  };
}
