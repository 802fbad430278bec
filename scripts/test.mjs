// npm test [-- --database-url URL] [-- any argument of vitest: a file name, -t "a test's name"]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { findChromium, howToInstall, installChromium } from './support/chromium.mjs';
import { commandOf, ensureConsoleBuilt, ensureInstalled, fail, findNode, run } from './support/workspace.mjs';

const { databaseUrl, others } = readArguments(process.argv.slice(2));
const isWholeSuite = others.length === 0;

ensureInstalled();
const chromium = (await findChromium()) ?? (isWholeSuite ? await installChromium() : undefined);
if (chromium === undefined && isWholeSuite) fail(howToInstall);
await ensureConsoleBuilt();

const directory = mkdtempSync(join(tmpdir(), 'muniment-results-'));
const resultFile = join(directory, 'results.json');
const exitCode = await run(
  findNode(),
  [
    commandOf('vitest'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${resultFile}`,
    ...others,
  ],
  {
    env: {
      ...process.env,
      ...(chromium === undefined ? {} : { CHROMIUM_PATH: chromium }),
      ...(databaseUrl === undefined ? {} : { TEST_DATABASE_URL: databaseUrl }),
    },
  },
);
const { passed, failed, failures } = count(resultFile, exitCode);
rmSync(directory, { recursive: true, force: true });
if (passed + failed === 0) console.error('No test ran: that is a failure too.');
for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${passed} passed, ${passed + failed === 0 ? 1 : failed} failed`);
process.exitCode = exitCode === 0 && failed === 0 && passed > 0 ? 0 : exitCode || 1;

/** A file that could not be loaded counts as one failure, and so does a run that broke off. */
function count(file, code) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    const unloaded = testResults.filter(
      (result) =>
        result.status === 'failed' && !result.assertionResults.some((one) => one.status === 'failed'),
    ).length;
    const failed = numFailedTests + unloaded;
    return {
      passed: numPassedTests,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      failures: testResults.flatMap(failuresOf),
    };
  } catch {
    return { passed: 0, failed: 1, failures: [] };
  }
}

/** One line for each: the file, the test, and the first line of what was wrong. */
function failuresOf({ name, status, message, assertionResults }) {
  if (status !== 'failed') return [];
  const file = relative(process.cwd(), name);
  const ofTests = assertionResults
    .filter((one) => one.status === 'failed')
    .map((one) => `${file} > ${one.fullName}: ${firstLine(one.failureMessages?.[0])}`);
  return ofTests.length > 0 ? ofTests : [`${file}: ${firstLine(message)}`];
}

function firstLine(text = '') {
  return stripVTControlCharacters(text).trim().split('\n', 1)[0];
}

function readArguments(args) {
  const others = [];
  let databaseUrl;
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--database-url') databaseUrl = args[++i] ?? fail('--database-url needs a URL.');
    else if (args[i].startsWith('--database-url=')) databaseUrl = args[i].slice('--database-url='.length);
    else others.push(args[i]);
  }
  return { databaseUrl, others };
}
