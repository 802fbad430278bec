import { addDays, addMonths, type CalendarDate, isCalendarDate } from './calendar-date.ts';
import { isCountry } from './countries.ts';
import { dateIn, startOfDay } from './time-zone.ts';

/** At most so many seats in one reservation. */
export const RESERVED_SEATS_MAX = 100_000;
/** So far ahead a usage date may lie. */
export const MONTHS_AHEAD = 6;
/** No usage date lies in so many days before an anniversary. */
export const CLOSED_DAYS = 30;
/** Until so long before the usage date a reservation can be canceled. */
export const CANCEL_HOURS = 72;

export const RESERVATION_STATUSES = ['active', 'canceled', 'ordered'] as const;
export type ReservationStatus = (typeof RESERVATION_STATUSES)[number];

/** On which days a service may be used first, as its reservation is asked for now. */
export interface UsageDays {
  /** Today. */
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  /** The days before an anniversary that are closed, where they touch these; both are closed themselves. */
  readonly closed: { readonly from: CalendarDate; readonly to: CalendarDate } | null;
}

/** What a reservation depends on. */
export interface ReservationFacts {
  readonly now: Date;
  /** The organization's: IANA. */
  readonly timeZone: string;
  /** Any day that the anniversaries are counted from: they return each year, from a year after it. */
  readonly anniversary: CalendarDate;
}

/**
 * The days that a usage date may lie on: from today to six calendar months ahead, without the last 30 days before an
 * anniversary. The anniversary itself is open. One of 29 February is on 28 February in other years.
 *
 * @source W6
 */
export function usageDays({ now, timeZone, anniversary }: ReservationFacts): UsageDays {
  const first = dateIn(timeZone, now);
  const last = addMonths(first, MONTHS_AHEAD);
  const next = anniversaryAfter(anniversary, first);
  const from = addDays(next, -CLOSED_DAYS);
  return { first, last, closed: from <= last ? { from, to: addDays(next, -1) } : null };
}

/** The first anniversary behind a day. One that the day itself is has nothing before it that is still open to choose. */
function anniversaryAfter(anniversary: CalendarDate, date: CalendarDate): CalendarDate {
  const years = Math.max(1, Number(date.slice(0, 4)) - Number(anniversary.slice(0, 4)));
  const thisYear = addMonths(anniversary, years * 12);
  return thisYear > date ? thisYear : addMonths(anniversary, (years + 1) * 12);
}

/** What somebody asks for. */
export interface WantedReservation {
  readonly quantity: number;
  readonly usageCountry: string;
  readonly usageDate: string;
}

/** Why a reservation is refused, and by which of its fields. */
export type ReservationRefusal =
  | { readonly field: 'quantity'; readonly kind: 'out-of-bounds' }
  | { readonly field: 'usageCountry'; readonly kind: 'no-country' }
  | { readonly field: 'usageDate'; readonly kind: 'no-day' }
  | {
      readonly field: 'usageDate';
      readonly kind: 'past' | 'too-far' | 'before-anniversary';
      readonly days: UsageDays;
    };

/** Decides whether a service may be reserved so. @returns All that speaks against it; none: it may. @source W6 */
export function decideReservation(facts: ReservationFacts, wanted: WantedReservation): ReservationRefusal[] {
  const refusals: ReservationRefusal[] = [];
  const { quantity, usageCountry, usageDate } = wanted;
  if (!Number.isSafeInteger(quantity) || quantity < 1 || quantity > RESERVED_SEATS_MAX) {
    refusals.push({ field: 'quantity', kind: 'out-of-bounds' });
  }
  if (!isCountry(usageCountry)) refusals.push({ field: 'usageCountry', kind: 'no-country' });
  const refusal = refuseUsageDate(facts, usageDate);
  if (refusal !== null) refusals.push(refusal);
  return refusals;
}

function refuseUsageDate(facts: ReservationFacts, usageDate: string): ReservationRefusal | null {
  if (!isCalendarDate(usageDate)) return { field: 'usageDate', kind: 'no-day' };
  const days = usageDays(facts);
  const refuse = (kind: 'past' | 'too-far' | 'before-anniversary') =>
    ({ field: 'usageDate', kind, days }) as const;
  if (usageDate < days.first) return refuse('past');
  if (usageDate > days.last) return refuse('too-far');
  if (days.closed !== null && usageDate >= days.closed.from && usageDate <= days.closed.to) {
    return refuse('before-anniversary');
  }
  return null;
}

/**
 * The last instant at which a reservation can be canceled: 72 hours, each of 60 minutes, before its usage date begins
 * where the organization is. Where the clocks change in between, it is not at midnight.
 *
 * @source W6
 */
export function cancelableUntil(usageDate: CalendarDate, timeZone: string): Date {
  return new Date(startOfDay(timeZone, usageDate).getTime() - CANCEL_HOURS * 3_600_000);
}

/** What canceling a reservation depends on. */
export interface CancelFacts {
  readonly now: Date;
  readonly timeZone: string;
  readonly status: ReservationStatus;
  readonly usageDate: CalendarDate;
}

/** Why a reservation cannot be canceled: `canceled` and `ordered` are what it is already. */
export type CancelRefusal = 'canceled' | 'ordered' | 'too-late';

/** Decides whether a reservation can be canceled now. @returns What speaks against it; null: nothing. @source W6 */
export function decideCancel({ now, timeZone, status, usageDate }: CancelFacts): CancelRefusal | null {
  if (status !== 'active') return status;
  return now <= cancelableUntil(usageDate, timeZone) ? null : 'too-late';
}
