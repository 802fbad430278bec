import {
  ACTIVATION_SORT_DEFAULT,
  type ActivationColumn,
  type ActivationSort,
} from '@muniment/contract/activations.ts';
import type { ActivationChoice } from '@muniment/domain/activations.ts';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Queryable, Trx } from '../../database/connect.ts';
import { containing } from '../../database/like-pattern.ts';
import { collated, pageOrder, type SortColumn } from '../../database/page-order.ts';
import type { Viewer } from '../vl-users/viewer.ts';
import { type OfLicense, type Page, type PageOf, selectOpenedPage } from './opened-page-repository.ts';

export interface ActivationRow {
  readonly id: string;
  readonly licenseId: string;
  readonly licenseName: string;
  readonly partNumber: string;
  readonly product: string;
  readonly lastFive: string;
  readonly choice: ActivationChoice;
  readonly seats: number;
  readonly endsOn: string | null;
  readonly activatedAt: Date;
}

export interface ActivationFilter {
  readonly licenseId?: string | undefined;
  readonly q?: string | undefined;
  readonly sort?: ActivationSort | undefined;
}

const SORTS: Readonly<Record<ActivationColumn, SortColumn>> = {
  activatedAt: { by: sql`m."activatedAt"`, type: 'timestamptz' },
  product: { by: collated(sql`m.product`), type: 'text' },
  seats: { by: sql`m.seats`, type: 'numeric' },
  choice: { by: sql`m.choice`, type: 'text' },
  licenseId: { by: sql`m."licenseId"`, type: 'text' },
};

const ROW = sql`
  a.id, l.license_id as "licenseId", l.name as "licenseName", p.part_number as "partNumber", p.name as product,
  k.last_five as "lastFive", a.choice, k.seats, a.ends_on as "endsOn", a.activated_at as "activatedAt"
`;
const JOINED = sql`
  join license l on l.organization_id = a.organization_id and l.id = a.license_id
  join activation_key k on k.id = a.key_id
  join product p on p.id = k.product_id
`;

/** One page of the activations that are open to the viewer, and how many match. @source W6, R10 */
export function selectActivationPage(
  q: Queryable,
  viewer: Viewer,
  { licenseId, q: text, sort = ACTIVATION_SORT_DEFAULT }: ActivationFilter,
  page: Page,
): Promise<PageOf<ActivationRow>> {
  const pattern = text === undefined ? null : containing(text.trim().toLowerCase());
  const matching = sql<ActivationRow>`
    select ${ROW}
    from opened d
    join activation a on a.organization_id = ${viewer.organizationId} and a.license_id = d.license_id
    ${JOINED}
    where (${licenseId ?? null}::text is null or l.license_id = ${licenseId ?? null})
      and (${pattern}::text is null
        or lower(p.name collate "und-x-icu") like ${pattern}
        or lower(p.part_number) like ${pattern}
        or lower(l.license_id) like ${pattern}
        or lower(k.last_five) like ${pattern})
  `;
  const sorted = pageOrder(SORTS, sql`m.id`, sort, page.cursor);
  return selectOpenedPage(q, viewer, 'service:activate', matching, sorted, page.limit);
}

/** An activation of a license ID; null where it has none by that id. */
export async function selectActivation(
  q: Queryable,
  { organizationId, id }: OfLicense,
  activationId: string,
): Promise<ActivationRow | null> {
  const { rows } = await sql<ActivationRow>`
    select ${ROW} from activation a ${JOINED}
    where a.organization_id = ${organizationId} and a.license_id = ${id} and a.id = ${activationId}
  `.execute(q);
  return rows[0] ?? null;
}

export interface KeyFacts {
  readonly id: string;
  readonly lastFive: string;
  readonly productId: string;
  readonly seats: number;
}

