import { isIPv6 } from 'node:net';
import type { Database } from '../../database/connect.ts';
import { addAttempt } from './attempt-repository.ts';

export interface Attempt {
  /** What is tried: `sign-in`, `register`, … */
  readonly what: string;
  /** Who tries: an account's id, or a client address made by {@link addressKey}. */
  readonly who: string;
  /** At most a day. */
  readonly windowSeconds: number;
  /** So many in a window are allowed. */
  readonly max: number;
}

/**
 * Counts an attempt, and says whether it may go on.
 *
 * All server processes count together. It runs outside of any transaction, so that a refusal that rolls back
 * is counted all the same. Windows are fixed: around the turn of one, twice as many may pass.
 */
export async function countAttempt(
  db: Database,
  attempt: Attempt,
): Promise<{ allowed: boolean; retryAfterSeconds: number }> {
  const { count, secondsLeft } = await addAttempt(db, attempt);
  return count <= attempt.max
    ? { allowed: true, retryAfterSeconds: 0 }
    : { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(secondsLeft)) };
}

/** By what a client address is counted: IPv6 by its /64, since whoever has one address has all of those. */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.replace(/%.*$/, '').split('::');
  const start = head === '' ? [] : head.split(':');
  const end = tail === '' ? [] : tail.split(':');
  const groups = [...start, ...Array(Math.max(0, 8 - start.length - end.length)).fill('0'), ...end];
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
