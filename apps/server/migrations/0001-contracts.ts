// A license ID, an agreement and an organization are each known by one number per publisher, and each
// belongs to the partner that made it; a license ID and an agreement belong to one organization.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table instance (
      singleton boolean primary key default true check (singleton),
      demo boolean not null,
      created_at timestamptz not null default now()
    );

    create table partner (
      id uuid primary key,
      name text not null,
      created_at timestamptz not null default now()
    );

    create table organization (
      id uuid primary key,
      number text not null collate "C" unique,
      name text not null,
      partner_id uuid not null references partner (id),
      created_at timestamptz not null default now()
    );

    create table agreement (
      organization_id uuid not null references organization (id),
      id uuid not null,
      number text not null collate "C" unique,
      name text not null,
      partner_id uuid not null references partner (id),
      created_at timestamptz not null default now(),
      primary key (organization_id, id)
    );

    create table agreement_contact (
      organization_id uuid not null,
      agreement_id uuid not null,
      contact text not null check (
        contact in ('primary-contact', 'notices-correspondent', 'online-access-contact', 'bill-to-contact')
      ),
      display_name text not null,
      email text not null,
      email_key text not null collate "C",
      primary key (organization_id, agreement_id, contact),
      foreign key (organization_id, agreement_id) references agreement (organization_id, id)
    );

    create table license (
      organization_id uuid not null references organization (id),
      id uuid not null,
      license_id text not null collate "C" unique check (license_id ~ '^[A-Z0-9-]{4,20}$'),
      agreement_id uuid,
      partner_id uuid not null references partner (id),
      name text not null,
      program text not null,
      parent_program text,
      start_date date not null,
      end_date date not null check (end_date >= start_date),
      city text,
      country text not null,
      created_at timestamptz not null default now(),
      primary key (organization_id, id),
      foreign key (organization_id, agreement_id) references agreement (organization_id, id)
    );

    create table license_contact (
      organization_id uuid not null,
      license_id uuid not null,
      contact text not null check (contact in ('primary-contact', 'notices-correspondent')),
      display_name text not null,
      email text not null,
      email_key text not null collate "C",
      primary key (organization_id, license_id, contact),
      foreign key (organization_id, license_id) references license (organization_id, id)
    );
  `.execute(db);
}
