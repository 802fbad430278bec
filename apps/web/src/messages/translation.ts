/**
 * Texts of another language, by the ids that they have in English. One that is missing is shown in English, and
 * translations.test.ts names it.
 */
export type Translation = Readonly<Record<string, string>>;

/** Puts the areas of a language together: modules that each export one object of texts. */
export function textsOfAreas(modules: Readonly<Record<string, unknown>>): Translation {
  const areas = Object.values(modules) as Readonly<Record<string, Translation>>[];
  return Object.assign({}, ...areas.flatMap((area) => Object.values(area)));
}
