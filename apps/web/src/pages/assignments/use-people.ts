import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import type { AssignmentsSearch } from '../../app/paths.ts';
import { useIsSmall } from '../../app/use-is-small.ts';
import { useOverview } from '../../app/use-overview.ts';
import { countFilters, countsQuery, filterOf, listQueryOf, peopleOf, peopleQuery } from './people-query.ts';
import { useLivePeople } from './use-live-people.ts';
import { narrowedBy, withFiltersOfView } from './views.ts';

const ROUTE = '/o/$organization/vl/assignments';
const COUNT_AGAIN_MILLISECONDS = 5_000;
const NO_FILTERS = { q: undefined, status: undefined, role: undefined, license: undefined };

/** The view that the address asks for, its people as far as they are loaded, and ways to ask for another. */
export function usePeople() {
  const api = useApi();
  const { number } = useOrganization();
  const address = useSearch({ from: ROUTE });
  const search = useMemo(() => withFiltersOfView(address), [address]);
  const navigate = useNavigate({ from: ROUTE });
  const query = useMemo(() => listQueryOf(search), [search]);
  const filter = useMemo(() => filterOf(search), [search]);
  const list = useInfiniteQuery(peopleQuery(api, number, query));
  // What was stays as it was.
  const isPast = query.asOf !== undefined;
  const live = useLivePeople(query, list.isSuccess && !list.isPlaceholderData && !isPast);
  const isSmall = useIsSmall();
  const overview = useOverview();
  const counts = useQuery({
    ...countsQuery(api, number, query.asOf),
    enabled: !isSmall,
    refetchInterval: isPast ? false : COUNT_AGAIN_MILLISECONDS,
  });
  const people = useMemo(() => peopleOf(list.data?.pages ?? []), [list.data]);

  const show = useCallback(
    (change: Partial<AssignmentsSearch>, how: 'push' | 'replace' = 'push') =>
      void navigate({
        search: (before) => ({ ...before, ...change }),
        replace: how === 'replace',
        resetScroll: false,
      }),
    [navigate],
  );
  const narrow = useCallback(
    (change: Partial<AssignmentsSearch>) =>
      void navigate({
        search: (before) => ({ ...before, ...narrowedBy(before, change) }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const clear = useCallback(() => narrow(NO_FILTERS), [narrow]);
  return {
    /** As it stands in the address. */
    address,
    /** The address with the filters of the common view that it names. */
    search,
    query,
    filter,
    show,
    /** Changes search, filters or sort. */
    narrow,
    clear,
    list,
    live,
    people,
    /** The same, where all who match are loaded; else null. */
    everybody: list.isSuccess && !list.isPlaceholderData && !list.hasNextPage ? people : null,
    /** How many match, over all pages; null while that is not known. */
    matching: list.data?.pages[0]?.total ?? null,
    /** How many there are without any filter. */
    total: counts.data?.everyone ?? (isPast ? null : (overview?.people ?? null)),
    counts: counts.data,
    /** The past moment that is looked at, as the API takes it; undefined: now. */
    at: query.asOf,
    isSmall,
    isNarrowed: countFilters(search) > 0 || search.q !== undefined,
  };
}

export type People = ReturnType<typeof usePeople>;
