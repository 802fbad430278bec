import { ProductRecord } from '@muniment/contract/products.ts';
import { v7 } from 'uuid';
import type { Queryable, Trx } from '../../database/connect.ts';
import type { RecordKind, Saved } from '../records/record-kind.ts';
import { type Product, selectProducts, upsertProducts } from './product-repository.ts';

/** Products of the catalog, by part number; those that there are not are missing. */
export async function productsByPartNumber(
  q: Queryable,
  partNumbers: readonly string[],
): Promise<Map<string, Product>> {
  if (partNumbers.length === 0) return new Map();
  const products = await selectProducts(q, [...new Set(partNumbers)]);
  return new Map(products.map((product) => [product.partNumber, product]));
}

/** Products as the publisher pushes them: the catalog is of the whole instance, so partners do not write it. */
export const productKind: RecordKind<typeof ProductRecord> = {
  type: 'product',
  schema: ProductRecord,
  by: 'publisher',
  save: (trx, _deps, _actor, records) => saveProducts(trx, records),
};

async function saveProducts(trx: Trx, records: readonly ProductRecord[]): Promise<Saved[]> {
  const products = new Map(
    records.map(({ partNumber, name, family, version, pool }) => [
      partNumber,
      { id: v7(), partNumber, name: name.trim(), family: family.trim(), version: version.trim(), pool },
    ]),
  );
  // Sorted, so that two imports cannot wait for each other.
  const sorted = [...products.values()].sort((a, b) => (a.partNumber < b.partNumber ? -1 : 1));
  const changed = new Map((await upsertProducts(trx, sorted)).map((row) => [row.partNumber, row.isNew]));
  return records.map(({ partNumber }) => {
    const isNew = changed.get(partNumber);
    const outcome = isNew === undefined ? 'unchanged' : isNew ? 'created' : 'updated';
    return { outcome, organizationId: null, licenseId: null };
  });
}
