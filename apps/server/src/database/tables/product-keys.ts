import type { KeyStatus, KeyType } from '@muniment/contract/product-keys.ts';
import type { ColumnType } from 'kysely';

type Fixed<T> = ColumnType<T, T, never>;

export interface ProductKeyTable {
  organization_id: Fixed<string>;
  id: Fixed<string>;
  license_id: Fixed<string>;
  /** The publisher's own, unique on the license ID. */
  number: Fixed<string>;
  product_id: string;
  type: KeyType;
  status: KeyStatus;
  activations_used: number;
  /** null: they are not counted against a limit. */
  activations_total: number | null;
  /** In clear, for people to tell keys apart and to find one by. */
  last_five: string;
  /** AES-256-GCM, bound to the row. */
  sealed: string;
  /** The id of the key that it was sealed under. */
  sealed_under: string;
  created_at: ColumnType<Date, Date | undefined, never>;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}
