import type { KeySort, KeyStatus, KeyType } from '@muniment/contract/product-keys.ts';
import type { Action } from '@muniment/domain/roles.ts';
import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import { containing } from '../../database/like-pattern.ts';
import { openingRoles } from '../../database/opening-roles.ts';
import { collated, pageOrder } from '../../database/page-order.ts';
import type { Viewer } from '../vl-users/viewer.ts';

/** A key with what stands beside it, still sealed. */
export interface KeyRow {
  readonly id: string;
  /** As people call it. */
  readonly licenseId: string;
  readonly licenseName: string;
  /** The internal id. */
  readonly licenseKey: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly number: string;
  readonly partNumber: string;
  readonly product: string;
  readonly type: KeyType;
  readonly status: KeyStatus;
  readonly activationsUsed: number;
  readonly activationsTotal: number | null;
  readonly lastFive: string;
  readonly sealed: string;
  readonly sealedUnder: string;
}

export interface KeyFilter {
  readonly action: Extract<Action, 'contract-key:view' | 'product-key:view'>;
  /** As people call it. */
  readonly licenseId?: string | undefined;
  readonly productId?: string | undefined;
  readonly q?: string | undefined;
  readonly keyType?: KeyType | undefined;
  readonly status?: KeyStatus | undefined;
  /** These alone, by license ID and id. */
  readonly keys?: readonly { readonly licenseId: string; readonly keyId: string }[] | undefined;
}

const KEY_COLUMNS = sql`
  k.id, l.license_id as "licenseId", l.name as "licenseName", k.license_id as "licenseKey",
  k.organization_id as "organizationId", g.name as "organizationName", k.number, p.part_number as "partNumber",
  p.name as product, k.type, k.status, k.activations_used as "activationsUsed",
  k.activations_total as "activationsTotal", k.last_five as "lastFive", k.sealed, k.sealed_under as "sealedUnder"
`;

/** Keys of the license IDs that the action is allowed on: nothing else decides. @source R10 */
function openedKeys(viewer: Viewer, filter: KeyFilter) {
  const text = filter.q?.trim() || null;
  const pattern = text === null ? null : containing(text);
  // People read the last five characters from a box or a mask, in any case.
  const tail = text === null ? null : containing(text.replaceAll('•', '').replace(/^-+/, '').toUpperCase());
  return sql`
    from product_key k
    join license_opened_to(${viewer.organizationId}, ${viewer.vlUserId}, ${openingRoles(filter.action)}) o
      on o.license_id = k.license_id
    join license l on l.organization_id = k.organization_id and l.id = k.license_id
    join organization g on g.id = k.organization_id
    join product p on p.id = k.product_id
    where k.organization_id = ${viewer.organizationId}
      and (${filter.licenseId ?? null}::text is null or l.license_id = ${filter.licenseId ?? null})
      and (${filter.productId ?? null}::uuid is null or k.product_id = ${filter.productId ?? null}::uuid)
      and (${filter.keyType ?? null}::text is null or k.type = ${filter.keyType ?? null})
      and (${filter.status ?? null}::text is null or k.status = ${filter.status ?? null})
      and (${pattern}::text is null
        or p.name ilike ${pattern} or p.part_number ilike ${pattern} or l.license_id ilike ${pattern}
        or l.name ilike ${pattern} or k.number ilike ${pattern} or k.last_five like ${tail})
      and (${filter.keys === undefined} or (l.license_id, k.id) in (
        select * from unnest(
          ${(filter.keys ?? []).map((key) => key.licenseId)}::text[],
          ${(filter.keys ?? []).map((key) => key.keyId)}::uuid[]
        )
      ))
  `;
}

const SORT_COLUMNS = {
  licenseId: { by: sql`l.license_id`, type: 'text' },
  product: { by: collated(sql`p.name`), type: 'text' },
  keyType: { by: sql`k.type`, type: 'text' },
  status: { by: sql`k.status`, type: 'text' },
  lastFive: { by: sql`k.last_five`, type: 'text' },
} as const;

/** A page of keys, and how many there are over all pages. */
export async function selectKeyPage(
  q: Queryable,
  viewer: Viewer,
  filter: KeyFilter,
  page: { readonly sort: KeySort; readonly cursor: string | undefined; readonly limit: number },
): Promise<{ items: KeyRow[]; nextCursor: string | null }> {
  const order = pageOrder(SORT_COLUMNS, sql`k.id`, page.sort, page.cursor);
  const { rows } = await sql<KeyRow & { sortValue: string }>`
    select ${KEY_COLUMNS}, ${order.value} as "sortValue"
    ${openedKeys(viewer, filter)} and ${order.isAfter}
    order by ${order.order}
    limit ${page.limit + 1}
  `.execute(q);
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > page.limit && last !== undefined ? order.cursorAfter(last) : null,
  };
}

