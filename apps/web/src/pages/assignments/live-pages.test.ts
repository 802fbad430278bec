import { expect, test } from 'vitest';
import { pagesInSight, withFreshPages } from './live-pages.ts';

const page = (ids: string, nextCursor: string | null = null, total = 6) => ({
  items: [...ids].map((id) => ({ id })),
  nextCursor,
  total,
});
const loaded = { pages: [page('abc', 'c'), page('def')], pageParams: [null, 'c'] };

test.each([
  [0, 2, [0]],
  [2, 3, [0, 1]],
  [4, 5, [1]],
  [9, 12, [1]],
])('rows %i to %i are on the pages %j', (first, last, expected) => {
  expect(pagesInSight(loaded.pages, first, last)).toEqual(expected);
});

test('a page that is read anew takes the place of the older one, and its total counts for all', () => {
  const fresh = withFreshPages(loaded, new Map([[0, page('xbc', 'c', 7)]]));
  expect(fresh?.pages).toEqual([page('xbc', 'c', 7), page('def', null, 7)]);
  expect(fresh?.pageParams).toEqual([null, 'c']);
});

test('somebody who came to or left a page before the last has all pages read again, so that nobody is missed', () => {
  expect(withFreshPages(loaded, new Map([[0, page('aab', 'b', 7)]]))).toBeNull();
  expect(withFreshPages(loaded, new Map([[0, page('abd', 'd', 5)]]))).toBeNull();
});

test('the last page may grow and shrink', () => {
  expect(withFreshPages(loaded, new Map([[1, page('defg')]]))?.pages[1]?.items).toHaveLength(4);
  expect(withFreshPages(loaded, new Map([[1, page('de')]]))?.pages[1]?.items).toHaveLength(2);
});
