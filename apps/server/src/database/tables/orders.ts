import type { ColumnType } from 'kysely';

/** `order` is a word of SQL. */
export interface ProductOrderTable {
  organization_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  license_id: ColumnType<string, string, never>;
  reseller_order_number: ColumnType<string, string, never>;
  customer_order_number: string | null;
  /** YYYY-MM-DD, as every date. */
  ordered_on: string;
  usage_start_date: string | null;
  reseller: string;
  content: Buffer;
  created_at: ColumnType<Date, Date | undefined, never>;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

export interface OrderLineTable {
  organization_id: ColumnType<string, string, never>;
  order_id: ColumnType<string, string, never>;
  line: ColumnType<number, number, never>;
  product_id: ColumnType<string, string, never>;
  quantity: ColumnType<number, number, never>;
  country: ColumnType<string, string, never>;
}
