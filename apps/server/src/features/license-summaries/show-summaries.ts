import type { QueryOf } from '@muniment/contract/endpoint.ts';
import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import type {
  LicenseSummary,
  LicenseSummaryDetails,
  LicenseSummaryRow,
  listLicenseSummaries,
  listLicenseSummaryRows,
} from '@muniment/contract/license-summaries.ts';
import { totalsOfPools } from '@muniment/domain/license-summary.ts';
import { validate as isUuid } from 'uuid';
import { type Member, viewerOf } from '../../actor.ts';
import { csvOfPages } from '../../csv-text.ts';
import type { Queryable } from '../../database/connect.ts';
import type { TextReply } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import { KEPT_DAYS } from './kept-days.ts';
import { type SummaryView, selectSummary, selectSummaryPage } from './summary-repository.ts';
import { type RowFilter, type RowPage, selectSummaryRows } from './summary-row-repository.ts';

/** The caller's own summaries, without those of whose license IDs none is open to them any more. @source W4, R10 */
export async function listSummaries(
  q: Queryable,
  actor: Member,
  { limit = PAGE_LIMIT_DEFAULT, cursor }: QueryOf<typeof listLicenseSummaries>,
): Promise<{ items: LicenseSummary[]; nextCursor: string | null; total: number }> {
  const page = await selectSummaryPage(q, viewerOf(actor), { limit, cursor }, KEPT_DAYS);
  return { items: page.rows.map(viewOf), nextCursor: page.nextCursor, total: page.total };
}

/**
 * How far a summary is, and its totals once it is done.
 *
 * @throws Problem not-found where there is none of the caller's, or none of its license IDs is open to them any more.
 * @source W4, R10
 */
export async function showSummary(
  q: Queryable,
  actor: Member,
  summaryId: string,
): Promise<LicenseSummaryDetails> {
  const summary = await requireSummary(q, actor, summaryId);
  if (summary.state !== 'done') return { ...viewOf(summary), totals: [] };
  return { ...viewOf(summary), totals: totalsOfPools(await readAllRows(q, actor, summaryId)) };
}

/** @throws Problem not-found as {@link showSummary}; summary-not-done. @source W4, R10 */
export async function listSummaryRows(
  q: Queryable,
  actor: Member,
  summaryId: string,
  { limit = PAGE_LIMIT_DEFAULT, cursor, ...filter }: QueryOf<typeof listLicenseSummaryRows>,
): Promise<{ items: LicenseSummaryRow[]; nextCursor: string | null; total: number }> {
  await requireDoneSummary(q, actor, summaryId);
  const page = await readRows(q, actor, summaryId, filter, { limit, cursor });
  return { items: page.rows, nextCursor: page.nextCursor, total: page.total };
}

const COLUMNS = [
  'family',
  'version',
  'pool',
  'type',
  'granted',
  'effectiveQuantity',
  'activeSoftwareAssuranceQuantity',
] as const;

const PIECE_ROWS = 500;

/**
 * The rows as CSV. What is open is asked anew with each piece; where it changed since the first one, rows would be sums
 * of different license IDs: the file is broken off, without its end.
 *
 * @throws Problem as {@link listSummaryRows}.
 * @source W4, RFC 4180
 */
export async function exportSummary(q: Queryable, actor: Member, summaryId: string): Promise<TextReply> {
  const { asOf } = await requireDoneSummary(q, actor, summaryId);
  let first: string | null = null;
  const readPage = async (cursor: string | undefined) => {
    const page = await readRows(q, actor, summaryId, {}, { limit: PIECE_ROWS, cursor });
    first ??= page.addedUp;
    if (page.addedUp !== first) throw new Problem('not-found');
    return { items: page.rows, nextCursor: page.nextCursor };
  };
  return {
    fileName: `license-summary-${actor.organization.number}-${asOf}.csv`,
    pieces: csvOfPages(COLUMNS, readPage, cellsOf),
  };
}

/** All rows of a summary, by pool and name. @throws Problem not-found where none of its license IDs is open. */
export async function readAllRows(
  q: Queryable,
  actor: Member,
  summaryId: string,
): Promise<LicenseSummaryRow[]> {
  const rows: LicenseSummaryRow[] = [];
  let cursor: string | undefined;
  let first: string | null = null;
  do {
    const page = await readRows(q, actor, summaryId, {}, { limit: PIECE_ROWS, cursor });
    first ??= page.addedUp;
    if (page.addedUp !== first) throw new Problem('not-found');
    rows.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

/** @throws Problem not-found as {@link showSummary}; summary-not-done. */
export async function requireDoneSummary(
  q: Queryable,
  actor: Member,
  summaryId: string,
): Promise<SummaryView> {
  const summary = await requireSummary(q, actor, summaryId);
  if (summary.state === 'done') return summary;
  throw new Problem('summary-not-done', {
    detail:
      summary.endedAt === null
        ? 'It is still being made. Ask for it again in a moment.'
        : 'It was not finished. Create it again.',
  });
}

async function requireSummary(q: Queryable, actor: Member, summaryId: string): Promise<SummaryView> {
  const summary = isUuid(summaryId) ? await selectSummary(q, viewerOf(actor), summaryId, KEPT_DAYS) : null;
  if (summary === null) throw new Problem('not-found');
  return summary;
}

async function readRows(
  q: Queryable,
  actor: Member,
  summaryId: string,
  filter: RowFilter,
  page: { readonly limit: number; readonly cursor: string | undefined },
): Promise<RowPage> {
  const read = await selectSummaryRows(q, viewerOf(actor), summaryId, filter, page);
  if (read.addedUp === null) throw new Problem('not-found');
  return read;
}

function cellsOf(row: LicenseSummaryRow): string[][] {
  return [COLUMNS.map((column) => String(row[column]))];
}

function viewOf(summary: SummaryView): LicenseSummary {
  const { id, state, reason, asOf, openLicenseCount, licenseIds } = summary;
  return {
    id,
    state,
    reason,
    asOf,
    progress: { done: summary.doneCount, total: summary.licenseCount },
    openLicenseCount,
    licenseIds,
    createdAt: summary.createdAt.toISOString(),
    endedAt: summary.endedAt?.toISOString() ?? null,
    expiresAt: summary.expiresAt.toISOString(),
  };
}
