// The ledger only grows: nobody updates, deletes or truncates it, whoever they are connected as. Each
// organization has a chain of changes in which every entry carries the hash of the one before (B5).
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table ledger_head (
      organization_id uuid not null references organization (id),
      chain text not null check (chain in ('changes')),
      sequence bigint not null,
      hash bytea not null,
      primary key (organization_id, chain)
    );

    create table ledger_entry (
      organization_id uuid not null references organization (id),
      chain text not null,
      sequence bigint not null,
      id uuid not null,
      at timestamptz not null,
      event text not null,
      version integer not null,
      license_ids uuid[] not null,
      body text not null,
      previous_hash bytea not null,
      hash bytea not null,
      primary key (organization_id, chain, sequence)
    );
    create unique index ledger_entry_id on ledger_entry (organization_id, id);
    create index ledger_entry_of_licenses on ledger_entry using gin (license_ids);

    create function refuse_rewriting_the_ledger() returns trigger language plpgsql as $$
      begin
        raise exception 'The ledger only grows: % is refused', tg_op using errcode = 'insufficient_privilege';
      end
    $$;
    create trigger ledger_entry_only_grows before update or delete or truncate on ledger_entry
      for each statement execute function refuse_rewriting_the_ledger();
  `.execute(db);
}
