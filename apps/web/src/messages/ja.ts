import { type Translation, textsOfAreas } from './translation.ts';

/** What there is of the console's texts in Japanese: each file in `ja/` translates the file of that name in `en/`. */
export const ja: Translation = textsOfAreas(import.meta.glob('./ja/*.ts', { eager: true }));