export async function countKeys(q: Queryable, viewer: Viewer, filter: KeyFilter): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total ${openedKeys(viewer, filter)}
  `.execute(q);
  return rows[0]?.total ?? 0;
}

export interface KeyedProductRow {
  readonly id: string;
  readonly partNumber: string;
  readonly name: string;
  readonly family: string;
  readonly version: string;
  readonly keys: number;
  readonly licenseIds: number;
  readonly keyTypes: KeyType[];
}

/** Products with keys on the license IDs that the action is allowed on, by name, and how many there are in all. */
export async function selectKeyedProducts(
  q: Queryable,
  viewer: Viewer,
  filter: { readonly q: string | undefined; readonly cursor: string | undefined; readonly limit: number },
): Promise<{ items: KeyedProductRow[]; nextCursor: string | null; total: number }> {
  const order = pageOrder(
    { name: { by: collated(sql`f.name`), type: 'text' } },
    sql`f.id`,
    'name',
    filter.cursor,
  );
  const found = sql`
    select p.id, p.part_number, p.name, p.family, p.version, count(*)::int as keys,
      count(distinct k.license_id)::int as license_ids, array_agg(distinct k.type) as key_types
    ${openedKeys(viewer, { action: 'product-key:view', q: filter.q })}
    group by p.id
  `;
  const { rows } = await sql<KeyedProductRow & { sortValue: string }>`
    with found as (${found})
    select f.id, f.part_number as "partNumber", f.name, f.family, f.version, f.keys,
      f.license_ids as "licenseIds", f.key_types as "keyTypes", ${order.value} as "sortValue"
    from found f
    where ${order.isAfter}
    order by ${order.order}
    limit ${filter.limit + 1}
  `.execute(q);
  const { rows: counted } = await sql<{ total: number }>`
    with found as (${found}) select count(*)::int as total from found
  `.execute(q);
  const items = rows.slice(0, filter.limit);
  const last = items.at(-1);
  return {
    items: items.map(({ sortValue: _, ...item }) => item),
    nextCursor: rows.length > filter.limit && last !== undefined ? order.cursorAfter(last) : null,
    total: counted[0]?.total ?? 0,
  };
}

/** What is pushed of a key, ready to be kept. */
export interface WantedKey {
  readonly id: string;
  readonly organizationId: string;
  readonly licenseKey: string;
  readonly number: string;
  readonly productId: string;
  readonly type: KeyType;
  readonly status: KeyStatus;
  readonly activationsUsed: number;
  readonly activationsTotal: number | null;
  readonly lastFive: string;
  readonly sealed: string;
  readonly sealedUnder: string;
}

type StoredKey = Omit<WantedKey, 'id'>;

/** The keys by these numbers on these license IDs (internal ids), locked until the end of the transaction. */
export async function lockKeysByNumber(
  trx: Trx,
  named: readonly Pick<WantedKey, 'organizationId' | 'licenseKey' | 'number'>[],
): Promise<StoredKey[]> {
  const { rows } = await sql<StoredKey>`
    select k.organization_id as "organizationId", k.license_id as "licenseKey", k.number,
      k.product_id as "productId", k.type, k.status, k.activations_used as "activationsUsed",
      k.activations_total as "activationsTotal", k.last_five as "lastFive", k.sealed, k.sealed_under as "sealedUnder"
    from product_key k
    where (k.organization_id, k.license_id, k.number) in (
      select * from unnest(
        ${named.map((key) => key.organizationId)}::uuid[],
        ${named.map((key) => key.licenseKey)}::uuid[],
        ${named.map((key) => key.number)}::text[]
      )
    )
    order by k.organization_id, k.license_id, k.number
    for update
  `.execute(trx);
  return rows;
}

/** Keeps keys, each named once; of two pushes at once the later one wins, key by key. */
export async function upsertKeys(trx: Trx, keys: readonly WantedKey[]): Promise<void> {
  if (keys.length === 0) return;
  const column = <T>(of: (key: WantedKey) => T) => keys.map(of);
  await sql`
    insert into product_key as kept (
      organization_id, id, license_id, number, product_id, type, status, activations_used, activations_total,
      last_five, sealed, sealed_under
    )
    select * from unnest(
      ${column((key) => key.organizationId)}::uuid[], ${column((key) => key.id)}::uuid[],
      ${column((key) => key.licenseKey)}::uuid[], ${column((key) => key.number)}::text[],
      ${column((key) => key.productId)}::uuid[], ${column((key) => key.type)}::text[],
      ${column((key) => key.status)}::text[], ${column((key) => key.activationsUsed)}::int[],
      ${column((key) => key.activationsTotal)}::int[], ${column((key) => key.lastFive)}::text[],
      ${column((key) => key.sealed)}::text[], ${column((key) => key.sealedUnder)}::text[]
    ) as wanted (
      organization_id, id, license_id, number, product_id, type, status, activations_used, activations_total,
      last_five, sealed, sealed_under
    )
    order by wanted.organization_id, wanted.license_id, wanted.number
    on conflict (organization_id, license_id, number) do update set
      product_id = excluded.product_id, type = excluded.type, status = excluded.status,
      activations_used = excluded.activations_used, activations_total = excluded.activations_total,
      last_five = excluded.last_five, sealed = excluded.sealed, sealed_under = excluded.sealed_under,
      updated_at = clock_timestamp()
  `.execute(trx);
}
