import { posix } from 'node:path';
import type { Import, Module } from './read-modules.ts';

type Area = 'domain' | 'contract' | 'server' | 'web' | 'cli' | 'tests' | 'scripts';

/** What each package may know of. Its own files are always allowed. */
const MAY_IMPORT: Record<Area, readonly Area[]> = {
  domain: [],
  contract: ['domain'],
  server: ['domain', 'contract'],
  web: ['domain', 'contract'],
  cli: ['domain', 'contract'],
  tests: ['domain', 'contract', 'server', 'web', 'cli', 'scripts'],
  scripts: ['tests', 'server'],
};

const WHERE: Record<Area, string> = {
  domain: 'rules that are true everywhere belong in packages/domain',
  contract: 'what server and clients say to each other belongs in packages/contract',
  server:
    'what the server does stays in apps/server; clients ask for it through the API in packages/contract',
  web: 'what is seen stays in apps/web; shared words and rules belong in packages/contract or packages/domain',
  cli: 'what is typed stays in apps/cli; shared words and rules belong in packages/contract or packages/domain',
  tests: 'the product knows nothing of its tests; put what both need into the package that it is about',
  scripts:
    'scripts start the product and are not part of it; put what both need into the package it is about',
};

const QUERY_METHODS = ['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'selectNoFrom'];
const VAGUE_NAMES = /^(?:index|utils?|helpers?|managers?|data|common|misc|shared)$/;

/**
 * Judges modules by the import rules.
 *
 * @returns One line for each breach: the file, what is wrong, and where the line belongs. Empty when all is well.
 */
export function findBreaches(modules: readonly Module[]): string[] {
  return modules.flatMap((module) =>
    rules.flatMap((rule) => rule(module).map((breach) => `${module.path}: ${breach}`)),
  );
}

/** The area of a path from the workspace's root. */
export function areaOf(path: string): Area | undefined {
  const [first = '', second = ''] = path.split('/');
  const area = first === 'packages' || first === 'apps' ? second : first;
  return Object.hasOwn(MAY_IMPORT, area) ? (area as Area) : undefined;
}

const rules: ((module: Module) => string[])[] = [
  packagesKnowOnlyWhatTheyMay,
  domainIsPure,
  contractRunsAnywhere,
  featuresMeetAtServices,
  onlyRepositoriesBuildQueries,
  migrationsStandAlone,
  nothingIsPassedOn,
  markupStaysInTheConsole,
  namesSayWhat,
];

function packagesKnowOnlyWhatTheyMay(module: Module): string[] {
  const own = areaOf(module.path);
  if (own === undefined)
    return ['lies in no known package: packages/{domain,contract}, apps/{server,web,cli}, tests or scripts.'];
  return module.imports.flatMap((imported) => {
    const target = resolveInside(module, imported);
    const other = target === undefined ? undefined : areaOf(target);
    if (other === undefined) return [];
    if (
      other !== own &&
      imported.specifier.startsWith('.') &&
      target?.startsWith('packages/') &&
      own !== 'tests'
    ) {
      return [`imports ${imported.specifier} by its path; import it as @muniment/${other}/....ts.`];
    }
    if (other === own || MAY_IMPORT[own].includes(other) || (other === 'tests' && isTest(module))) return [];
    return [`imports ${imported.specifier}, but ${own} may not know ${other}: ${WHERE[other]}.`];
  });
}

function domainIsPure(module: Module): string[] {
  if (areaOf(module.path) !== 'domain' || isTest(module)) return [];
  const packages = module.imports.filter(
    ({ specifier }) => isPackage(specifier) && !specifier.startsWith('@muniment/'),
  );
  return [
    ...packages.map(
      ({ specifier }) =>
        `imports ${specifier}, but domain depends on nothing; what needs a library or I/O belongs in apps/server.`,
    ),
    ...module.impurities.map(
      (call) => `calls ${call}, but domain has no clock and no chance; let the caller pass it in.`,
    ),
  ];
}

function contractRunsAnywhere(module: Module): string[] {
  if (areaOf(module.path) !== 'contract' || isTest(module)) return [];
  return module.imports
    .filter(({ specifier }) => specifier.startsWith('node:'))
    .map(
      ({ specifier }) =>
        `imports ${specifier}, but the console uses contract too; this belongs in apps/server or apps/cli.`,
    );
}

function featuresMeetAtServices(module: Module): string[] {
  const own = featureOf(module.path);
  if (own === undefined || isTest(module)) return [];
  return module.imports.flatMap((imported) => {
    const target = resolveInside(module, imported);
    const other = target === undefined ? undefined : featureOf(target);
    if (other === undefined || other === own || target?.endsWith('-service.ts')) return [];
    // A type makes nobody do anything, so it may come from the file that is named after it.
    if (imported.isTypeOnly && !target?.endsWith('-repository.ts')) return [];
    return [
      `imports ${imported.specifier}, but feature ${own} may use ${other} only through ${other}/*-service.ts; export it there.`,
    ];
  });
}

function onlyRepositoriesBuildQueries(module: Module): string[] {
  const { path, imports, methodCalls } = module;
  if (areaOf(path) !== 'server' || isTest(module)) return [];
  if (path.endsWith('-repository.ts') || /^apps\/server\/(?:migrations|src\/database)\//.test(path))
    return [];
  const belongs = 'queries belong in a *-repository.ts beside it, plumbing in apps/server/src/database';
  const queries = QUERY_METHODS.filter((name) => methodCalls.has(name)).map(
    (name) => `calls ${name}(): ${belongs}.`,
  );
  const tools = imports
    .filter(({ specifier, isTypeOnly }) => !isTypeOnly && (specifier === 'kysely' || specifier === 'pg'))
    .map(({ specifier, names }) => `imports ${names.join(', ')} from ${specifier}: ${belongs}.`);
  return [...queries, ...tools];
}

function migrationsStandAlone(module: Module): string[] {
  if (!module.path.startsWith('apps/server/migrations/') || isTest(module)) return [];
  return module.imports
    .filter(({ specifier }) => !isPackage(specifier) || specifier.startsWith('@muniment/'))
    .map(
      ({ specifier }) =>
        `imports ${specifier}, which will change; a migration keeps what it needs in its own file.`,
    );
}

function nothingIsPassedOn(module: Module): string[] {
  return module.reExports.map(
    (specifier) =>
      `passes ${specifier} on; there are no barrels: let whoever needs it import it from where it is.`,
  );
}

function markupStaysInTheConsole({ path }: Module): string[] {
  return path.endsWith('.tsx') && areaOf(path) !== 'web' ? ['is .tsx, which only apps/web may hold.'] : [];
}

function namesSayWhat({ path }: Module): string[] {
  const parts = posix.dirname(path).split('/').slice(1);
  const name = posix.basename(path).replace(/\..*$/, '');
  const vague = [...parts, name].find((part) => VAGUE_NAMES.test(part));
  return vague === undefined ? [] : [`is called "${vague}", which says nothing; name it after what it does.`];
}

function isTest({ path }: Module): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('tests/');
}

function isPackage(specifier: string): boolean {
  return !specifier.startsWith('.');
}

function featureOf(path: string): string | undefined {
  return /^apps\/server\/src\/features\/([^/]+)\//.exec(path)?.[1];
}

/** Where an import leads inside the workspace; undefined when it leads outside. */
function resolveInside(module: Module, { specifier }: Import): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(module.path), specifier);
  const [, name, file = ''] = /^@muniment\/([^/]+)(?:\/(.*))?$/.exec(specifier) ?? [];
  if (name === undefined) return undefined;
  return `${name === 'domain' || name === 'contract' ? 'packages' : 'apps'}/${name}/src/${file}`;
}
