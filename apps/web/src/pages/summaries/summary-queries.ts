import {
  getLicenseSummary,
  type LicenseSummary,
  listLicenseSummaries,
} from '@muniment/contract/license-summaries.ts';
import { type License, listLicenses } from '@muniment/contract/licenses.ts';
import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../../api/client.ts';

const PAGE_LIMIT = 1_000;
/** How soon a look at something that is being made is repeated. */
export const LOOK_MS = 1_000;

export const isOver = ({ endedAt }: Pick<LicenseSummary, 'endedAt'>) => endedAt !== null;

/** One's own summaries of the last 30 days. */
export function summariesQuery(api: Api, organization: string) {
  return queryOptions({
    queryKey: [organization, 'vl/summaries'],
    queryFn: ({ signal }) => api.call(listLicenseSummaries, { query: { limit: PAGE_LIMIT }, signal }),
    refetchInterval: ({ state }) => (state.data?.items.every(isOver) === false ? LOOK_MS : false),
  });
}

export function summaryQuery(api: Api, organization: string, summaryId: string) {
  return queryOptions({
    queryKey: [organization, 'summary', summaryId],
    queryFn: ({ signal }) => api.call(getLicenseSummary, { params: { summaryId }, signal }),
    refetchInterval: ({ state }) => (state.data && !isOver(state.data) ? LOOK_MS : false),
  });
}

/** Every license ID on which one may create summaries: up to some thousands. @source W4, R10 */
export function summarizableQuery(api: Api, organization: string) {
  return queryOptions({
    queryKey: [organization, 'summarizable-licenses'],
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<License[]> => {
      const licenses: License[] = [];
      let cursor: string | undefined;
      do {
        const page = await api.call(listLicenses, {
          query: { action: 'summary:create', limit: PAGE_LIMIT, cursor },
          signal,
        });
        licenses.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return licenses;
    },
  });
}
