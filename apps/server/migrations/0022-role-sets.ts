// A role set is one VL user's own name for some roles: no two of theirs have the same name, none is empty. It gives
// nobody a role, so nothing that decides about access reads it.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table role_set (
      organization_id uuid not null,
      id uuid not null,
      vl_user_id uuid not null,
      name text not null,
      name_key text not null collate "C",
      roles vl_role[] not null check (cardinality(roles) > 0),
      created_at timestamptz not null default now(),
      primary key (organization_id, id),
      foreign key (organization_id, vl_user_id) references vl_user (organization_id, id),
      unique (organization_id, vl_user_id, name_key)
    );
  `.execute(db);
}
