import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from '@formatjs/icu-messageformat-parser';
import { LANGUAGES, type Language } from '@muniment/domain/languages.ts';
import type { Plugin } from 'vite';

const PARSER = '@formatjs/icu-messageformat-parser';
/** An area in all languages: what a module that shows its texts imports. */
const AREA = 'virtual:texts/';
/** An area in one language: `virtual:texts-in/de/assign`. */
const TEXTS = 'virtual:texts-in/';
/** A message id as it stands in code, or the beginning of one that is put together: `status.${status}`. */
const MENTION = /['"]([\w-]+(?:\.[\w-]+)+)['"]|`([\w-]+\.[\w.-]*)\$\{/g;
/** Code that is loaded on demand. A type is no code. */
const ON_DEMAND = /(?<!typeof )\bimport\((['"]\.{1,2}\/[^'"]+\.tsx?['"])\)/g;

type Texts = Readonly<Record<string, string>>;

/**
 * Ships the texts of the catalog with the code that shows them, in the language that is spoken, and ready to be
 * formatted.
 *
 * Each file in `src/messages/en` is an area; the file of that name in `de`, `fr` and `ja` translates it, and what it
 * lacks is English. A module that mentions an id of an area registers the area, whose texts are then fetched in the
 * current language alone, beside the code; what is loaded on demand counts as loaded when they are there. Messages are
 * parsed here, so that no browser does it and the parser stays out; texts without arguments stay texts. The
 * development server has the whole catalog as it is.
 */
export function textsWithTheirPages(root: string): Plugin {
  const messages = join(root, 'src/messages');
  const areas = new Map<string, Readonly<Record<Language, Texts>>>();
  const spoken = JSON.stringify(join(messages, 'spoken.ts'));
  const catalogs = JSON.stringify(join(messages, 'catalogs.ts'));
  return {
    name: 'texts-with-their-pages',
    enforce: 'pre',
    apply: 'build',
    config: () => ({
      resolve: { alias: [{ find: new RegExp(`^${PARSER}$`), replacement: `${PARSER}/no-parser.js` }] },
    }),
    async buildStart() {
      areas.clear();
      const [english, ...translations] = await Promise.all(
        LANGUAGES.map(async (language) => ({ language, areas: await readAreas(join(messages, language)) })),
      );
      for (const [area, texts] of english?.areas ?? []) {
        const translated = translations.map(({ language, areas: theirs }) => [language, theirs.get(area)]);
        areas.set(area, { en: texts, ...Object.fromEntries(translated) });
      }
    },
    resolveId: (id) => (id.startsWith(AREA) || id.startsWith(TEXTS) ? `\0${id}` : null),
    load(id) {
      if (id.startsWith(`\0${AREA}`)) {
        const area = id.slice(AREA.length + 1);
        const loads = LANGUAGES.map((language) => `${language}: () => import('${TEXTS}${language}/${area}')`);
        return `import { addArea } from ${catalogs};\naddArea({ ${loads.join(', ')} });`;
      }
      if (!id.startsWith(`\0${TEXTS}`)) return null;
      const [language, area] = id.slice(TEXTS.length + 1).split('/') as [Language, string];
      const { en = {}, [language]: translated = {} } = areas.get(area) ?? {};
      const texts = Object.entries(en).map(([text, english]) => [
        text,
        compile(translated[text], (error) => this.warn(`${language} ${text}: ${error}`)) ?? compile(english),
      ]);
      return `export default ${JSON.stringify(Object.fromEntries(texts))};`;
    },
    transform(code, id) {
      const path = id.replaceAll('\\', '/');
      if (path.endsWith('/src/messages/catalogs.ts')) return catalogsByArea(spoken);
      if (!/\/(?:src|dev)\/.+\.tsx?$/.test(path) || path.includes('/packages/')) return null;
      const awaited = code.replaceAll(ON_DEMAND, 'import($1).then(withTexts)');
      const imports = mentionedAreas(code, areas).map((area) => `import '${AREA}${area}';`);
      if (awaited !== code) imports.push(`import { withTexts } from ${spoken};`);
      return imports.length === 0 ? null : { code: `${imports.join('')}${awaited}`, map: null };
    },
  };
}

/** The module that stands for `src/messages/catalogs.ts`: catalogs that fill with each area that is loaded. */
function catalogsByArea(spoken: string): string {
  return `import { whenSpoken } from ${spoken};
const catalogs = { ${LANGUAGES.map((language) => `${language}: {}`).join(', ')} };
export const textsIn = async (language) => catalogs[language];
export function addArea(loads) {
  for (const [language, load] of Object.entries(loads)) {
    whenSpoken(language, async () => { Object.assign(catalogs[language], (await load()).default); });
  }
}`;
}

/** The texts of a language by area. One that has no translations yet has no folder. */
async function readAreas(directory: string): Promise<Map<string, Texts>> {
  const found = new Map<string, Texts>();
  for (const file of await readdir(directory).catch(() => [])) {
    const module: Record<string, Texts> = await import(pathToFileURL(join(directory, file)).href);
    found.set(basename(file, '.ts'), Object.assign({}, ...Object.values(module)));
  }
  return found;
}

/** @returns undefined where there is no text, or it cannot be read and somebody is told so. */
function compile(text: string | undefined, tell?: (error: string) => void): unknown {
  if (text === undefined || !/[{<']/.test(text)) return text;
  try {
    return parse(text);
  } catch (error) {
    if (tell === undefined) throw error;
    tell(String(error));
    return undefined;
  }
}

function mentionedAreas(
  code: string,
  areas: ReadonlyMap<string, Readonly<Record<Language, Texts>>>,
): string[] {
  const mentions = [...code.matchAll(MENTION)];
  return [...areas]
    .filter(([, { en }]) =>
      mentions.some(([, id, beginning]) =>
        id === undefined
          ? Object.keys(en).some((each) => each.startsWith(beginning ?? ''))
          : Object.hasOwn(en, id),
      ),
    )
    .map(([area]) => area);
}
