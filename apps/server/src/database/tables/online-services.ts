import type { ActivationChoice } from '@muniment/domain/activations.ts';
import type { ReservationStatus } from '@muniment/domain/reservations.ts';
import type { ColumnType, Generated } from 'kysely';

type Fixed<T> = ColumnType<T, T, never>;
type Created = ColumnType<Date, Date | undefined, never>;

/** An online service under a license ID. */
export interface OnlineServiceTable {
  organization_id: Fixed<string>;
  id: Fixed<string>;
  license_id: Fixed<string>;
  product_id: Fixed<string>;
  /** As the publisher's system says, as `ends_on` and `anniversary`. */
  seats: number;
  /** YYYY-MM-DD, as every date; null: none is known. */
  ends_on: string | null;
  /** null: the contract's first day. */
  anniversary: string | null;
  /** By keys. */
  added_seats: Generated<number>;
  renewed_until: string | null;
  created_at: Created;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

export interface ReservationTable {
  organization_id: Fixed<string>;
  id: Fixed<string>;
  license_id: Fixed<string>;
  service_id: Fixed<string>;
  quantity: Fixed<number>;
  usage_country: Fixed<string>;
  usage_date: Fixed<string>;
  status: Generated<ReservationStatus>;
  reserved_at: Fixed<Date>;
  reserved_by: Fixed<string>;
  canceled_at: Date | null;
  canceled_by: string | null;
  cancel_reason: string | null;
  ordered_at: Date | null;
  order_number: string | null;
}

/** A key that somebody may use once, on whatever license ID. */
export interface ActivationKeyTable {
  id: Fixed<string>;
  /** SHA-256. */
  key_hash: Fixed<Buffer>;
  last_five: Fixed<string>;
  /** null: the publisher pushed it. */
  partner_id: Fixed<string | null>;
  product_id: string;
  seats: number;
  created_at: Created;
}

export interface ActivationTable {
  organization_id: Fixed<string>;
  id: Fixed<string>;
  license_id: Fixed<string>;
  service_id: Fixed<string>;
  key_id: Fixed<string>;
  choice: Fixed<ActivationChoice>;
  /** Of the service since. */
  ends_on: string | null;
  activated_at: Fixed<Date>;
  activated_by: Fixed<string>;
}

/** What a license ID may redeem once. */
export interface RedemptionTable {
  organization_id: Fixed<string>;
  id: Fixed<string>;
  license_id: Fixed<string>;
  offer_number: Fixed<string>;
  product_id: string;
  quantity: number;
  redeemed_at: Date | null;
  redeemed_by: string | null;
  created_at: Created;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}
