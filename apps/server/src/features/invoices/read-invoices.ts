import type { AnswerOf } from '@muniment/contract/endpoint.ts';
import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import {
  INVOICE_SORT_DEFAULT,
  type InvoiceDetails,
  type InvoiceSort,
  type listInvoices,
} from '@muniment/contract/invoices.ts';
import { validate as isUuid } from 'uuid';
import { type Member, viewerOf } from '../../actor.ts';
import { csvHead, csvOfPages, csvRows } from '../../csv-text.ts';
import type { Database, Queryable, Trx } from '../../database/connect.ts';
import { currentTime, inTransaction } from '../../database/transaction.ts';
import type { FileReply, TextReply } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import { appendDisclosure } from '../ledger/ledger-service.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import {
  type InvoiceFilter,
  selectDocument,
  selectInvoice,
  selectInvoicePage,
  selectMatchingLicenses,
  selectOpenedByInvoiceReader,
  selectWholeInvoicePage,
} from './invoice-repository.ts';
import { RECONCILIATION_COLUMNS, reconciliationRows, toInvoice, toInvoiceDetails } from './invoice-view.ts';

type Asked = Omit<InvoiceFilter, 'action'> & {
  readonly sort?: InvoiceSort | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
};

/** A page of the invoices on license IDs on which the caller may list them. @source W9, R10 */
export async function listSeenInvoices(
  q: Queryable,
  actor: Member,
  { sort = INVOICE_SORT_DEFAULT, limit = PAGE_LIMIT_DEFAULT, cursor, ...filter }: Asked,
): Promise<AnswerOf<typeof listInvoices>> {
  const page = { sort, limit, cursor };
  const wanted = { ...filter, action: 'invoice:list' as const };
  const { rows, nextCursor, total } = await selectInvoicePage(q, viewerOf(actor), wanted, page);
  return { items: rows.map(toInvoice), nextCursor, total };
}

/** @throws Problem license-id-not-found, as {@link requireOpenedLicense}; not-found. @source W9 */
export async function showInvoice(
  q: Queryable,
  actor: Member,
  licenseId: string,
  invoiceId: string,
): Promise<InvoiceDetails> {
  const license = await requireOpenedLicense(q, actor, licenseId, 'invoice:list');
  const invoice = isUuid(invoiceId) ? await selectInvoice(q, license, invoiceId) : null;
  if (invoice === null) throw new Problem('not-found');
  return toInvoiceDetails(invoice);
}

/**
 * The document of an invoice, as the publisher made it. Whoever asks is looked at with each download, so that an
 * address that was handed out opens nothing once the role has ended.
 *
 * @throws Problem license-id-not-found, not-found.
 * @source W9, B5
 */
export function downloadDocument(
  db: Database,
  actor: Member,
  licenseId: string,
  invoiceId: string,
): Promise<FileReply> {
  return inTransaction(db, async (trx) => {
    const license = await requireOpenedLicense(trx, actor, licenseId, 'invoice:download');
    const document = isUuid(invoiceId) ? await selectDocument(trx, license, invoiceId) : null;
    if (document === null) throw new Problem('not-found');
    await discloseInvoice(trx, actor, license, { invoiceId, as: 'pdf' });
    return {
      mediaType: 'application/pdf',
      fileName: `${fileNameOf(document.invoiceNumber)}.pdf`,
      bytes: document.bytes,
    };
  });
}

/** One invoice for reconciliation. @throws Problem license-id-not-found, not-found. @source W9, B5 */
export function downloadReconciliation(
  db: Database,
  actor: Member,
  licenseId: string,
  invoiceId: string,
): Promise<TextReply> {
  return inTransaction(db, async (trx) => {
    const license = await requireOpenedLicense(trx, actor, licenseId, 'invoice:download');
    const invoice = isUuid(invoiceId) ? await selectInvoice(trx, license, invoiceId) : null;
    if (invoice === null) throw new Problem('not-found');
    await discloseInvoice(trx, actor, license, { invoiceId, as: 'csv' });
    return {
      fileName: `${fileNameOf(invoice.invoiceNumber)}.csv`,
      pieces: piecesOf(csvHead(RECONCILIATION_COLUMNS), csvRows(reconciliationRows(invoice))),
    };
  });
}

