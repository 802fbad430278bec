import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { ProblemError } from '@muniment/contract/client.ts';
import type { BodyOf } from '@muniment/contract/endpoint.ts';
import { importLegacyRows, type LegacyRowReport } from '@muniment/contract/legacy-import.ts';
import { Failure } from '../failure.ts';
import type { Session } from '../session.ts';

/** Waits between tries, in seconds: a server that starts anew is back by then. */
const WAITS_SECONDS = [1, 2, 4, 8, 15, 30];

/**
 * Sends rows, and sends them again where the server is busy or away for a moment: under the same Idempotency-Key,
 * so that the answer is that of the one time they were taken.
 *
 * @param options.hasAnswered The server has answered before: if it is away now, it comes back.
 * @param options.onWait Told how many seconds the next try is away.
 * @returns A report for each row, in the same order.
 * @throws ProblemError, Failure where it stays so.
 */
export async function sendRows(
  session: Session,
  body: BodyOf<typeof importLegacyRows>,
  options: { readonly hasAnswered: boolean; readonly onWait: (seconds: number) => void },
): Promise<readonly LegacyRowReport[]> {
  const idempotencyKey = randomUUID();
  for (let tries = 0; ; tries += 1) {
    try {
      return (await session.call(importLegacyRows, { body, idempotencyKey })).body.rows;
    } catch (error) {
      const wait = WAITS_SECONDS[tries];
      if (wait === undefined || !isForAMoment(error, options.hasAnswered)) throw error;
      const seconds = (error instanceof ProblemError ? error.retryAfterSeconds : null) ?? wait;
      options.onWait(seconds);
      await setTimeout(seconds * 1000);
    }
  }
}

function isForAMoment(error: unknown, hasAnswered: boolean): boolean {
  if (error instanceof ProblemError) return error.status === 503 || error.status === 429;
  return hasAnswered && error instanceof Failure && error.id === 'server-unreachable';
}
