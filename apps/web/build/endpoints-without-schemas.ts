import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const CONTRACT_MODULE = /\/packages\/contract\/src\/([a-z-]+)\.ts$/;
/** These do something; the others only describe. */
const PROGRAMS = ['client', 'endpoint'];

const SCHEMA_LIBRARY = 'typebox';
const NO_SCHEMAS = '\0no-schemas';

/**
 * The contract describes each endpoint with schemas. The server checks by them; the console needs their types,
 * which are gone by now, and the endpoints' methods, addresses and media types. So a description is cut down to those and to
 * plain constants, and the schema library (20 KiB) stays out.
 */
export function endpointsWithoutSchemas(): Plugin {
  return {
    name: 'endpoints-without-schemas',
    enforce: 'pre',
    apply: 'build',
    resolveId: (id) => (id === SCHEMA_LIBRARY ? NO_SCHEMAS : null),
    async load(id) {
      if (id === NO_SCHEMAS) return 'export default new Proxy({}, { get: () => () => ({}) });';
      const name = CONTRACT_MODULE.exec(id.replaceAll('\\', '/'))?.[1];
      if (name === undefined || PROGRAMS.includes(name)) return null;
      const module: Record<string, unknown> = await import(pathToFileURL(id).href);
      // Of the problems the console needs their ids, which the answers name.
      if (name === 'problems')
        return `export ${module.problemIdOf}\nconst PROBLEM_TYPE_PATH = ${JSON.stringify(module.PROBLEM_TYPE_PATH)};`;
      return Object.entries(module)
        .filter(([, value]) => typeof value !== 'function' && !isSchema(value))
        .map(([key, value]) => `export const ${key} = ${JSON.stringify(withoutSchemas(value))};`)
        .join('\n');
    },
  };
}

function isSchema(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '~kind' in value;
}

function withoutSchemas(value: unknown): unknown {
  const isEndpoint = typeof value === 'object' && value !== null && 'method' in value && 'path' in value;
  if (!isEndpoint) return value;
  const { method, path } = value;
  return 'mediaType' in value ? { method, path, mediaType: value.mediaType } : { method, path };
}
