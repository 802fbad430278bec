import { LANGUAGES } from '@muniment/domain/languages.ts';
import { describe, expect, test } from 'vitest';
import { readBuiltConsole } from './console-size.ts';

const { pages, firstLoad, laterLoad, textFiles, kib } = readBuiltConsole();

describe('the built console', () => {
  test.each(LANGUAGES)(
    'P9 loads its first page with at most 160 KiB of gzipped JavaScript, its texts in %s among it',
    (language) => {
      const first = firstLoad(language);
      expect(kib(first)).toBeLessThanOrEqual(160);
      for (const other of LANGUAGES) {
        const isThere = [...textFiles(other)].some((file) => first.has(file));
        expect(`${other} ${isThere}`).toBe(`${other} ${other === language}`);
      }
    },
  );

  test.each(pages)('%s needs at most 60 KiB more', (page) => {
    for (const language of LANGUAGES) expect(kib(laterLoad(language, page))).toBeLessThanOrEqual(60);
  });
});
