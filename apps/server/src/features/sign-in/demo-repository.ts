import type { Database } from '../../database/connect.ts';
import type { PickedPerson } from './demo-people.ts';

/** The demo provider's account with this address; the newest where several have had it. */
export async function findDemoAccount(
  db: Database,
  issuer: string,
  emailKey: string,
): Promise<PickedPerson | null> {
  const account = await db
    .selectFrom('account')
    .where('issuer', '=', issuer)
    .where('email_key', '=', emailKey)
    .orderBy('last_sign_in_at', 'desc')
    .select(['subject', 'email', 'display_name as displayName'])
    .executeTakeFirst();
  return account ?? null;
}