/** Locks a key, to the end of the transaction, so that whoever uses it meanwhile waits. @returns null: none is known. */
export async function lockKey(trx: Trx, keyHash: Buffer): Promise<KeyFacts | null> {
  const row = await trx
    .selectFrom('activation_key')
    .select(['id', 'last_five as lastFive', 'product_id as productId', 'seats'])
    .where('key_hash', '=', keyHash)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** When and under which license ID a key was used; null: it was not. */
export async function selectUseOfKey(
  q: Queryable,
  keyId: string,
): Promise<{ licenseId: string; activatedAt: Date } | null> {
  const { rows } = await sql<{ licenseId: string; activatedAt: Date }>`
    select l.license_id as "licenseId", a.activated_at as "activatedAt"
    from activation a
    join license l on l.organization_id = a.organization_id and l.id = a.license_id
    where a.key_id = ${keyId}
  `.execute(q);
  return rows[0] ?? null;
}

/** Locks the service of a license ID and a product. @returns null where there is none. */
export async function lockService(
  trx: Trx,
  { organizationId, id }: OfLicense,
  productId: string,
): Promise<{ id: string; seats: number; endsOn: string | null } | null> {
  const { rows } = await sql<{ id: string; seats: number; endsOn: string | null }>`
    select id, seats + added_seats as seats, greatest(ends_on, renewed_until) as "endsOn"
    from online_service
    where organization_id = ${organizationId} and license_id = ${id} and product_id = ${productId}
    for no key update
  `.execute(trx);
  return rows[0] ?? null;
}

/**
 * Adds to a service what a key brings, or begins it.
 *
 * @param serviceId null: it is new.
 * @returns Its id.
 */
export async function extendService(
  trx: Trx,
  { organizationId, id: licenseId }: OfLicense,
  serviceId: string | null,
  brought: { readonly productId: string; readonly seatsAdded: number; readonly renewedUntil: string | null },
): Promise<string> {
  const { productId, seatsAdded, renewedUntil } = brought;
  if (serviceId === null) {
    const { rows } = await sql<{ id: string }>`
      insert into online_service (organization_id, id, license_id, product_id, seats, added_seats, renewed_until)
      values (${organizationId}, ${v7()}, ${licenseId}, ${productId}, 0, ${seatsAdded}, ${renewedUntil}::date)
      on conflict (organization_id, license_id, product_id) do update
      set added_seats = online_service.added_seats + excluded.added_seats, updated_at = now()
      returning id
    `.execute(trx);
    return rows[0]?.id ?? '';
  }
  await sql`
    update online_service
    set added_seats = added_seats + ${seatsAdded}, renewed_until = greatest(renewed_until, ${renewedUntil}::date),
      updated_at = now()
    where organization_id = ${organizationId} and id = ${serviceId}
  `.execute(trx);
  return serviceId;
}

/** Keeps that a key was used. */
export async function insertActivation(
  trx: Trx,
  { organizationId, id: licenseId }: OfLicense,
  activation: {
    readonly id: string;
    readonly serviceId: string;
    readonly keyId: string;
    readonly choice: ActivationChoice;
    readonly endsOn: string | null;
    readonly at: Date;
    readonly vlUserId: string;
  },
): Promise<void> {
  await trx
    .insertInto('activation')
    .values({
      organization_id: organizationId,
      id: activation.id,
      license_id: licenseId,
      service_id: activation.serviceId,
      key_id: activation.keyId,
      choice: activation.choice,
      ends_on: activation.endsOn,
      activated_at: activation.at,
      activated_by: activation.vlUserId,
    })
    .execute();
}

export interface NewKey {
  readonly id: string;
  readonly keyHash: Buffer;
  readonly lastFive: string;
  /** null: of the publisher. */
  readonly partnerId: string | null;
  readonly productId: string;
  readonly seats: number;
}

/** Keys by their hash, as hexadecimal, and whether they were used. Those that there are stay locked. */
export async function lockKeys(
  trx: Trx,
  hashes: readonly Buffer[],
): Promise<Map<string, { partnerId: string | null; productId: string; seats: number; isUsed: boolean }>> {
  // What the one before did with a key is seen by a statement that begins behind its lock.
  await sql`
    select from activation_key k where k.key_hash = any(${hashes}::bytea[]) order by k.key_hash for update
  `.execute(trx);
  const { rows } = await sql<{
    hash: string;
    partnerId: string | null;
    productId: string;
    seats: number;
    isUsed: boolean;
  }>`
    select encode(k.key_hash, 'hex') as hash, k.partner_id as "partnerId", k.product_id as "productId", k.seats,
      exists (select from activation a where a.key_id = k.id) as "isUsed"
    from activation_key k
    where k.key_hash = any(${hashes}::bytea[])
  `.execute(trx);
  return new Map(rows.map(({ hash, ...row }) => [hash, row]));
}

/** Saves keys, each named once, in the order of their hashes. @returns The hashes of those that are new or differ. */
export async function upsertKeys(
  trx: Trx,
  keys: readonly NewKey[],
): Promise<{ hash: string; isNew: boolean }[]> {
  const { rows } = await sql<{ hash: string; isNew: boolean }>`
    insert into activation_key (id, key_hash, last_five, partner_id, product_id, seats)
    select * from unnest(
      ${keys.map((one) => one.id)}::uuid[],
      ${keys.map((one) => one.keyHash)}::bytea[],
      ${keys.map((one) => one.lastFive)}::text[],
      ${keys.map((one) => one.partnerId)}::uuid[],
      ${keys.map((one) => one.productId)}::uuid[],
      ${keys.map((one) => one.seats)}::integer[]
    )
    on conflict (key_hash) do update set product_id = excluded.product_id, seats = excluded.seats
    where (activation_key.product_id, activation_key.seats) is distinct from (excluded.product_id, excluded.seats)
      and not exists (select from activation a where a.key_id = activation_key.id)
    returning encode(key_hash, 'hex') as hash, xmax = 0 as "isNew"
  `.execute(trx);
  return rows;
}
