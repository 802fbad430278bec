import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { registerInvitation } from '@muniment/contract/invitations.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { deriveKey } from '../../apps/server/src/encryption-key.ts';
import { invitationToken } from '../../apps/server/src/features/invitations/invitation-token.ts';
import type { ApiAnswer } from '../support/api.ts';
import type { Muniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

/** Does something with each of many, so many at a time. */
export async function inParallel<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await work(items[index] as T, index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

/**
 * Two registered administrators of the same license IDs.
 *
 * The links are made as the server makes them, since reading hundreds of mails takes longer than the race.
 */
export async function twoAdministrators(
  muniment: Muniment,
  organization: Organization,
  count: number,
): Promise<readonly [Member, Member, readonly string[]]> {
  const first = await organization.administrator();
  const more = await inParallel(Array.from({ length: count - 1 }), 8, () =>
    organization.license({ contact: first.email }),
  );
  const secret = deriveKey(muniment.settings.encryptionKey ?? Buffer.alloc(0), 'invitation links');
  const invitations = await muniment.db
    .selectFrom('invitation')
    .select(['id', 'generation'])
    .where('vl_user_id', '=', first.vlUserId)
    .where('state', '=', 'open')
    .execute();
  const session = await muniment.sessionOf(first.email);
  await inParallel(invitations, 8, async ({ id, generation }) => {
    await muniment.forgetLinkAttempts();
    const token = invitationToken(secret, id, generation);
    const answer = await session.call(registerInvitation, { params: { token }, body: { offerVersion: 1 } });
    if (answer.status !== 200) throw new Error(answer.text);
  });
  const licenseIds = [first.licenseId, ...more];
  const second = await organization.colleague(first, { licenseIds, roles: ['administrator'] });
  return [{ ...first, licenseIds }, second, licenseIds];
}

/** Sets what one person holds on one license ID. */
export function setRoles(
  admin: Member,
  vlUserId: string,
  licenseId: string,
  roles: readonly Role[],
  ifMatch?: string,
): Promise<ApiAnswer<unknown>> {
  return admin.api.call(changeAssignments, {
    body: { assignments: [{ user: { vlUserId }, licenseId, roles: [...roles] }] },
    ifMatch,
  });
}

/** What an answer came to, in one word. */
export function outcome({ status, problemId }: ApiAnswer<unknown>): string {
  return problemId ?? String(status);
}

/** How often each value occurs. */
export function tally(values: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    [...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]),
  );
}
