import type { Queryable } from '../../database/connect.ts';
import { KEPT_DAYS } from './kept-days.ts';
import { deleteOldSummaries } from './summary-work-repository.ts';

/** Removes license summaries that are kept no longer: what counted long ago misleads more than it tells. @source W4 */
export function removeOldSummaries(q: Queryable): Promise<void> {
  return deleteOldSummaries(q, KEPT_DAYS);
}
