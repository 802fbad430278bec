import { InvoiceRecord } from '@muniment/contract/invoices.ts';
import { v7 } from 'uuid';
import type { Trx } from '../../database/connect.ts';
import { ownLicenses, unknownLicenseId } from '../records/own-licenses-service.ts';
import type { RecordActor, RecordKind, RejectedRecord, Saved } from '../records/record-kind.ts';
import { upsertInvoices, type WantedInvoice } from './save-invoice-repository.ts';

/** Invoices and credit memos as the publisher or a partner pushes them. */
export const invoiceKind: RecordKind<typeof InvoiceRecord> = {
  type: 'invoice',
  schema: InvoiceRecord,
  by: 'partner-or-publisher',
  save: (trx, _deps, actor, records) => saveInvoices(trx, actor, records),
};

async function saveInvoices(
  trx: Trx,
  actor: RecordActor,
  records: readonly InvoiceRecord[],
): Promise<Saved[]> {
  const licenses = await ownLicenses(
    trx,
    actor,
    records.map(({ licenseId }) => licenseId),
  );
  const wanted = new Map<string, WantedInvoice>();
  const read = records.map((record): RejectedRecord | WantedInvoice => {
    const license = licenses.get(record.licenseId);
    if (license === undefined) return unknownLicenseId;
    const facts = { ...record, ...linesOf(record) };
    const refusal = refuse(facts);
    if (refusal !== null) return refusal;
    const invoice = { id: v7(), organizationId: license.organizationId, licenseId: license.id, facts };
    wanted.set(keyOf(license.id, facts.invoiceNumber), invoice);
    return invoice;
  });
  // Sorted, so that two imports cannot wait for each other.
  const sorted = [...wanted.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, invoice]) => invoice);
  const changed = new Map(
    (await upsertInvoices(trx, sorted)).map((row) => [keyOf(row.licenseId, row.invoiceNumber), row.isNew]),
  );
  return read.map((one) => {
    if ('outcome' in one) return one;
    const isNew = changed.get(keyOf(one.licenseId, one.facts.invoiceNumber));
    const outcome = isNew === undefined ? 'unchanged' : isNew ? 'created' : 'updated';
    return { outcome, organizationId: one.organizationId, licenseId: one.licenseId };
  });
}

function keyOf(licenseId: string, invoiceNumber: string): string {
  return `${licenseId} ${invoiceNumber}`;
}

function refuse({ billingPeriod, dueDate, invoiceDate, kind }: InvoiceRecord): RejectedRecord | null {
  if (billingPeriod !== undefined && billingPeriod.to < billingPeriod.from) {
    return { outcome: 'rejected', pointer: '/billingPeriod/to', detail: 'It ends before it begins.' };
  }
  if (kind === 'invoice' && dueDate !== undefined && dueDate < invoiceDate) {
    return { outcome: 'rejected', pointer: '/dueDate', detail: 'It lies before the invoice date.' };
  }
  return null;
}

/** Two decimals, as the database keeps the total: an amount that is written otherwise is no other one. */
function linesOf({ lines }: InvoiceRecord): Pick<InvoiceRecord, 'lines'> {
  if (lines === undefined) return {};
  return { lines: lines.map((line) => ({ ...line, amount: withTwoDecimals(line.amount) })) };
}

function withTwoDecimals(amount: string): string {
  const [whole = '', decimals = ''] = amount.split('.');
  return `${whole}.${decimals.padEnd(2, '0')}`;
}
