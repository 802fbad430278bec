import { getLicenseSummary, type LicenseSummary } from '@muniment/contract/license-summaries.ts';
import { type Api, isProblem } from '../../api/client.ts';
import { isOver, LOOK_MS } from './summary-queries.ts';

/** Nobody waits for longer; the list has it all the same. */
const LOOKS_MAX = 1_800;

const watched = new Set<string>();

/**
 * Follows a summary until it is over, whatever page is shown meanwhile, and tells it once.
 *
 * @param onOver Told when it is done or given up; not where it was canceled, or is not there any more.
 */
export async function watchSummary(
  api: Api,
  summaryId: string,
  onOver: (summary: LicenseSummary) => void,
): Promise<void> {
  if (watched.has(summaryId)) return;
  watched.add(summaryId);
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    try {
      const summary = await api.call(getLicenseSummary, { params: { summaryId } });
      if (!isOver(summary)) continue;
      if (summary.state !== 'canceled') onOver(summary);
      return;
    } catch (error) {
      // Whoever was signed out, or may not see it any more, is told nothing. A server that is away comes back.
      if (isProblem(error, 'not-found') || isProblem(error, 'not-signed-in')) return;
    }
  }
}
