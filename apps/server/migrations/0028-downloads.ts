// A download is a file of the publisher's catalog, of no organization, known by the publisher's own number; one that is
// available says where its bytes lie, how many they are and what they hash to. An offer says that a license ID may have
// the downloads of a product; roles alone open none. A link that was begun to be fetched is kept until it is over, so
// that however many requests fetch it, it is one entry of the ledger.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table download (
      id uuid primary key,
      download_number text not null unique collate "C",
      product_id uuid not null references product (id),
      product_version text not null,
      language text not null,
      architecture text not null,
      file_type text not null,
      is_available boolean not null,
      file_name text,
      size_bytes bigint check (size_bytes >= 0),
      sha256 bytea check (octet_length(sha256) = 32),
      storage_key text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      check (
        not is_available
        or (file_name is not null and size_bytes is not null and sha256 is not null and storage_key is not null)
      )
    );

    create index download_product on download (product_id);

    create table download_offer (
      organization_id uuid not null,
      license_id uuid not null,
      product_id uuid not null references product (id),
      is_offered boolean not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (organization_id, license_id, product_id),
      foreign key (organization_id, license_id) references license (organization_id, id)
    );

    create table download_begun (
      organization_id uuid not null references organization (id),
      link_id uuid not null,
      expires_at timestamptz not null,
      primary key (organization_id, link_id)
    );

    create index download_begun_expires on download_begun (expires_at);
  `.execute(db);
}
