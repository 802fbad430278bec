import type { AnswerOf, QueryOf } from '@muniment/contract/endpoint.ts';
import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import type {
  exportMaskedKeys,
  listKeyedProducts,
  listKeys,
  listProductKeys,
  ProductKey,
} from '@muniment/contract/product-keys.ts';
import { type Member, viewerOf } from '../../actor.ts';
import { csvOfPages } from '../../csv-text.ts';
import type { Queryable } from '../../database/connect.ts';
import type { TextReply } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import {
  countKeys,
  type KeyFilter,
  type KeyRow,
  selectKeyedProducts,
  selectKeyPage,
} from './product-key-repository.ts';
import { maskedKey } from './seal-key.ts';

type KeyPage = AnswerOf<typeof listKeys>;

/** As many rows one piece of a file holds. */
export const PIECE_KEYS = 500;

/**
 * A page of keys, masked, of the license IDs on which the caller may see them, or of one of those.
 *
 * @source W3, R10
 */
export async function findKeys(
  q: Queryable,
  actor: Member,
  { sort = 'product', limit = PAGE_LIMIT_DEFAULT, cursor, ...query }: QueryOf<typeof listKeys>,
  of: Pick<KeyFilter, 'action' | 'productId'>,
): Promise<KeyPage> {
  const viewer = viewerOf(actor);
  const filter = { ...query, ...of };
  const { items, nextCursor } = await selectKeyPage(q, viewer, filter, { sort, limit, cursor });
  return { items: items.map(toProductKey), nextCursor, total: await countKeys(q, viewer, filter) };
}

/** Keys of one product. @throws Problem not-found where the caller has none of it. @source W3 */
export async function findKeysOfProduct(
  q: Queryable,
  actor: Member,
  productId: string,
  query: QueryOf<typeof listProductKeys>,
): Promise<KeyPage> {
  const of = { action: 'product-key:view', productId } as const;
  if ((await countKeys(q, viewerOf(actor), of)) === 0) throw new Problem('not-found');
  return findKeys(q, actor, query, of);
}

/** The products that the caller has keys of. @source W3 */
export function findKeyedProducts(
  q: Queryable,
  actor: Member,
  { limit = PAGE_LIMIT_DEFAULT, ...query }: QueryOf<typeof listKeyedProducts>,
): Promise<AnswerOf<typeof listKeyedProducts>> {
  return selectKeyedProducts(q, viewerOf(actor), { q: query.q, cursor: query.cursor, limit });
}

export const KEY_CSV_COLUMNS = [
  'licenseId',
  'organization',
  'partNumber',
  'product',
  'keyNumber',
  'key',
  'keyType',
  'activationsUsed',
  'activationsTotal',
  'status',
] as const;

/** The list as CSV, masked. @source W3 */
export function exportMasked(
  q: Queryable,
  actor: Member,
  { sort = 'product', ...query }: QueryOf<typeof exportMaskedKeys>,
): TextReply {
  const filter: KeyFilter = { ...query, action: 'contract-key:view' };
  const viewer = viewerOf(actor);
  return {
    fileName: 'product-keys-masked.csv',
    pieces: csvOfPages(
      KEY_CSV_COLUMNS,
      (cursor) => selectKeyPage(q, viewer, filter, { sort, limit: PIECE_KEYS, cursor }),
      (row) => [cellsOf(row, maskedKey(row.lastFive))],
    ),
  };
}

/** A row of a CSV file. @param key As it is to be read there. */
export function cellsOf(row: KeyRow, key: string): string[] {
  return [
    row.licenseId,
    row.organizationName,
    row.partNumber,
    row.product,
    row.number,
    key,
    row.type,
    String(row.activationsUsed),
    row.activationsTotal === null ? '' : String(row.activationsTotal),
    row.status,
  ];
}

/** A key as it is answered: masked. */
export function toProductKey(row: KeyRow): ProductKey {
  return {
    id: row.id,
    licenseId: row.licenseId,
    licenseName: row.licenseName,
    organizationName: row.organizationName,
    keyNumber: row.number,
    partNumber: row.partNumber,
    product: row.product,
    keyType: row.type,
    maskedKey: maskedKey(row.lastFive),
    lastFive: row.lastFive,
    activationsUsed: row.activationsUsed,
    activationsTotal: row.activationsTotal,
    status: row.status,
  };
}
