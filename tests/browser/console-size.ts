import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Language } from '@muniment/domain/languages.ts';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly isEntry?: boolean;
}

/** The console as it was built: which files are loaded for what. */
export interface BuiltConsole {
  /** The pages, as modules of the console's sources. */
  readonly pages: readonly string[];
  /** The files of the first page, with its texts in a language. */
  firstLoad(language: Language): Set<string>;
  /** The files that a page needs besides to show itself; its panes and dialogs come when they are opened. */
  laterLoad(language: Language, page: string): Set<string>;
  /** All files of a language's texts. */
  textFiles(language: Language): Set<string>;
  /** What files come to, in KiB, gzipped. */
  kib(files: Iterable<string>): number;
}

const KIB = 1_024;
const DIST = fileURLToPath(new URL('../../apps/web/dist', import.meta.url));
const FIRST_PAGE = 'src/pages/volume-licensing/volume-licensing-page.tsx';

/** Reads the build's manifest. @throws Where the console is not built. */
export function readBuiltConsole(): BuiltConsole {
  const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8'));
  const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry) ?? '';

  /** A chunk and everything that it cannot show itself without: other code, and the texts of one language. */
  const closure = (language: Language, name: string, found = new Set<string>()): Set<string> => {
    const chunk = manifest[name];
    if (chunk === undefined || found.has(chunk.file)) return found;
    found.add(chunk.file);
    for (const needed of [...(chunk.imports ?? []), ...textsOf(language, chunk)]) {
      closure(language, needed, found);
    }
    return found;
  };
  const firstLoad = (language: Language) => closure(language, FIRST_PAGE, closure(language, entry));

  return {
    pages: Object.keys(manifest).filter((name) => /^src\/pages\/.+-page\.tsx$/.test(name)),
    firstLoad,
    laterLoad: (language, page) => closure(language, page).difference(firstLoad(language)),
    textFiles: (language) =>
      new Set(
        Object.values(manifest)
          .flatMap((chunk) => textsOf(language, chunk))
          .map((name) => manifest[name]?.file ?? name),
      ),
    kib: (files) =>
      [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file))).length, 0) / KIB,
  };
}

/** The build names texts so: see build/texts-with-their-pages.ts and build/only-shipped-languages.ts. */
function textsOf(language: Language, { dynamicImports = [] }: Chunk): string[] {
  const ofCatalog = `virtual:texts-in/${language}/`;
  const ofControls = new RegExp(`/${language}-[A-Z]{2}\\.m?js\\?itself$|controls-${language}`);
  return dynamicImports.filter((name) => name.includes(ofCatalog) || ofControls.test(name));
}
