import type { InvoiceAddress, InvoiceKind } from '@muniment/contract/invoices.ts';
import type { ColumnType } from 'kysely';

type Fixed<T> = ColumnType<T, T, never>;
/** JSON is written as text. */
type Json<T> = ColumnType<T, string, string>;

export interface InvoiceTable {
  organization_id: Fixed<string>;
  id: Fixed<string>;
  license_id: Fixed<string>;
  number: Fixed<string>;
  type: InvoiceKind;
  /** YYYY-MM-DD, as all its days. */
  invoice_date: string;
  po_number: string | null;
  period_from: string | null;
  period_to: string | null;
  due_date: string | null;
  payment_terms: string | null;
  /** A decimal as text. */
  total_due: string;
  currency: string;
  sold_to: Json<InvoiceAddress | null>;
  bill_to: Json<InvoiceAddress | null>;
  ship_to: Json<InvoiceAddress | null>;
  lines: Json<StoredInvoiceLine[]>;
  updated_at: Date;
}

/** One line as it was pushed; what is not known is left out. */
export interface StoredInvoiceLine {
  readonly description: string;
  readonly partNumber?: string;
  readonly orderNumber?: string;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly amount: string;
}

export interface InvoiceDocumentTable {
  organization_id: Fixed<string>;
  invoice_id: Fixed<string>;
  sha256: Buffer;
  /** A PDF. */
  bytes: Buffer;
  received_at: Date;
}
