import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROBLEM_IDS, PROBLEMS } from '@muniment/contract/problems.ts';
import { expect, test } from 'vitest';
import { linksOf, ROOT, readDocument, tableAfter } from './read-documents.ts';

const OVERVIEW = 'README.md';

test('every problem has a page, and no page is without a problem', () => {
  const pages = readdirSync(join(ROOT, 'docs/problems')).filter((name) => name !== OVERVIEW);
  expect(pages.sort()).toEqual(PROBLEM_IDS.map((id) => `${id}.md`).sort());
});

test.for(PROBLEM_IDS)('the page of %s says its title and status, what to do, and shows an answer', (id) => {
  const { text } = readDocument(`docs/problems/${id}.md`);
  const { title, status } = PROBLEMS[id];
  expect(text.startsWith(`# ${title}\n\nProblem \`${id}\`, status ${status}.\n`)).toBe(true);
  for (const heading of ['What it means', 'When it comes', 'What to do', 'An example']) {
    expect(text).toContain(`\n## ${heading}\n`);
  }
  const example = JSON.parse(/^\{$[\s\S]*?^\}$/m.exec(text)?.[0] ?? '') as Record<string, unknown>;
  expect(example).toMatchObject({ title, status });
  expect(example.type).toMatch(new RegExp(`/docs/problems/${id}$`));
  // The server shows it under another address than the one it has as a file.
  expect(linksOf(text).filter(({ target }) => !target.startsWith('https://'))).toEqual([]);
});

test('the list of problems names each one with its status and title', () => {
  const rows = tableAfter('# Problems', readDocument(`docs/problems/${OVERVIEW}`).text);
  expect(rows).toEqual(
    [...PROBLEM_IDS]
      .sort()
      .map((id) => [`[\`${id}\`](${id}.md)`, String(PROBLEMS[id].status), PROBLEMS[id].title]),
  );
});
