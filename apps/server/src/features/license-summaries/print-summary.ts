import type { Language } from '@muniment/domain/languages.ts';
import { totalsOfPools } from '@muniment/domain/license-summary.ts';
import { type Member, viewerOf } from '../../actor.ts';
import type { Queryable } from '../../database/connect.ts';
import type { FileReply } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import { summaryMessages } from './messages/catalog.ts';
import { readAllRows, requireDoneSummary } from './show-summaries.ts';
import { writeSummaryPdf } from './summary-pdf.ts';
import { selectLanguage, selectOpenOfSummary } from './summary-repository.ts';

/**
 * A summary as PDF. What is open is asked once more when the document is ready: what closed while it was written is
 * not handed out.
 *
 * @throws Problem not-found, summary-not-done as the rows.
 * @source W4, R10
 */
export async function printSummary(
  q: Queryable,
  actor: Member,
  summaryId: string,
  { language, publisherName }: { readonly language?: Language | undefined; readonly publisherName: string },
): Promise<FileReply> {
  const viewer = viewerOf(actor);
  const { asOf } = await requireDoneSummary(q, actor, summaryId);
  const licenses = await selectOpenOfSummary(q, viewer, summaryId);
  const rows = await readAllRows(q, actor, summaryId);
  const bytes = await writeSummaryPdf(
    {
      publisherName,
      organizationName: actor.organization.name,
      asOf,
      licenses,
      rows,
      totals: totalsOfPools(rows),
    },
    summaryMessages(language ?? (await selectLanguage(q, viewer))),
  );
  const now = await selectOpenOfSummary(q, viewer, summaryId);
  const isSame = namesOf(now) === namesOf(licenses);
  if (!isSame) throw new Problem('not-found');
  return {
    mediaType: 'application/pdf',
    fileName: `license-summary-${actor.organization.number}-${asOf}.pdf`,
    bytes,
  };
}

function namesOf(licenses: readonly { readonly licenseId: string }[]): string {
  return licenses.map(({ licenseId }) => licenseId).join(' ');
}
