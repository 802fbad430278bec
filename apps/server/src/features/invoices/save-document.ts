import { createHash } from 'node:crypto';
import type { AnswerOf } from '@muniment/contract/endpoint.ts';
import type { putInvoicePdf } from '@muniment/contract/invoices.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { invalidField, Problem } from '../../problem.ts';
import { appendToLedger } from '../ledger/ledger-service.ts';
import { ownLicenses } from '../records/own-licenses-service.ts';
import type { RecordActor } from '../records/record-kind.ts';
import { selectInvoiceId, upsertDocument } from './save-invoice-repository.ts';

/**
 * Saves the document of an invoice, in place of the one before. The same one again changes nothing.
 *
 * @param body As it came; undefined where nothing was sent.
 * @throws Problem license-id-not-found, not-found where there is no such invoice, invalid-request for what is no PDF.
 * @source W9, B5
 */
export async function saveDocument(
  trx: Trx,
  actor: RecordActor,
  { licenseId, invoiceNumber }: { readonly licenseId: string; readonly invoiceNumber: string },
  body: Uint8Array | undefined,
): Promise<AnswerOf<typeof putInvoicePdf>> {
  const license = (await ownLicenses(trx, actor, [licenseId])).get(licenseId);
  if (license === undefined) throw new Problem('license-id-not-found');
  const invoiceId = await selectInvoiceId(trx, license, invoiceNumber);
  if (invoiceId === null) {
    throw new Problem('not-found', { detail: 'Save the invoice first, then its document.' });
  }
  if (body === undefined || !isPdf(body)) {
    throw invalidField('', 'This is no PDF: send one, with content-type: application/pdf.');
  }
  const sha256 = createHash('sha256').update(body).digest();
  const at = await currentTime(trx);
  const { organizationId } = license;
  const saved = await upsertDocument(trx, { organizationId, invoiceId, sha256, bytes: body, at });
  const answer = { bytes: body.length, sha256: sha256.toString('hex') };
  if (saved === null) return { outcome: 'unchanged', ...answer };
  const author =
    actor.kind === 'partner'
      ? { kind: 'partner' as const, id: actor.partner.id, name: actor.partner.name }
      : { kind: 'publisher' as const, id: null, name: '' };
  await appendToLedger(trx, organizationId, author, at, {
    event: 'invoice-document.saved',
    version: 1,
    licenseIds: [license.id],
    details: { documents: [{ licenseId: license.id, invoiceId, sha256: answer.sha256 }] },
  });
  return { outcome: saved.isNew ? 'created' : 'updated', ...answer };
}

/** ISO 32000-2, 7.5.2: the header. Readers forgive what stands before it, and so could take it for something else. */
function isPdf(bytes: Uint8Array): boolean {
  return /^%PDF-[12]\.\d/.test(Buffer.from(bytes.subarray(0, 8)).toString('latin1'));
}
