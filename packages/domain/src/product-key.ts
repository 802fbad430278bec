/**
 * The keys of 25 characters that activate an online service, in five groups of five. The first four are drawn by chance;
 * the fifth checks them, so that a slip of the hand is noticed, and its place told, before anybody is asked.
 *
 * There are 23 characters: what looks like another one when it is printed (0 O, 1 I L, 2 Z, 5 S, 8 B, U V) is there at
 * most once, and no vowels, so that no key is a word. 23 is prime, so that each check below notices every single wrong
 * character and every two that changed places.
 *
 * @source W6
 */
export const KEY_CHARACTERS = '234679CDFGHJKMNPQRTVWXY';

export const KEY_GROUPS = 5;
export const KEY_GROUP_LENGTH = 5;

/** What is wrong with a key that was typed in. Groups count from 1. */
export type KeyFault =
  | { readonly kind: 'length'; readonly group: number }
  | { readonly kind: 'character'; readonly group: number; readonly character: string }
  | { readonly kind: 'check'; readonly group: number };

export type ReadKey = { readonly kind: 'key'; readonly key: string } | KeyFault;

/**
 * Reads a key as somebody typed or pasted it: capital and small letters are the same, and hyphens and spaces are not
 * looked at.
 *
 * @returns The key in capital letters with hyphens between its groups; or what is wrong, and in which group.
 */
export function readProductKey(typed: string): ReadKey {
  const characters = [...typed.replace(/[\s\-‐‑–—]/g, '').toUpperCase()];
  const groups = Array.from({ length: KEY_GROUPS }, (_, index) =>
    characters.slice(index * KEY_GROUP_LENGTH, (index + 1) * KEY_GROUP_LENGTH).join(''),
  );
  for (const [index, group] of groups.entries()) {
    const character = [...group].find((one) => !KEY_CHARACTERS.includes(one));
    if (character !== undefined) return { kind: 'character', group: index + 1, character };
    if (group.length < KEY_GROUP_LENGTH) return { kind: 'length', group: index + 1 };
  }
  if (characters.length > KEY_GROUPS * KEY_GROUP_LENGTH) return { kind: 'length', group: KEY_GROUPS };
  const [last = '', ...checked] = groups.toReversed();
  const group = wrongGroup(checked.toReversed(), last);
  return group === null ? { kind: 'key', key: groups.join('-') } : { kind: 'check', group };
}

/**
 * The group that checks four others. Its first four characters check one group each: the sum of the group's characters,
 * by their places in {@link KEY_CHARACTERS}, each times the place in the key (1 to 20), modulo 23. The fifth one checks
 * those four: their sum, times 2, 3, 4 and 5, modulo 23.
 *
 * @param groups Four groups of five characters of a key.
 */
export function checkGroup(groups: readonly string[]): string {
  const checks = groups.map((group, place) => weighted(valuesOf(group), place * KEY_GROUP_LENGTH + 1));
  return [...checks, weighted(checks, 2)].map((value) => KEY_CHARACTERS[value]).join('');
}

/** @returns null where the groups and their check agree. */
function wrongGroup(groups: readonly string[], check: string): number | null {
  const given = valuesOf(check);
  if (given[4] !== weighted(given.slice(0, 4), 2)) return KEY_GROUPS;
  const right = checkGroup(groups);
  const wrong = groups.findIndex((_group, index) => right[index] !== check[index]);
  return wrong === -1 ? null : wrong + 1;
}

function valuesOf(characters: string): number[] {
  return [...characters].map((character) => KEY_CHARACTERS.indexOf(character));
}

function weighted(values: readonly number[], firstWeight: number): number {
  return values.reduce((sum, value, index) => sum + value * (firstWeight + index), 0) % KEY_CHARACTERS.length;
}
