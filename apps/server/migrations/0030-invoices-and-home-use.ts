// An invoice belongs to one license ID and is known by its number there. Its document lies apart from it, so that no
// list reads it; its lines and addresses are replaced as a whole, and nothing else refers to them.
//
// An access code of the Home Use Program is of one license ID at most, and is there only while the program is active:
// a code that was replaced or switched off is gone, not marked. It lies sealed, beside a keyed hash to find it by.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table invoice (
      organization_id uuid not null,
      id uuid not null,
      license_id uuid not null,
      number text not null collate "C",
      type text not null check (type in ('invoice', 'credit-memo')),
      invoice_date date not null,
      po_number text,
      period_from date,
      period_to date,
      due_date date,
      payment_terms text,
      total_due numeric(14, 2) not null,
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      sold_to jsonb,
      bill_to jsonb,
      ship_to jsonb,
      lines jsonb not null default '[]',
      updated_at timestamptz not null default now(),
      primary key (organization_id, id),
      foreign key (organization_id, license_id) references license (organization_id, id),
      unique (organization_id, license_id, number),
      check ((period_from is null) = (period_to is null)),
      check (period_from <= period_to)
    );
    create index invoice_by_date on invoice (organization_id, invoice_date desc, id desc);

    create table invoice_document (
      organization_id uuid not null,
      invoice_id uuid not null,
      sha256 bytea not null check (length(sha256) = 32),
      bytes bytea not null check (length(bytes) between 1 and 10485760),
      received_at timestamptz not null,
      primary key (organization_id, invoice_id),
      foreign key (organization_id, invoice_id) references invoice (organization_id, id)
    );
    alter table invoice_document alter column bytes set storage external;

    create table home_use_entitlement (
      organization_id uuid not null,
      license_id uuid not null,
      total integer not null check (total >= 0),
      used integer not null check (used >= 0),
      updated_at timestamptz not null default now(),
      primary key (organization_id, license_id),
      foreign key (organization_id, license_id) references license (organization_id, id)
    );

    create table home_use_program (
      organization_id uuid not null,
      license_id uuid not null,
      version integer not null default 1,
      terms_version text not null,
      terms_accepted_at timestamptz not null,
      terms_accepted_by uuid not null,
      contact_name text,
      contact_email text,
      domains text[] not null default '{}' check (cardinality(domains) <= 20),
      sealed_access_code text,
      access_code_hash bytea unique check (length(access_code_hash) = 32),
      code_made_at timestamptz,
      deactivated_at timestamptz,
      primary key (organization_id, license_id),
      foreign key (organization_id, license_id) references license (organization_id, id),
      foreign key (organization_id, terms_accepted_by) references vl_user (organization_id, id),
      check ((contact_name is null) = (contact_email is null)),
      check ((sealed_access_code is null) = (access_code_hash is null)),
      check ((sealed_access_code is null) = (code_made_at is null)),
      check (sealed_access_code is null or (contact_email is not null and cardinality(domains) > 0)),
      check (sealed_access_code is null or deactivated_at is null)
    );
  `.execute(db);
}
