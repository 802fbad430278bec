import {
  SERVICE_SORT_DEFAULT,
  type ServiceColumn,
  type ServiceSort,
} from '@muniment/contract/online-services.ts';
import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import { containing } from '../../database/like-pattern.ts';
import { collated, pageOrder, type SortColumn } from '../../database/page-order.ts';
import type { Viewer } from '../vl-users/viewer.ts';
import { type OfLicense, type Page, type PageOf, selectOpenedPage } from './opened-page-repository.ts';

export interface ServiceRow {
  readonly id: string;
  readonly licenseId: string;
  readonly licenseName: string;
  readonly partNumber: string;
  readonly product: string;
  /** With those that keys added. */
  readonly seats: number;
  /** With what keys renewed. */
  readonly endsOn: string | null;
  /** What anniversaries are counted from. */
  readonly anniversary: string;
}

export interface ServiceFilter {
  readonly licenseId?: string | undefined;
  readonly q?: string | undefined;
  readonly sort?: ServiceSort | undefined;
}

const SORTS: Readonly<Record<ServiceColumn, SortColumn>> = {
  product: { by: collated(sql`m.product`), type: 'text' },
  partNumber: { by: sql`m."partNumber"`, type: 'text' },
  seats: { by: sql`m.seats`, type: 'numeric' },
  endsOn: { by: sql`coalesce(m."endsOn", 'infinity')`, type: 'date' },
  licenseId: { by: sql`m."licenseId"`, type: 'text' },
};

const ROW = sql`
  s.id, l.license_id as "licenseId", l.name as "licenseName", p.part_number as "partNumber", p.name as product,
  s.seats + s.added_seats as seats, greatest(s.ends_on, s.renewed_until) as "endsOn",
  coalesce(s.anniversary, l.start_date) as anniversary
`;
const JOINED = sql`
  join license l on l.organization_id = s.organization_id and l.id = s.license_id
  join product p on p.id = s.product_id
`;

/** One page of the services that are open to the viewer to reserve, and how many match. @source W6, R10 */
export function selectServicePage(
  q: Queryable,
  viewer: Viewer,
  { licenseId, q: text, sort = SERVICE_SORT_DEFAULT }: ServiceFilter,
  page: Page,
): Promise<PageOf<ServiceRow>> {
  const pattern = text === undefined ? null : containing(text.trim().toLowerCase());
  const matching = sql<ServiceRow>`
    select ${ROW}
    from opened d
    join online_service s on s.organization_id = ${viewer.organizationId} and s.license_id = d.license_id
    ${JOINED}
    where (${licenseId ?? null}::text is null or l.license_id = ${licenseId ?? null})
      and (${pattern}::text is null
        or lower(p.name collate "und-x-icu") like ${pattern}
        or lower(p.part_number) like ${pattern}
        or lower(l.license_id) like ${pattern})
  `;
  const sorted = pageOrder(SORTS, sql`m.id`, sort, page.cursor);
  return selectOpenedPage(q, viewer, 'service:reserve', matching, sorted, page.limit);
}

/** A service of a license ID by its part number; null where it has none. */
export async function selectService(
  q: Queryable,
  { organizationId, id }: OfLicense,
  partNumber: string,
): Promise<ServiceRow | null> {
  const { rows } = await sql<ServiceRow>`
    select ${ROW} from online_service s ${JOINED}
    where s.organization_id = ${organizationId} and s.license_id = ${id} and p.part_number = ${partNumber}
  `.execute(q);
  return rows[0] ?? null;
}

/** The time zone of an organization; null: UTC. */
export async function selectTimeZone(q: Queryable, organizationId: string): Promise<string | null> {
  const { time_zone } = await q
    .selectFrom('organization')
    .select('time_zone')
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return time_zone;
}

/** Keeps a license ID as it is, and who holds roles on it, to the end of the transaction. */
export async function holdLicense(trx: Trx, { organizationId, id }: OfLicense): Promise<void> {
  await sql`select id from license where organization_id = ${organizationId} and id = ${id} for share`.execute(
    trx,
  );
}

export interface NewService {
  readonly id: string;
  readonly organizationId: string;
  /** Internal. */
  readonly licenseId: string;
  readonly productId: string;
  readonly seats: number;
  readonly endsOn: string | null;
  readonly anniversary: string | null;
}

/**
 * Saves services, each named once; in an order that all share, so that two who save the same ones wait for each other
 * instead of for ever.
 *
 * @returns Those that are new or differ.
 */
export async function upsertServices(
  trx: Trx,
  services: readonly NewService[],
): Promise<{ licenseId: string; productId: string; isNew: boolean }[]> {
  const { rows } = await sql<{ licenseId: string; productId: string; isNew: boolean }>`
    insert into online_service (organization_id, id, license_id, product_id, seats, ends_on, anniversary)
    select * from unnest(
      ${services.map((one) => one.organizationId)}::uuid[],
      ${services.map((one) => one.id)}::uuid[],
      ${services.map((one) => one.licenseId)}::uuid[],
      ${services.map((one) => one.productId)}::uuid[],
      ${services.map((one) => one.seats)}::integer[],
      ${services.map((one) => one.endsOn)}::date[],
      ${services.map((one) => one.anniversary)}::date[]
    )
    on conflict (organization_id, license_id, product_id) do update
    set seats = excluded.seats, ends_on = excluded.ends_on, anniversary = excluded.anniversary, updated_at = now()
    where (online_service.seats, online_service.ends_on, online_service.anniversary)
      is distinct from (excluded.seats, excluded.ends_on, excluded.anniversary)
    returning license_id as "licenseId", product_id as "productId", xmax = 0 as "isNew"
  `.execute(trx);
  return rows;
}
