import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linksOf, ROOT, readDocument, tableAfter } from './read-documents.ts';
import { readTestTitles } from './read-test-titles.ts';

const rows = tableAfter('## What it does', readDocument('README.md').text);

test('the feature table has a row for each requirement that the product meets, once', () => {
  const numbered = (letter: string, ...numbers: number[]) => numbers.map((number) => `${letter}${number}`);
  expect(rows.map(([id]) => id)).toEqual([
    ...numbered('R', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
    ...numbered('A', 1, 2, 3, 4, 5, 6, 7, 9, 10),
    ...numbered('I', 1, 2, 3, 4),
    ...numbered('S', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
    ...numbered('M', 1, 2, 3, 4, 5, 6, 7, 8, 9),
    ...numbered('G', 1, 2),
    ...numbered('F', 1, 2),
    ...numbered('B', 1, 3, 4, 5, 6, 8, 9),
    ...numbered('W', 1, 2, 3, 4, 5, 6, 7, 8, 9),
  ]);
});

test.for(rows)('the row of %s names tests that are there, by their titles', ([, , , proof = '']) => {
  const links = linksOf(proof);
  expect(links).not.toHaveLength(0);
  expect(links.filter(({ text, target }) => !isTest(target, text))).toEqual([]);
});

function isTest(file: string, title: string): boolean {
  return existsSync(join(ROOT, file)) && readTestTitles(file).includes(title);
}
