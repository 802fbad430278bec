// What a contract is, as its details show it. A contract that was terminated keeps its end date: the day of the
// termination stands beside it, and decides its status from that day on (W1).
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table license
      add column license_type text,
      add column agreement_type text,
      add column terminated_on date,
      add column offerings text[] not null default '{}';
  `.execute(db);
}
