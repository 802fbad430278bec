import type { Invoice, InvoiceDetails } from '@muniment/contract/invoices.ts';
import type { InvoiceRow, selectInvoice, WholeInvoiceRow } from './invoice-repository.ts';

/** A row of the list. */
export function toInvoice({ periodFrom, periodTo, totalDue, currency, ...row }: InvoiceRow): Invoice {
  return {
    id: row.id,
    licenseId: row.licenseId,
    licenseName: row.licenseName,
    invoiceNumber: row.invoiceNumber,
    kind: row.kind,
    invoiceDate: row.invoiceDate,
    poNumber: row.poNumber,
    billingPeriod: periodFrom === null || periodTo === null ? null : { from: periodFrom, to: periodTo },
    dueDate: row.dueDate,
    paymentTerms: row.paymentTerms,
    totalDue: { amount: totalDue, currency },
    hasPdf: row.hasPdf,
  };
}

/** One invoice with its addresses, lines and document. */
export function toInvoiceDetails(
  row: NonNullable<Awaited<ReturnType<typeof selectInvoice>>>,
): InvoiceDetails {
  const { soldTo, billTo, shipTo, lines, pdfBytes, pdfSha256 } = row;
  return {
    ...toInvoice(row),
    soldTo,
    billTo,
    shipTo,
    lines: lines.map(({ partNumber = null, orderNumber = null, ...line }, index) => ({
      line: index + 1,
      partNumber,
      orderNumber,
      ...line,
    })),
    pdf:
      pdfBytes === null || pdfSha256 === null ? null : { bytes: pdfBytes, sha256: pdfSha256.toString('hex') },
  };
}

export const RECONCILIATION_COLUMNS = [
  'licenseId',
  'invoiceNumber',
  'kind',
  'invoiceDate',
  'poNumber',
  'periodFrom',
  'periodTo',
  'dueDate',
  'paymentTerms',
  'currency',
  'totalDue',
  'line',
  'partNumber',
  'description',
  'orderNumber',
  'quantity',
  'unitPrice',
  'amount',
] as const;

/** The rows of an invoice in the reconciliation: one for each line, and one for an invoice without lines. */
export function reconciliationRows(row: WholeInvoiceRow): string[][] {
  const invoice = [
    row.licenseId,
    row.invoiceNumber,
    row.kind,
    row.invoiceDate,
    row.poNumber ?? '',
    row.periodFrom ?? '',
    row.periodTo ?? '',
    row.dueDate ?? '',
    row.paymentTerms ?? '',
    row.currency,
    row.totalDue,
  ];
  if (row.lines.length === 0) return [[...invoice, '', '', '', '', '', '', '']];
  return row.lines.map((line, index) => [
    ...invoice,
    String(index + 1),
    line.partNumber ?? '',
    line.description,
    line.orderNumber ?? '',
    String(line.quantity),
    line.unitPrice,
    line.amount,
  ]);
}
