import { checkAccess as checkEndpoint } from '@muniment/contract/access.ts';
import type { FastifyInstance } from 'fastify';
import { type ServeDeps, serveRead } from '../../http/serve-endpoint.ts';
import { createAccessCheck } from './check-access.ts';

export function registerAccess(app: FastifyInstance, deps: ServeDeps): void {
  const checkAccess = createAccessCheck(deps.prepared);
  serveRead(app, deps, checkEndpoint, async ({ actor, body }) => {
    const allowed = await checkAccess(actor, body.checks);
    return { status: 200, body: { results: allowed.map((one) => ({ allowed: one })) } };
  });
}
