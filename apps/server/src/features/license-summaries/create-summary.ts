import type { BodyOf } from '@muniment/contract/endpoint.ts';
import type { createLicenseSummary, LicenseSummaryDetails } from '@muniment/contract/license-summaries.ts';
import { v7 } from 'uuid';
import { type Member, viewerOf } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import type { JobQueue } from '../../jobs/job-queue.ts';
import { Problem } from '../../problem.ts';
import { requireOpenedLicense, requireOpenedLicenses } from '../licenses/license-service.ts';
import { showSummary } from './show-summaries.ts';
import {
  cancelUnfinished,
  countUnfinished,
  insertSummary,
  selectOpenLicenses,
} from './summary-repository.ts';

/** As many summaries of one person are made at once. */
const UNFINISHED_MAX = 3;

/**
 * Asks for a summary: a worker makes it in the background, of what counts today (UTC).
 *
 * @throws Problem license-id-not-found where one of the license IDs is not open to the caller, or none is;
 *   too-many-summaries.
 * @source W4, R10
 */
export async function createSummary(
  trx: Trx,
  jobs: JobQueue,
  actor: Member,
  body: BodyOf<typeof createLicenseSummary>,
): Promise<LicenseSummaryDetails> {
  const viewer = viewerOf(actor);
  const licenseIds = await licensesOf(trx, actor, body);
  if ((await countUnfinished(trx, viewer)) >= UNFINISHED_MAX) {
    throw new Problem('too-many-summaries', {
      detail: `${UNFINISHED_MAX} summaries of yours are being made. Wait for one, or cancel one.`,
    });
  }
  const at = await currentTime(trx);
  const id = v7();
  await insertSummary(trx, viewer, { id, at, asOf: at.toISOString().slice(0, 10), licenseIds });
  await jobs.enqueueSummaries(trx, [{ organizationId: viewer.organizationId, summaryId: id, runAfter: at }]);
  return showSummary(trx, actor, id);
}

/** @throws Problem not-found where there is no such summary of the caller's. @source W4 */
export async function cancelSummary(
  trx: Trx,
  actor: Member,
  summaryId: string,
): Promise<LicenseSummaryDetails> {
  await showSummary(trx, actor, summaryId);
  await cancelUnfinished(trx, viewerOf(actor), summaryId);
  return showSummary(trx, actor, summaryId);
}

/** @returns Internal ids, at least one. */
async function licensesOf(
  trx: Trx,
  actor: Member,
  body: BodyOf<typeof createLicenseSummary>,
): Promise<string[]> {
  if ('licenseIds' in body) {
    const opened = await requireOpenedLicenses(trx, actor, body.licenseIds, 'summary:create');
    return opened.map(({ id }) => id);
  }
  const all = await selectOpenLicenses(trx, viewerOf(actor));
  // The words for a license ID that is not open: there is none of any name.
  if (all.length === 0) await requireOpenedLicense(trx, actor, '', 'summary:create');
  return all;
}
