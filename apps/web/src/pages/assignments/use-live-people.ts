import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { pagesInSight, withFreshPages } from './live-pages.ts';
import { isBeingApplied, type ListQuery, peopleQuery, readPeople } from './people-query.ts';

const LOOK_AGAIN_MILLISECONDS = 5_000;
/** While a change of somebody is being applied: usually seconds. */
const BEING_APPLIED_MILLISECONDS = 2_000;

type Pages = InfiniteData<Awaited<ReturnType<typeof readPeople>>, string | null>;

/**
 * Brings the rows in sight up to date every few seconds while the window is looked at. Rows that did not change stay
 * the same objects and are not drawn again.
 *
 * @param isLoaded Whether the list shows what `query` asks for: until then there is nothing to bring up to date.
 */
export function useLivePeople(query: ListQuery, isLoaded: boolean) {
  const api = useApi();
  const { number } = useOrganization();
  const client = useQueryClient();
  const inSight = useRef({ first: 0, last: 0 });
  const { queryKey } = peopleQuery(api, number, query);

  const { isError } = useQuery({
    queryKey: [number, 'people-live', query],
    queryFn: async ({ signal }) => {
      const loaded = client.getQueryData<Pages>(queryKey);
      if (loaded === undefined || client.getQueryState(queryKey)?.fetchStatus === 'fetching') return 0;
      const numbers = pagesInSight(loaded.pages, inSight.current.first, inSight.current.last);
      const fresh = new Map(
        await Promise.all(
          numbers.map(
            async (each) =>
              [each, await readPeople(api, query, loaded.pageParams[each] ?? null, signal)] as const,
          ),
        ),
      );
      // Asked before somebody saved, and answered after: newer answers are on their way.
      if (signal.aborted || client.getQueryData<Pages>(queryKey) !== loaded) return 0;
      const renewed = withFreshPages(loaded, fresh);
      if (renewed === null) await client.invalidateQueries({ queryKey });
      else client.setQueryData<Pages>(queryKey, renewed as Pages);
      return fresh.size;
    },
    enabled: isLoaded,
    initialData: 0,
    staleTime: BEING_APPLIED_MILLISECONDS,
    gcTime: 0,
    refetchInterval: () => {
      const pages = client.getQueryData<Pages>(queryKey)?.pages ?? [];
      const isOneApplied = pages.some(({ items }) => items.some(isBeingApplied));
      return isOneApplied ? BEING_APPLIED_MILLISECONDS : LOOK_AGAIN_MILLISECONDS;
    },
  });
  return {
    /** Whether the list could not be brought up to date the last time. Offline the frame says so. */
    isBehind: isError && navigator.onLine,
    /** Tell it which rows are in sight. */
    lookAt: useCallback((first: number, last: number) => {
      inSight.current = { first, last };
    }, []),
  };
}
