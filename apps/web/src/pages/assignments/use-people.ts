import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { overviewQuery } from '../../api/organization-queries.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import type { AssignmentsSearch } from '../../app/paths.ts';
import { countFilters, peopleOf, peopleQuery } from './people-query.ts';

const ROUTE = '/o/$organization/vl/assignments';

/** Below both of these an organization is small: its list needs no filters. */
const SMALL = { people: 25, licenseIds: 10 };

/** The view that the address asks for, its people as far as they are loaded, and a way to ask for another. */
export function usePeople() {
  const api = useApi();
  const { number } = useOrganization();
  const search = useSearch({ from: ROUTE });
  const navigate = useNavigate({ from: ROUTE });
  const list = useInfiniteQuery(peopleQuery(api, number, search));
  const { data: scope } = useQuery(overviewQuery(api, number));
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
  return {
    search,
    show,
    list,
    people,
    /** How many match, over all pages; null while that is not known. */
    matching: list.data?.pages[0]?.total ?? null,
    /** How many there are without any filter. */
    total: scope?.people ?? null,
    isSmall: scope === undefined || (scope.people < SMALL.people && scope.licenseIds < SMALL.licenseIds),
    isNarrowed: countFilters(search) > 0 || search.q !== undefined,
  };
}

export type People = ReturnType<typeof usePeople>;
