import type { ColumnType } from 'kysely';

/** As the publisher's system says; the columns of a request are what somebody here asked for. */
export interface SubscriptionTable {
  organization_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  license_id: ColumnType<string, string, never>;
  subscription_number: ColumnType<string, string, never>;
  product_id: string;
  quantity: number;
  assigned: number;
  minimum_quantity: number;
  maximum_quantity: number;
  /** YYYY-MM-DD: its last day. */
  ends_on: string;
  auto_renew: boolean;
  is_suspended: boolean;
  requested_quantity: number | null;
  requested_auto_renew: boolean | null;
  requested_at: Date | null;
  requested_by: string | null;
  declined_quantity: number | null;
  declined_at: Date | null;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | undefined, never>;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}
