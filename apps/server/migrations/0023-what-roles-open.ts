// What the roles open. license_opened_to is the gate of every page behind a role: it asks effective_role, the one truth
// for access, and nothing beside it decides (R10). Products are the publisher's catalog: of no organization, so that an
// order, a key and a download of different customers name the same one.
//
// What was only looked at (a key, a download, an invoice) goes into a chain of its own: reveals come in numbers, and
// would make every change of roles wait at the head of its chain.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function license_opened_to(organization uuid, viewer uuid, roles vl_role[])
    returns table (license_id uuid)
    language sql stable parallel safe
    as $$
      select distinct e.license_id
      from effective_role e
      where e.organization_id = organization and e.vl_user_id = viewer and e.role = any(roles)
    $$;

    create table product (
      id uuid primary key,
      part_number text not null unique collate "C",
      name text not null,
      family text not null,
      version text not null,
      pool text not null check (pool in ('applications', 'systems', 'servers')),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );

    alter table ledger_head drop constraint ledger_head_chain_check;
    alter table ledger_head add constraint ledger_head_chain_check check (chain in ('changes', 'disclosures'));
  `.execute(db);
}
