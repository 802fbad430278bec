import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import type { ProductPool } from '../../database/tables/products.ts';

export interface Product {
  readonly id: string;
  readonly partNumber: string;
  readonly name: string;
  readonly family: string;
  readonly version: string;
  readonly pool: ProductPool;
}

export async function selectProducts(q: Queryable, partNumbers: readonly string[]): Promise<Product[]> {
  const { rows } = await sql<Product>`
    select id, part_number as "partNumber", name, family, version, pool
    from product
    where part_number = any(${partNumbers}::text[])
  `.execute(q);
  return rows;
}

/**
 * Saves products, each named once. Give them sorted by part number.
 *
 * @returns Those that are new or differ; what is as it was is left out.
 */
export async function upsertProducts(
  trx: Trx,
  products: readonly Product[],
): Promise<{ partNumber: string; isNew: boolean }[]> {
  const { rows } = await sql<{ partNumber: string; isNew: boolean }>`
    insert into product (id, part_number, name, family, version, pool)
    select * from unnest(
      ${products.map(({ id }) => id)}::uuid[],
      ${products.map(({ partNumber }) => partNumber)}::text[],
      ${products.map(({ name }) => name)}::text[],
      ${products.map(({ family }) => family)}::text[],
      ${products.map(({ version }) => version)}::text[],
      ${products.map(({ pool }) => pool)}::text[]
    )
    on conflict (part_number) do update
    set name = excluded.name, family = excluded.family, version = excluded.version, pool = excluded.pool,
      updated_at = now()
    where (product.name, product.family, product.version, product.pool)
      is distinct from (excluded.name, excluded.family, excluded.version, excluded.pool)
    returning part_number as "partNumber", xmax = 0 as "isNew"
  `.execute(trx);
  return rows;
}
