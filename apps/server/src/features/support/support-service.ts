import type { Member } from '../../actor.ts';
import type { Database, Trx } from '../../database/connect.ts';
import { Problem } from '../../problem.ts';
import { countAttempt } from '../sign-in/attempt-service.ts';
import { saveTicket } from './write-to-publisher.ts';

/** As much as one person may write in an hour. */
const MOST_AN_HOUR = { feedback: 20, 'support-ticket': 10 } as const;

/**
 * Opens a ticket for a request that a page of the product makes, in the name of whoever asked.
 *
 * @returns Its reference.
 * @source F2
 */
export async function openTicket(
  trx: Trx,
  { account, organization, vlUserId }: Member,
  ticket: { readonly subject: string; readonly description: string; readonly licenseId: string },
): Promise<string> {
  const somebody = { kind: 'somebody', account, organization, vlUserId, tokenOrganizationId: null } as const;
  const wanted = { ...ticket, contactMethod: 'email' as const, email: account.email };
  return (await saveTicket(trx, somebody, wanted)).reference;
}

/**
 * Counts what a person writes to the publisher.
 *
 * @throws Problem too-many-requests.
 */
export async function countWriting(
  db: Database,
  what: keyof typeof MOST_AN_HOUR,
  accountId: string,
): Promise<void> {
  const { allowed, retryAfterSeconds } = await countAttempt(db, {
    what,
    who: accountId,
    windowSeconds: 3_600,
    max: MOST_AN_HOUR[what],
  });
  if (allowed) return;
  throw new Problem('too-many-requests', {
    detail: `At most ${MOST_AN_HOUR[what]} of these an hour. Go on in ${Math.ceil(retryAfterSeconds / 60)} minutes.`,
    retryAfterSeconds,
  });
}