/** As many invoices one piece of the file holds. */
const PIECE_INVOICES = 200;

/**
 * All invoices that match, for reconciliation. Which license IDs they are of is one disclosure; what is open to the
 * caller is decided anew with each piece.
 *
 * @source W9, B5, R10
 */
export async function exportSeenInvoices(
  db: Database,
  actor: Member,
  { sort = INVOICE_SORT_DEFAULT, ...asked }: Omit<Asked, 'limit' | 'cursor'>,
): Promise<TextReply> {
  const viewer = viewerOf(actor);
  const filter = { ...asked, action: 'invoice:download' as const };
  const at = await inTransaction(db, async (trx) => {
    const licenseIds = await selectMatchingLicenses(trx, viewer, filter);
    const now = await currentTime(trx);
    if (licenseIds.length > 0) {
      const hidden = await selectOpenedByInvoiceReader(trx, viewer, licenseIds);
      await appendDisclosure(trx, actor.organization.id, authorOf(actor), now, {
        event: 'invoices.exported',
        version: 1,
        licenseIds,
        details: { exported: licenseIds.map((licenseId) => disclosed(actor, { licenseId }, hidden)) },
      });
    }
    return now;
  });
  return {
    fileName: `invoices-${actor.organization.number}-${at.toISOString().slice(0, 10)}.csv`,
    pieces: csvOfPages(
      RECONCILIATION_COLUMNS,
      async (cursor) => {
        const page = { sort, limit: PIECE_INVOICES, cursor };
        const { rows, nextCursor } = await selectWholeInvoicePage(db, viewer, filter, page);
        return { items: rows, nextCursor };
      },
      reconciliationRows,
    ),
  };
}

/** A role that ended while this waited for the ledger opens nothing any more, and nothing is recorded. @source R10 */
async function discloseInvoice(
  trx: Trx,
  actor: Member,
  license: { readonly id: string; readonly licenseId: string },
  what: { readonly invoiceId: string; readonly as: 'pdf' | 'csv' },
): Promise<void> {
  const given = { licenseId: license.id, ...what };
  const hidden = await selectOpenedByInvoiceReader(trx, viewerOf(actor), [given.licenseId]);
  const at = await currentTime(trx);
  await appendDisclosure(trx, actor.organization.id, authorOf(actor), at, {
    event: 'invoice.downloaded',
    version: 1,
    licenseIds: [given.licenseId],
    details: { downloaded: [disclosed(actor, given, hidden)] },
  });
  await requireOpenedLicense(trx, actor, license.licenseId, 'invoice:download');
}

/**
 * A row of the ledger. Where only Invoice Reader opened it, the row names that role: whoever does not see the role
 * must not learn from a download who holds it (R9).
 */
function disclosed<Row extends { readonly licenseId: string }>(
  actor: Member,
  row: Row,
  hidden: ReadonlySet<string>,
) {
  const role = hidden.has(row.licenseId) ? { role: 'invoice-reader' as const } : {};
  return { ...row, vlUserId: actor.vlUserId, ...role };
}

function authorOf(actor: Member) {
  return { kind: 'person', id: actor.vlUserId, name: actor.displayName } as const;
}

/** Nothing in a number can end the header that it stands in, or lead out of a folder. */
function fileNameOf(invoiceNumber: string): string {
  return `invoice-${invoiceNumber.replace(/[^A-Za-z0-9._-]/g, '-')}`;
}

async function* piecesOf(...pieces: readonly string[]): AsyncGenerator<string> {
  yield* pieces;
}
