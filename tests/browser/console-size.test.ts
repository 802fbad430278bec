import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { LANGUAGES, type Language } from '@muniment/domain/languages.ts';
import { describe, expect, test } from 'vitest';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly isEntry?: boolean;
}

const KIB = 1_024;
const dist = fileURLToPath(new URL('../../apps/web/dist', import.meta.url));
const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

/** A chunk and everything that it cannot show itself without: other code, and the texts of one language. */
function closure(language: Language, name: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (chunk === undefined || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const needed of [...(chunk.imports ?? []), ...textsOf(language, chunk)]) {
    closure(language, needed, found);
  }
  return found;
}

/** The build names texts so: see build/texts-with-their-pages.ts and build/only-shipped-languages.ts. */
function textsOf(language: Language, { dynamicImports = [] }: Chunk): string[] {
  const ofCatalog = `virtual:texts-in/${language}/`;
  const ofControls = new RegExp(`/${language}-[A-Z]{2}\\.m?js\\?itself$|controls-${language}`);
  return dynamicImports.filter((name) => name.includes(ofCatalog) || ofControls.test(name));
}

function textFilesOf(language: Language): Set<string> {
  return new Set(
    Object.values(manifest)
      .flatMap((chunk) => textsOf(language, chunk))
      .map((name) => manifest[name]?.file ?? name),
  );
}

function gzippedBytes(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
}

const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry) ?? '';
/** What a page loads to show itself; its panes and dialogs come when they are opened. */
const pages = Object.keys(manifest).filter((name) => /^src\/pages\/.+-page\.tsx$/.test(name));
const firstLoadIn = (language: Language) =>
  closure(language, 'src/pages/volume-licensing/volume-licensing-page.tsx', closure(language, entry));

describe('the built console', () => {
  test.each(LANGUAGES)(
    'P9 loads its first page with at most 160 KiB of gzipped JavaScript, its texts in %s among it',
    (language) => {
      const firstLoad = firstLoadIn(language);
      expect(gzippedBytes(firstLoad) / KIB).toBeLessThanOrEqual(160);
      for (const other of LANGUAGES) {
        const isThere = [...textFilesOf(other)].some((file) => firstLoad.has(file));
        expect(`${other} ${isThere}`).toBe(`${other} ${other === language}`);
      }
    },
  );

  test.each(pages)('%s needs at most 60 KiB more', (page) => {
    for (const language of LANGUAGES) {
      const more = closure(language, page).difference(firstLoadIn(language));
      expect(gzippedBytes(more) / KIB).toBeLessThanOrEqual(60);
    }
  });
});
