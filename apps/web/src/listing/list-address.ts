/** What the address of a list asks for: texts by name, as `readListSearch` of the route reads them. */
export type ListSearch = Readonly<Record<string, string | undefined>>;

/** Of which values a filter takes some. */
export interface FilterValues {
  /** In the address, and in the API's query. */
  readonly name: string;
  readonly options: readonly { readonly id: string }[];
  /** The API takes one value: choosing another replaces it. */
  readonly isSingle?: boolean | undefined;
}

/** What a list asks the API for, besides limit and cursor. */
export type ListQuery = Readonly<Record<string, string | readonly string[]>>;

/** The values of a filter that the address names; those that the filter does not have are left out. */
export function chosenValues(search: ListSearch, { name, options, isSingle }: FilterValues): string[] {
  const asked = search[name]?.split(',') ?? [];
  const chosen = options.map(({ id }) => id).filter((id) => asked.includes(id));
  return isSingle ? chosen.slice(0, 1) : chosen;
}

/** By how many filters besides the search text the address narrows the list. */
export function countFilters(search: ListSearch, filters: readonly FilterValues[]): number {
  const used = filters.filter((filter) => chosenValues(search, filter).length > 0);
  return used.length + (search.license ? 1 : 0);
}

/** The order that the address asks for, with `-` before a column that descends; undefined where it names none. */
export function askedSort(search: ListSearch, sortable: readonly string[]): string | undefined {
  const column = search.sort?.replace(/^-/, '');
  return column !== undefined && sortable.includes(column) ? search.sort : undefined;
}

/** What the address asks for, as the API takes it; what makes no sense there is left out. */
export function listQueryOf(
  search: ListSearch,
  filters: readonly FilterValues[],
  sortable: readonly string[],
  defaultSort: string,
): ListQuery & { readonly sort: string } {
  const chosen = filters.flatMap((filter) => {
    const values = chosenValues(search, filter);
    const [first] = values;
    return first === undefined ? [] : [[filter.name, filter.isSingle ? first : values] as const];
  });
  return {
    ...(search.q ? { q: search.q.slice(0, 200) } : {}),
    ...(search.license ? { licenseId: search.license.replace(/\s/g, '').slice(0, 64) } : {}),
    ...Object.fromEntries(chosen),
    sort: askedSort(search, sortable) ?? defaultSort,
  };
}
