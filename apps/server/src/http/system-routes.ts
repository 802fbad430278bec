import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Database } from '../database/connect.ts';
import { isDatabaseReady } from '../database/is-ready.ts';
import { isUnavailable } from './problem-of-error.ts';

const config = { needs: 'nothing' } as const;

/**
 * What operators and load balancers ask: alive, ready (with a database), and metrics in Prometheus' form.
 *
 * Metrics name routes by their pattern, never by a path with ids or tokens in it.
 */
export function registerSystemRoutes(app: FastifyInstance, db: Database): void {
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [metrics],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });

  app.get('/healthz', { config, schema: { hide: true } }, async () => ({ status: 'alive' }));

  app.get('/readyz', { config, schema: { hide: true } }, async (_request, reply) => {
    const ready = await isDatabaseReady(db).catch((error: unknown) => {
      if (isUnavailable(error)) return false;
      throw error;
    });
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'database away' });
  });

  app.get('/metrics', { config, schema: { hide: true } }, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  );
}
