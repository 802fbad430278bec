import type { Invoice, InvoiceDetails, Money } from '@muniment/contract/invoices.ts';

/** The digits as they came: an amount is never a number here, which would round it. */
function money({ amount, currency }: Money): string {
  const [whole = '', decimals = '00'] = amount.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals} ${currency}`;
}

function address(heading: string, given: InvoiceDetails['soldTo']): string[] {
  return given === null ? [] : [`${heading}: ${[given.name, ...given.lines, given.country].join(', ')}`];
}

/** What commands about invoices print. */
export const invoiceMessages = {
  none: 'There are no such invoices.',
  notFound: (name: string, licenseId: string) => `${licenseId} has no invoice ${name}`,
  kind: { invoice: 'Invoice', 'credit-memo': 'Credit memo' },
  money,
  period: ({ billingPeriod }: Invoice) =>
    billingPeriod === null ? '' : `${billingPeriod.from} to ${billingPeriod.to}`,
  heading: (invoice: InvoiceDetails): string =>
    [
      `${invoiceMessages.kind[invoice.kind]} ${invoice.invoiceNumber} of ${invoice.invoiceDate}, under ${invoice.licenseId} (${invoice.licenseName})`,
      `Total due: ${money(invoice.totalDue)}${invoice.dueDate === null ? '' : `, by ${invoice.dueDate}`}`,
      ...(invoice.paymentTerms === null ? [] : [`Payment terms: ${invoice.paymentTerms}`]),
      ...(invoice.poNumber === null ? [] : [`PO number: ${invoice.poNumber}`]),
      ...address('Sold to', invoice.soldTo),
      ...address('Bill to', invoice.billTo),
      ...address('Ship to', invoice.shipTo),
      `Document: ${invoice.pdf === null ? 'none yet' : `PDF, SHA-256 ${invoice.pdf.sha256}`}`,
    ].join('\n'),
  columns: {
    invoiceNumber: 'Invoice number',
    kind: 'Type',
    invoiceDate: 'Invoice date',
    poNumber: 'PO number',
    billingPeriod: 'Billing period',
    dueDate: 'Due date',
    paymentTerms: 'Payment terms',
    totalDue: 'Total due',
    description: 'Description',
    unitPrice: 'Unit price',
    amount: 'Amount',
  },
};
