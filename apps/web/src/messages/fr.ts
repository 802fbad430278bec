import { type Translation, textsOfAreas } from './translation.ts';

/** What there is of the console's texts in French: each file in `fr/` translates the file of that name in `en/`. */
export const fr: Translation = textsOfAreas(import.meta.glob('./fr/*.ts', { eager: true }));
