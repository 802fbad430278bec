import type { Language } from '@muniment/domain/languages.ts';
import { type Catalog, en } from './en.ts';

const TRANSLATIONS = {
  de: async () => (await import('./de.ts')).de,
  fr: async () => (await import('./fr.ts')).fr,
  ja: async () => (await import('./ja.ts')).ja,
} as const;

/**
 * The texts of a language, English where a translation lacks one.
 *
 * The development server has them so. The build puts its own module here, in which each page adds the texts that it
 * shows (see build/texts-with-their-pages.ts).
 */
export async function textsIn(language: Language): Promise<Catalog> {
  return language === 'en' ? en : { ...en, ...(await TRANSLATIONS[language]()) };
}
