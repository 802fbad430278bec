import type { Messages } from '../../messages/messages.tsx';
import { dayOfEnd, dayOfStart, type RolePeriod } from './role-periods.ts';

/** A period as words: "until 31 Dec 2026"; null where a role counts now and has no end. */
export function periodInWords({ startsAt, endsAt }: RolePeriod, { t, formatDate }: Messages): string | null {
  const start = startsAt === null ? null : formatDate(dayOfStart(startsAt));
  const end = endsAt === null ? null : formatDate(dayOfEnd(endsAt));
  if (start !== null && end !== null) return t('period.inWords.both', { start, end });
  if (start !== null) return t('period.inWords.from', { start });
  return end === null ? null : t('period.inWords.until', { end });
}
