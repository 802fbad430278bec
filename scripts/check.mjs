// npm run check [-- NAME ...]: every rule that needs no running product. All of them run, whichever fails.
import { commandOf, ensureInstalled, fail, findNode, run } from './support/workspace.mjs';

ensureInstalled();

const checks = [
  ['format', [commandOf('@biomejs/biome', 'biome'), 'format', '.']],
  [
    'lint',
    [commandOf('@biomejs/biome', 'biome'), 'check', '--formatter-enabled=false', '--error-on-warnings', '.'],
  ],
  ['promises', [commandOf('oxlint'), '--type-aware', '--deny-warnings', '.']],
  ['types', [commandOf('typescript', 'tsc'), '-p', 'tsconfig.json']],
  ['console types', [commandOf('typescript', 'tsc'), '-p', 'apps/web/tsconfig.json']],
  ['unused', [commandOf('knip')]],
  ['architecture', [commandOf('vitest'), 'run', '--project', 'pure', '--reporter=dot', 'tests/architecture']],
];

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !checks.some(([known]) => known === name));
if (unknown !== undefined) fail(`No check is called ${unknown}: ${checks.map(([name]) => name).join(', ')}.`);

const node = findNode();
const results = [];
for (const [name, args] of checks) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n== ${name}`);
  const start = performance.now();
  const exitCode = await run(node, args);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  results.push({ name, seconds, isGood: exitCode === 0 });
}

console.log('\n== summary');
for (const { name, seconds, isGood } of results) {
  console.log(`${isGood ? 'good  ' : 'FAILED'} ${name} (${seconds} s)`);
}
process.exitCode = results.every(({ isGood }) => isGood) ? 0 : 1;
