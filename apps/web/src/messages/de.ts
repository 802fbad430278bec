import { type Translation, textsOfAreas } from './translation.ts';

/** What there is of the console's texts in German: each file in `de/` translates the file of that name in `en/`. */
export const de: Translation = textsOfAreas(import.meta.glob('./de/*.ts', { eager: true }));
