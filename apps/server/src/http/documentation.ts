import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import { PROBLEM_IDS, PROBLEM_TYPE_PATH, type ProblemId } from '@muniment/contract/problems.ts';
import type { FastifyInstance } from 'fastify';
import { marked } from 'marked';

const PROBLEM_PAGES = path.join(import.meta.dirname, '../../../../docs/problems');
const config = { needs: 'nothing' } as const;

/**
 * OpenAPI 3.1 at /openapi.json, readable at /docs, and a page for each problem under /docs/problems.
 *
 * Register it before the routes: it describes those that come after it.
 */
export async function registerDocumentation(
  app: FastifyInstance,
  about: { readonly publicUrl: string; readonly version: string },
) {
  await app.register(fastifySwagger, {
    // What belongs to no tag is no part of the API: pages, files, the steps of signing in.
    hideUntagged: true,
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Muniment',
        version: about.version,
        description: 'Who may do what on each license ID of a volume licensing program.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: about.publicUrl }],
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'An API token.' },
          session: { type: 'apiKey', in: 'cookie', name: 'muniment-session', description: 'The console.' },
        },
      },
      security: [{ token: [] }, { session: [] }],
    },
  });
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, ...config };
    });
    await scope.register(fastifySwaggerUi, { routePrefix: '/docs', staticCSP: true });
  });

  app.get('/openapi.json', { config, schema: { hide: true } }, async () => app.swagger());

  app.get<{ Params: { id: string } }>(
    `${PROBLEM_TYPE_PATH}:id`,
    { config, schema: { hide: true } },
    async (request, reply) => {
      const id = PROBLEM_IDS.find((one) => one === request.params.id);
      if (id === undefined) return reply.callNotFound();
      return reply.type('text/html; charset=utf-8').send(await problemPage(id));
    },
  );
}

async function problemPage(id: ProblemId): Promise<string> {
  const text = await readFile(path.join(PROBLEM_PAGES, `${id}.md`), 'utf8');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${id}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>:root{color-scheme:light dark}body{font:16px/1.6 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem}</style>
</head><body>${await marked.parse(text)}</body></html>`;
}
