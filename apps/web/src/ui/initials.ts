/** First letters of the first and the last word, upper case: "Amara Nwosu" is "AN". */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen
    .map((word) => [...(word ?? '')][0])
    .join('')
    .toUpperCase();
}
