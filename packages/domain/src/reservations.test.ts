import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from './calendar-date.ts';
import { COUNTRIES } from './countries.ts';
import {
  CANCEL_HOURS,
  cancelableUntil,
  decideCancel,
  decideReservation,
  type ReservationFacts,
  usageDays,
} from './reservations.ts';
import { dateIn, startOfDay } from './time-zone.ts';

const FACTS: ReservationFacts = {
  now: new Date('2026-11-24T12:00:00Z'),
  timeZone: 'UTC',
  anniversary: '2024-08-01',
};
const WANTED = { quantity: 25, usageCountry: 'NO', usageDate: '2026-12-01' };

function refused(facts: Partial<ReservationFacts>, wanted: Partial<typeof WANTED>): string[] {
  return decideReservation({ ...FACTS, ...facts }, { ...WANTED, ...wanted }).map(
    ({ field, kind }) => `${field} ${kind}`,
  );
}

describe('W6: given it is 24 November 2026, when a service is reserved, then', () => {
  test.each([
    ['today may be its usage date', '2026-11-24', []],
    ['yesterday may not', '2026-11-23', ['usageDate past']],
    ['six months ahead may', '2027-05-24', []],
    ['a day more may not', '2027-05-25', ['usageDate too-far']],
    ['seven months ahead may not', '2027-06-24', ['usageDate too-far']],
    ['a day that there is not may not', '2027-02-29', ['usageDate no-day']],
  ])('%s', (_name, usageDate, refusals) => {
    expect(refused({}, { usageDate })).toEqual(refusals);
  });

  test.each([
    [1, []],
    [100_000, []],
    [0, ['quantity out-of-bounds']],
    [-1, ['quantity out-of-bounds']],
    [100_001, ['quantity out-of-bounds']],
    [1_000_000, ['quantity out-of-bounds']],
    [1.5, ['quantity out-of-bounds']],
    [Number.NaN, ['quantity out-of-bounds']],
  ])('of %d seats: %j', (quantity, refusals) => {
    expect(refused({}, { quantity })).toEqual(refusals);
  });

  test.each([['NO'], ['JP'], ['AX']])('for use in %s: yes', (usageCountry) => {
    expect(refused({}, { usageCountry })).toEqual([]);
  });
  test.each([['ZZ'], ['UK'], ['EU'], ['no'], ['']])('for use in %j: no', (usageCountry) => {
    expect(refused({}, { usageCountry })).toEqual(['usageCountry no-country']);
  });

  test('everything that is wrong is said at once', () => {
    expect(refused({}, { quantity: 0, usageCountry: 'ZZ', usageDate: '2026-11-23' })).toEqual([
      'quantity out-of-bounds',
      'usageCountry no-country',
      'usageDate past',
    ]);
  });
});

describe('W6: the end of a month counts as the last day that the other month has', () => {
  test.each([
    ['2026-08-31T12:00:00Z', '2027-02-28'],
    ['2027-08-31T12:00:00Z', '2028-02-29'],
    ['2028-02-29T12:00:00Z', '2028-08-29'],
    ['2026-12-31T12:00:00Z', '2027-06-30'],
  ])('at %s the last usage date is %s', (now, last) => {
    expect(usageDays({ ...FACTS, now: new Date(now), anniversary: '2020-11-15' }).last).toBe(last);
  });
});

describe('W6: today is the day that it is where the organization is', () => {
  test.each([
    ['Asia/Tokyo', '2026-12-31T15:00:00Z', '2027-01-01', '2027-07-01'],
    ['Asia/Tokyo', '2026-12-31T14:59:59.999Z', '2026-12-31', '2027-06-30'],
    ['America/New_York', '2027-01-01T04:59:59.999Z', '2026-12-31', '2027-06-30'],
    ['Europe/Berlin', '2027-03-27T23:00:00Z', '2027-03-28', '2027-09-28'],
    ['Australia/Lord_Howe', '2026-12-31T13:00:00Z', '2027-01-01', '2027-07-01'],
  ])('in %s at %s: from %s to %s', (timeZone, now, first, last) => {
    expect(usageDays({ now: new Date(now), timeZone, anniversary: '2024-10-20' })).toMatchObject({
      first,
      last,
    });
  });
});

