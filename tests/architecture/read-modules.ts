import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type EcmaScriptModule, parseSync, Visitor } from 'oxc-parser';

/** One source file, as far as the architecture rules look at it. */
export interface Module {
  /** From the workspace's root, with forward slashes. */
  path: string;
  imports: Import[];
  /** Specifiers of `export ... from`. */
  reExports: string[];
  /** Names of the methods called: `db.selectFrom(...)` is `selectFrom`. */
  methodCalls: Set<string>;
  /** Ways to learn the time or chance by oneself: `new Date()`, `Date.now()`, `Math.random()`, ... */
  impurities: string[];
}

export interface Import {
  specifier: string;
  /** What is imported; empty for a side effect or `import(...)`. */
  names: string[];
  /** Gone after type stripping. */
  isTypeOnly: boolean;
}

const SOURCE = /\.(?:ts|tsx|mts|mjs)$/;
const SKIPPED = new Set(['node_modules', 'dist', 'public', '.git']);
const IMPURE = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
]);

/** Reads every source file below the given directories of `root`. */
export function readModules(root: string, directories: readonly string[]): Module[] {
  return directories.flatMap((directory) =>
    readdirSync(join(root, directory), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((path) => !path.split('/').some((part) => SKIPPED.has(part)))
      .map((path) => parseModule(path, readFileSync(join(root, path), 'utf8'))),
  );
}

/**
 * Parses one source file.
 *
 * @throws When it is not valid TypeScript: what cannot be read must not pass for clean.
 */
export function parseModule(path: string, source: string): Module {
  const { program, module, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);

  const methodCalls = new Set<string>();
  const impurities: string[] = [];
  new Visitor({
    CallExpression({ callee }) {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      methodCalls.add(callee.property.name);
      const called =
        callee.object.type === 'Identifier' ? `${callee.object.name}.${callee.property.name}` : '';
      if (IMPURE.has(called)) impurities.push(`${called}()`);
    },
    NewExpression({ callee, arguments: given }) {
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0)
        impurities.push('new Date()');
    },
  }).visit(program);

  return {
    path,
    imports: readImports(module, source),
    reExports: readReExports(module),
    methodCalls,
    impurities,
  };
}

function readImports(module: EcmaScriptModule, source: string): Import[] {
  const fixed = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    names: entries.map((entry) => entry.importName.name ?? '*'),
    isTypeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
  }));
  const dynamic = module.dynamicImports
    .map(
      ({ moduleRequest }) => /^['"](.+)['"]$/.exec(source.slice(moduleRequest.start, moduleRequest.end))?.[1],
    )
    .filter((specifier) => specifier !== undefined)
    .map((specifier) => ({ specifier, names: [], isTypeOnly: false }));
  const passedOn = readReExports(module).map((specifier) => ({ specifier, names: ['*'], isTypeOnly: false }));
  return [...fixed, ...dynamic, ...passedOn];
}

function readReExports(module: EcmaScriptModule): string[] {
  return module.staticExports
    .flatMap(({ entries }) => entries)
    .map(({ moduleRequest }) => moduleRequest?.value)
    .filter((specifier) => specifier !== undefined);
}
