import type { Plugin } from 'vite';

const TRANSLATION = /react-(?:aria|stately)\/dist\/private\/intl\/.+\/([a-z]{2}-[A-Z]{2})\.m?js$/;

/**
 * React Aria carries its own few strings in 34 languages. Only those of the languages that the console speaks
 * are shipped; the others would be a third of the first load.
 */
export function onlyShippedLanguages(languages: readonly string[]): Plugin {
  return {
    name: 'only-shipped-languages',
    enforce: 'pre',
    load(id) {
      const language = TRANSLATION.exec(id.replaceAll('\\', '/'))?.[1];
      return language === undefined || languages.includes(language) ? null : 'export default {};';
    },
  };
}
