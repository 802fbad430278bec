// An e-mail domain belongs to one organization at most, and the issuer that owns it is the one that vouches for its
// addresses. A pending sign-in is finished by the issuer and client that it was started with, and a session knows
// where it came from and ends with its issuer. Rows that name none are of the default issuer.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table identity_provider (
      organization_id uuid primary key references organization (id),
      issuer text not null collate "C",
      client_id text not null collate "C",
      sealed_secret text,
      -- Another one with every change: what a server keeps of an issuer is kept under it.
      revision uuid not null,
      updated_at timestamptz not null
    );

    create table identity_provider_domain (
      domain text primary key collate "C",
      organization_id uuid not null references identity_provider (organization_id) on delete cascade
    );
    create index identity_provider_domain_owner on identity_provider_domain (organization_id);

    alter table sign_in
      add column organization_id uuid,
      add column issuer text collate "C",
      add column client_id text collate "C";

    alter table session
      add column issuer_organization_id uuid references identity_provider (organization_id) on delete cascade;
    create index session_of_issuer on session (issuer_organization_id) where issuer_organization_id is not null;

    -- Whose addresses lose their word when a domain changes hands.
    create index account_email_domain on account (split_part(email_key, '@', 2)) where email_verified;
  `.execute(db);
}
