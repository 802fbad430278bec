import type { Role } from '@muniment/domain/roles.ts';

/** When a role counts, as instants (RFC 3339). @source B6 */
export interface RolePeriod {
  /** null: at once, or as it started. */
  readonly startsAt: string | null;
  /** The first instant at which it counts no more; null: without an end. */
  readonly endsAt: string | null;
}

/** Periods by role; of a role that is not in it, at once and without an end. */
export type RolePeriods = Readonly<Partial<Record<Role, RolePeriod>>>;

export const ALWAYS: RolePeriod = { startsAt: null, endsAt: null };

/**
 * The first instant of a calendar day where the person is.
 *
 * @param date `2026-12-31`.
 */
export function startOfDay(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day).toISOString();
}

/** The instant after a calendar day where the person is: a role "until 31 December" holds on that day. */
export function endOfDay(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day + 1).toISOString();
}

/** The calendar day, where the person is, on which a role that starts then starts. */
export function dayOfStart(instant: string): string {
  return dayOf(new Date(instant));
}

/** The last calendar day, where the person is, on which a role that ends then counts. */
export function dayOfEnd(instant: string): string {
  return dayOf(new Date(Date.parse(instant) - 1));
}

/** Today where the person is. */
export function today(now: Date): string {
  return dayOf(now);
}

function dayOf(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** What is wrong with the days of a period; null where it may be asked for. */
export type PeriodFault = 'start-passed' | 'end-passed' | 'end-before-start' | null;

/**
 * Checks a period as the server would, by days.
 *
 * @param held The period that is saved, whose start may lie in the past.
 */
export function faultOf(period: RolePeriod, held: RolePeriod, now: Date): PeriodFault {
  const { startsAt, endsAt } = period;
  if (startsAt !== null && startsAt !== held.startsAt && Date.parse(startsAt) < now.getTime())
    return 'start-passed';
  if (endsAt === null) return null;
  if (Date.parse(endsAt) <= now.getTime()) return 'end-passed';
  const start = startsAt ?? held.startsAt;
  return start !== null && Date.parse(endsAt) <= Date.parse(start) ? 'end-before-start' : null;
}

export function isSamePeriod(a: RolePeriod, b: RolePeriod): boolean {
  return sameInstant(a.startsAt, b.startsAt) && sameInstant(a.endsAt, b.endsAt);
}

function sameInstant(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && Date.parse(a) === Date.parse(b));
}

/** Sets the period of a role; one that is as always is left out. */
export function withPeriod(periods: RolePeriods, role: Role, period: RolePeriod): RolePeriods {
  const { [role]: _, ...others } = periods;
  return { ...others, [role]: period };
}

/**
 * What is kept of a period that the server answers: a start that lies ahead, and an end.
 *
 * @returns null where it counts now and has no end.
 */
export function notablePeriod(startsAt: string, endsAt: string | null, now: Date): RolePeriod | null {
  const start = Date.parse(startsAt) > now.getTime() ? startsAt : null;
  return start === null && endsAt === null ? null : { startsAt: start, endsAt };
}
