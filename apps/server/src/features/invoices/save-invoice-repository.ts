import type { InvoiceRecord } from '@muniment/contract/invoices.ts';
import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';

/** An invoice to be saved under a license ID (internal id). */
export interface WantedInvoice {
  readonly id: string;
  readonly organizationId: string;
  readonly licenseId: string;
  readonly facts: InvoiceRecord;
}

export interface SavedInvoice {
  /** Internal. */
  readonly licenseId: string;
  readonly invoiceNumber: string;
  readonly isNew: boolean;
}

/**
 * Saves invoices, each named once. Give them sorted by license ID and number.
 *
 * @returns Those that are new or differ; what is as it was is left out.
 */
export async function upsertInvoices(trx: Trx, invoices: readonly WantedInvoice[]): Promise<SavedInvoice[]> {
  const { rows } = await sql<SavedInvoice>`
    insert into invoice (
      organization_id, id, license_id, number, type, invoice_date, po_number, period_from, period_to, due_date,
      payment_terms, total_due, currency, sold_to, bill_to, ship_to, lines
    )
    select r.organization_id, r.id, r.license_id, r.number, r.type, r.invoice_date, r.po_number, r.period_from,
      r.period_to, r.due_date, r.payment_terms, r.total_due, r.currency, r.sold_to, r.bill_to, r.ship_to, r.lines
    from jsonb_to_recordset(${JSON.stringify(invoices.map(rowOf))}::jsonb) as r (
      organization_id uuid, id uuid, license_id uuid, number text, type text, invoice_date date, po_number text,
      period_from date, period_to date, due_date date, payment_terms text, total_due numeric(14, 2), currency text,
      sold_to jsonb, bill_to jsonb, ship_to jsonb, lines jsonb
    )
    order by r.license_id, r.number collate "C"
    on conflict (organization_id, license_id, number) do update
    set type = excluded.type, invoice_date = excluded.invoice_date, po_number = excluded.po_number,
      period_from = excluded.period_from, period_to = excluded.period_to, due_date = excluded.due_date,
      payment_terms = excluded.payment_terms, total_due = excluded.total_due, currency = excluded.currency,
      sold_to = excluded.sold_to, bill_to = excluded.bill_to, ship_to = excluded.ship_to, lines = excluded.lines,
      updated_at = now()
    where (
      invoice.type, invoice.invoice_date, invoice.po_number, invoice.period_from, invoice.period_to,
      invoice.due_date, invoice.payment_terms, invoice.total_due, invoice.currency, invoice.sold_to,
      invoice.bill_to, invoice.ship_to, invoice.lines
    ) is distinct from (
      excluded.type, excluded.invoice_date, excluded.po_number, excluded.period_from, excluded.period_to,
      excluded.due_date, excluded.payment_terms, excluded.total_due, excluded.currency, excluded.sold_to,
      excluded.bill_to, excluded.ship_to, excluded.lines
    )
    returning license_id as "licenseId", number as "invoiceNumber", xmax = 0 as "isNew"
  `.execute(trx);
  return rows;
}

function rowOf({ id, organizationId, licenseId, facts }: WantedInvoice) {
  return {
    organization_id: organizationId,
    id,
    license_id: licenseId,
    number: facts.invoiceNumber,
    type: facts.kind,
    invoice_date: facts.invoiceDate,
    po_number: facts.poNumber,
    period_from: facts.billingPeriod?.from,
    period_to: facts.billingPeriod?.to,
    due_date: facts.dueDate,
    payment_terms: facts.paymentTerms,
    total_due: facts.totalDue.amount,
    currency: facts.totalDue.currency,
    sold_to: facts.soldTo,
    bill_to: facts.billTo,
    ship_to: facts.shipTo,
    lines: facts.lines ?? [],
  };
}

/** The id of an invoice by its number on a license ID (internal id). */
export async function selectInvoiceId(
  q: Queryable,
  license: { readonly organizationId: string; readonly id: string },
  invoiceNumber: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from invoice
    where organization_id = ${license.organizationId} and license_id = ${license.id} and number = ${invoiceNumber}
  `.execute(q);
  return rows[0]?.id ?? null;
}

/** Saves the document of an invoice. @returns Whether there was none before; null where it is the same one. */
export async function upsertDocument(
  trx: Trx,
  document: {
    readonly organizationId: string;
    readonly invoiceId: string;
    readonly sha256: Buffer;
    readonly bytes: Uint8Array;
    readonly at: Date;
  },
): Promise<{ isNew: boolean } | null> {
  const { organizationId, invoiceId, sha256, bytes, at } = document;
  const { rows } = await sql<{ isNew: boolean }>`
    insert into invoice_document (organization_id, invoice_id, sha256, bytes, received_at)
    values (${organizationId}, ${invoiceId}, ${sha256}, ${Buffer.from(bytes)}, ${at})
    on conflict (organization_id, invoice_id) do update
    set sha256 = excluded.sha256, bytes = excluded.bytes, received_at = excluded.received_at
    where invoice_document.sha256 <> excluded.sha256
    returning xmax = 0 as "isNew"
  `.execute(trx);
  return rows[0] ?? null;
}
