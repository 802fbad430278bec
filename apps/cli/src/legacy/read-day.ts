import { isDay } from '@muniment/domain/legacy-row.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** A time of day behind the day, which does not count. */
const TIME =
  /(?:T|,?\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AP]\.?M\.?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?$/i;

/**
 * Reads a day as spreadsheets write it, where it can only be one.
 *
 * Taken are 2023-09-15, 2023/9/15 and 2023.09.15; 15.9.2023 (with dots the day comes first); 15-Sep-2023,
 * 15 September 2023 and Sep 15, 2023; and 15/09/2023 or 09/15/2023 where one number can be no month or both are the
 * same. A time of day behind it is left out.
 *
 * @returns YYYY-MM-DD; null where it could be two days, or is none.
 */
export function readDay(text: string): string | null {
  const day = text.trim().replace(TIME, '').trim();
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(day);
  if (yearFirst !== null) return dayOf(yearFirst[1], yearFirst[3], yearFirst[4]);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(day);
  if (dotted !== null) return dayOf(dotted[3], dotted[2], dotted[1]);
  const named = /^(\d{1,2})[-\s.]+(\p{L}+)\.?[-\s,]+(\d{4})$/u.exec(day);
  if (named !== null) return dayOf(named[3], monthNumber(named[2]), named[1]);
  const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{4})$/u.exec(day);
  if (monthFirst !== null) return dayOf(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  const numbers = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/.exec(day);
  if (numbers === null) return null;
  const [, one = '', , other = '', year] = numbers;
  if (Number(one) > 12 || Number(one) === Number(other)) return dayOf(year, other, one);
  return Number(other) > 12 ? dayOf(year, one, other) : null;
}

function monthNumber(name = ''): string {
  const lower = name.toLowerCase();
  const index =
    lower.length > 3 ? MONTH_NAMES.indexOf(lower === 'sept' ? 'september' : lower) : MONTHS.indexOf(lower);
  return String(index + 1);
}

function dayOf(year = '', month = '', day = ''): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}
