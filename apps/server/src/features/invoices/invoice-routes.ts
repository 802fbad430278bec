import {
  exportInvoice,
  exportInvoices,
  getInvoice,
  getInvoicePdf,
  listInvoices,
  listLicenseInvoices,
  putInvoice,
  putInvoicePdf,
} from '@muniment/contract/invoices.ts';
import type { FastifyInstance } from 'fastify';
import { serveFile, serveRead, serveText, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { putRecord } from '../records/put-record-service.ts';
import type { RecordDeps } from '../records/record-kind.ts';
import { invoiceKind } from './invoice-service.ts';
import {
  downloadDocument,
  downloadReconciliation,
  exportSeenInvoices,
  listSeenInvoices,
  showInvoice,
} from './read-invoices.ts';
import { saveDocument } from './save-document.ts';

export function registerInvoices(app: FastifyInstance, deps: WriteDeps & RecordDeps): void {
  serveRead(app, deps, listInvoices, async ({ actor, query }, db) => ({
    status: 200,
    body: await listSeenInvoices(db, actor, query),
  }));

  serveRead(app, deps, listLicenseInvoices, async ({ actor, params, query }, db) => {
    const { licenseId } = await requireOpenedLicense(db, actor, params.licenseId, 'invoice:list');
    return { status: 200, body: await listSeenInvoices(db, actor, { ...query, licenseId }) };
  });

  serveText(app, deps, exportInvoices, ({ actor, query }, db) => exportSeenInvoices(db, actor, query));

  serveRead(app, deps, getInvoice, async ({ actor, params }, db) => ({
    status: 200,
    body: await showInvoice(db, actor, params.licenseId, params.invoiceId),
  }));

  serveText(app, deps, exportInvoice, ({ actor, params }, db) =>
    downloadReconciliation(db, actor, params.licenseId, params.invoiceId),
  );

  serveFile(app, deps, getInvoicePdf, ({ actor, params }, db) =>
    downloadDocument(db, actor, params.licenseId, params.invoiceId),
  );

  putRecord(app, deps, putInvoice, invoiceKind, (params, body) => ({ ...params, ...body }));

  serveWrite(app, deps, putInvoicePdf, async ({ actor, params, body }, trx) => {
    const saved = await saveDocument(trx, actor, params, body);
    return { status: saved.outcome === 'created' ? 201 : 200, body: saved };
  });
}
