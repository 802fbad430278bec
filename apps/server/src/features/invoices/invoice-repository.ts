import type { InvoiceAddress, InvoiceColumn, InvoiceKind, InvoiceSort } from '@muniment/contract/invoices.ts';
import type { Action } from '@muniment/domain/roles.ts';
import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import { containing } from '../../database/like-pattern.ts';
import { openingRoles } from '../../database/opening-roles.ts';
import { collated, pageOrder, type SortColumn } from '../../database/page-order.ts';
import type { StoredInvoiceLine } from '../../database/tables/invoices.ts';
import type { Viewer } from '../vl-users/viewer.ts';

export interface InvoiceRow {
  readonly id: string;
  readonly licenseId: string;
  readonly licenseName: string;
  readonly invoiceNumber: string;
  readonly kind: InvoiceKind;
  readonly invoiceDate: string;
  readonly poNumber: string | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly dueDate: string | null;
  readonly paymentTerms: string | null;
  readonly totalDue: string;
  readonly currency: string;
  readonly hasPdf: boolean;
}

/** With what only the page of one invoice and the reconciliation show. */
export interface WholeInvoiceRow extends InvoiceRow {
  readonly soldTo: InvoiceAddress | null;
  readonly billTo: InvoiceAddress | null;
  readonly shipTo: InvoiceAddress | null;
  readonly lines: readonly StoredInvoiceLine[];
}

export interface InvoiceFilter {
  /** What has to be open to the viewer: the list, or its download. */
  readonly action: Action;
  /** As people call it. */
  readonly licenseId?: string | undefined;
  readonly q?: string | undefined;
  readonly kind?: InvoiceKind | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

// Without a date an invoice stands behind all that have one.
const COLUMNS: Readonly<Record<InvoiceColumn, SortColumn>> = {
  invoiceNumber: { by: sql`i.number`, type: 'text' },
  kind: { by: sql`i.type`, type: 'text' },
  invoiceDate: { by: sql`i.invoice_date`, type: 'date' },
  poNumber: { by: collated(sql`coalesce(i.po_number, '')`), type: 'text' },
  billingPeriod: { by: sql`coalesce(i.period_from, 'infinity')`, type: 'date' },
  dueDate: { by: sql`coalesce(i.due_date, 'infinity')`, type: 'date' },
  paymentTerms: { by: collated(sql`coalesce(i.payment_terms, '')`), type: 'text' },
  totalDue: { by: sql`i.total_due`, type: 'numeric' },
  licenseId: { by: sql`l.license_id`, type: 'text' },
};

const LISTED = sql`
  i.id, l.license_id as "licenseId", l.name as "licenseName", i.number as "invoiceNumber", i.type as kind,
  i.invoice_date as "invoiceDate", i.po_number as "poNumber", i.period_from as "periodFrom",
  i.period_to as "periodTo", i.due_date as "dueDate", i.payment_terms as "paymentTerms",
  i.total_due as "totalDue", i.currency,
  exists (
    select from invoice_document d where d.organization_id = i.organization_id and d.invoice_id = i.id
  ) as "hasPdf"
`;
const WHOLE = sql`${LISTED}, i.sold_to as "soldTo", i.bill_to as "billTo", i.ship_to as "shipTo", i.lines`;

function matching(viewer: Viewer, filter: InvoiceFilter) {
  const { organizationId, vlUserId } = viewer;
  const pattern = filter.q?.trim() ? containing(filter.q.trim()) : null;
  return sql`
    from invoice i
    join license l on l.organization_id = i.organization_id and l.id = i.license_id
    where i.organization_id = ${organizationId}
      and i.license_id in (
        select o.license_id from license_opened_to(${organizationId}, ${vlUserId}, ${openingRoles(filter.action)}) o
      )
      and (${filter.licenseId ?? null}::text is null or l.license_id = ${filter.licenseId ?? null})
      and (${filter.kind ?? null}::text is null or i.type = ${filter.kind ?? null})
      and (${filter.from ?? null}::date is null or i.invoice_date >= ${filter.from ?? null}::date)
      and (${filter.to ?? null}::date is null or i.invoice_date <= ${filter.to ?? null}::date)
      and (${pattern}::text is null or i.number ilike ${pattern} or i.po_number ilike ${pattern})
  `;
}

interface Page {
  readonly sort: InvoiceSort;
  readonly limit: number;
  readonly cursor: string | undefined;
}

interface SelectedPage<Row> {
  readonly rows: Row[];
  readonly nextCursor: string | null;
}

/** A page of invoices, and how many match in all. @source W9, R10 */
export async function selectInvoicePage(
  q: Queryable,
  viewer: Viewer,
  filter: InvoiceFilter,
  page: Page,
): Promise<SelectedPage<InvoiceRow> & { total: number }> {
  const selected = await selectPage<InvoiceRow>(q, LISTED, viewer, filter, page);
  const { rows } = await sql<{ total: number }>`select count(*) as total ${matching(viewer, filter)}`.execute(
    q,
  );
  return { ...selected, total: rows[0]?.total ?? 0 };
}

/** A page of invoices with their lines. @source W9, R10 */
export function selectWholeInvoicePage(
  q: Queryable,
  viewer: Viewer,
  filter: InvoiceFilter,
  page: Page,
): Promise<SelectedPage<WholeInvoiceRow>> {
  return selectPage<WholeInvoiceRow>(q, WHOLE, viewer, filter, page);
}

async function selectPage<Row extends { readonly id: string }>(
  q: Queryable,
  columns: typeof LISTED,
  viewer: Viewer,
  filter: InvoiceFilter,
  { sort, limit, cursor }: Page,
): Promise<SelectedPage<Row>> {
  const order = pageOrder(COLUMNS, sql`i.id`, sort, cursor);
  const { rows } = await sql<Row & { sortValue: string }>`
    select ${columns}, ${order.value} as "sortValue"
    ${matching(viewer, filter)} and ${order.isAfter}
    order by ${order.order}
    limit ${limit + 1}
  `.execute(q);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown,
    nextCursor: rows.length > limit && last !== undefined ? order.cursorAfter(last) : null,
  };
}

