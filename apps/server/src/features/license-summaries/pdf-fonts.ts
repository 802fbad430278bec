import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unpackWoff } from './woff.ts';

const resolve = createRequire(import.meta.url).resolve;

/** @fontsource cuts a typeface up by alphabet. */
const NOTO_SANS = ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'];

export type Weight = 'regular' | 'bold';

/** A file of a typeface, in the order in which one is looked for that has a character. */
export interface FontFile {
  readonly name: string;
  readonly file: string;
  readonly weight: Weight;
}

/** Noto Sans for Latin, Greek, Cyrillic and Vietnamese, Kosugi for Japanese; both may be embedded (OFL, Apache 2.0). */
export const FONT_FILES: readonly FontFile[] = [
  ...NOTO_SANS.flatMap((alphabet) => [
    {
      name: `${alphabet} regular`,
      file: resolve(`@fontsource/noto-sans/files/noto-sans-${alphabet}-400-normal.woff`),
      weight: 'regular' as const,
    },
    {
      name: `${alphabet} bold`,
      file: resolve(`@fontsource/noto-sans/files/noto-sans-${alphabet}-600-normal.woff`),
      weight: 'bold' as const,
    },
  ]),
  // One weight alone: a heading in Japanese stands out by its size.
  ...(['regular', 'bold'] as const).map((weight) => ({
    name: 'japanese',
    file: resolve('@fontsource/kosugi/files/kosugi-japanese-400-normal.woff'),
    weight,
  })),
];

const read = new Map<string, Buffer>();

/** A font as OpenType, read once. */
export function fontBytes(file: string): Buffer {
  const bytes = read.get(file) ?? unpackWoff(readFileSync(file));
  read.set(file, bytes);
  return bytes;
}
