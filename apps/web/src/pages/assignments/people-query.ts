import type { QueryOf } from '@muniment/contract/endpoint.ts';
import { listVlUsers, VL_USER_SORTS, type VlUser } from '@muniment/contract/vl-users.ts';
import { isRole } from '@muniment/domain/roles.ts';
import { VL_USER_STATUSES } from '@muniment/domain/vl-user-status.ts';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { Api } from '../../api/client.ts';
import type { AssignmentsSearch } from '../../app/paths.ts';

const PEOPLE_PER_PAGE = 100;
/** For each page that is loaded: a long list is not asked for as often. */
const BEING_APPLIED_MILLISECONDS = 5_000;

type ListQuery = QueryOf<typeof listVlUsers>;

/** What the address asks for, as the API takes it; what makes no sense there is left out. */
export function listQueryOf(search: AssignmentsSearch): ListQuery {
  const status = VL_USER_STATUSES.filter((each) => search.status?.includes(each));
  const role = search.role?.filter(isRole) ?? [];
  const licenseId = search.license?.[0]?.replace(/\s/g, '');
  const sort = VL_USER_SORTS.find((each) => each === search.sort);
  return {
    ...(search.q ? { q: search.q.slice(0, 200) } : {}),
    ...(status.length > 0 ? { status } : {}),
    ...(role.length > 0 ? { role } : {}),
    ...(licenseId ? { licenseId } : {}),
    ...(sort ? { sort } : {}),
  };
}

/** Whether the address narrows the list, and by how many filters besides the search text. */
export function countFilters(search: AssignmentsSearch): number {
  const { status, role, licenseId } = listQueryOf(search);
  return [status, role, licenseId].filter((filter) => filter !== undefined).length;
}

/** The people that the address asks for, page by page. While another view loads, the last one stays. */
export function peopleQuery(api: Api, organization: string, search: AssignmentsSearch) {
  const query = listQueryOf(search);
  return infiniteQueryOptions({
    queryKey: [organization, 'people', query],
    queryFn: ({ pageParam, signal }) =>
      api.call(listVlUsers, {
        query: { ...query, limit: PEOPLE_PER_PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    // Usually within seconds, so somebody who looks on sees it end.
    refetchInterval: ({ state: { data } }) => {
      const pages = data?.pages ?? [];
      const isOneApplied = pages.some(({ items }) => items.some(isBeingApplied));
      return isOneApplied ? pages.length * BEING_APPLIED_MILLISECONDS : false;
    },
  });
}

/** Everybody once, in order: somebody who moved between two pages while they loaded would be there twice. */
export function peopleOf(pages: readonly { readonly items: readonly VlUser[] }[]): VlUser[] {
  return [...new Map(pages.flatMap(({ items }) => items).map((person) => [person.id, person])).values()];
}

function isBeingApplied({ status }: VlUser): boolean {
  return status === 'assignment-in-progress';
}
