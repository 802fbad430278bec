import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LANGUAGES } from '@muniment/domain/languages.ts';
import type { Plugin } from 'vite';

const TRANSLATION =
  /react-(?:aria|stately|aria-components)\/dist\/private\/intl\/(?:.+\/)?(([a-z]{2})-[A-Z]{2})\.m?js$/;
const FALLBACK = 'en-US';
/** Marks the translation itself, beside the module that waits for it. */
const ITSELF = '?itself';

/**
 * React Aria carries its own few strings in 34 languages, of which it would ship all: a third of the first load.
 *
 * English is shipped with the code. Of the other languages that the console speaks, each comes when it is spoken:
 * until then its strings are the English ones. What remains is left out.
 */
export function onlyShippedLanguages(root: string): Plugin {
  const spoken = JSON.stringify(join(root, 'src/messages/spoken.ts'));
  return {
    name: 'only-shipped-languages',
    enforce: 'pre',
    apply: 'build',
    async load(id) {
      const path = id.replaceAll('\\', '/');
      if (path.endsWith(ITSELF)) return readFile(id.slice(0, -ITSELF.length), 'utf8');
      const [, locale, language] = TRANSLATION.exec(path) ?? [];
      if (locale === undefined || locale === FALLBACK) return null;
      if (!LANGUAGES.some((each) => each === language)) return 'export default {};';
      const english = JSON.stringify(id.replace(locale, FALLBACK));
      return `import english from ${english};
import { whenSpoken } from ${spoken};
const strings = { ...english };
whenSpoken('${language}', async () => {
  Object.assign(strings, (await import(${JSON.stringify(id + ITSELF)})).default);
});
export default strings;`;
    },
  };
}
