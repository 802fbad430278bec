import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useApi, useOrganization } from '../app/organization.ts';
import { paths } from '../app/paths.ts';
import { useMessages } from '../messages/messages.tsx';
import { withCutTexts } from './cut-text.tsx';
import { countFilters, type ListSearch, listQueryOf } from './list-address.ts';
import type { ListDefinition, Listed, ListFilter } from './list-definition.ts';

/** The first page is soon there; whoever scrolls on gets more at a time. */
const FIRST_PAGE = 100;
const LATER_PAGE = 250;

const NO_FILTERS: readonly ListFilter[] = [];
const addressOfRow = ({ licenseId, id }: Listed): readonly string[] => [licenseId, id];

/** What the address asks a list for, its rows as far as they are loaded, and ways to ask for others. */
export function useList<Item extends Listed>(list: ListDefinition<Item>) {
  const { page, part = '', filters = NO_FILTERS, read, defaultSort, addressOf = addressOfRow } = list;
  const messages = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const navigate = useNavigate();
  const search: ListSearch = useSearch({ strict: false });
  const { licenseId, id }: { licenseId?: string; id?: string } = useParams({ strict: false });
  const columns = useMemo(() => withCutTexts(list.columns(messages)), [list, messages]);
  const query = useMemo(() => {
    const sortable = columns.filter(({ isSortable }) => isSortable).map((column) => column.id);
    return listQueryOf(search, filters, sortable, defaultSort);
  }, [search, filters, columns, defaultSort]);

  const rows = useInfiniteQuery({
    queryKey: [number, page, part, query],
    queryFn: ({ pageParam, signal }) => {
      const paging = pageParam === null ? { limit: FIRST_PAGE } : { limit: LATER_PAGE, cursor: pageParam };
      return read(api, { ...query, ...paging } as never, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
  // A row that moved while the pages loaded would be there twice.
  const items = useMemo(() => {
    const all = (rows.data?.pages ?? []).flatMap((one) => one.items);
    return [...new Map(all.map((item) => [item.id, item])).values()];
  }, [rows.data]);

  const address = useMemo(() => [licenseId, id].filter((part) => part !== undefined), [licenseId, id]);
  const go = useCallback(
    (row: readonly string[], change: ListSearch, replace: boolean) =>
      void navigate({
        href: paths.entitlement(number, page, row, { ...search, ...change }),
        replace,
        resetScroll: false,
      }),
    [navigate, number, page, search],
  );
  const narrow = useCallback((change: ListSearch) => go(address, change, true), [go, address]);
  const clear = useCallback(() => {
    const none = [...filters.map(({ name }) => name), 'q', 'license'].map((name) => [name, undefined]);
    narrow(Object.fromEntries(none));
  }, [filters, narrow]);
  const open = useCallback((row: readonly string[]) => go(row, { tab: undefined }, false), [go]);
  const close = useCallback(() => go([], { tab: undefined }, false), [go]);

  const isSame = (row: readonly string[]) => row.join('/') === address.join('/');
  const filterCount = countFilters(search, filters);
  return {
    search,
    query,
    columns,
    rows,
    items,
    /** How many match, over all pages; null while that is not known. */
    matching: rows.data?.pages[0]?.total ?? null,
    filterCount,
    isNarrowed: filterCount > 0 || Boolean(search.q),
    /** Changes search text, filters or sort in the address. */
    narrow,
    clear,
    open: (item: Item) => open(addressOf(item)),
    close,
    /** What of the address follows the page's: the row whose details are open; null where none are. */
    openAddress: licenseId === undefined ? null : { licenseId, id: id ?? licenseId },
    openItem: address.length === 0 ? undefined : items.find((item) => isSame(addressOf(item))),
  };
}

export type ListState<Item extends Listed> = ReturnType<typeof useList<Item>>;
