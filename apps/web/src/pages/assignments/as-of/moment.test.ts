import { expect, test } from 'vitest';
import { dayOf, daysBack, daysBefore, momentOfAddress } from './moment.ts';

// Local times, so that the guarantee holds in the time zone of whoever runs it.
const NOW = new Date(2026, 10, 24, 15, 30);

test('B4 a day is looked at as it ended, where the person is', () => {
  expect(momentOfAddress('2026-09-02', NOW)).toBe(new Date(2026, 8, 2, 23, 59, 59, 999).toISOString());
  expect(momentOfAddress('2025-12-31', NOW)).toBe(new Date(2025, 11, 31, 23, 59, 59, 999).toISOString());
});

test('B4 the moment of a change is looked at as it is', () => {
  expect(momentOfAddress('2026-09-02T10:00:00.123Z', NOW)).toBe('2026-09-02T10:00:00.123Z');
});

test('B4 today and what is to come is now', () => {
  for (const asOf of [undefined, '2026-11-24', '2026-12-01', '2098-01-01T00:00:00Z']) {
    expect(momentOfAddress(asOf, NOW)).toBeUndefined();
  }
});

test('days back and days are each other’s inverse, over a change of clocks too', () => {
  for (const days of [0, 1, 23, 24, 30, 239, 364, 365]) {
    expect(daysBack(daysBefore(days, NOW), NOW)).toBe(days);
  }
  expect(daysBefore(24, NOW)).toBe('2026-10-31');
  expect(daysBack('2098-01-01', NOW)).toBe(0);
  expect(daysBack(new Date(2026, 10, 23, 23, 59).toISOString(), NOW)).toBe(1);
  expect(dayOf(new Date(2026, 0, 5))).toBe('2026-01-05');
});
