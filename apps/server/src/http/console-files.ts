import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where the build of the console lies. */
const CONSOLE_FILES = path.join(import.meta.dirname, '../../../web/dist');

/**
 * Serves the console: its files as they are, and its one page for every path that it has itself.
 *
 * Files under /assets carry a hash of their content in their names, so browsers may keep them.
 */
export async function registerConsole(app: FastifyInstance): Promise<void> {
  if (!existsSync(path.join(CONSOLE_FILES, 'index.html'))) {
    app.log.warn(
      'The console is not built: run `npm run build -w @muniment/web`. The API is served without it.',
    );
    return;
  }
  // What is not found says so in the console's own page.
  app.decorate('consolePage', await readFile(path.join(CONSOLE_FILES, 'index.html')));
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, needs: 'nothing' };
      route.schema = { ...route.schema, hide: true };
    });
    await scope.register(fastifyStatic, {
      root: CONSOLE_FILES,
      wildcard: false,
      setHeaders: (response, file) => {
        const isHashed = file.includes(`${path.sep}assets${path.sep}`);
        response.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    for (const url of [
      '/sign-in',
      '/signed-in',
      '/outbox',
      '/outbox/*',
      '/inbox',
      '/inbox/*',
      '/register/:token',
      '/help',
      '/help/*',
      '/o/*',
    ]) {
      scope.get(url, (_request, reply) => reply.sendFile('index.html'));
    }
  });
}
