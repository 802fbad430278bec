// Whoever was registered elsewhere is bound to the account that has their address, once. Every sign-in asks for them,
// in all organizations: they are few at any time, and found by index.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index vl_user_without_account on vl_user (sign_in_email_key)
      where registered_at is not null and account_id is null
  `.execute(db);
}
