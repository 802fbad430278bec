import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import {
  CalendarDate,
  CountryCode,
  countedPageOf,
  Id,
  LicenseIdAsked,
  LicenseIdNumber,
  Name,
  orNull,
  pageQuery,
  strict,
} from './fields.ts';
import { SavedRecord } from './records.ts';

export const INVOICE_KINDS = ['invoice', 'credit-memo'] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];

/** What a list of invoices sorts by; with `-` before it from the end. */
const INVOICE_COLUMNS = [
  'invoiceNumber',
  'kind',
  'invoiceDate',
  'poNumber',
  'billingPeriod',
  'dueDate',
  'paymentTerms',
  'totalDue',
  'licenseId',
] as const;
export type InvoiceColumn = (typeof INVOICE_COLUMNS)[number];
export const INVOICE_SORTS = INVOICE_COLUMNS.flatMap((column) => [column, `-${column}`] as const);
export type InvoiceSort = (typeof INVOICE_SORTS)[number];
export const INVOICE_SORT_DEFAULT = '-invoiceDate' satisfies InvoiceSort;

/** The most bytes of an invoice's document. */
export const INVOICE_PDF_MAX_BYTES = 10 * 1024 * 1024;

/** Never a number of JSON, which would round it. */
const Amount = Type.String({
  pattern: '^-?(0|[1-9][0-9]{0,11})(\\.[0-9]{1,2})?$',
  description: 'A decimal such as -1204.50.',
});
const UnitPrice = Type.String({ pattern: '^-?(0|[1-9][0-9]{0,11})(\\.[0-9]{1,4})?$' });
const Currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' });
const Money = Type.Object({ amount: Amount, currency: Currency }, strict);
export type Money = Type.Static<typeof Money>;
const Day = Type.String({ format: 'date' });

/** As numbers of invoices are: no blanks, nothing that could lead out of a folder. */
const InvoiceNumber = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$' });
const InvoiceNumberAsked = Type.String({ minLength: 1, maxLength: 64 });

const Address = Type.Object(
  {
    name: Name,
    lines: Type.Array(Name, { minItems: 1, maxItems: 6, description: 'As they stand on an envelope.' }),
    country: CountryCode,
  },
  strict,
);
export type InvoiceAddress = Type.Static<typeof Address>;

const BillingPeriod = Type.Object({ from: CalendarDate, to: CalendarDate }, strict);

/** One row of the list. @source W9 */
export const Invoice = Type.Object({
  id: Id,
  licenseId: Type.String(),
  licenseName: Type.String(),
  invoiceNumber: Type.String(),
  kind: Type.Enum([...INVOICE_KINDS]),
  invoiceDate: Day,
  poNumber: orNull(Type.String()),
  billingPeriod: orNull(Type.Object({ from: Day, to: Day })),
  dueDate: orNull(Day),
  paymentTerms: orNull(Type.String()),
  totalDue: Type.Object({ amount: Amount, currency: Currency }),
  hasPdf: Type.Boolean({ description: "Whether the publisher's document is here." }),
});
export type Invoice = Type.Static<typeof Invoice>;

const lineFields = {
  description: Name,
  partNumber: Type.Optional(Name),
  orderNumber: Type.Optional(Name),
  quantity: Type.Integer({ minimum: -1_000_000_000, maximum: 1_000_000_000 }),
  unitPrice: UnitPrice,
  amount: Amount,
};
const InvoiceLine = Type.Object({
  line: Type.Integer({ description: 'From 1, as on the document.' }),
  description: Type.String(),
  partNumber: orNull(Type.String()),
  orderNumber: orNull(Type.String()),
  quantity: Type.Integer(),
  unitPrice: UnitPrice,
  amount: Amount,
});
export type InvoiceLine = Type.Static<typeof InvoiceLine>;

const ShownAddress = orNull(
  Type.Object({ name: Type.String(), lines: Type.Array(Type.String()), country: Type.String() }),
);

export const InvoiceDetails = Type.Object({
  ...Invoice.properties,
  soldTo: ShownAddress,
  billTo: ShownAddress,
  shipTo: ShownAddress,
  lines: Type.Array(InvoiceLine),
  pdf: orNull(
    Type.Object({
      bytes: Type.Integer(),
      sha256: Type.String({ description: 'Hexadecimal.' }),
    }),
  ),
});
export type InvoiceDetails = Type.Static<typeof InvoiceDetails>;

const filter = {
  q: Type.Optional(Type.String({ maxLength: 200, description: 'In invoice number and PO number.' })),
  kind: Type.Optional(Type.Enum([...INVOICE_KINDS])),
  from: Type.Optional(Type.String({ ...CalendarDate, description: 'The first invoice date that counts.' })),
  to: Type.Optional(Type.String({ ...CalendarDate, description: 'The last invoice date that counts.' })),
  sort: Type.Optional(Type.Enum([...INVOICE_SORTS], { default: INVOICE_SORT_DEFAULT })),
};
const ofLicense = { licenseId: Type.Optional(LicenseIdAsked) };
const licenseParams = Type.Object({ licenseId: LicenseIdAsked });
const invoiceParams = Type.Object({
  ...licenseParams.properties,
  invoiceId: Type.String({ maxLength: 64 }),
});

export const listInvoices = endpoint({
  id: 'listInvoices',
  tag: 'Invoices',
  method: 'GET',
  path: '/v1/invoices',
  summary: 'Invoices and credit memos of the license IDs on which the caller may list them (W9)',
  needs: 'invoice:list',
  query: Type.Object({ ...pageQuery, ...ofLicense, ...filter }, strict),
  responses: { 200: countedPageOf(Invoice) },
});

