import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, isCalendarDate } from './calendar-date.ts';

test.each([
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2099-08-31', 6, '2100-02-28'],
  ['2026-11-24', 6, '2027-05-24'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2028-02-29', 48, '2032-02-29'],
  ['2026-12-31', -10, '2026-02-28'],
  ['2026-01-15', -1, '2025-12-15'],
])('%s and %i months is %s', (date, months, then) => {
  expect(addMonths(date, months)).toBe(then);
});

test.each([
  '2027-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '2026-4-1',
  '0000-01-01',
  '2026-11-24T00:00Z',
  '',
])('there is no day %j', (text) => {
  expect(isCalendarDate(text)).toBe(false);
});

const anyDate = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2190-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('months later is in that month, on the same day or on its last one', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -240, max: 240 }), (date, months) => {
      const then = addMonths(date, months);
      expect(isCalendarDate(then)).toBe(true);
      const monthOf = (one: string) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));
      expect(monthOf(then)).toBe(monthOf(date) + months);
      if (then.slice(8) !== date.slice(8)) expect(addDays(then, 1).slice(8)).toBe('01');
    }),
  );
});

test('days go forth and back', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -4_000, max: 4_000 }), (date, days) => {
      expect(addDays(addDays(date, days), -days)).toBe(date);
      expect(addDays(date, days) > date).toBe(days > 0);
    }),
  );
});
