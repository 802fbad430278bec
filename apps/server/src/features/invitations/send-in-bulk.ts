import type { BulkInvitationAnswer, sendInvitationsInBulk } from '@muniment/contract/bulk-changes.ts';
import type { BodyOf } from '@muniment/contract/endpoint.ts';
import { type Member, viewerOf } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { choosePeople } from '../vl-users/seen-vl-user-service.ts';
import { openInvitationsSeenBy } from './seen-invitation-service.ts';
import { type SendAgainDeps, type Tried, trySendingAgain } from './send-again.ts';

/**
 * Sends the invitations of many people again, each as it would be by itself: whoever has none open, or was mailed just
 * now, is told of and does not hold the others up.
 *
 * @throws Problem vl-user-not-found, invalid-request, stale-version where it is another number of people than expected.
 * @source B8, M3, M9
 */
export async function sendInBulk(
  trx: Trx,
  deps: SendAgainDeps,
  actor: Member,
  { people: selection, action, expectedPeople }: BodyOf<typeof sendInvitationsInBulk>,
): Promise<BulkInvitationAnswer> {
  const viewer = viewerOf(actor);
  const people = await choosePeople(trx, viewer, selection, expectedPeople);
  const vlUserIds = people.map(({ id }) => id);
  const author = { kind: 'person' as const, id: actor.vlUserId, name: actor.displayName };
  const tried = await trySendingAgain(trx, deps, author, action, async (q) =>
    [...(await openInvitationsSeenBy(q, viewer, vlUserIds)).values()].flat(),
  );
  const triedOf = Map.groupBy(tried, ({ invitation }) => invitation.vlUserId);
  const items = people.map(({ id, displayName }) => ({
    vlUserId: id,
    displayName,
    outcome: outcomeOf(triedOf.get(id) ?? []),
  }));
  return { items, sent: items.filter(({ outcome }) => outcome === 'sent').length };
}

type Outcome = BulkInvitationAnswer['items'][number]['outcome'];

/** Somebody may have several: one that was sent is what counts, then one that can be sent in a minute. */
function outcomeOf(tried: readonly Tried[]): Outcome {
  if (tried.some(({ refusal }) => refusal === null)) return 'sent';
  if (tried.some(({ refusal }) => refusal === 'resent-too-soon')) return 'too-soon';
  return tried.some(({ refusal }) => refusal === 'invitation-expired') ? 'expired' : 'no-open-invitation';
}
