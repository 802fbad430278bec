import type { ColumnType } from 'kysely';

/** A file of the publisher's catalog, of no organization. Where it is not available, its file may not be known. */
export interface DownloadTable {
  id: ColumnType<string, string, never>;
  download_number: ColumnType<string, string, never>;
  product_id: string;
  product_version: string;
  /** BCP 47 */
  language: string;
  architecture: string;
  file_type: string;
  is_available: boolean;
  file_name: string | null;
  size_bytes: number | null;
  sha256: Buffer | null;
  storage_key: string | null;
  created_at: ColumnType<Date, Date | undefined, never>;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

export interface DownloadOfferTable {
  organization_id: ColumnType<string, string, never>;
  license_id: ColumnType<string, string, never>;
  product_id: ColumnType<string, string, never>;
  /** false: it was offered once. */
  is_offered: boolean;
  created_at: ColumnType<Date, Date | undefined, never>;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

/** Links whose bytes were begun to be fetched, until they are over. */
export interface DownloadBegunTable {
  organization_id: ColumnType<string, string, never>;
  link_id: ColumnType<string, string, never>;
  expires_at: ColumnType<Date, Date, never>;
}
