import type {
  Download,
  DownloadFacets,
  exportDownloads,
  listDownloadFacets,
  listDownloadLicenses,
  listDownloads,
} from '@muniment/contract/downloads.ts';
import type { AnswerOf, QueryOf } from '@muniment/contract/endpoint.ts';
import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import { validate as isUuid } from 'uuid';
import { type Member, viewerOf } from '../../actor.ts';
import { csvOfPages } from '../../csv-text.ts';
import { decodeCursor, encodeCursor } from '../../cursor.ts';
import type { Queryable } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import type { TextReply } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import {
  selectDownload,
  selectDownloadFacets,
  selectDownloadPage,
  selectOfferingLicenses,
} from './download-repository.ts';

/** Files that license IDs offer which are open to the caller. @source W5, R10 */
export async function listOpenDownloads(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof listDownloads>,
): Promise<AnswerOf<typeof listDownloads>> {
  const { limit = PAGE_LIMIT_DEFAULT, cursor, ...filter } = query;
  const page = await selectDownloadPage(q, viewerOf(actor), filter, { limit, cursor });
  return { items: page.rows, nextCursor: page.nextCursor, total: page.total };
}

/** By what that list can be narrowed down. @source W5, R10 */
export function openDownloadFacets(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof listDownloadFacets>,
): Promise<DownloadFacets> {
  return selectDownloadFacets(q, viewerOf(actor), query);
}

/**
 * One file that a license ID offers.
 *
 * @throws Problem license-id-not-found; not-found where the license ID offers no such file.
 * @source W5, R10
 */
export async function showDownload(
  q: Queryable,
  actor: Member,
  licenseId: string,
  downloadId: string,
): Promise<Download> {
  const license = await requireOpenedLicense(q, actor, licenseId, 'product:download');
  const download = isUuid(downloadId) ? await selectDownload(q, license, downloadId) : null;
  if (download === null) throw new Problem('not-found');
  const { total } = await selectOfferingLicenses(q, viewerOf(actor), download.id, { after: null, limit: 1 });
  return { ...download, licenseCount: total };
}

/** Under which license IDs the caller may have a file. @source W5, R10 */
export async function listOfferingLicenses(
  q: Queryable,
  actor: Member,
  downloadId: string,
  query: QueryOf<typeof listDownloadLicenses>,
): Promise<AnswerOf<typeof listDownloadLicenses>> {
  const { limit = PAGE_LIMIT_DEFAULT, cursor, q: text } = query;
  const after = decodeCursor(cursor, ['text'])?.[0] ?? null;
  if (!isUuid(downloadId)) return { items: [], nextCursor: null, total: 0 };
  const page = { q: text, after, limit: limit + 1 };
  const { rows, total } = await selectOfferingLicenses(q, viewerOf(actor), downloadId, page);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit),
    nextCursor: last === undefined ? null : encodeCursor([last.licenseId]),
    total,
  };
}

const COLUMNS = [
  'downloadNumber',
  'partNumber',
  'product',
  'version',
  'language',
  'architecture',
  'fileType',
  'fileName',
  'sizeBytes',
  'sha256',
  'available',
  'licenseId',
  'licenseCount',
] as const satisfies readonly (keyof Download)[];

const PIECE_DOWNLOADS = 500;

/** The files that match. What is open is decided anew with each piece. @source W5, RFC 4180 */
export async function exportOpenDownloads(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof exportDownloads>,
): Promise<TextReply> {
  const day = (await currentTime(q)).toISOString().slice(0, 10);
  const readPage = async (cursor: string | undefined) => {
    const page = { limit: PIECE_DOWNLOADS, cursor };
    const { rows, nextCursor } = await selectDownloadPage(q, viewerOf(actor), query, page);
    return { items: rows, nextCursor };
  };
  return {
    fileName: `downloads-${actor.organization.number}-${day}.csv`,
    pieces: csvOfPages(COLUMNS, readPage, (row) => [COLUMNS.map((column) => String(row[column] ?? ''))]),
  };
}
