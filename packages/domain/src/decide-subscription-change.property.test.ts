import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decideSubscriptionChange,
  type SubscriptionFacts,
  settleRequest,
} from './decide-subscription-change.ts';

const TODAY = '2026-11-24';
const seats = fc.integer({ min: 1, max: 12 });
const anyBounds = fc
  .tuple(seats, seats)
  .map(([one, other]) => ({ minimumQuantity: Math.min(one, other), maximumQuantity: Math.max(one, other) }));

const anyPushed = fc
  .record({
    quantity: seats,
    assigned: fc.integer({ min: 0, max: 12 }),
    bounds: anyBounds,
    autoRenew: fc.boolean(),
    endsOn: fc.constantFrom('2026-11-23', TODAY, '2027-02-28'),
    isSuspended: fc.boolean(),
  })
  .map(({ bounds, ...facts }) => ({ ...facts, ...bounds }));

const wanted = fc.record({ quantity: seats, autoRenew: fc.boolean() }, { requiredKeys: [] });

/** Facts that have a history: some were pushed, then people asked for things. */
const anyFacts: fc.Arbitrary<SubscriptionFacts> = fc
  .tuple(anyPushed, fc.array(wanted, { maxLength: 3 }))
  .map(([pushed, asked]) => asked.reduce(after, { ...pushed, waiting: { quantity: null, autoRenew: null } }));

function after(facts: SubscriptionFacts, change: Parameters<typeof decideSubscriptionChange>[1]) {
  const decision = decideSubscriptionChange(facts, change, TODAY);
  return decision.kind === 'change' ? { ...facts, waiting: decision.waiting } : facts;
}

test('W7 what waits is never outside of the bounds, never less than is assigned, and never what is so already', () => {
  fc.assert(
    fc.property(anyFacts, ({ waiting, ...facts }) => {
      if (waiting.autoRenew !== null) expect(waiting.autoRenew).toBe(!facts.autoRenew);
      if (waiting.quantity === null) return;
      expect(waiting.quantity).not.toBe(facts.quantity);
      expect(waiting.quantity).toBeGreaterThanOrEqual(Math.max(facts.assigned, facts.minimumQuantity));
      expect(waiting.quantity).toBeLessThanOrEqual(facts.maximumQuantity);
    }),
  );
});

test('W7 asked twice is as asked once, and a change can always be taken back', () => {
  fc.assert(
    fc.property(anyFacts, wanted, (facts, change) => {
      const once = after(facts, change);
      expect(after(once, change)).toEqual(once);
      if (facts.endsOn < TODAY) return;
      expect(after(once, { quantity: facts.quantity, autoRenew: facts.autoRenew }).waiting).toEqual({
        quantity: null,
        autoRenew: null,
      });
    }),
  );
});

test('W7 after the end nothing changes', () => {
  fc.assert(
    fc.property(anyFacts, wanted, (facts, change) => {
      fc.pre(facts.endsOn < TODAY);
      expect(decideSubscriptionChange(facts, change, TODAY).kind).toBe('refused');
    }),
  );
});

test('W7 whatever the publisher says, a request waits on, is done, or is declined: never two of them, never none', () => {
  fc.assert(
    fc.property(anyFacts, anyPushed, fc.boolean(), (facts, says, isDeclined) => {
      const pushed = { ...says, isDeclined };
      const { waiting, declinedQuantity } = settleRequest(facts, pushed);
      const asked = facts.waiting.quantity;
      const fates = [
        asked !== null && waiting.quantity === asked,
        asked !== null && pushed.quantity === asked,
        asked !== null && declinedQuantity === asked,
      ];
      expect(fates.filter(Boolean)).toHaveLength(asked === null ? 0 : 1);
      if (asked === null) expect([waiting.quantity, declinedQuantity]).toEqual([null, null]);
      if (isDeclined) expect(waiting).toEqual({ quantity: null, autoRenew: null });
      // Said again, nothing more happens.
      const again = settleRequest({ ...says, waiting }, pushed);
      expect(again).toEqual({ waiting, declinedQuantity: null });
    }),
  );
});
