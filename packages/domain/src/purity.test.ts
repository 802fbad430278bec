import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const source = new URL('./', import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
);

test('there is source to look at', () => {
  expect(files).toContain('decide-assignments.ts');
});

describe.each(files)('%s', (name) => {
  const text = readFileSync(new URL(name, source), 'utf8');

  test('imports nothing from outside the domain: what it needs from elsewhere comes as a parameter', () => {
    const imported = [...text.matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
      (match) => match[1],
    );
    expect(imported.filter((specifier) => !files.includes(specifier?.replace(/^\.\//, '') ?? ''))).toEqual(
      [],
    );
  });

  test('reads no clock, no chance, no environment and no network: the same facts decide the same', () => {
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    const impure =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\bperformance\b|\bcrypto\b|\bprocess\b|\bglobalThis\b|\bfetch\(|\bset(?:Timeout|Interval|Immediate)\b|\bconsole\b|\brequire\(/;
    expect(impure.exec(code)?.[0]).toBeUndefined();
  });
});

test('the package depends on nothing', () => {
  const manifest: object = JSON.parse(readFileSync(new URL('../package.json', source), 'utf8'));
  expect(Object.keys(manifest).filter((key) => /dependencies$/i.test(key))).toEqual([]);
});
