import { expect, test } from 'vitest';
import { relativeAmount } from './relative-time.ts';

const now = new Date('2026-11-24T09:00:00Z');

test.each([
  ['2026-11-24T08:59:59.700Z', { value: 0, unit: 'second' }],
  ['2026-11-24T09:00:25Z', { value: 25, unit: 'second' }],
  ['2026-11-24T08:58:10Z', { value: -1, unit: 'minute' }],
  ['2026-11-24T06:30:00Z', { value: -2, unit: 'hour' }],
  ['2026-11-21T08:00:00Z', { value: -3, unit: 'day' }],
  ['2026-11-01T08:00:00Z', null],
])('%s is %o from 2026-11-24T09:00:00Z', (at, amount) => {
  expect(relativeAmount(new Date(at), now)).toEqual(amount);
});
