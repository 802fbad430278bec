import { addDays, type CalendarDate, utcMidnightOf } from './calendar-date.ts';

const MINUTE_MS = 60_000;

/** What an organization without a time zone of its own counts days by. */
export const DEFAULT_TIME_ZONE = 'UTC';

/**
 * Whether a text names a time zone of the IANA database: `UTC`, or one like `Europe/Berlin`. An offset such as "+01:00"
 * is none: it knows no summer time.
 */
export function isTimeZone(text: string): boolean {
  if (text !== DEFAULT_TIME_ZONE && !/^[A-Za-z][A-Za-z_]*(?:\/[A-Za-z0-9_+-]+){1,2}$/.test(text))
    return false;
  try {
    formatterOf(text);
    return true;
  } catch {
    return false;
  }
}

/** The day that it is in a time zone at an instant. @param zone One that {@link isTimeZone} knows. */
export function dateIn(zone: string, at: Date): CalendarDate {
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
}

/**
 * The instant at which a day begins in a time zone: its midnight, or where the clocks jump over that, when they have
 * jumped.
 *
 * @param zone One that {@link isTimeZone} knows.
 */
export function startOfDay(zone: string, date: CalendarDate): Date {
  // No zone is 24 hours away from UTC, and all of them change on whole minutes.
  let before = utcMidnightOf(addDays(date, -1)) / MINUTE_MS;
  let reached = utcMidnightOf(addDays(date, 1)) / MINUTE_MS;
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2);
    if (dateIn(zone, new Date(middle * MINUTE_MS)) >= date) reached = middle;
    else before = middle;
  }
  return new Date(reached * MINUTE_MS);
}

/** Making one takes longer than all that is asked of it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formatters.set(zone, made);
  return made;
}
