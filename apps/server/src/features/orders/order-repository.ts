import {
  ORDER_SORT_DEFAULT,
  type OrderColumn,
  type OrderLine,
  type OrderSort,
} from '@muniment/contract/orders.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import { containing } from '../../database/like-pattern.ts';
import { openingRoles } from '../../database/opening-roles.ts';
import { collated, pageOrder, type SortColumn } from '../../database/page-order.ts';
import type { Viewer } from '../vl-users/viewer.ts';

export interface OrderRow {
  readonly id: string;
  readonly licenseId: string;
  readonly licenseName: string;
  readonly resellerOrderNumber: string;
  readonly customerOrderNumber: string | null;
  readonly orderedOn: string;
  readonly usageStartDate: string | null;
  readonly reseller: string;
  readonly lineCount: number;
}

export interface OrderFilter {
  readonly licenseId?: string | undefined;
  readonly q?: string | undefined;
  readonly orderedFrom?: string | undefined;
  readonly orderedTo?: string | undefined;
  readonly sort?: OrderSort | undefined;
}

const COLUMNS: Readonly<Record<OrderColumn, SortColumn>> = {
  resellerOrderNumber: { by: collated(sql`m."resellerOrderNumber"`), type: 'text' },
  customerOrderNumber: { by: collated(sql`coalesce(m."customerOrderNumber", '')`), type: 'text' },
  orderedOn: { by: sql`m."orderedOn"`, type: 'date' },
  usageStartDate: { by: sql`coalesce(m."usageStartDate", 'infinity')`, type: 'date' },
  reseller: { by: collated(sql`m.reseller`), type: 'text' },
  licenseId: { by: sql`m."licenseId"`, type: 'text' },
  lineCount: { by: sql`m."lineCount"`, type: 'numeric' },
};

/** One page of the orders under the license IDs that are open to the viewer, and how many match. @source W2, R10 */
export async function selectOrderPage(
  q: Queryable,
  viewer: Viewer,
  filter: OrderFilter,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ rows: OrderRow[]; nextCursor: string | null; total: number }> {
  const sort = filter.sort ?? ORDER_SORT_DEFAULT;
  const sorted = pageOrder(COLUMNS, sql`m.id`, sort, page.cursor);
  const lineCount = (orderId: RawBuilder<unknown>) =>
    sql`(select count(*)::int from order_line n where n.organization_id = ${viewer.organizationId} and n.order_id = ${orderId})`;
  // Of all that match only where they are sorted by it: else of those on the page.
  const isByLines = sort === 'lineCount' || sort === '-lineCount';
  const pattern = filter.q === undefined ? null : containing(filter.q.trim().toLowerCase());
  const { rows } = await sql<OrderRow & { total: number; sortValue: string }>`
    with opened as materialized (
      select o.license_id
      from license_opened_to(${viewer.organizationId}, ${viewer.vlUserId}, ${openingRoles('order:view')}) o
    ),
    matching as materialized (
      select o.id, l.license_id as "licenseId", l.name as "licenseName",
        o.reseller_order_number as "resellerOrderNumber", o.customer_order_number as "customerOrderNumber",
        o.ordered_on as "orderedOn", o.usage_start_date as "usageStartDate", o.reseller,
        ${isByLines ? lineCount(sql`o.id`) : sql`null::int`} as "lineCount"
      from opened d
      join product_order o on o.organization_id = ${viewer.organizationId} and o.license_id = d.license_id
      join license l on l.organization_id = o.organization_id and l.id = o.license_id
      where (${filter.licenseId ?? null}::text is null or l.license_id = ${filter.licenseId ?? null})
        and (${filter.orderedFrom ?? null}::date is null or o.ordered_on >= ${filter.orderedFrom ?? null}::date)
        and (${filter.orderedTo ?? null}::date is null or o.ordered_on <= ${filter.orderedTo ?? null}::date)
        and (${pattern}::text is null
          or lower(o.reseller_order_number collate "und-x-icu") like ${pattern}
          or lower(o.customer_order_number collate "und-x-icu") like ${pattern}
          or lower(o.reseller collate "und-x-icu") like ${pattern}
          or exists (
            select from order_line n
            join product p on p.id = n.product_id
            where n.organization_id = o.organization_id and n.order_id = o.id
              and (lower(p.part_number) like ${pattern} or lower(p.name collate "und-x-icu") like ${pattern})
          ))
    ),
    counted as (select count(*)::int as total from matching)
    select c.total, m.*, ${isByLines ? sql`m."lineCount"` : lineCount(sql`m.id`)} as "lineCount", ${sorted.value} as "sortValue"
    from counted c
    left join lateral (
      select * from matching m where ${sorted.isAfter} order by ${sorted.order} limit ${page.limit + 1}
    ) m on true
    order by ${sorted.order}
  `.execute(q);
  const found = rows.filter((row) => row.id !== null);
  const last = found.length > page.limit ? found[page.limit - 1] : undefined;
  return {
    rows: found.slice(0, page.limit),
    nextCursor: last === undefined ? null : sorted.cursorAfter(last),
    total: rows[0]?.total ?? 0,
  };
}

/** One order of a license ID that is open to the caller; null where it has none by that id. */
export async function selectOrder(
  q: Queryable,
  license: { readonly organizationId: string; readonly id: string },
  orderId: string,
): Promise<OrderRow | null> {
  const { rows } = await sql<OrderRow>`
    select o.id, l.license_id as "licenseId", l.name as "licenseName",
      o.reseller_order_number as "resellerOrderNumber", o.customer_order_number as "customerOrderNumber",
      o.ordered_on as "orderedOn", o.usage_start_date as "usageStartDate", o.reseller,
      (select count(*)::int from order_line n
        where n.organization_id = o.organization_id and n.order_id = o.id) as "lineCount"
    from product_order o
    join license l on l.organization_id = o.organization_id and l.id = o.license_id
    where o.organization_id = ${license.organizationId} and o.license_id = ${license.id} and o.id = ${orderId}
  `.execute(q);
  return rows[0] ?? null;
}

/** The lines of orders, by order, as they were ordered. */
export async function selectOrderLines(
  q: Queryable,
  organizationId: string,
  orderIds: readonly string[],
): Promise<Map<string, OrderLine[]>> {
  const { rows } = await sql<OrderLine & { orderId: string }>`
    select n.order_id as "orderId", n.line, p.part_number as "partNumber", p.name as product, n.quantity, n.country
    from order_line n
    join product p on p.id = n.product_id
    where n.organization_id = ${organizationId} and n.order_id = any(${orderIds}::uuid[])
    order by n.order_id, n.line
  `.execute(q);
  const lines = new Map<string, OrderLine[]>();
  for (const { orderId, ...line } of rows) {
    const of = lines.get(orderId) ?? [];
    of.push(line);
    lines.set(orderId, of);
  }
  return lines;
}
