// npm run test:postgres-15 [-- arguments of npm test]: the tests on a PostgreSQL of the machine (Debian's place),
// version 15 where it is there, since that is the oldest one supported.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PostgresBinaries } from '../apps/server/src/database/embedded/binaries.ts';
import { startTestServer } from '../tests/support/test-server.ts';
import { root, run } from './support/workspace.mjs';

const INSTALLED = '/usr/lib/postgresql';
const OLDEST = 15;

const binaries = findInstalled();
if (binaries === undefined) {
  console.error(
    `No PostgreSQL ${OLDEST} or newer is installed in ${INSTALLED} (Debian: apt-get install postgresql).`,
  );
  process.exitCode = 1;
} else {
  const version = execFileSync(join(binaries.directory, 'postgres'), ['--version'], { encoding: 'utf8' });
  console.log(`Testing on ${version.trim()}`);
  const server = await startTestServer(binaries);
  try {
    const test = [join(root, 'scripts', 'test.mjs'), '--database-url', server.adminUrl];
    process.exitCode = await run(process.execPath, [...test, ...process.argv.slice(2)]);
  } finally {
    await server.close();
  }
}

function findInstalled(): PostgresBinaries | undefined {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).map(Number) : [];
  const version = versions
    .filter((number) => number >= OLDEST)
    .toSorted((one, other) => one - other)
    .find((number) => existsSync(join(INSTALLED, String(number), 'bin', 'postgres')));
  if (version === undefined) return undefined;
  return { directory: join(INSTALLED, String(version), 'bin'), majorVersion: String(version) };
}
