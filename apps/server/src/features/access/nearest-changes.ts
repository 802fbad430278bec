import type { AnswerOf, QueryOf } from '@muniment/contract/endpoint.ts';
import type { nearestChanges } from '@muniment/contract/explain.ts';
import { type Member, viewerOf } from '../../actor.ts';
import type { Queryable } from '../../database/connect.ts';
import { momentOf } from '../../moment.ts';
import { selectNearestChanges } from './nearest-changes-repository.ts';

/**
 * When what the caller sees of assignments changed last before a moment, and first after it: where to look back to.
 *
 * @throws Problem invalid-request for a moment that is still to come.
 * @source B4, R9, R10
 */
export async function findNearestChanges(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof nearestChanges>,
): Promise<AnswerOf<typeof nearestChanges>> {
  const { at } = await momentOf(q, query.at, 'at');
  const { before, after } = await selectNearestChanges(q, viewerOf(actor), at);
  return { before: before?.toISOString() ?? null, after: after?.toISOString() ?? null };
}
