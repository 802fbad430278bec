import {
  DOWNLOAD_SORT_DEFAULT,
  type Download,
  type DownloadColumn,
  type DownloadFacets,
  type DownloadSort,
} from '@muniment/contract/downloads.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import { containing } from '../../database/like-pattern.ts';
import { openingRoles } from '../../database/opening-roles.ts';
import { collated, pageOrder, type SortColumn } from '../../database/page-order.ts';
import type { Viewer } from '../vl-users/viewer.ts';

export interface DownloadFilter {
  readonly licenseId?: string | undefined;
  readonly q?: string | undefined;
  readonly product?: string | undefined;
  readonly language?: string | undefined;
  readonly architecture?: string | undefined;
  readonly fileType?: string | undefined;
}

const COLUMNS: Readonly<Record<DownloadColumn, SortColumn>> = {
  product: { by: collated(sql`m.product`), type: 'text' },
  version: { by: collated(sql`m.version`), type: 'text' },
  language: { by: collated(sql`m.language`), type: 'text' },
  architecture: { by: collated(sql`m.architecture`), type: 'text' },
  fileType: { by: collated(sql`m."fileType"`), type: 'text' },
  sizeBytes: { by: sql`coalesce(m."sizeBytes", 0)`, type: 'numeric' },
};

const FIELDS = sql`d.id, f.license_id as "licenseId", f.license_count as "licenseCount",
  d.download_number as "downloadNumber", p.part_number as "partNumber", p.name as product,
  d.product_version as version, d.language, d.architecture, d.file_type as "fileType", d.is_available as available,
  d.file_name as "fileName", d.size_bytes as "sizeBytes", encode(d.sha256, 'hex') as sha256`;

/** The products that license IDs offer which are open to the viewer, each with the first and the number of them. */
function offeredTo(viewer: Viewer, licenseId: string | undefined): RawBuilder<unknown> {
  return sql`
    select o.product_id, min(l.license_id) as license_id, count(*)::int as license_count
    from license_opened_to(${viewer.organizationId}, ${viewer.vlUserId}, ${openingRoles('product:download')}) g
    join download_offer o on o.organization_id = ${viewer.organizationId} and o.license_id = g.license_id
    join license l on l.organization_id = o.organization_id and l.id = o.license_id
    where o.is_offered and (${licenseId ?? null}::text is null or l.license_id = ${licenseId ?? null})
    group by o.product_id
  `;
}

function matches(filter: DownloadFilter): RawBuilder<boolean> {
  const pattern = filter.q === undefined ? null : containing(filter.q.trim().toLowerCase());
  const is = (column: RawBuilder<unknown>, value: string | undefined) =>
    sql<boolean>`(${value ?? null}::text is null or ${column} = ${value ?? null})`;
  return sql<boolean>`
    ${is(sql`p.part_number`, filter.product)} and ${is(sql`d.language`, filter.language)}
    and ${is(sql`d.architecture`, filter.architecture)} and ${is(sql`d.file_type`, filter.fileType)}
    and (${pattern}::text is null
      or lower(p.name collate "und-x-icu") like ${pattern} or lower(p.part_number) like ${pattern}
      or lower(p.name || ' ' || d.product_version collate "und-x-icu") like ${pattern}
      or lower(d.download_number) like ${pattern} or lower(d.file_name collate "und-x-icu") like ${pattern})
  `;
}

/** One page of the files that are offered to the viewer, each once, and how many match. @source W5, R10 */
export async function selectDownloadPage(
  q: Queryable,
  viewer: Viewer,
  filter: DownloadFilter & { readonly sort?: DownloadSort | undefined },
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ rows: Download[]; nextCursor: string | null; total: number }> {
  const sorted = pageOrder(COLUMNS, sql`m.id`, filter.sort ?? DOWNLOAD_SORT_DEFAULT, page.cursor);
  const { rows } = await sql<Download & { total: number; sortValue: string }>`
    with offered as materialized (${offeredTo(viewer, filter.licenseId)}),
    matching as materialized (
      select ${FIELDS}
      from offered f
      join download d on d.product_id = f.product_id
      join product p on p.id = d.product_id
      where ${matches(filter)}
    ),
    counted as (select count(*)::int as total from matching)
    select c.total, m.*, ${sorted.value} as "sortValue"
    from counted c
    left join lateral (
      select * from matching m where ${sorted.isAfter} order by ${sorted.order} limit ${page.limit + 1}
    ) m on true
    order by ${sorted.order}
  `.execute(q);
  const found = rows.filter((row) => row.id !== null);
  const last = found.length > page.limit ? found[page.limit - 1] : undefined;
  return {
    rows: found.slice(0, page.limit).map(({ total, sortValue, ...row }) => row),
    nextCursor: last === undefined ? null : sorted.cursorAfter(last),
    total: rows[0]?.total ?? 0,
  };
}

