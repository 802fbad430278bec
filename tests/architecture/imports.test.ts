import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseModule, readModules } from './read-modules.ts';
import { areaOf, findBreaches } from './rules.ts';

const modules = readModules(join(import.meta.dirname, '..', '..'), ['packages', 'apps', 'tests', 'scripts']);

test('every import in the workspace is one that its place may have', () => {
  expect(findBreaches(modules)).toEqual([]);
});

test.for(['domain', 'contract', 'server', 'web', 'cli', 'tests', 'scripts'])(
  'the rules have read the modules of %s: an empty look would find nothing wrong',
  (area) => {
    expect(modules.filter(({ path }) => areaOf(path) === area)).not.toHaveLength(0);
  },
);

test.for<[rule: string, path: string, source: string, breach: RegExp]>([
  [
    'domain knows no library',
    'packages/domain/src/grant.ts',
    `import { v7 } from 'uuid';`,
    /belongs in apps\/server/,
  ],
  [
    'domain knows no I/O',
    'packages/domain/src/grant.ts',
    `import { readFile } from 'node:fs/promises';`,
    /belongs in apps\/server/,
  ],
  [
    'domain knows no contract',
    'packages/domain/src/grant.ts',
    `import type { Me } from '@muniment/contract/me.ts';`,
    /domain may not know contract/,
  ],
  [
    'domain has no clock',
    'packages/domain/src/grant.ts',
    'export const now = () => new Date();',
    /let the caller pass it in/,
  ],
  [
    'domain has no chance',
    'packages/domain/src/grant.ts',
    'export const die = () => Math.random();',
    /let the caller pass it in/,
  ],
  [
    'contract runs in a browser',
    'packages/contract/src/me.ts',
    `import 'node:crypto';`,
    /the console uses contract too/,
  ],
  [
    'contract knows no server',
    'packages/contract/src/me.ts',
    `import { x } from '../../../apps/server/src/main.ts';`,
    /contract may not know server/,
  ],
  [
    'server knows no console',
    'apps/server/src/app.ts',
    `import { x } from '@muniment/web/app.tsx';`,
    /server may not know web/,
  ],
  [
    'the console knows no server',
    'apps/web/src/app.tsx',
    `import type { x } from '../../server/src/app.ts';`,
    /web may not know server/,
  ],
  [
    'the command line knows no server',
    'apps/cli/src/main.ts',
    `const x = await import('../../server/src/app.ts');`,
    /through the API/,
  ],
  [
    'the product knows no tests',
    'apps/server/src/app.ts',
    `import { x } from '../../../tests/support/database.ts';`,
    /server may not know tests/,
  ],
  [
    'packages are imported by name',
    'apps/server/src/app.ts',
    `import { x } from '../../../packages/domain/src/grant.ts';`,
    /import it as @muniment\/domain/,
  ],
  [
    'features meet at services',
    'apps/server/src/features/invitations/register.ts',
    `import type { Row } from '../assignments/grant-repository.ts';`,
    /only through assignments\/\*-service\.ts/,
  ],
  [
    'routes build no queries',
    'apps/server/src/features/licenses/licenses-routes.ts',
    `export const f = (db) => db.selectFrom('license').execute();`,
    /\*-repository\.ts/,
  ],
  [
    'use cases write no SQL',
    'apps/server/src/features/licenses/close-license.ts',
    `import { sql } from 'kysely';`,
    /\*-repository\.ts/,
  ],
  [
    'use cases do not reach for the driver',
    'apps/server/src/features/licenses/close-license.ts',
    `import pg from 'pg';`,
    /\*-repository\.ts/,
  ],
  [
    'migrations stand alone',
    'apps/server/migrations/0001-contracts.ts',
    `import { ROLES } from '@muniment/domain/roles.ts';`,
    /keeps what it needs in its own file/,
  ],
  [
    'there are no barrels',
    'apps/server/src/features/licenses/all.ts',
    `export { f } from './licenses-routes.ts';`,
    /no barrels/,
  ],
  [
    'there are no star barrels',
    'packages/domain/src/everything.ts',
    `export * from './grant.ts';`,
    /no barrels/,
  ],
  [
    'markup stays in the console',
    'apps/server/src/page.tsx',
    'export const page = <p>Hello</p>;',
    /only apps\/web/,
  ],
  ['names say what', 'apps/server/src/utils.ts', 'export {};', /says nothing/],
  ['every file has a place', 'apps/mobile/src/app.ts', 'export {};', /no known package/],
])('%s: a breach is found, and told where it belongs', ([, path, source, breach]) => {
  expect(findBreaches([parseModule(path, source)])).toEqual([expect.stringMatching(breach)]);
});

test.for<[rule: string, path: string, source: string]>([
  [
    'repositories build queries',
    'apps/server/src/features/licenses/license-repository.ts',
    `import { sql } from 'kysely'; export const f = (db) => db.selectFrom('license');`,
  ],
  [
    'use cases name database types',
    'apps/server/src/features/licenses/close-license.ts',
    `import type { Kysely } from 'kysely';`,
  ],
  [
    'features use services',
    'apps/server/src/features/invitations/register.ts',
    `import { f } from '../assignments/assignments-service.ts';`,
  ],
  [
    'server and clients use domain and contract',
    'apps/web/src/app.tsx',
    `import { f } from '@muniment/domain/roles.ts'; import { g } from '@muniment/contract/me.ts';`,
  ],
  [
    'dates that are passed in are not a clock',
    'packages/domain/src/grant.ts',
    'export const later = (now: Date) => new Date(now.getTime() + 1);',
  ],
  [
    'tests beside the code use the test support',
    'apps/server/src/app.test.ts',
    `import { f } from '../../../tests/support/database.ts';`,
  ],
])('%s: that is no breach', ([, path, source]) => {
  expect(findBreaches([parseModule(path, source)])).toEqual([]);
});

test('a file that cannot be parsed is an error, not a clean file', () => {
  expect(() => parseModule('apps/server/src/broken.ts', 'import { from')).toThrow(
    'apps/server/src/broken.ts',
  );
});
