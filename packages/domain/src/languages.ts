/** The languages of the console and of mail, as BCP 47 names them. The first is the one that all texts exist in. */
export const LANGUAGES = ['en', 'de', 'fr', 'ja'] as const;

export type Language = (typeof LANGUAGES)[number];

/**
 * The language that a tag asks for, whatever its region or script: `de` for "de-AT".
 *
 * @param tag BCP 47, in any case.
 * @returns null where it is none of ours.
 */
export function languageOfTag(tag: string): Language | null {
  const primary = tag.split('-')[0]?.toLowerCase();
  return LANGUAGES.find((language) => language === primary) ?? null;
}
