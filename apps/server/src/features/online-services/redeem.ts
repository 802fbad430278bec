import type { QueryOf } from '@muniment/contract/endpoint.ts';
import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import type { exportRedemptions, listRedemptions, Redemption } from '@muniment/contract/redemptions.ts';
import { validate as isUuid } from 'uuid';
import { type Member, viewerOf } from '../../actor.ts';
import { csvOfPages } from '../../csv-text.ts';
import type { Queryable, Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import type { TextReply } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import { appendToLedger } from '../ledger/ledger-service.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { exportName, PIECE_ROWS } from './export-file.ts';
import { authorOf, holdOpenedLicense } from './opened-license.ts';
import {
  lockRedemption,
  type RedemptionRow,
  selectRedemption,
  selectRedemptionPage,
  updateRedeemed,
} from './redemption-repository.ts';

/** What may be redeemed, or was, under the license IDs that are open to the caller. @source W6, R10 */
export async function listOpenRedemptions(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof listRedemptions>,
): Promise<{ items: Redemption[]; nextCursor: string | null; total: number }> {
  const { limit = PAGE_LIMIT_DEFAULT, cursor, ...filter } = query;
  const { rows, nextCursor, total } = await selectRedemptionPage(q, viewerOf(actor), filter, {
    limit,
    cursor,
  });
  return { items: rows.map(viewOf), nextCursor, total };
}

/** One redemption. @throws Problem license-id-not-found; not-found. @source W6, R10 */
export async function showRedemption(
  q: Queryable,
  actor: Member,
  licenseId: string,
  redemptionId: string,
): Promise<Redemption> {
  const license = await requireOpenedLicense(q, actor, licenseId, 'service:redeem');
  return viewOf(await readRedemption(q, license, redemptionId));
}

/**
 * Redeems what a license ID may redeem. Of two who do so at once, one does, and the other one is told so.
 *
 * @throws Problem license-id-not-found, not-found, already-redeemed.
 * @source W6, R10, B5
 */
export async function redeem(
  trx: Trx,
  actor: Member,
  { licenseId, redemptionId }: { readonly licenseId: string; readonly redemptionId: string },
): Promise<Redemption> {
  const license = await holdOpenedLicense(trx, actor, licenseId, 'service:redeem');
  if (isUuid(redemptionId)) await lockRedemption(trx, license, redemptionId);
  const before = await readRedemption(trx, license, redemptionId);
  if (before.redeemedAt !== null) {
    throw new Problem('already-redeemed', {
      detail: `It was redeemed on ${before.redeemedAt.toISOString()}.`,
      at: before.redeemedAt,
    });
  }
  const at = await currentTime(trx);
  await updateRedeemed(trx, license.organizationId, before.id, { at, vlUserId: actor.vlUserId });
  const after = await readRedemption(trx, license, before.id);
  const { partNumber, quantity } = after;
  await appendToLedger(trx, license.organizationId, authorOf(actor), at, {
    event: 'service.redeemed',
    version: 1,
    licenseIds: [license.id],
    details: { redemptions: [{ licenseId: license.id, redemptionId: before.id, partNumber, quantity }] },
  });
  return viewOf(after);
}

async function readRedemption(
  q: Queryable,
  license: { readonly organizationId: string; readonly id: string },
  redemptionId: string,
): Promise<RedemptionRow> {
  const row = isUuid(redemptionId) ? await selectRedemption(q, license, redemptionId) : null;
  if (row === null) throw new Problem('not-found');
  return row;
}

function viewOf(row: RedemptionRow): Redemption {
  const { id, licenseId, licenseName, offerNumber, partNumber, product, quantity, status } = row;
  const redeemedAt = row.redeemedAt?.toISOString() ?? null;
  return { id, licenseId, licenseName, offerNumber, partNumber, product, quantity, status, redeemedAt };
}

const COLUMNS = [
  'licenseId',
  'offerNumber',
  'partNumber',
  'product',
  'quantity',
  'status',
  'redeemedAt',
] as const;

/** The redemptions that match as CSV. What is open is decided anew with each piece. @source W6, RFC 4180 */
export async function exportOpenRedemptions(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof exportRedemptions>,
): Promise<TextReply> {
  const readPage = async (cursor: string | undefined) => {
    const page = { limit: PIECE_ROWS, cursor };
    const { rows, nextCursor } = await selectRedemptionPage(q, viewerOf(actor), query, page);
    return { items: rows.map(viewOf), nextCursor };
  };
  return {
    fileName: await exportName(q, actor, 'redemptions'),
    pieces: csvOfPages(COLUMNS, readPage, (one) => [COLUMNS.map((column) => String(one[column] ?? ''))]),
  };
}
