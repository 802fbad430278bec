import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { apiPage } from './page-shell.ts';

/** The files of Swagger UI; its own page has no viewport for phones, so this one stands instead. */
const SWAGGER_FILES = path.dirname(
  fileURLToPath(import.meta.resolve('@fastify/swagger-ui/static/swagger-ui.css')),
);

const START = `
const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', follow);
follow();
SwaggerUIBundle({
  dom_id: '#swagger-ui',
  url: '/openapi.json',
  deepLinking: true,
  // All groups at once take seconds to draw.
  docExpansion: 'none',
  defaultModelsExpandDepth: -1,
  validatorUrl: null,
});
`;

/** Swagger UI in the product's colours, and within the width of a phone. */
const STYLE = `
main { max-width: 1136px; }
.swagger-ui, .swagger-ui :is(.info .title, .opblock-tag, .opblock .opblock-summary-description, p, table, label, button, input, select, .markdown p, .parameter__name, .response-col_status, .tab li, .btn) { font-family: inherit; }
.swagger-ui .wrapper { max-width: none; padding: 0; }
@media screen { .swagger-ui .wrapper .block { padding: 0; } }
.swagger-ui .info { margin: 0 0 16px; }
.swagger-ui .info .title { font-size: 1.5rem; }
.swagger-ui .info > * { margin-bottom: 8px; }
.swagger-ui :is(.opblock-summary-method, .opblock-section-header h4, .response-col_description) { font-family: inherit; }
.swagger-ui .info :is(a, .link) { color: var(--brand-text); }
.swagger-ui .scheme-container { margin: 0 0 8px; padding: 0; background: none; box-shadow: none; }
.swagger-ui .opblock-tag { font-size: 1.125rem; border-color: var(--line); }
.swagger-ui .opblock { box-shadow: none; }
.swagger-ui .opblock .opblock-summary-path { max-width: none; overflow-wrap: anywhere; word-break: normal; }
.swagger-ui .btn.authorize { border-color: var(--brand-text); color: var(--brand-text); }
.swagger-ui .btn.authorize svg { fill: var(--brand-text); }
.swagger-ui .table-container, .swagger-ui .responses-inner { overflow-x: auto; }
.swagger-ui :is(pre, code, .model, .parameter__type, .renderedMarkdown) { overflow-wrap: anywhere; }
.swagger-ui .copy-to-clipboard { width: 24px; }
@media (max-width: 719px) {
  .swagger-ui .opblock .opblock-summary-control { min-width: 0; }
  .swagger-ui .opblock .opblock-summary-method { min-width: 60px; padding: 6px 0; font-size: 0.75rem; }
  .swagger-ui .opblock .opblock-summary-path { padding: 0 6px; }
  .swagger-ui .parameters-col_description input { max-width: 100%; }
  .swagger-ui table.parameters { table-layout: fixed; }
  .swagger-ui .parameters-col_name { width: 38%; }
}
`;

/** Serves the description of the API to be read and tried, at /docs. */
export async function registerApiReference(app: FastifyInstance): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, needs: 'nothing' };
      route.schema = { ...route.schema, hide: true };
    });
    await scope.register(fastifyStatic, {
      root: SWAGGER_FILES,
      prefix: '/docs/static/',
      decorateReply: false,
      allowedPath: (file) => /^\/swagger-ui(-bundle\.js|\.css)$/.test(file),
    });
    scope.get('/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
    scope.get('/docs/', (_request, reply) => reply.redirect('/docs', 308));
    scope.get('/docs/static/start.js', (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(START),
    );
  });
}

const PAGE = apiPage(
  'API',
  `<div id="swagger-ui"></div>
  <noscript><p>Turn on JavaScript to read the description here, or take it as <a href="/openapi.json">OpenAPI 3.1</a>.</p></noscript>
  <script src="/docs/static/swagger-ui-bundle.js"></script>
  <script src="/docs/static/start.js"></script>`,
  `<link rel="stylesheet" href="/docs/static/swagger-ui.css"><style>${STYLE}</style>`,
);
