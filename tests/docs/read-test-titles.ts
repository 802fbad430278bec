import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Expression, parseSync, Visitor } from 'oxc-parser';
import { ROOT } from './read-documents.ts';

/** The titles of the tests in a file, as they are written: with `%s` where a table fills it in. */
export function readTestTitles(path: string): string[] {
  const { program, errors } = parseSync(path, readFileSync(join(ROOT, path), 'utf8'));
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const titles: string[] = [];
  new Visitor({
    CallExpression({ callee, arguments: given }) {
      if (!isTest(callee)) return;
      const title = given[0];
      if (title?.type === 'Literal' && typeof title.value === 'string') titles.push(title.value);
    },
  }).visit(program);
  return titles;
}

/** `test`, `test.each(…)`, `test.for<…>(…)`. */
function isTest(callee: Expression): boolean {
  if (callee.type === 'Identifier') return callee.name === 'test' || callee.name === 'it';
  if (callee.type === 'CallExpression') return isTest(callee.callee);
  if (callee.type === 'MemberExpression') return isTest(callee.object as Expression);
  return false;
}
