// Names of directory accounts are folded once, when they are written: a search by an administrator looks at all
// accounts of an organization, and folding 100,000 names with each would take most of its time.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table directory_account
      add column search_name text collate "C" generated always as (lower(display_name collate "und-x-icu")) stored;
  `.execute(db);
}
