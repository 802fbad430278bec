import { checkAccess as checkEndpoint } from '@muniment/contract/access.ts';
import { explainAccess, nearestChanges, whatCan, whoCan } from '@muniment/contract/explain.ts';
import type { FastifyInstance } from 'fastify';
import { inSnapshot } from '../../database/transaction.ts';
import { type ServeDeps, serveRead } from '../../http/serve-endpoint.ts';
import { createAccessCheck } from './check-access.ts';
import { explain } from './explain-access.ts';
import { findNearestChanges } from './nearest-changes.ts';
import { listWhatCan, listWhoCan } from './who-can.ts';

export function registerAccess(app: FastifyInstance, deps: ServeDeps): void {
  const checkAccess = createAccessCheck(deps.prepared);
  serveRead(app, deps, checkEndpoint, async ({ actor, body }) => {
    const allowed = await checkAccess(actor, body.checks);
    return { status: 200, body: { results: allowed.map((one) => ({ allowed: one })) } };
  });

  serveRead(app, deps, explainAccess, async ({ actor, query }, db) => ({
    status: 200,
    body: await inSnapshot(db, (q) => explain(q, actor, query)),
  }));

  serveRead(app, deps, whoCan, async ({ actor, query }, db) => ({
    status: 200,
    body: await listWhoCan(db, actor, query),
  }));

  serveRead(app, deps, whatCan, async ({ actor, query }, db) => ({
    status: 200,
    body: await listWhatCan(db, actor, query),
  }));

  serveRead(app, deps, nearestChanges, async ({ actor, query }, db) => ({
    status: 200,
    body: await findNearestChanges(db, actor, query),
  }));
}
