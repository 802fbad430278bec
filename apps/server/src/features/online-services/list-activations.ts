import type { Activation, exportActivations, listActivations } from '@muniment/contract/activations.ts';
import type { QueryOf } from '@muniment/contract/endpoint.ts';
import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import { validate as isUuid } from 'uuid';
import { type Member, viewerOf } from '../../actor.ts';
import { csvOfPages } from '../../csv-text.ts';
import type { Queryable } from '../../database/connect.ts';
import type { TextReply } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { type ActivationRow, selectActivation, selectActivationPage } from './activation-repository.ts';
import { exportName, PIECE_ROWS } from './export-file.ts';

/** Keys that were used under the license IDs that are open to the caller. @source W6, R10 */
export async function listOpenActivations(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof listActivations>,
): Promise<{ items: Activation[]; nextCursor: string | null; total: number }> {
  const { limit = PAGE_LIMIT_DEFAULT, cursor, ...filter } = query;
  const { rows, nextCursor, total } = await selectActivationPage(q, viewerOf(actor), filter, {
    limit,
    cursor,
  });
  return { items: rows.map(viewActivation), nextCursor, total };
}

/** One key that was used. @throws Problem license-id-not-found; not-found. @source W6, R10 */
export async function showActivation(
  q: Queryable,
  actor: Member,
  licenseId: string,
  activationId: string,
): Promise<Activation> {
  const license = await requireOpenedLicense(q, actor, licenseId, 'service:activate');
  const row = isUuid(activationId) ? await selectActivation(q, license, activationId) : null;
  if (row === null) throw new Problem('not-found');
  return viewActivation(row);
}

/** A used key as it is answered. */
export function viewActivation(row: ActivationRow): Activation {
  const { id, licenseId, licenseName, partNumber, product, lastFive, choice, seats, endsOn } = row;
  const activatedAt = row.activatedAt.toISOString();
  return { id, licenseId, licenseName, partNumber, product, lastFive, choice, seats, endsOn, activatedAt };
}

const COLUMNS = [
  'licenseId',
  'partNumber',
  'product',
  'lastFive',
  'choice',
  'seats',
  'endsOn',
  'activatedAt',
] as const;

/** The used keys that match as CSV. What is open is decided anew with each piece. @source W6, RFC 4180 */
export async function exportOpenActivations(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof exportActivations>,
): Promise<TextReply> {
  const readPage = async (cursor: string | undefined) => {
    const page = { limit: PIECE_ROWS, cursor };
    const { rows, nextCursor } = await selectActivationPage(q, viewerOf(actor), query, page);
    return { items: rows.map(viewActivation), nextCursor };
  };
  return {
    fileName: await exportName(q, actor, 'activations'),
    pieces: csvOfPages(COLUMNS, readPage, (one) => [COLUMNS.map((column) => String(one[column] ?? ''))]),
  };
}
