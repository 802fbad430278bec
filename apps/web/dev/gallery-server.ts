import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** As strict as the console is served: files of its own origin, nothing inline. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'";

export interface GalleryServer {
  /** The gallery's address, to which `#kit` or `#list` is added. */
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the gallery as the console is built, and serves it on a free port of the loopback. */
export async function startGallery(): Promise<GalleryServer> {
  const outDir = await mkdtemp(join(tmpdir(), 'muniment-gallery-'));
  const options = { root, logLevel: 'error' } as const;
  await asProduction(() =>
    build({
      ...options,
      build: { outDir, emptyOutDir: true, rolldownOptions: { input: join(root, 'dev/gallery.html') } },
    }),
  );
  const server = await preview({
    ...options,
    build: { outDir },
    preview: {
      host: '127.0.0.1',
      port: 0,
      open: false,
      headers: { 'Content-Security-Policy': CONTENT_SECURITY_POLICY },
    },
  });
  return {
    url: new URL('/dev/gallery.html', server.resolvedUrls?.local[0]).href,
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

/** A test run sets NODE_ENV to `test`, by which React Aria would draw every row of a table. */
async function asProduction(work: () => Promise<unknown>): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await work();
  } finally {
    process.env.NODE_ENV = before;
  }
}
