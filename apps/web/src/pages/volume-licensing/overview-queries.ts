import { listAssignmentChanges } from '@muniment/contract/assignment-changes.ts';
import { listLicenses } from '@muniment/contract/licenses.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Api } from '../../api/client.ts';

const RECENT_CHANGES = 5;
const LICENSES_PER_PAGE = 50;

/** The newest changes on the license IDs that one administers. */
export function recentChangesQuery(api: Api, organization: string) {
  return queryOptions({
    queryKey: [organization, 'changes', 'recent'],
    queryFn: async ({ signal }) =>
      (await api.call(listAssignmentChanges, { query: { limit: RECENT_CHANGES }, signal })).items,
  });
}

/** License IDs on which one holds a role, page by page. */
export function heldLicensesQuery(
  api: Api,
  organization: string,
  asked: { readonly q?: string; readonly soleAdministrator?: boolean },
) {
  return infiniteQueryOptions({
    queryKey: [organization, 'licenses', asked],
    queryFn: ({ pageParam, signal }) =>
      api.call(listLicenses, {
        query: { ...asked, limit: LICENSES_PER_PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}
