// No mail is forgotten: one whose job was lost, or whose sender died, is found again by the time it was due.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index mail_waiting on mail (send_after) where state in ('held', 'sending')
  `.execute(db);
}
