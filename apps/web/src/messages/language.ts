import { type Language, languageOfTag } from '@muniment/domain/languages.ts';
import { textsIn } from './catalogs.ts';
import type { Catalog } from './en.ts';
import { speak } from './spoken.ts';

/** The language of the console as it stands. */
export interface SpokenLanguage {
  readonly language: Language;
  /** How dates and numbers are written: the person's own region where they read a language we have. */
  readonly locale: string;
  readonly catalog: Catalog;
}

/** Chosen in this browser, by somebody who is not signed in. */
const CHOSEN_HERE = 'muniment.language';
/** What the last person who signed in here has chosen: a first guess until the server says who it is. */
const CHOSEN_BY_PERSON = 'muniment.language.person';

const listeners = new Set<() => void>();
let current: SpokenLanguage | null = null;
let wanted: Language | null = null;

/** Loads the language that this browser asks for, before anything is shown; English where its texts do not come. */
export async function startLanguage(): Promise<void> {
  await show(remembered(CHOSEN_BY_PERSON) ?? languageHere()).catch(() => show('en'));
}

/**
 * Shows the language that the signed-in person has chosen, or what the browser asks for where they chose none.
 * Nothing is loaded anew: what was typed and where one is stay.
 *
 * @param chosen As the server keeps it; null is as the browser says.
 */
export async function followPerson(chosen: Language | null): Promise<void> {
  remember(CHOSEN_BY_PERSON, chosen);
  await show(chosen ?? languageHere());
}

/** Shows and remembers a language in this browser, for somebody who is not signed in; null is as the browser says. */
export async function chooseHere(language: Language | null): Promise<void> {
  remember(CHOSEN_HERE, language);
  remember(CHOSEN_BY_PERSON, null);
  await show(language ?? languageHere());
}

/** What somebody who is not signed in has chosen in this browser. */
export function chosenHere(): Language | null {
  return remembered(CHOSEN_HERE);
}

/** The language that this browser asks for: chosen in it, else the first of its own that we have, else English. */
function languageHere(): Language {
  const chosen = chosenHere();
  if (chosen !== null) return chosen;
  for (const tag of navigator.languages) {
    const language = languageOfTag(tag);
    if (language !== null) return language;
  }
  return 'en';
}

/** @throws Before {@link startLanguage} has ended. */
export function currentLanguage(): SpokenLanguage {
  if (current === null) throw new Error('No language is loaded yet.');
  return current;
}

/** For `useSyncExternalStore`. */
export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function show(language: Language): Promise<void> {
  wanted = language;
  if (current?.language === language) return;
  const [catalog] = await Promise.all([textsIn(language), speak(language)]);
  // Somebody who chooses twice gets the second, however long the first takes.
  if (wanted !== language) return;
  current = { language, catalog, locale: localeOf(language) };
  document.documentElement.lang = current.locale;
  for (const listener of listeners) listener();
}

/** "de-CH" for German in a browser that asks for it; else the language alone. */
function localeOf(language: Language): string {
  return navigator.languages.find((tag) => languageOfTag(tag) === language) ?? language;
}

function remembered(key: string): Language | null {
  try {
    return languageOfTag(localStorage.getItem(key) ?? '');
  } catch {
    return null;
  }
}

/** Where the browser keeps nothing, the language is that of the browser the next time. */
function remember(key: string, language: Language | null): void {
  try {
    if (language === null) localStorage.removeItem(key);
    else localStorage.setItem(key, language);
  } catch {}
}
