import type { ColumnType } from 'kysely';

export type ProductPool = 'applications' | 'systems' | 'servers';

/** The publisher's catalog, of no organization. */
export interface ProductTable {
  id: ColumnType<string, string, never>;
  part_number: ColumnType<string, string, never>;
  name: string;
  family: string;
  version: string;
  pool: ProductPool;
  created_at: ColumnType<Date, Date | undefined, never>;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}
