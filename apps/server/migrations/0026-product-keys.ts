// A product key lies here sealed, and never in clear: what is beside it (its last five characters, by which people
// find it, and the id of the key that it was sealed under) opens nothing. Each key belongs to one license ID, and the
// publisher's number names it there once, so that the same push twice is one key.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table product_key (
      organization_id uuid not null,
      id uuid not null,
      license_id uuid not null,
      number text not null collate "C",
      product_id uuid not null references product (id),
      type text not null check (type in ('kms', 'mak', 'retail')),
      status text not null check (status in ('active', 'blocked', 'expired')),
      activations_used integer not null check (activations_used >= 0),
      activations_total integer check (activations_total >= 0),
      last_five text not null collate "C" check (length(last_five) = 5),
      sealed text not null,
      sealed_under text not null collate "C",
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (organization_id, id),
      unique (organization_id, license_id, number),
      foreign key (organization_id, license_id) references license (organization_id, id)
    );
    create index product_key_of_product on product_key (organization_id, product_id, license_id);
    create index product_key_by_sealing on product_key (sealed_under, organization_id, id);
  `.execute(db);
}
