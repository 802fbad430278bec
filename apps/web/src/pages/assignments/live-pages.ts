/** What is loaded of a list: its pages, each from where the one before it ended. */
export interface LoadedPages<Page> {
  readonly pages: readonly Page[];
  readonly pageParams: readonly unknown[];
}

interface PageOfPeople {
  readonly items: readonly { readonly id: string }[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** The numbers of the pages that hold the rows from `first` to `last`: at most three, since few rows are in sight. */
export function pagesInSight(pages: readonly PageOfPeople[], first: number, last: number): number[] {
  let start = 0;
  const found: number[] = [];
  pages.forEach(({ items }, number) => {
    if (start <= last && start + items.length > first) found.push(number);
    start += items.length;
  });
  return found.length === 0 && pages.length > 0 ? [pages.length - 1] : found.slice(0, 3);
}

/**
 * Puts newly read pages in the place of older ones.
 *
 * @param fresh By number of the page. All pages tell the newest total.
 * @returns null where a page now ends elsewhere and others follow it: those would repeat or miss people, and all of
 *   them have to be read again.
 */
export function withFreshPages<Page extends PageOfPeople>(
  loaded: LoadedPages<Page>,
  fresh: ReadonlyMap<number, Page>,
): LoadedPages<Page> | null {
  const total = [...fresh.values()][0]?.total;
  if (total === undefined) return loaded;
  const isShifted = [...fresh].some(([number, page]) => {
    const before = loaded.pages[number];
    const isLast = number === loaded.pages.length - 1;
    return before === undefined || (!isLast && endOf(page) !== endOf(before));
  });
  if (isShifted) return null;
  return {
    ...loaded,
    pages: loaded.pages.map((page, number) => ({ ...(fresh.get(number) ?? page), total })),
  };
}

function endOf({ items }: PageOfPeople): string | undefined {
  return items.at(-1)?.id;
}
