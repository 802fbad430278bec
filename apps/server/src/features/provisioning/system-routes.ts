import {
  createDownstreamSystem,
  editDownstreamSystem,
  listDeliveries,
  listDownstreamSystems,
  redeliver,
  removeDownstreamSystem,
  rotateDownstreamSecret,
} from '@muniment/contract/downstream-systems.ts';
import type { FastifyInstance } from 'fastify';
import { serveRead, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { listSystemDeliveries, sendAgain } from './delivery-log.ts';
import {
  changeSystem,
  listSystems,
  registerSystem,
  removeSystem,
  requireEndpoint,
  rotateSecret,
  type SystemDeps,
} from './register-system.ts';

export function registerDownstreamSystems(app: FastifyInstance, deps: WriteDeps & SystemDeps): void {
  serveRead(app, deps, listDownstreamSystems, async (_call, db) => ({
    status: 200,
    body: { items: await listSystems(db) },
  }));

  serveWrite(
    app,
    deps,
    createDownstreamSystem,
    async ({ body }, trx) => ({
      status: 201,
      body: await registerSystem(trx, deps, { name: body.name.trim(), url: body.url.trim() }),
    }),
    { before: ({ body }) => requireEndpoint(deps, body.url.trim()) },
  );

  serveWrite(
    app,
    deps,
    editDownstreamSystem,
    async ({ params, body }, trx) => ({
      status: 200,
      body: await changeSystem(trx, params.systemId, { name: body.name?.trim(), url: body.url?.trim() }),
    }),
    {
      before: async ({ body }) => {
        if (body.url !== undefined) await requireEndpoint(deps, body.url.trim());
      },
    },
  );

  serveWrite(app, deps, removeDownstreamSystem, async ({ params }, trx) => {
    await removeSystem(trx, deps, params.systemId);
    return { status: 204, body: null };
  });

  serveWrite(app, deps, rotateDownstreamSecret, async ({ params }, trx) => ({
    status: 200,
    body: await rotateSecret(trx, deps, params.systemId),
  }));

  serveRead(app, deps, listDeliveries, async ({ params, query }, db) => ({
    status: 200,
    body: await listSystemDeliveries(db, params.systemId, query),
  }));

  serveWrite(app, deps, redeliver, async ({ params }, trx) => ({
    status: 200,
    body: await sendAgain(trx, deps, params.systemId, params.deliveryId),
  }));
}
