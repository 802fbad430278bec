/**
 * Days of the calendar, of no time zone: `YYYY-MM-DD`, of years 0001 to 9999. Texts of this form sort as the days do.
 *
 * @source ISO 8601, RFC 3339 full-date
 */
export type CalendarDate = string;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Whether a text names a day that there is: "2027-02-29" names none. */
export function isCalendarDate(text: string): text is CalendarDate {
  const parts = FORM.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return false;
  const [year = 0, month = 0, day = 0] = parts;
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * The same day of another month; where that month is shorter, its last day: six months after 31 August is 28 February,
 * in a leap year 29 February.
 *
 * @param months Negative: earlier.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year, month, day] = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return textOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** So many days later; negative: earlier. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(utcMidnightOf(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Midnight of a day in UTC, in milliseconds since 1970. */
export function utcMidnightOf(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function partsOf(date: CalendarDate): readonly [year: number, month: number, day: number] {
  const [, year, month, day] = FORM.exec(date) ?? [];
  return [Number(year), Number(month), Number(day)];
}

function textOf(year: number, month: number, day: number): CalendarDate {
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
