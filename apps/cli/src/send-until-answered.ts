import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { ProblemError } from '@muniment/contract/client.ts';
import { Failure } from './failure.ts';

/** Waits between tries, in seconds: a server that starts anew is back by then. */
const WAITS_SECONDS = [1, 2, 4, 8, 15, 30];

export interface Patience {
  /** The server has answered before: if it is away now, it comes back. */
  readonly hasAnswered: boolean;
  /** Told how many seconds the next try is away. */
  readonly onWait: (seconds: number) => void;
}

/**
 * Sends a part of an import, and sends it again where the server is busy or away for a moment: under the same
 * Idempotency-Key, so that the answer is that of the one time it was taken.
 *
 * @throws ProblemError, Failure where it stays so.
 */
export async function sendUntilAnswered<T>(
  send: (idempotencyKey: string) => Promise<T>,
  { hasAnswered, onWait }: Patience,
): Promise<T> {
  const idempotencyKey = randomUUID();
  for (let tries = 0; ; tries += 1) {
    try {
      return await send(idempotencyKey);
    } catch (error) {
      const wait = WAITS_SECONDS[tries];
      if (wait === undefined || !isForAMoment(error, hasAnswered)) throw error;
      const seconds = (error instanceof ProblemError ? error.retryAfterSeconds : null) ?? wait;
      onWait(seconds);
      await setTimeout(seconds * 1000);
    }
  }
}

function isForAMoment(error: unknown, hasAnswered: boolean): boolean {
  if (error instanceof ProblemError) return error.status === 503 || error.status === 429;
  return hasAnswered && error instanceof Failure && error.id === 'server-unreachable';
}
