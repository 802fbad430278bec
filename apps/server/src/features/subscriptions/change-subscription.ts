import type { BodyOf, ParamsOf } from '@muniment/contract/endpoint.ts';
import type { changeSubscription, Subscription } from '@muniment/contract/subscriptions.ts';
import {
  decideSubscriptionChange,
  type SubscriptionRefusal,
} from '@muniment/domain/decide-subscription-change.ts';
import { validate as isUuid } from 'uuid';
import type { Member } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { Problem } from '../../problem.ts';
import { appendToLedger } from '../ledger/ledger-service.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { showSubscription } from './list-subscriptions.ts';
import { lockSubscription, saveRequest, selectSubscriptionFacts } from './subscription-repository.ts';

/**
 * Asks for another quantity of a subscription, or for auto-renew on or off. It waits until the publisher's system says
 * so; whoever pushes subscriptions reads what waits.
 *
 * @throws Problem license-id-not-found, not-found, stale-version, quantity-out-of-bounds, subscription-not-changeable.
 * @source W7, B5
 */
export async function changeOpenSubscription(
  trx: Trx,
  actor: Member,
  { licenseId, subscriptionId }: ParamsOf<typeof changeSubscription>,
  wanted: BodyOf<typeof changeSubscription>,
  ifMatch: string | null,
): Promise<{ subscription: Subscription; etag: string }> {
  const license = await requireOpenedLicense(trx, actor, licenseId, 'subscription:manage');
  const isLocked = isUuid(subscriptionId) && (await lockSubscription(trx, license, subscriptionId));
  if (!isLocked) throw new Problem('not-found');
  // Read again under the lock, the right to it too: either may have changed while this waited.
  const read = await showSubscription(trx, actor, licenseId, subscriptionId);
  requireVersion(read.etag, ifMatch);
  const facts = await selectSubscriptionFacts(trx, license, subscriptionId);
  const at = await currentTime(trx);
  const decision = decideSubscriptionChange(facts, wanted, at.toISOString().slice(0, 10));
  if (decision.kind === 'refused') throw problemOf(decision.refusal);
  if (decision.kind === 'unchanged') return read;

  const by = { vlUserId: actor.vlUserId, at };
  await saveRequest(trx, license, subscriptionId, decision.waiting, by);
  const answer = await showSubscription(trx, actor, licenseId, subscriptionId);
  const author = { kind: 'person' as const, id: actor.vlUserId, name: actor.displayName };
  const { before, after } = decision;
  await appendToLedger(trx, license.organizationId, author, at, {
    event: 'subscription.change-requested',
    version: 1,
    licenseIds: [license.id],
    details: { subscriptions: [{ licenseId: license.id, subscriptionId, before, after }] },
  });
  return answer;
}

function requireVersion(etag: string, ifMatch: string | null): void {
  if (ifMatch === null) return;
  const accepted = ifMatch.split(',').map((one) => one.trim());
  if (accepted.includes('*') || accepted.includes(etag)) return;
  throw new Problem('stale-version', {
    detail: 'The subscription changed meanwhile. Read again, then decide.',
  });
}

function problemOf(refusal: SubscriptionRefusal): Problem {
  switch (refusal.kind) {
    case 'ended':
      return new Problem('subscription-not-changeable', { detail: `It ended on ${refusal.on}.` });
    case 'suspended':
      return new Problem('subscription-not-changeable', {
        detail: 'It is suspended: its quantity cannot change. Auto-renew can.',
      });
    default: {
      const detail = boundTexts[refusal.kind](refusal.bound);
      return new Problem('quantity-out-of-bounds', {
        detail: `quantity: ${detail}`,
        errors: [{ pointer: '/quantity', detail }],
      });
    }
  }
}

const boundTexts = {
  'below-assigned': (bound: number) => `at least ${bound}, since so many are assigned.`,
  'below-minimum': (bound: number) => `at least ${bound}, by the contract.`,
  'above-maximum': (bound: number) => `at most ${bound}, by the contract.`,
} as const;
