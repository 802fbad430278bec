/** A pattern of LIKE for what contains a text, taken as it is: `%` and `_` in it stand for themselves. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
}
