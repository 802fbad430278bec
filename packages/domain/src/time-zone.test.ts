import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './calendar-date.ts';
import { dateIn, isTimeZone, startOfDay } from './time-zone.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Tokyo',
  'Asia/Beirut',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/St_Johns',
];

test.each([
  // The clocks go forward on 28 March 2027 and back on 31 October 2027.
  ['Europe/Berlin', '2027-03-28', '2027-03-27T23:00:00.000Z'],
  ['Europe/Berlin', '2027-03-29', '2027-03-28T22:00:00.000Z'],
  ['Europe/Berlin', '2027-10-31', '2027-10-30T22:00:00.000Z'],
  ['Europe/Berlin', '2027-11-01', '2027-10-31T23:00:00.000Z'],
  ['America/New_York', '2027-03-14', '2027-03-14T05:00:00.000Z'],
  ['America/New_York', '2027-03-15', '2027-03-15T04:00:00.000Z'],
  ['America/New_York', '2027-11-08', '2027-11-08T05:00:00.000Z'],
  // Its summer time is half an hour.
  ['Australia/Lord_Howe', '2027-01-01', '2026-12-31T13:00:00.000Z'],
  ['Australia/Lord_Howe', '2027-07-01', '2027-06-30T13:30:00.000Z'],
  ['Asia/Tokyo', '2027-01-01', '2026-12-31T15:00:00.000Z'],
  // There is no midnight on this day: the clocks jump from 23:59 to 1:00.
  ['Asia/Beirut', '2027-03-28', '2027-03-27T22:00:00.000Z'],
  ['UTC', '2028-02-29', '2028-02-29T00:00:00.000Z'],
])('in %s, %s begins at %s', (zone, date, instant) => {
  expect(startOfDay(zone, date).toISOString()).toBe(instant);
});

test.each([
  ['UTC', '2026-12-31T23:59:59.999Z', '2026-12-31'],
  ['Asia/Tokyo', '2026-12-31T15:00:00.000Z', '2027-01-01'],
  ['America/New_York', '2027-01-01T04:59:59.999Z', '2026-12-31'],
  ['Pacific/Kiritimati', '2026-12-31T10:00:00.000Z', '2027-01-01'],
  ['Pacific/Pago_Pago', '2027-01-01T10:59:59.000Z', '2026-12-31'],
])('in %s it is at %s still or already %s', (zone, instant, date) => {
  expect(dateIn(zone, new Date(instant))).toBe(date);
});

test('a day begins where the day before ends, whatever the clocks do', () => {
  const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2020-01-01', days));
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), anyDay, (zone, date) => {
      const start = startOfDay(zone, date);
      expect(dateIn(zone, start)).toBe(date);
      expect(dateIn(zone, new Date(start.getTime() - 1))).toBe(addDays(date, -1));
      const hours = (startOfDay(zone, addDays(date, 1)).getTime() - start.getTime()) / 3_600_000;
      expect(Math.abs(hours - 24)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 300 },
  );
});

test.each(['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires', 'America/Port-au-Prince', 'Etc/GMT+5'])(
  '%s is a time zone',
  (zone) => {
    expect(isTimeZone(zone)).toBe(true);
  },
);
test.each(['+01:00', 'CET', 'Europe/Atlantis', 'Berlin', '', 'Europe/Berlin ', '../etc'])(
  '%j is no time zone',
  (zone) => {
    expect(isTimeZone(zone)).toBe(false);
  },
);
