import { describe, expect, test } from 'vitest';
import {
  decideSubscriptionChange,
  type SubscriptionFacts,
  settleRequest,
  wantedTerms,
} from './decide-subscription-change.ts';

const TODAY = '2026-11-24';

/** 100 seats, 60 of them assigned, between 50 and 500 by contract, renewed at the end of the year. */
function given(facts: Partial<SubscriptionFacts> = {}): SubscriptionFacts {
  return {
    quantity: 100,
    autoRenew: true,
    assigned: 60,
    minimumQuantity: 50,
    maximumQuantity: 500,
    endsOn: '2026-12-31',
    isSuspended: false,
    waiting: { quantity: null, autoRenew: null },
    ...facts,
  };
}

const refused = (refusal: object) => ({ kind: 'refused', refusal });

describe('W7: asking for another quantity', () => {
  test('within the bounds waits for the publisher, and tells before and after', () => {
    expect(decideSubscriptionChange(given(), { quantity: 120 }, TODAY)).toEqual({
      kind: 'change',
      before: { quantity: 100, autoRenew: true },
      after: { quantity: 120, autoRenew: true },
      waiting: { quantity: 120, autoRenew: null },
    });
  });

  test.each([
    ['as few as are assigned', 60],
    ['as many as the contract allows', 500],
  ])('may be %s', (_what, quantity) => {
    expect(decideSubscriptionChange(given(), { quantity }, TODAY)).toMatchObject({ kind: 'change' });
  });

  test.each([
    ['one less than are assigned', {}, 59, { kind: 'below-assigned', bound: 60 }],
    [
      'less than the contract allows, with fewer assigned',
      { assigned: 10 },
      49,
      { kind: 'below-minimum', bound: 50 },
    ],
    ['less than both: the narrower one is told', { assigned: 10 }, 5, { kind: 'below-minimum', bound: 50 }],
    ['one more than the contract allows', {}, 501, { kind: 'above-maximum', bound: 500 }],
  ])('is refused as %s', (_what, facts, quantity, refusal) => {
    expect(decideSubscriptionChange(given(facts), { quantity }, TODAY)).toEqual(refused(refusal));
  });

  test('of a suspended subscription is refused, while its renewal may be ended', () => {
    const facts = given({ isSuspended: true });
    expect(decideSubscriptionChange(facts, { quantity: 120 }, TODAY)).toEqual(refused({ kind: 'suspended' }));
    expect(decideSubscriptionChange(facts, { autoRenew: false }, TODAY)).toMatchObject({ kind: 'change' });
  });

  test('again replaces what waits', () => {
    const facts = given({ waiting: { quantity: 120, autoRenew: null } });
    expect(decideSubscriptionChange(facts, { quantity: 150 }, TODAY)).toMatchObject({
      before: { quantity: 120 },
      after: { quantity: 150 },
      waiting: { quantity: 150 },
    });
  });

  test('as it is takes back what waits, also where that lies outside of the bounds by now', () => {
    const facts = given({ maximumQuantity: 90, waiting: { quantity: 80, autoRenew: false } });
    expect(decideSubscriptionChange(facts, { quantity: 100 }, TODAY)).toEqual({
      kind: 'change',
      before: { quantity: 80, autoRenew: false },
      after: { quantity: 100, autoRenew: false },
      waiting: { quantity: null, autoRenew: false },
    });
  });
});

describe('W7: the end', () => {
  test('its last day still allows a change, the day after allows none', () => {
    const facts = given({ endsOn: TODAY });
    expect(decideSubscriptionChange(facts, { autoRenew: false }, TODAY)).toMatchObject({ kind: 'change' });
    const ended = refused({ kind: 'ended', on: TODAY });
    expect(decideSubscriptionChange(facts, { autoRenew: false }, '2026-11-25')).toEqual(ended);
    expect(decideSubscriptionChange(facts, { quantity: 120 }, '2026-11-25')).toEqual(ended);
  });

  test('asking for what is wanted already changes nothing', () => {
    expect(decideSubscriptionChange(given(), { autoRenew: true, quantity: 100 }, TODAY)).toEqual({
      kind: 'unchanged',
    });
    const facts = given({ waiting: { quantity: null, autoRenew: false } });
    expect(decideSubscriptionChange(facts, { autoRenew: false }, TODAY)).toEqual({ kind: 'unchanged' });
  });
});

describe('W7: when the publisher speaks again, what waits', () => {
  const before = given({ waiting: { quantity: 120, autoRenew: false } });
  const pushed = { ...given(), isDeclined: false };
  const NOTHING = { quantity: null, autoRenew: null };

  test('is done where it says so', () => {
    expect(settleRequest(before, { ...pushed, quantity: 120, autoRenew: false })).toEqual({
      waiting: NOTHING,
      declinedQuantity: null,
    });
  });

  test('waits on where it says what it said before', () => {
    expect(settleRequest(before, pushed)).toEqual({ waiting: before.waiting, declinedQuantity: null });
  });

  test('is done in part where it says part of it', () => {
    expect(settleRequest(before, { ...pushed, autoRenew: false })).toEqual({
      waiting: { quantity: 120, autoRenew: null },
      declinedQuantity: null,
    });
  });

  test.each([
    ['another quantity', { quantity: 110 }],
    ['bounds that leave it out', { maximumQuantity: 110 }],
    ['that more are assigned by now', { assigned: 130 }],
  ])('is declined where it says %s', (_what, facts) => {
    expect(settleRequest(before, { ...pushed, ...facts })).toEqual({
      waiting: { quantity: null, autoRenew: false },
      declinedQuantity: 120,
    });
  });

  test('is all declined by a plain no', () => {
    expect(settleRequest(before, { ...pushed, isDeclined: true })).toEqual({
      waiting: NOTHING,
      declinedQuantity: 120,
    });
  });

  test('what is wanted is what waits, else what is so', () => {
    expect(wantedTerms(before)).toEqual({ quantity: 120, autoRenew: false });
    expect(wantedTerms(given())).toEqual({ quantity: 100, autoRenew: true });
  });
});
