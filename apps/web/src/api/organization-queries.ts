import { getOverview } from '@muniment/contract/licenses.ts';
import { listRoles } from '@muniment/contract/people.ts';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Api } from './client.ts';

const BEING_APPLIED_MILLISECONDS = 5_000;

// Every key of an organization's answers begins with its number, so that one call can renew them all.

/** What needs the person today, and how much they look after. Administrators only. */
export function overviewQuery(api: Api, organization: string) {
  return queryOptions({
    queryKey: [organization, 'overview'],
    queryFn: ({ signal }) => api.call(getOverview, { signal }),
    // Usually within seconds, so somebody who looks on sees it end.
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && data.assignmentsInProgress > 0 ? BEING_APPLIED_MILLISECONDS : false,
  });
}

/** The roles that the person may see, in the order of the program. */
export function rolesQuery(api: Api, organization: string) {
  return queryOptions({
    queryKey: [organization, 'roles'],
    queryFn: async ({ signal }) => (await api.call(listRoles, { signal })).items.map(({ id }) => id),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** After a change: asks anew for whatever is shown of the organization. */
export function renewOrganization(queryClient: QueryClient, organization: string): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] === organization && queryKey[1] !== 'roles',
  });
}
