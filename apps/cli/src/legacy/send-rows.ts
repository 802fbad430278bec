import type { BodyOf } from '@muniment/contract/endpoint.ts';
import { importLegacyRows, type LegacyRowReport } from '@muniment/contract/legacy-import.ts';
import { type Patience, sendUntilAnswered } from '../send-until-answered.ts';
import type { Session } from '../session.ts';

/**
 * Sends rows, with patience.
 *
 * @returns A report for each row, in the same order.
 * @throws ProblemError, Failure where the server stays busy or away, or refuses.
 */
export function sendRows(
  session: Session,
  body: BodyOf<typeof importLegacyRows>,
  patience: Patience,
): Promise<readonly LegacyRowReport[]> {
  return sendUntilAnswered(async (idempotencyKey) => {
    const answer = await session.call(importLegacyRows, { body, idempotencyKey });
    return answer.body.rows;
  }, patience);
}
