import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type Document,
  fileOf,
  headingsOf,
  type Link,
  linksOf,
  ROOT,
  readDocument,
  readDocuments,
} from './read-documents.ts';

const documents = readDocuments();
const MACHINE_PATH = /(?<![\w./])\/(?:work|root|home|Users|tmp|mnt)\/\S*|\b[A-Z]:\\\S*/g;

test('the pages are read: an empty look would find nothing wrong', () => {
  expect(documents.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['README.md', 'ARCHITECTURE.md', 'docs/README.md', 'docs/adr/README.md']),
  );
  expect(documents.flatMap(({ text }) => linksOf(text)).length).toBeGreaterThan(100);
});

test('every link leads to a file, and to a heading where it names one', () => {
  const broken = documents.flatMap((document) =>
    linksOf(document.text)
      .filter((link) => !leadsSomewhere(link, document))
      .map(({ target }) => `${document.path}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test.for([
  ['a file that is not there', '[x](docs/nowhere.md)', false],
  ['a heading that is not there', '[x](README.md#nowhere)', false],
  ['a picture that is not there', '![x](docs/nowhere.svg)', false],
  ['a file', '[x](README.md)', true],
  ['a heading', '[x](README.md#settings)', true],
] as const)('a link to %s is told apart', ([, text, isGood]) => {
  const page = { path: 'PAGE.md', text };
  expect(linksOf(text).map((link) => leadsSomewhere(link, page))).toEqual([isGood]);
});

test('no page names a path of somebody’s machine', () => {
  const named = documents.flatMap(({ path, text }) =>
    (text.match(MACHINE_PATH) ?? []).map((found) => `${path}: ${found}`),
  );
  expect(named).toEqual([]);
  expect('see /home/ana/muniment'.match(MACHINE_PATH)).toEqual(['/home/ana/muniment']);
});

test('every page under docs is reached from docs/README.md', () => {
  const reached = new Set(['docs/README.md']);
  for (const path of reached) {
    if (!path.endsWith('.md')) continue;
    const page = readDocument(path);
    for (const link of linksOf(page.text)) {
      const file = fileOf(link, page);
      if (file !== null && existsSync(join(ROOT, file))) reached.add(file);
    }
  }
  const pages = documents.map(({ path }) => path).filter((path) => path.startsWith('docs/'));
  expect(pages.filter((path) => !reached.has(path))).toEqual([]);
});

function leadsSomewhere(link: Link, document: Document): boolean {
  const file = link.target.startsWith('#') ? document.path : fileOf(link, document);
  if (file === null) return true;
  if (!existsSync(join(ROOT, file))) return false;
  const heading = link.target.split('#')[1];
  return heading === undefined || headingsOf(readDocument(file).text).includes(heading);
}
