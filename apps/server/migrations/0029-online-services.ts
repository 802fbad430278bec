// A key of an online service is used once, in all of the publisher's program: one activation refers to it. An offer is
// redeemed once. A reservation has one end: it is canceled, or ordered. Of a key only its SHA-256 is kept, which finds it,
// and its last five characters.
//
// What keys added to a service and how long they renewed it is kept beside what the publisher's system says of it, so
// that saying the same again takes nothing back.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table organization add column time_zone text;

    create table online_service (
      organization_id uuid not null,
      id uuid not null,
      license_id uuid not null,
      product_id uuid not null references product (id),
      seats integer not null check (seats >= 0),
      ends_on date,
      anniversary date,
      added_seats integer not null default 0 check (added_seats >= 0),
      renewed_until date,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (organization_id, id),
      unique (organization_id, license_id, product_id),
      foreign key (organization_id, license_id) references license (organization_id, id)
    );

    create table reservation (
      organization_id uuid not null,
      id uuid not null,
      license_id uuid not null,
      service_id uuid not null,
      quantity integer not null check (quantity > 0),
      usage_country text not null,
      usage_date date not null,
      status text not null default 'active' check (status in ('active', 'canceled', 'ordered')),
      reserved_at timestamptz not null,
      reserved_by uuid not null,
      canceled_at timestamptz,
      canceled_by uuid,
      cancel_reason text,
      ordered_at timestamptz,
      order_number text,
      primary key (organization_id, id),
      foreign key (organization_id, license_id) references license (organization_id, id),
      foreign key (organization_id, service_id) references online_service (organization_id, id),
      check ((status = 'canceled') = (canceled_at is not null)),
      check ((canceled_at is null) = (cancel_reason is null)),
      check ((status = 'ordered') = (ordered_at is not null)),
      check ((ordered_at is null) = (order_number is null))
    );
    create index reservation_by_license on reservation (organization_id, license_id);

    create table activation_key (
      id uuid primary key,
      key_hash bytea not null unique,
      last_five text not null,
      partner_id uuid references partner (id),
      product_id uuid not null references product (id),
      seats integer not null check (seats > 0),
      created_at timestamptz not null default now()
    );

    create table activation (
      organization_id uuid not null,
      id uuid not null,
      license_id uuid not null,
      service_id uuid not null,
      key_id uuid not null unique references activation_key (id),
      choice text not null check (choice in ('add-seats', 'renew')),
      ends_on date,
      activated_at timestamptz not null,
      activated_by uuid not null,
      primary key (organization_id, id),
      foreign key (organization_id, license_id) references license (organization_id, id),
      foreign key (organization_id, service_id) references online_service (organization_id, id)
    );
    create index activation_by_license on activation (organization_id, license_id);

    create table redemption (
      organization_id uuid not null,
      id uuid not null,
      license_id uuid not null,
      offer_number text not null collate "C",
      product_id uuid not null references product (id),
      quantity integer not null check (quantity > 0),
      redeemed_at timestamptz,
      redeemed_by uuid,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (organization_id, id),
      unique (organization_id, license_id, offer_number),
      foreign key (organization_id, license_id) references license (organization_id, id),
      check ((redeemed_at is null) = (redeemed_by is null))
    );
  `.execute(db);
}
