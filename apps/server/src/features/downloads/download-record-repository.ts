import { sql } from 'kysely';
import type { Trx } from '../../database/connect.ts';

export interface NewDownload {
  readonly id: string;
  readonly downloadNumber: string;
  readonly productId: string;
  readonly version: string;
  readonly language: string;
  readonly architecture: string;
  readonly fileType: string;
  readonly isAvailable: boolean;
  readonly fileName: string | null;
  readonly sizeBytes: number | null;
  readonly sha256: Buffer | null;
  readonly storageKey: string | null;
}

/**
 * Saves downloads, each named once, by their numbers. Give them in an order that all share.
 *
 * @returns Those that are new or differ; what is as it was is left out.
 */
export async function upsertDownloads(
  trx: Trx,
  downloads: readonly NewDownload[],
): Promise<{ downloadNumber: string; isNew: boolean }[]> {
  const { rows } = await sql<{ downloadNumber: string; isNew: boolean }>`
    insert into download as d (
      id, download_number, product_id, product_version, language, architecture, file_type, is_available, file_name,
      size_bytes, sha256, storage_key
    )
    select * from unnest(
      ${downloads.map((one) => one.id)}::uuid[],
      ${downloads.map((one) => one.downloadNumber)}::text[],
      ${downloads.map((one) => one.productId)}::uuid[],
      ${downloads.map((one) => one.version)}::text[],
      ${downloads.map((one) => one.language)}::text[],
      ${downloads.map((one) => one.architecture)}::text[],
      ${downloads.map((one) => one.fileType)}::text[],
      ${downloads.map((one) => one.isAvailable)}::boolean[],
      ${downloads.map((one) => one.fileName)}::text[],
      ${downloads.map((one) => one.sizeBytes)}::bigint[],
      ${downloads.map((one) => one.sha256)}::bytea[],
      ${downloads.map((one) => one.storageKey)}::text[]
    )
    on conflict (download_number) do update
    set product_id = excluded.product_id, product_version = excluded.product_version, language = excluded.language,
      architecture = excluded.architecture, file_type = excluded.file_type, is_available = excluded.is_available,
      file_name = excluded.file_name, size_bytes = excluded.size_bytes, sha256 = excluded.sha256,
      storage_key = excluded.storage_key, updated_at = now()
    where (d.product_id, d.product_version, d.language, d.architecture, d.file_type, d.is_available, d.file_name,
        d.size_bytes, d.sha256, d.storage_key)
      is distinct from (excluded.product_id, excluded.product_version, excluded.language, excluded.architecture,
        excluded.file_type, excluded.is_available, excluded.file_name, excluded.size_bytes, excluded.sha256,
        excluded.storage_key)
    returning download_number as "downloadNumber", xmax = 0 as "isNew"
  `.execute(trx);
  return rows;
}

export interface NewOffer {
  readonly organizationId: string;
  /** Internal. */
  readonly licenseId: string;
  readonly productId: string;
  readonly isOffered: boolean;
}

/**
 * Saves offers, each named once. Give them in an order that all share.
 *
 * @returns Those that are new or differ; what is as it was is left out.
 */
export async function upsertOffers(
  trx: Trx,
  offers: readonly NewOffer[],
): Promise<{ licenseId: string; productId: string; isNew: boolean }[]> {
  const { rows } = await sql<{ licenseId: string; productId: string; isNew: boolean }>`
    insert into download_offer as o (organization_id, license_id, product_id, is_offered)
    select * from unnest(
      ${offers.map((one) => one.organizationId)}::uuid[],
      ${offers.map((one) => one.licenseId)}::uuid[],
      ${offers.map((one) => one.productId)}::uuid[],
      ${offers.map((one) => one.isOffered)}::boolean[]
    )
    on conflict (organization_id, license_id, product_id) do update
    set is_offered = excluded.is_offered, updated_at = now()
    where o.is_offered <> excluded.is_offered
    returning license_id as "licenseId", product_id as "productId", xmax = 0 as "isNew"
  `.execute(trx);
  return rows;
}
