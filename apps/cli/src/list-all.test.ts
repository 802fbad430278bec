import { expect, test } from 'vitest';
import { listAll } from './list-all.ts';

/** A list of the numbers from 0 on, in pages of at most 1,000, as the API pages them. */
function numbers(count: number) {
  const asked: number[] = [];
  const readPage = async ({ limit, cursor }: { limit: number; cursor?: string }) => {
    asked.push(limit);
    const start = Number(cursor ?? 0);
    const end = Math.min(start + Math.min(limit, 1_000), count);
    const items = Array.from({ length: end - start }, (_, index) => start + index);
    return { items, nextCursor: end < count ? String(end) : null };
  };
  return { asked, readPage };
}

test('all pages are followed, in their order', async () => {
  const { readPage, asked } = numbers(2_500);
  expect(await listAll(readPage)).toEqual(Array.from({ length: 2_500 }, (_, index) => index));
  expect(asked).toEqual([1_000, 1_000, 1_000]);
});

test('a limit cuts the list, and no more is asked for than that', async () => {
  const { readPage, asked } = numbers(2_500);
  expect(await listAll(readPage, 1_200)).toHaveLength(1_200);
  expect(asked).toEqual([1_000, 200]);
});

test('an empty list is one page', async () => {
  const { readPage, asked } = numbers(0);
  expect(await listAll(readPage)).toEqual([]);
  expect(asked).toHaveLength(1);
});
