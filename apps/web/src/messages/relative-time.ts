const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface RelativeAmount {
  /** Negative in the past. */
  readonly value: number;
  readonly unit: 'second' | 'minute' | 'hour' | 'day';
}

/**
 * How far an instant lies from now, in the largest unit that fits.
 *
 * @returns null where it is a week away or more: then the date says more.
 */
export function relativeAmount(at: Date, now: Date): RelativeAmount | null {
  const distance = at.getTime() - now.getTime();
  const size = Math.abs(distance);
  if (size >= 7 * DAY) return null;
  const [unit, length] =
    size < MINUTE
      ? (['second', SECOND] as const)
      : size < HOUR
        ? (['minute', MINUTE] as const)
        : size < DAY
          ? (['hour', HOUR] as const)
          : (['day', DAY] as const);
  // Math.round(-0.4) is -0, which would read "0 seconds ago".
  return { value: Math.trunc(distance / length) || 0, unit };
}
