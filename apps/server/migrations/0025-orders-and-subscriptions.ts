// An order is known by its license ID and reseller order number, a subscription by its license ID and subscription
// number; both name products of the catalog. What the publisher's system says of a subscription and what somebody asked
// of it stand apart: the first is never changed by the second. A request asks for what is not so already.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table product_order (
      organization_id uuid not null,
      id uuid not null,
      license_id uuid not null,
      reseller_order_number text not null,
      customer_order_number text,
      ordered_on date not null,
      usage_start_date date,
      reseller text not null,
      -- SHA-256 of the record with its lines: one that is pushed again as it is changes nothing.
      content bytea not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (organization_id, id),
      foreign key (organization_id, license_id) references license (organization_id, id),
      unique (organization_id, license_id, reseller_order_number)
    );

    create table order_line (
      organization_id uuid not null,
      order_id uuid not null,
      line integer not null check (line > 0),
      product_id uuid not null references product (id),
      quantity integer not null check (quantity > 0),
      country text not null,
      primary key (organization_id, order_id, line),
      foreign key (organization_id, order_id) references product_order (organization_id, id)
    );

    create table subscription (
      organization_id uuid not null,
      id uuid not null,
      license_id uuid not null,
      subscription_number text not null,
      product_id uuid not null references product (id),
      quantity integer not null,
      assigned integer not null check (assigned >= 0),
      minimum_quantity integer not null check (minimum_quantity >= 0),
      maximum_quantity integer not null check (maximum_quantity >= minimum_quantity),
      ends_on date not null,
      auto_renew boolean not null,
      is_suspended boolean not null,
      requested_quantity integer,
      requested_auto_renew boolean,
      requested_at timestamptz,
      requested_by uuid,
      declined_quantity integer,
      declined_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (organization_id, id),
      foreign key (organization_id, license_id) references license (organization_id, id),
      foreign key (organization_id, requested_by) references vl_user (organization_id, id),
      unique (organization_id, license_id, subscription_number),
      check (quantity >= assigned),
      check (requested_quantity <> quantity),
      check (requested_quantity between greatest(assigned, minimum_quantity) and maximum_quantity),
      check (requested_auto_renew <> auto_renew),
      check ((requested_at is null) = (requested_quantity is null and requested_auto_renew is null)),
      check ((requested_by is null) = (requested_at is null)),
      check ((declined_at is null) = (declined_quantity is null))
    );

    create index subscription_requested on subscription (requested_at, id) where requested_at is not null;
  `.execute(db);
}
