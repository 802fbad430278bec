// A mail is in one language from its subject to its last line, and that of its planning: so it keeps it. A person and an
// organization need not have chosen one; which languages there are is the product's to know, and grows without this.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table account add column language text check (language ~ '^[a-z]{2}$');
    alter table organization add column language text check (language ~ '^[a-z]{2}$');
    alter table mail add column language text not null default 'en' check (language ~ '^[a-z]{2}$');
  `.execute(db);
}
