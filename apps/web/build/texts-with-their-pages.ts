import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const PARSER = '@formatjs/icu-messageformat-parser';
const AREA = 'virtual:texts/';
/** A message id as it stands in code, or the beginning of one that is put together: `status.${status}`. */
const MENTION = /['"]([\w-]+(?:\.[\w-]+)+)['"]|`([\w-]+\.[\w.-]*)\$\{/g;

type Texts = Readonly<Record<string, string>>;

/**
 * Ships the texts of the catalog with the code that shows them, and ready to be formatted.
 *
 * Each file in `src/messages/en` is an area. A module that mentions an id of an area loads the area, so that a
 * page brings its own texts and no other's. Messages are parsed here, so that no browser does it and the
 * parser stays out; texts without arguments stay texts. The development server has the whole catalog as it is.
 */
export function textsWithTheirPages(root: string): Plugin {
  const directory = join(root, 'src/messages/en');
  const areas = new Map<string, Texts>();
  return {
    name: 'texts-with-their-pages',
    enforce: 'pre',
    apply: 'build',
    config: () => ({
      resolve: { alias: [{ find: new RegExp(`^${PARSER}$`), replacement: `${PARSER}/no-parser.js` }] },
    }),
    async buildStart() {
      areas.clear();
      for (const file of await readdir(directory)) {
        const module: Record<string, Texts> = await import(pathToFileURL(join(directory, file)).href);
        areas.set(basename(file, '.ts'), Object.assign({}, ...Object.values(module)));
      }
    },
    resolveId: (id) => (id.startsWith(AREA) ? `\0${id}` : null),
    load(id) {
      const texts = areas.get(id.slice(AREA.length + 1));
      if (!id.startsWith(`\0${AREA}`) || texts === undefined) return null;
      const catalog = JSON.stringify(join(root, 'src/messages/en.ts'));
      return `import { en } from ${catalog};\nObject.assign(en, ${JSON.stringify(compile(texts))});`;
    },
    transform(code, id) {
      const path = id.replaceAll('\\', '/');
      if (path.endsWith('/src/messages/en.ts')) return 'export const en = {};';
      if (!/\/(?:src|dev)\/.+\.tsx?$/.test(path) || path.includes('/packages/')) return null;
      const imports = mentionedAreas(code, areas).map((area) => `import '${AREA}${area}';`);
      return imports.length === 0 ? null : { code: `${imports.join('')}${code}`, map: null };
    },
  };
}

function compile(texts: Texts): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(texts).map(([id, text]) => [id, /[{<']/.test(text) ? parse(text) : text]),
  );
}

function mentionedAreas(code: string, areas: ReadonlyMap<string, Texts>): string[] {
  const mentions = [...code.matchAll(MENTION)];
  return [...areas]
    .filter(([, texts]) =>
      mentions.some(([, id, beginning]) =>
        id === undefined
          ? Object.keys(texts).some((each) => each.startsWith(beginning ?? ''))
          : Object.hasOwn(texts, id),
      ),
    )
    .map(([area]) => area);
}
