import { useSyncExternalStore } from 'react';
import { currentLanguage, onLanguageChange } from '../messages/language.ts';

/** The language that the console is shown in, for what the server writes: help articles. */
export function useLanguage(): string {
  return useSyncExternalStore(onLanguageChange, currentLanguage).language;
}
