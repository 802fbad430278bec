import { expect, test } from 'vitest';
import { decideActivation } from './activations.ts';

const TODAY = '2026-11-24';

test.each([
  ['a service that runs keeps its last day', { seats: 20, endsOn: '2027-03-31' }, '2027-03-31'],
  ['one that ends today runs', { seats: 20, endsOn: TODAY }, TODAY],
  ['one without a last day keeps none', { seats: 20, endsOn: null }, null],
  ['a new one lasts twelve months from today', null, '2027-11-24'],
])('W6: adding seats: %s', (_name, service, endsOn) => {
  expect(decideActivation('add-seats', 10, service, TODAY)).toEqual({
    kind: 'activate',
    seatsAdded: 10,
    endsOn,
  });
});

test.each([
  ['from its last day', '2027-03-31', TODAY, '2028-03-31'],
  ['from today where that is over', '2026-10-01', TODAY, '2027-11-24'],
  ['29 February becomes 28 February', '2028-02-29', '2028-01-10', '2029-02-28'],
])('W6: a renewal is for twelve months: %s', (_name, endsOn, today, then) => {
  expect(decideActivation('renew', 20, { seats: 20, endsOn }, today)).toEqual({
    kind: 'activate',
    seatsAdded: 0,
    endsOn: then,
  });
});

test.each([
  ['add-seats', 'to a service that has ended', { seats: 20, endsOn: '2026-11-23' }, 'ended'],
  ['renew', 'where there is no service', null, 'nothing-to-renew'],
  ['renew', 'of a service that has no last day', { seats: 1, endsOn: null }, 'nothing-to-renew'],
  ['renew', 'of more seats than the key is for', { seats: 21, endsOn: '2027-03-31' }, 'too-few-seats'],
] as const)('W6: %s %s is refused', (choice, _name, service, refusal) => {
  expect(decideActivation(choice, 20, service, TODAY)).toEqual({ kind: 'refused', refusal });
});