/** License IDs (internal ids) of the invoices that match, in order. */
export async function selectMatchingLicenses(
  q: Queryable,
  viewer: Viewer,
  filter: InvoiceFilter,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct i.license_id as id ${matching(viewer, filter)} order by 1
  `.execute(q);
  return rows.map(({ id }) => id);
}

/** Of these license IDs (internal ids), those that are open to the viewer by Invoice Reader alone. */
export async function selectOpenedByInvoiceReader(
  q: Queryable,
  viewer: Viewer,
  licenseIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select e.license_id as id from effective_role e
    where e.organization_id = ${viewer.organizationId} and e.vl_user_id = ${viewer.vlUserId}
      and e.license_id = any(${licenseIds}::uuid[]) and e.role in ('administrator', 'invoice-reader')
    group by e.license_id
    having bool_and(e.role = 'invoice-reader')
  `.execute(q);
  return new Set(rows.map(({ id }) => id));
}

/** One invoice of a license ID (internal id), with the facts of its document. */
export async function selectInvoice(
  q: Queryable,
  license: { readonly organizationId: string; readonly id: string },
  invoiceId: string,
): Promise<(WholeInvoiceRow & { pdfBytes: number | null; pdfSha256: Buffer | null }) | null> {
  const { rows } = await sql<WholeInvoiceRow & { pdfBytes: number | null; pdfSha256: Buffer | null }>`
    select ${WHOLE}, length(p.bytes) as "pdfBytes", p.sha256 as "pdfSha256"
    from invoice i
    join license l on l.organization_id = i.organization_id and l.id = i.license_id
    left join invoice_document p on p.organization_id = i.organization_id and p.invoice_id = i.id
    where i.organization_id = ${license.organizationId} and i.license_id = ${license.id} and i.id = ${invoiceId}
  `.execute(q);
  return rows[0] ?? null;
}

/** The document of an invoice of a license ID (internal id); null where there is none. */
export async function selectDocument(
  q: Queryable,
  license: { readonly organizationId: string; readonly id: string },
  invoiceId: string,
): Promise<{ invoiceNumber: string; bytes: Buffer } | null> {
  const { rows } = await sql<{ invoiceNumber: string; bytes: Buffer }>`
    select i.number as "invoiceNumber", d.bytes
    from invoice i join invoice_document d on d.organization_id = i.organization_id and d.invoice_id = i.id
    where i.organization_id = ${license.organizationId} and i.license_id = ${license.id} and i.id = ${invoiceId}
  `.execute(q);
  return rows[0] ?? null;
}
