import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
}

const KIB = 1_024;
const dist = fileURLToPath(new URL('../../apps/web/dist', import.meta.url));
const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

/** A chunk and everything that it cannot run without. */
function closure(name: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (chunk === undefined || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const imported of chunk.imports ?? []) closure(imported, found);
  return found;
}

function gzippedBytes(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
}

const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry) ?? '';
/** What a page loads to show itself; its panes and dialogs come when they are opened. */
const pages = Object.keys(manifest).filter((name) => /^src\/pages\/.+-page\.tsx$/.test(name));
const firstLoad = closure('src/pages/volume-licensing/volume-licensing-page.tsx', closure(entry));

describe('the built console', () => {
  test('loads its first page with at most 160 KiB of gzipped JavaScript', () => {
    expect(gzippedBytes(firstLoad) / KIB).toBeLessThanOrEqual(160);
  });

  test.each(pages)('%s needs at most 60 KiB more', (page) => {
    expect(gzippedBytes(closure(page).difference(firstLoad)) / KIB).toBeLessThanOrEqual(60);
  });
});
