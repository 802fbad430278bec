/** What may be changed of a subscription. */
export interface SubscriptionTerms {
  readonly quantity: number;
  readonly autoRenew: boolean;
}

/** What was asked for and is not yet what the publisher's system says; null: nothing of it. */
export interface WaitingRequest {
  readonly quantity: number | null;
  readonly autoRenew: boolean | null;
}

/** A subscription as the publisher's system says, and what waits for it. */
export interface SubscriptionFacts extends SubscriptionTerms {
  readonly assigned: number;
  readonly minimumQuantity: number;
  readonly maximumQuantity: number;
  /** Its last day, YYYY-MM-DD. */
  readonly endsOn: string;
  readonly isSuspended: boolean;
  readonly waiting: WaitingRequest;
}

export type SubscriptionRefusal =
  | { readonly kind: 'ended'; readonly on: string }
  | { readonly kind: 'suspended' }
  | { readonly kind: 'below-assigned' | 'below-minimum' | 'above-maximum'; readonly bound: number };

export type SubscriptionDecision =
  | { readonly kind: 'refused'; readonly refusal: SubscriptionRefusal }
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'change';
      /** What was wanted before, and what is wanted now: that of the publisher's system where nothing waits. */
      readonly before: SubscriptionTerms;
      readonly after: SubscriptionTerms;
      readonly waiting: WaitingRequest;
    };

const NOTHING_WAITS: WaitingRequest = { quantity: null, autoRenew: null };

/** What is wanted of a subscription: what waits, else what the publisher's system says. */
export function wantedTerms({ quantity, autoRenew, waiting }: SubscriptionFacts): SubscriptionTerms {
  return { quantity: waiting.quantity ?? quantity, autoRenew: waiting.autoRenew ?? autoRenew };
}

/**
 * Decides what asking for another quantity or for auto-renew changes.
 *
 * Asking for what the publisher's system says already takes a waiting request back, whatever the bounds are by now.
 * A suspended subscription keeps its quantity; that it ends may be asked for.
 *
 * @param wanted What is left out stays as it was wanted.
 * @param today YYYY-MM-DD, UTC: the last day of a subscription still belongs to it.
 * @returns A refusal, that nothing changes, or what waits from now on. Never throws.
 * @source W7
 */
export function decideSubscriptionChange(
  facts: SubscriptionFacts,
  wanted: Partial<SubscriptionTerms>,
  today: string,
): SubscriptionDecision {
  const before = wantedTerms(facts);
  const after = {
    quantity: wanted.quantity ?? before.quantity,
    autoRenew: wanted.autoRenew ?? before.autoRenew,
  };
  if (facts.endsOn < today) return { kind: 'refused', refusal: { kind: 'ended', on: facts.endsOn } };
  if (after.quantity !== before.quantity && after.quantity !== facts.quantity) {
    const refusal: SubscriptionRefusal | null = facts.isSuspended
      ? { kind: 'suspended' }
      : outOfBounds(facts, after.quantity);
    if (refusal !== null) return { kind: 'refused', refusal };
  }
  if (after.quantity === before.quantity && after.autoRenew === before.autoRenew)
    return { kind: 'unchanged' };
  return { kind: 'change', before, after, waiting: differenceFrom(facts, after) };
}

/** What became of a request when the publisher's system spoke again. */
export interface SettledRequest {
  readonly waiting: WaitingRequest;
  /** A quantity that was asked for and is not to be had: the publisher's system has the last word. */
  readonly declinedQuantity: number | null;
}

/**
 * Decides what becomes of a waiting request when the publisher's system says anew what is so.
 *
 * What it says as it was asked for is done. What it says as it said before waits on. Another quantity than either, or
 * bounds in which the wanted one does not lie, or a plain no, decline the request.
 *
 * @param before As it was, with what waits.
 * @param pushed As the publisher's system says now.
 * @source W7
 */
export function settleRequest(
  before: SubscriptionFacts,
  pushed: Omit<SubscriptionFacts, 'waiting'> & { readonly isDeclined: boolean },
): SettledRequest {
  const asked = before.waiting.quantity;
  const isDone = asked === null || asked === pushed.quantity;
  const isDeclined =
    !isDone &&
    (pushed.isDeclined || pushed.quantity !== before.quantity || outOfBounds(pushed, asked) !== null);
  return {
    waiting: pushed.isDeclined
      ? NOTHING_WAITS
      : {
          quantity: isDone || isDeclined ? null : asked,
          autoRenew: before.waiting.autoRenew === pushed.autoRenew ? null : before.waiting.autoRenew,
        },
    declinedQuantity: isDeclined ? asked : null,
  };
}

function differenceFrom(facts: SubscriptionTerms, wanted: SubscriptionTerms): WaitingRequest {
  return {
    quantity: wanted.quantity === facts.quantity ? null : wanted.quantity,
    autoRenew: wanted.autoRenew === facts.autoRenew ? null : wanted.autoRenew,
  };
}

/** Of two bounds that are both broken the narrower one is told: meeting it meets the other. */
function outOfBounds(
  facts: Pick<SubscriptionFacts, 'assigned' | 'minimumQuantity' | 'maximumQuantity'>,
  quantity: number,
): SubscriptionRefusal | null {
  const { assigned, minimumQuantity, maximumQuantity } = facts;
  if (quantity < assigned && assigned >= minimumQuantity) return { kind: 'below-assigned', bound: assigned };
  if (quantity < minimumQuantity) return { kind: 'below-minimum', bound: minimumQuantity };
  if (quantity > maximumQuantity) return { kind: 'above-maximum', bound: maximumQuantity };
  return null;
}
