import { setImmediate as otherWork } from 'node:timers/promises';
import type { LicenseSummaryRow } from '@muniment/contract/license-summaries.ts';
import type { PoolTotal } from '@muniment/domain/license-summary.ts';
import PDFDocument from 'pdfkit';
import type { SummaryMessages } from './messages/catalog.ts';
import { type Column, pdfPage } from './pdf-page.ts';
import { NO_GLYPH } from './pdf-text.ts';

export interface PrintedSummary {
  readonly publisherName: string;
  readonly organizationName: string;
  /** YYYY-MM-DD */
  readonly asOf: string;
  readonly licenses: readonly { readonly licenseId: string; readonly name: string }[];
  readonly rows: readonly LicenseSummaryRow[];
  readonly totals: readonly PoolTotal[];
}

/** As many rows are written before other requests get their turn. */
const ROWS_AT_ONCE = 40;
const LICENSES_A_ROW = 4;

/**
 * Writes a summary as PDF: A4, tagged, its language named; the head of a table stands on each of its pages.
 *
 * @returns The whole document.
 * @source W4
 */
export async function writeSummaryPdf(summary: PrintedSummary, messages: SummaryMessages): Promise<Buffer> {
  const { t, formatNumber, formatDay, language } = messages;
  const title = `${t('title')}, ${summary.organizationName}, ${summary.asOf}`;
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    autoFirstPage: false,
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    lang: language,
    info: { Title: title, Author: summary.publisherName },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => doc.once('end', resolve).once('error', reject));

  const page = pdfPage(doc, t('masthead', { publisher: summary.publisherName }));
  page.heading(t('title'), 1);
  page.paragraph(`${t('organization')}: ${summary.organizationName}`);
  page.paragraph(t('asOf', { day: formatDay(summary.asOf) }));
  const count = t('licenseCount', { count: summary.licenses.length });
  const named = summary.licenses.slice(0, LICENSES_A_ROW).map(({ licenseId }) => licenseId);
  page.paragraph(summary.licenses.length > LICENSES_A_ROW ? count : `${count}: ${named.join(', ')}`);

  page.heading(t('totals'), 2);
  const totals = page.table([
    { heading: t('column.pool'), share: 2 },
    { heading: t('column.effectiveQuantity'), share: 1, align: 'end' },
    { heading: t('column.activeSoftwareAssuranceQuantity'), share: 1, align: 'end' },
  ]);
  for (const total of summary.totals) {
    totals.row([
      t(`pool.${total.pool}`),
      formatNumber(total.effectiveQuantity),
      formatNumber(total.activeSoftwareAssuranceQuantity),
    ]);
  }
  totals.end();

  page.heading(t('rows'), 2);
  if (summary.rows.length === 0) page.paragraph(t('none'));
  else {
    const table = page.table(rowColumns(messages));
    for (const [index, row] of summary.rows.entries()) {
      const type = t(`type.${row.type}`);
      table.row([
        row.family,
        row.version,
        t(`pool.${row.pool}`),
        row.granted ? t('granted', { type }) : type,
        formatNumber(row.effectiveQuantity),
        formatNumber(row.activeSoftwareAssuranceQuantity),
      ]);
      if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await otherWork();
    }
    table.end();
  }

  page.heading(t('licenses'), 2);
  for (let index = 0; index < summary.licenses.length; index += LICENSES_A_ROW) {
    page.cells(
      summary.licenses.slice(index, index + LICENSES_A_ROW).map(({ licenseId }) => licenseId),
      LICENSES_A_ROW,
    );
    if (index % (ROWS_AT_ONCE * LICENSES_A_ROW) === 0) await otherWork();
  }
  if (page.hasGaps()) page.paragraph(t('unwritable', { sign: NO_GLYPH }));
  page.end((number, pages) => t('page', { page: number, pages }));
  await ended;
  return Buffer.concat(chunks);
}

function rowColumns({ t }: SummaryMessages): Column[] {
  return [
    { heading: t('column.family'), share: 3.2 },
    { heading: t('column.version'), share: 1.1 },
    { heading: t('column.pool'), share: 1.5 },
    { heading: t('column.type'), share: 2.4 },
    { heading: t('column.effectiveQuantity'), share: 1.3, align: 'end' },
    { heading: t('column.activeSoftwareAssuranceQuantity'), share: 1.6, align: 'end' },
  ];
}
