import {
  activateService,
  exportActivations,
  getActivation,
  listActivations,
  listLicenseActivations,
  putActivationKey,
} from '@muniment/contract/activations.ts';
import type { FastifyInstance } from 'fastify';
import { serveRead, serveText, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { putRecord } from '../records/put-record-service.ts';
import type { RecordDeps } from '../records/record-kind.ts';
import { exportOpenActivations, listOpenActivations, showActivation } from './list-activations.ts';
import { activationKeyKind } from './save-keys.ts';
import { activate, countKeyAttempt } from './use-key.ts';

export function registerActivations(app: FastifyInstance, deps: WriteDeps & RecordDeps): void {
  serveRead(app, deps, listActivations, async ({ actor, query }, db) => ({
    status: 200,
    body: await listOpenActivations(db, actor, query),
  }));

  serveRead(app, deps, listLicenseActivations, async ({ actor, params, query }, db) => {
    await requireOpenedLicense(db, actor, params.licenseId, 'service:activate');
    return { status: 200, body: await listOpenActivations(db, actor, { ...query, ...params }) };
  });

  serveRead(app, deps, getActivation, async ({ actor, params }, db) => ({
    status: 200,
    body: await showActivation(db, actor, params.licenseId, params.activationId),
  }));

  serveText(app, deps, exportActivations, ({ actor, query }, db) => exportOpenActivations(db, actor, query));

  serveWrite(
    app,
    deps,
    activateService,
    async ({ actor, params, body }, trx) => ({
      status: 201,
      body: await activate(trx, actor, params.licenseId, body),
    }),
    {
      before: ({ actor, address, params, body }) =>
        countKeyAttempt(deps.db, actor, address, params.licenseId, body.key),
      mayReplay: async ({ actor, params }, trx) => {
        await requireOpenedLicense(trx, actor, params.licenseId, 'service:activate');
      },
    },
  );

  putRecord(app, deps, putActivationKey, activationKeyKind, (_params, body) => body);
}
