import { buffer } from 'node:stream/consumers';
import type { InvoiceRecord } from '@muniment/contract/invoices.ts';
import PDFDocument from 'pdfkit';
import type { PartnerActor } from '../src/actor.ts';
import type { Trx } from '../src/database/connect.ts';
import { saveDocument } from '../src/features/invoices/save-document.ts';
import type { DemoRecord } from './records/demo-record.ts';

/** Of every license ID so many of the newest invoices have their document; that of the others is still to come. */
const DOCUMENTS_OF_LICENSE = 2;
/** Every one of them is an entry of the ledger. */
const DOCUMENTS = 40;

/** Pushes the documents of some of the demo's invoices, as the partner of their license ID. */
export async function saveInvoiceDocuments(
  trx: Trx,
  { publisherName }: { readonly publisherName: string },
  partnerOf: ReadonlyMap<string, PartnerActor['partner']>,
  records: readonly DemoRecord[],
): Promise<void> {
  const invoices = records.filter(({ type }) => type === 'invoice') as unknown as InvoiceRecord[];
  const byLicense = Map.groupBy(invoices, ({ licenseId }) => licenseId);
  const printed = [...byLicense.values()].flatMap((ofLicense) => ofLicense.slice(0, DOCUMENTS_OF_LICENSE));
  for (const invoice of printed.slice(0, DOCUMENTS)) {
    const partner = partnerOf.get(invoice.licenseId);
    if (partner === undefined) throw new Error(`${invoice.licenseId} is no license ID of the demo`);
    const document = await printInvoice(publisherName, invoice.licenseId, invoice);
    await saveDocument(trx, { kind: 'partner', partner }, invoice, document);
  }
}

type Printed = Pick<
  InvoiceRecord,
  'invoiceNumber' | 'kind' | 'invoiceDate' | 'dueDate' | 'paymentTerms' | 'billTo' | 'lines' | 'totalDue'
>;

/** The document of an invoice, as a publisher's billing might print it: one small page, the same bytes every time. */
function printInvoice(publisherName: string, licenseId: string, invoice: Printed): Promise<Buffer> {
  const { invoiceNumber, kind, invoiceDate, dueDate, paymentTerms, billTo, lines = [], totalDue } = invoice;
  const title = `${kind === 'invoice' ? 'Invoice' : 'Credit memo'} ${invoiceNumber}`;
  const page = new PDFDocument({
    size: 'A4',
    margin: 56,
    info: { Title: title, Author: publisherName, CreationDate: new Date(`${invoiceDate}T00:00:00Z`) },
  });
  page.font('Helvetica-Bold').fontSize(16).text(publisherName).moveDown(0.5).fontSize(12).text(title);
  page.font('Helvetica').fontSize(10).moveDown();
  const facts = [
    `License ID: ${licenseId}`,
    `Date: ${invoiceDate}`,
    dueDate === undefined ? '' : `Due: ${dueDate}`,
    paymentTerms === undefined ? '' : `Payment terms: ${paymentTerms}`,
    '',
    ...(billTo === undefined ? [] : ['Bill to:', billTo.name, ...billTo.lines, billTo.country, '']),
    ...lines.map(
      ({ quantity, description, unitPrice, amount }) =>
        `${quantity} x ${description} at ${unitPrice}: ${amount}`,
    ),
  ];
  for (const fact of facts) page.text(plain(fact) || ' ');
  page.moveDown().font('Helvetica-Bold').text(`Total due: ${totalDue.amount} ${totalDue.currency}`);
  page.end();
  return buffer(page);
}

/** The typefaces that every reader of PDF has know the letters of western Europe. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/[^\x20-\x7e]/g, '');
}
