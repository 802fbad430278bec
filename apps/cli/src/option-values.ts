import { isRole, ROLES, type Role } from '@muniment/domain/roles.ts';
import { InvalidArgumentError } from 'commander';
import { messages } from './messages.ts';

/** Reads `--limit`. */
export function positiveNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(messages.notAPositiveNumber);
}

/** Reads a time, or a day as its midnight UTC. @returns RFC 3339, UTC. */
export function instant(text: string): string {
  const isInstant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text);
  const at = new Date(text);
  // 30 February is read as 2 March.
  const isRealDay = !Number.isNaN(at.getTime()) && isDayOfMonth(text);
  if (!isInstant || !isRealDay) throw new InvalidArgumentError(messages.notAnInstant);
  return at.toISOString();
}

/** Reads a day. */
export function calendarDay(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && isDayOfMonth(text)) return text;
  throw new InvalidArgumentError(messages.notADay);
}

/** Says that a role has no end. */
export const NEVER = 'never';

/** Reads `--ends-at`: a time, or {@link NEVER}. */
export function instantOrNever(text: string): string {
  return text === NEVER ? NEVER : instant(text);
}

/** Reads one of several roles to search for. */
export function roleToFind(text: string, before: readonly Role[] | undefined): Role[] {
  if (!isRole(text))
    throw new InvalidArgumentError(messages.notARole(ROLES.filter((role) => role !== 'invoice-reader')));
  return [...(before ?? []), text];
}

function isDayOfMonth(text: string): boolean {
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
