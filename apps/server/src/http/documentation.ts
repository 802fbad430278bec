import fastifySwagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { registerApiReference } from './api-reference.ts';
import { registerProblemPages } from './problem-pages.ts';

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
  await registerApiReference(app);
  app.get('/openapi.json', { config, schema: { hide: true } }, async () => app.swagger());

  registerProblemPages(app);
}