export const listLicenseInvoices = endpoint({
  id: 'listLicenseInvoices',
  tag: 'Invoices',
  method: 'GET',
  path: '/v1/licenses/:licenseId/invoices',
  summary: 'Invoices and credit memos of one license ID (W9)',
  needs: 'invoice:list',
  params: licenseParams,
  query: Type.Object({ ...pageQuery, ...filter }, strict),
  responses: { 200: countedPageOf(Invoice) },
  problems: ['license-id-not-found'],
});

const ReconciliationCsv = Type.String({
  description:
    'UTF-8 with a byte order mark, RFC 4180: licenseId, invoiceNumber, kind, invoiceDate, poNumber, periodFrom, periodTo, dueDate, paymentTerms, currency, totalDue, line, partNumber, description, orderNumber, quantity, unitPrice, amount. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
});

export const exportInvoices = endpoint({
  id: 'exportInvoices',
  tag: 'Invoices',
  method: 'GET',
  path: '/v1/invoices/export',
  summary: 'The invoices that match, for reconciliation: CSV with a row for each of their lines (W9)',
  needs: 'invoice:download',
  query: Type.Object({ ...ofLicense, ...filter }, strict),
  mediaType: 'text/csv',
  responses: { 200: ReconciliationCsv },
});

export const getInvoice = endpoint({
  id: 'getInvoice',
  tag: 'Invoices',
  method: 'GET',
  path: '/v1/licenses/:licenseId/invoices/:invoiceId',
  summary: 'One invoice with its addresses and lines (W9)',
  needs: 'invoice:list',
  params: invoiceParams,
  responses: { 200: InvoiceDetails },
  problems: ['license-id-not-found'],
});

export const exportInvoice = endpoint({
  id: 'exportInvoice',
  tag: 'Invoices',
  method: 'GET',
  path: '/v1/licenses/:licenseId/invoices/:invoiceId/export',
  summary: 'One invoice for reconciliation: CSV with a row for each of its lines (W9)',
  needs: 'invoice:download',
  params: invoiceParams,
  mediaType: 'text/csv',
  responses: { 200: ReconciliationCsv },
  problems: ['license-id-not-found'],
});

export const getInvoicePdf = endpoint({
  id: 'getInvoicePdf',
  tag: 'Invoices',
  method: 'GET',
  path: '/v1/licenses/:licenseId/invoices/:invoiceId/pdf',
  summary: "The publisher's document of an invoice; each download is a disclosure in the ledger (W9)",
  needs: 'invoice:download',
  params: invoiceParams,
  mediaType: 'application/pdf',
  responses: { 200: Type.String({ description: 'A PDF.' }) },
  problems: ['license-id-not-found'],
});

const invoiceFacts = {
  kind: Type.Enum([...INVOICE_KINDS]),
  invoiceDate: CalendarDate,
  poNumber: Type.Optional(Name),
  billingPeriod: Type.Optional(BillingPeriod),
  dueDate: Type.Optional(CalendarDate),
  paymentTerms: Type.Optional(Name),
  totalDue: Money,
  soldTo: Type.Optional(Address),
  billTo: Type.Optional(Address),
  shipTo: Type.Optional(Address),
  lines: Type.Optional(Type.Array(Type.Object(lineFields, strict), { maxItems: 500 })),
};

/**
 * An invoice as the publisher or the partner pushes it: known by license ID and invoice number. What is left out is
 * not known; lines that are left out are gone.
 */
export const InvoiceRecord = Type.Object(
  { licenseId: LicenseIdNumber, invoiceNumber: InvoiceNumber, ...invoiceFacts },
  strict,
);
export type InvoiceRecord = Type.Static<typeof InvoiceRecord>;

const ofInvoice = Type.Object({ licenseId: LicenseIdAsked, invoiceNumber: InvoiceNumberAsked });

export const putInvoice = endpoint({
  id: 'putInvoice',
  tag: 'Partner',
  method: 'PUT',
  path: '/v1/partner/licenses/:licenseId/invoices/:invoiceNumber',
  summary: 'Save an invoice or a credit memo with its lines (W9)',
  needs: 'partner-or-publisher',
  params: ofInvoice,
  body: Type.Object(invoiceFacts, {
    ...strict,
    examples: [
      {
        kind: 'invoice',
        invoiceDate: '2026-10-01',
        poNumber: 'PO-2026-0117',
        billingPeriod: { from: '2026-10-01', to: '2026-12-31' },
        dueDate: '2026-10-31',
        paymentTerms: 'Net 30',
        totalDue: { amount: '1500.00', currency: 'EUR' },
        lines: [
          {
            description: 'Meridian Suite, per user',
            partNumber: 'MER-USR-01',
            quantity: 120,
            unitPrice: '12.50',
            amount: '1500.00',
          },
        ],
      },
    ],
  }),
  responses: { 200: SavedRecord, 201: SavedRecord },
  problems: ['license-id-not-found'],
});

const SavedDocument = Type.Object({
  outcome: Type.Enum(['created', 'updated', 'unchanged']),
  bytes: Type.Integer(),
  sha256: Type.String({ description: 'Hexadecimal.' }),
});

export const putInvoicePdf = endpoint({
  id: 'putInvoicePdf',
  tag: 'Partner',
  method: 'PUT',
  path: '/v1/partner/licenses/:licenseId/invoices/:invoiceNumber/pdf',
  summary: 'Save the document of an invoice, in place of the one before: a PDF of at most 10 MiB (W9)',
  needs: 'partner-or-publisher',
  params: ofInvoice,
  bodyMediaType: 'application/pdf',
  maxBodyBytes: INVOICE_PDF_MAX_BYTES,
  responses: { 200: SavedDocument, 201: SavedDocument },
  problems: ['license-id-not-found'],
});
