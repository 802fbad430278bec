const DAY_MILLISECONDS = 86_400_000;

/** A day as the address names it, `2026-09-02`, of the person's own time zone. */
export function dayOf(at: Date): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`;
}

/** The day so many days before today. */
export function daysBefore(days: number, now: Date): string {
  return dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days));
}

/** How many days before today the address looks back to; 0 for today and what is to come. */
export function daysBack(asOf: string | undefined, now: Date): number {
  if (asOf === undefined) return 0;
  const [year = 0, month = 1, day = 1] = (isDay(asOf) ? asOf : dayOf(new Date(asOf))).split('-').map(Number);
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.max(0, Math.round((today - Date.UTC(year, month - 1, day)) / DAY_MILLISECONDS));
}

/** Whether the address names a day, not a moment of it. */
export function isDay(asOf: string): boolean {
  return !asOf.includes('T');
}

/**
 * The moment that the address asks for, as the API takes it: of a day its end, of a change that very moment.
 *
 * @returns undefined for today and what is to come.
 */
export function momentOfAddress(asOf: string | undefined, now: Date): string | undefined {
  if (asOf === undefined) return undefined;
  if (!isDay(asOf)) return new Date(asOf) < now ? new Date(asOf).toISOString() : undefined;
  const [year = 0, month = 1, day = 1] = asOf.split('-').map(Number);
  const end = new Date(year, month - 1, day + 1);
  // Two digits of a year would be read as of the last century.
  end.setFullYear(year, month - 1, day + 1);
  return end <= now ? new Date(end.getTime() - 1).toISOString() : undefined;
}
