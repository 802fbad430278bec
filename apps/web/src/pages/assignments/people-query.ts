import type { QueryOf } from '@muniment/contract/endpoint.ts';
import type { PeopleFilter } from '@muniment/contract/selections.ts';
import { countVlUsers, listVlUsers, VL_USER_SORTS, type VlUser } from '@muniment/contract/vl-users.ts';
import { isRole } from '@muniment/domain/roles.ts';
import { VL_USER_STATUSES } from '@muniment/domain/vl-user-status.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Api } from '../../api/client.ts';
import type { AssignmentsSearch } from '../../app/paths.ts';
import { momentOfAddress } from './as-of/moment.ts';

/** The first page is soon there; whoever scrolls on gets more at a time. */
const FIRST_PAGE = 100;
const LATER_PAGE = 250;

export type ListQuery = Omit<QueryOf<typeof listVlUsers>, 'limit' | 'cursor'>;

/** Who the address asks for, as the API takes it; what makes no sense there is left out. */
export function filterOf(search: AssignmentsSearch): PeopleFilter {
  const status = VL_USER_STATUSES.filter((each) => search.status?.includes(each));
  const role = search.role?.filter(isRole) ?? [];
  const licenseId = (search.license ?? []).map((each) => each.replace(/\s/g, '')).filter(Boolean);
  return {
    ...(search.q ? { q: search.q.slice(0, 200) } : {}),
    ...(status.length > 0 ? { status } : {}),
    ...(role.length > 0 ? { role } : {}),
    ...(licenseId.length > 0 ? { licenseId } : {}),
  };
}

/** {@link filterOf} with the order and the past moment that the address asks for. */
export function listQueryOf(search: AssignmentsSearch): ListQuery {
  const sort = VL_USER_SORTS.find((each) => each === search.sort);
  const asOf = momentOfAddress(search.asOf, new Date());
  return { ...filterOf(search), ...(sort ? { sort } : {}), ...(asOf ? { asOf } : {}) };
}

/** By how many filters besides the search text the address narrows the list. */
export function countFilters(search: AssignmentsSearch): number {
  const { status, role, licenseId } = filterOf(search);
  return [status, role, licenseId].filter((filter) => filter !== undefined).length;
}

/** Asks for one page of the people that a query is about; the first where there is no cursor. */
export function readPeople(api: Api, query: ListQuery, cursor: string | null, signal: AbortSignal) {
  return api.call(listVlUsers, {
    query: cursor === null ? { ...query, limit: FIRST_PAGE } : { ...query, limit: LATER_PAGE, cursor },
    signal,
  });
}

/**
 * The people that the address asks for, page by page. While another view loads, the last one stays. What is loaded
 * is brought up to date by `useLivePeople`, page by page as it is looked at.
 */
export function peopleQuery(api: Api, organization: string, query: ListQuery) {
  return infiniteQueryOptions({
    queryKey: [organization, 'people', query],
    queryFn: ({ pageParam, signal }) => readPeople(api, query, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
}

/** How many people each of the views lists that everybody has, now or at a past moment. */
export function countsQuery(api: Api, organization: string, asOf: string | undefined) {
  return queryOptions({
    queryKey: [organization, 'people-counts', asOf ?? null],
    queryFn: ({ signal }) => api.call(countVlUsers, { query: asOf === undefined ? {} : { asOf }, signal }),
  });
}

/** Everybody once, in order: somebody who moved between two pages while they loaded would be there twice. */
export function peopleOf(pages: readonly { readonly items: readonly VlUser[] }[]): VlUser[] {
  return [...new Map(pages.flatMap(({ items }) => items).map((person) => [person.id, person])).values()];
}

export function isBeingApplied({ status }: VlUser): boolean {
  return status === 'assignment-in-progress';
}
