import type { BodyOf } from '@muniment/contract/endpoint.ts';
import type { exportKeys } from '@muniment/contract/product-keys.ts';
import { type Member, viewerOf } from '../../actor.ts';
import { csvHead, csvRows } from '../../csv-text.ts';
import type { Database, Queryable, Trx } from '../../database/connect.ts';
import { currentTime, inTransaction } from '../../database/transaction.ts';
import type { TextReply } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import type { SealingKeys } from '../../sealing-keys.ts';
import { appendDisclosure } from '../ledger/ledger-service.ts';
import { requireOpenedLicense, requireOpenedLicenses } from '../licenses/license-service.ts';
import { cellsOf, KEY_CSV_COLUMNS, PIECE_KEYS } from './list-keys.ts';
import { countKeys, type KeyFilter, type KeyRow, selectKeyPage } from './product-key-repository.ts';
import { openKey } from './seal-key.ts';

const ACTION = 'contract-key:view';

export interface HandOutDeps {
  readonly db: Database;
  readonly productKeys: SealingKeys;
}

/**
 * Hands out one key in clear, once it is recorded who got it.
 *
 * @throws Problem license-id-not-found, not-found, key-does-not-open.
 * @source W3
 */
export function handOutKey(
  { db, productKeys }: HandOutDeps,
  actor: Member,
  { licenseId, keyId }: { readonly licenseId: string; readonly keyId: string },
  how: 'revealed' | 'copied',
): Promise<{ id: string; licenseId: string; key: string }> {
  return inTransaction(db, async (trx) => {
    const row = await findKey(trx, actor, licenseId, keyId);
    const key = opened(productKeys, row);
    await record(trx, actor, how, [row]);
    return { id: row.id, licenseId: row.licenseId, key };
  });
}

/** One key of a license ID, still sealed. @throws Problem license-id-not-found, not-found. @source R10 */
export async function findKey(
  q: Queryable,
  actor: Member,
  licenseId: string,
  keyId: string,
): Promise<KeyRow> {
  await requireOpenedLicense(q, actor, licenseId, ACTION);
  const filter = { action: ACTION, keys: [{ licenseId, keyId }] } as const;
  const { items } = await selectKeyPage(q, viewerOf(actor), filter, {
    sort: 'product',
    cursor: undefined,
    limit: 1,
  });
  const [row] = items;
  if (row === undefined) throw new Problem('not-found', { detail: 'The license ID has no such key.' });
  return row;
}

/**
 * Hands out keys in clear as CSV, piece by piece: the keys of a piece leave when it is recorded which they are and who
 * got them, and what the caller may see is asked anew with each.
 *
 * @param count Counts the export, once the caller may make it; throws where there were too many.
 * @throws Problem license-id-not-found, not-found, key-does-not-open.
 * @source W3
 */
export async function exportInClear(
  deps: HandOutDeps,
  actor: Member,
  { keys, ...filters }: BodyOf<typeof exportKeys>,
  count: (db: Database) => Promise<void>,
): Promise<TextReply> {
  const { db } = deps;
  const filter: KeyFilter = { ...filters, keys, action: ACTION };
  await requireOpenedLicenses(
    db,
    actor,
    (keys ?? []).map((key) => key.licenseId),
    ACTION,
  );
  const wanted = new Set(keys?.map(({ licenseId, keyId }) => `${licenseId} ${keyId.toLowerCase()}`));
  if (wanted.size > 0 && (await countKeys(db, viewerOf(actor), { action: ACTION, keys })) < wanted.size) {
    throw new Problem('not-found', { detail: 'One of the keys is not on its license ID.' });
  }
  await count(db);
  // Before anything leaves: a key that does not open is a problem, not a file with its end missing.
  const first = await readPiece(deps, actor, filter, undefined);
  return { fileName: 'product-keys.csv', pieces: piecesOf(deps, actor, filter, first) };
}

async function* piecesOf(deps: HandOutDeps, actor: Member, filter: KeyFilter, first: Piece) {
  yield csvHead(KEY_CSV_COLUMNS) + first.text;
  let cursor = first.nextCursor;
  while (cursor !== null) {
    const piece = await readPiece(deps, actor, filter, cursor);
    if (piece.text !== '') yield piece.text;
    cursor = piece.nextCursor;
  }
}

interface Piece {
  readonly text: string;
  readonly nextCursor: string | null;
}

function readPiece(
  { db, productKeys }: HandOutDeps,
  actor: Member,
  filter: KeyFilter,
  cursor: string | undefined,
): Promise<Piece> {
  return inTransaction(db, async (trx) => {
    const page = { sort: 'product', limit: PIECE_KEYS, cursor } as const;
    const { items, nextCursor } = await selectKeyPage(trx, viewerOf(actor), filter, page);
    const text = csvRows(items.map((row) => cellsOf(row, opened(productKeys, row))));
    if (items.length > 0) await record(trx, actor, 'exported', items);
    return { text, nextCursor };
  });
}

function opened(productKeys: SealingKeys, row: KeyRow): string {
  try {
    return openKey(productKeys, row, { text: row.sealed, keyId: row.sealedUnder });
  } catch {
    throw new Problem('key-does-not-open', {
      detail: `The key of ${row.product} on license ID ${row.licenseId} does not open with the server's encryption keys.`,
    });
  }
}

/**
 * The ledger names keys by id, never by what they are. A role that ended while this waited for the ledger opens nothing
 * any more, and nothing is recorded.
 *
 * @throws Problem license-id-not-found.
 * @source B5, W3, R10
 */
async function record(
  trx: Trx,
  actor: Member,
  how: 'revealed' | 'copied' | 'exported',
  rows: readonly KeyRow[],
): Promise<void> {
  const author = { kind: 'person' as const, id: actor.vlUserId, name: actor.displayName };
  await appendDisclosure(trx, actor.organization.id, author, await currentTime(trx), {
    event: `product-key.${how}`,
    version: 1,
    licenseIds: [...new Set(rows.map((row) => row.licenseKey))],
    details: { keys: rows.map((row) => ({ licenseId: row.licenseKey, keyId: row.id })) },
  });
  const licenseIds = new Set(rows.map(({ licenseId }) => licenseId));
  await requireOpenedLicenses(trx, actor, [...licenseIds], ACTION);
}