describe('W6: the last 30 days before the anniversary are closed', () => {
  const anniversary = '2024-03-01';
  test.each([
    ['31 days before', '2027-01-29', []],
    ['30 days before', '2027-01-30', ['usageDate before-anniversary']],
    ['the day before', '2027-02-28', ['usageDate before-anniversary']],
    ['the anniversary', '2027-03-01', []],
  ])('%s', (_name, usageDate, refusals) => {
    expect(refused({ anniversary }, { usageDate })).toEqual(refusals);
  });

  test('one of 29 February is on 28 February in other years', () => {
    const ofLeapDay = { ...FACTS, anniversary: '2024-02-29' };
    expect(usageDays(ofLeapDay).closed).toEqual({ from: '2027-01-29', to: '2027-02-27' });
    const inLeapYear = { ...ofLeapDay, now: new Date('2027-12-01T00:00:00Z') };
    expect(usageDays(inLeapYear).closed).toEqual({ from: '2028-01-30', to: '2028-02-28' });
  });

  test('the first day of a contract that is still to begin is none', () => {
    expect(usageDays({ ...FACTS, anniversary: '2027-01-01' }).closed).toBeNull();
    expect(usageDays({ ...FACTS, anniversary: '2026-01-01' }).closed).toEqual({
      from: '2026-12-02',
      to: '2026-12-31',
    });
  });

  test('no day that is closed is within reach where the anniversary is far', () => {
    expect(usageDays(FACTS).closed).toBeNull();
  });
});

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Tokyo'];
const anyFacts = fc.record({
  now: fc.date({ min: new Date('2024-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }),
  timeZone: fc.constantFrom(...ZONES),
  anniversary: fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2015-01-01', days)),
});

test('W6: whatever the day, a usage date is taken where it is within six months and not before an anniversary', () => {
  fc.assert(
    fc.property(
      anyFacts,
      fc.integer({ min: -20, max: 220 }),
      fc.constantFrom(...COUNTRIES),
      (facts, offset, usageCountry) => {
        const today = dateIn(facts.timeZone, facts.now);
        const usageDate = addDays(today, offset);
        const isTaken = decideReservation(facts, { quantity: 1, usageCountry, usageDate }).length === 0;
        const isWithin = offset >= 0 && usageDate <= addMonths(today, 6);
        const anniversaries = Array.from({ length: 30 }, (_, year) =>
          addMonths(facts.anniversary, (year + 1) * 12),
        );
        const isBefore = anniversaries.some((one) => usageDate < one && usageDate >= addDays(one, -30));
        expect(isTaken).toBe(isWithin && !isBefore);
      },
    ),
    { numRuns: 1_000 },
  );
});

describe('W6: a reservation can be canceled up to exactly 72 hours before its usage date begins', () => {
  const given = (timeZone: string, usageDate: string, last: string) => {
    const at = new Date(last);
    const facts = { timeZone, usageDate, status: 'active' as const };
    expect(cancelableUntil(usageDate, timeZone).toISOString()).toBe(last);
    expect(decideCancel({ ...facts, now: at })).toBeNull();
    expect(decideCancel({ ...facts, now: new Date(at.getTime() + 1) })).toBe('too-late');
  };

  test.each([
    ['UTC', '2027-01-02', '2026-12-30T00:00:00.000Z'],
    ['Asia/Tokyo', '2027-01-02', '2026-12-29T15:00:00.000Z'],
    // The clocks went forward in between: 72 hours before midnight it was eleven in the evening.
    ['Europe/Berlin', '2027-03-29', '2027-03-25T22:00:00.000Z'],
    ['Europe/Berlin', '2027-03-28', '2027-03-24T23:00:00.000Z'],
    // They went back: it was one in the morning.
    ['Europe/Berlin', '2027-11-01', '2027-10-28T23:00:00.000Z'],
    ['America/New_York', '2027-11-08', '2027-11-05T05:00:00.000Z'],
    ['Australia/Lord_Howe', '2027-10-04', '2027-09-30T13:00:00.000Z'],
    ['UTC', '2028-03-01', '2028-02-27T00:00:00.000Z'],
  ])('in %s, of %s: until %s', given);

  test('one that is canceled or ordered is never canceled', () => {
    for (const status of ['canceled', 'ordered'] as const) {
      const facts = { status, now: FACTS.now, timeZone: 'UTC', usageDate: '2027-05-01' };
      expect(decideCancel(facts)).toBe(status);
    }
  });

  test('72 hours are hours, whatever the clocks do in between', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 0, max: 6_000 }), (timeZone, days) => {
        const usageDate = addDays('2024-01-01', days);
        const hours =
          (startOfDay(timeZone, usageDate).getTime() - cancelableUntil(usageDate, timeZone).getTime()) /
          3_600_000;
        expect(hours).toBe(CANCEL_HOURS);
      }),
      { numRuns: 200 },
    );
  });
});
