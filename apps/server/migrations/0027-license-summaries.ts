// An entitlement is known by its license ID and the publisher's entitlement number. A summary adds up the entitlements
// of license IDs for the one person who made it. What it adds up is kept apart by license ID: an answer adds up those
// that are open to the person at that moment, so that a right that ended takes its license ID out of every summary.
// A worker takes a summary on lease, and marks each license ID in the transaction that keeps its rows: however often it
// is killed, each license ID is added up once.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table entitlement (
      organization_id uuid not null,
      id uuid not null,
      license_id uuid not null,
      entitlement_number text not null,
      product_id uuid not null references product (id),
      type text not null,
      is_granted boolean not null,
      quantity integer not null check (quantity >= 0),
      software_assurance_quantity integer not null check (software_assurance_quantity >= 0),
      effective_from date not null,
      effective_to date check (effective_to >= effective_from),
      software_assurance_to date check (software_assurance_to >= effective_from),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (organization_id, id),
      foreign key (organization_id, license_id) references license (organization_id, id),
      unique (organization_id, license_id, entitlement_number)
    );

    create table license_summary (
      organization_id uuid not null,
      id uuid not null,
      vl_user_id uuid not null,
      as_of date not null,
      state text not null check (state in ('waiting', 'running', 'done', 'failed', 'canceled')),
      reason text check (reason = 'gave-up'),
      license_count integer not null check (license_count > 0),
      done_count integer not null default 0 check (done_count between 0 and license_count),
      attempts integer not null default 0,
      -- While it waits: not before. While it runs: until then nobody else takes it.
      run_after timestamptz not null,
      created_at timestamptz not null,
      ended_at timestamptz,
      primary key (organization_id, id),
      foreign key (organization_id, vl_user_id) references vl_user (organization_id, id),
      check ((ended_at is null) = (state in ('waiting', 'running'))),
      check ((reason is null) = (state <> 'failed'))
    );

    create index license_summary_maker on license_summary (organization_id, vl_user_id, created_at, id);
    create index license_summary_unfinished on license_summary (run_after) where ended_at is null;
    create index license_summary_age on license_summary (created_at);

    create table license_summary_license (
      organization_id uuid not null,
      summary_id uuid not null,
      license_id uuid not null,
      is_done boolean not null default false,
      primary key (organization_id, summary_id, license_id),
      foreign key (organization_id, summary_id) references license_summary (organization_id, id) on delete cascade,
      foreign key (organization_id, license_id) references license (organization_id, id)
    );

    create table license_summary_row (
      organization_id uuid not null,
      summary_id uuid not null,
      license_id uuid not null,
      family text not null,
      version text not null,
      pool text not null,
      type text not null,
      is_granted boolean not null,
      effective_quantity bigint not null,
      active_software_assurance_quantity bigint not null,
      primary key (organization_id, summary_id, license_id, pool, family, version, type, is_granted),
      foreign key (organization_id, summary_id, license_id)
        references license_summary_license (organization_id, summary_id, license_id) on delete cascade
    );
  `.execute(db);
}