/** As many values of one filter somebody can choose from. */
const FACET_VALUES_MAX = 200;

/** What each filter leaves of the files that the others leave, the most frequent first. @source W5, R10 */
export async function selectDownloadFacets(
  q: Queryable,
  viewer: Viewer,
  filter: DownloadFilter,
): Promise<DownloadFacets> {
  const facet = async (column: keyof DownloadFacets, value: RawBuilder<string>, name: RawBuilder<string>) => {
    const { rows } = await sql<DownloadFacets['product'][number]>`
      with offered as materialized (${offeredTo(viewer, filter.licenseId)})
      select ${value} as value, ${name} as name, count(*)::int as count
      from offered f
      join download d on d.product_id = f.product_id
      join product p on p.id = d.product_id
      where ${matches({ ...filter, [column]: undefined })}
      group by 1, 2
      order by 3 desc, 2, 1
      limit ${FACET_VALUES_MAX}
    `.execute(q);
    return rows;
  };
  return {
    product: await facet('product', sql`p.part_number`, sql`p.name`),
    language: await facet('language', sql`d.language`, sql`d.language`),
    architecture: await facet('architecture', sql`d.architecture`, sql`d.architecture`),
    fileType: await facet('fileType', sql`d.file_type`, sql`d.file_type`),
  };
}

/** One file that a license ID offers; null where it offers none by that id. The license ID is open to the caller. */
export async function selectDownload(
  q: Queryable,
  license: { readonly organizationId: string; readonly id: string },
  downloadId: string,
): Promise<Omit<Download, 'licenseCount'> | null> {
  const { rows } = await sql<Download>`
    with f as (
      select o.product_id, l.license_id, 1 as license_count
      from download_offer o
      join license l on l.organization_id = o.organization_id and l.id = o.license_id
      where o.organization_id = ${license.organizationId} and o.license_id = ${license.id} and o.is_offered
    )
    select ${FIELDS}
    from f
    join download d on d.product_id = f.product_id
    join product p on p.id = d.product_id
    where d.id = ${downloadId}
  `.execute(q);
  return rows[0] ?? null;
}

/** One page of the license IDs that are open to the viewer and offer a file, by license ID. @source W5, R10 */
export async function selectOfferingLicenses(
  q: Queryable,
  viewer: Viewer,
  downloadId: string,
  page: { readonly q?: string | undefined; readonly after: string | null; readonly limit: number },
): Promise<{ rows: { licenseId: string; name: string }[]; total: number }> {
  const pattern = page.q === undefined ? null : containing(page.q.trim().toLowerCase());
  const { rows } = await sql<{ licenseId: string | null; name: string; total: number }>`
    with matching as materialized (
      select l.license_id as "licenseId", l.name
      from license_opened_to(${viewer.organizationId}, ${viewer.vlUserId}, ${openingRoles('product:download')}) g
      join download_offer o on o.organization_id = ${viewer.organizationId} and o.license_id = g.license_id
      join download d on d.product_id = o.product_id
      join license l on l.organization_id = o.organization_id and l.id = o.license_id
      where o.is_offered and d.id = ${downloadId}
        and (${pattern}::text is null
          or lower(l.license_id) like ${pattern} or lower(l.name collate "und-x-icu") like ${pattern})
    ),
    counted as (select count(*)::int as total from matching)
    select c.total, m.*
    from counted c
    left join lateral (
      select * from matching
      where ${page.after}::text is null or "licenseId" > ${page.after}
      order by "licenseId"
      limit ${page.limit}
    ) m on true
    order by m."licenseId"
  `.execute(q);
  return {
    rows: rows.flatMap(({ licenseId, name }) => (licenseId === null ? [] : [{ licenseId, name }])),
    total: rows[0]?.total ?? 0,
  };
}
