// A saved view is one VL user's own name for a search of Manage Assignments: no two of theirs have the same name. What
// it finds is decided whenever it is opened, so nothing that decides about access reads it.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table saved_view (
      organization_id uuid not null,
      id uuid not null,
      vl_user_id uuid not null,
      name text not null,
      name_key text not null collate "C",
      search jsonb not null,
      created_at timestamptz not null default now(),
      primary key (organization_id, id),
      foreign key (organization_id, vl_user_id) references vl_user (organization_id, id),
      unique (organization_id, vl_user_id, name_key)
    );
  `.execute(db);
}
