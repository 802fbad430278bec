import {
  exportServices,
  listLicenseServices,
  listServices,
  putService,
} from '@muniment/contract/online-services.ts';
import type { FastifyInstance } from 'fastify';
import { serveRead, serveText, type WriteDeps } from '../../http/serve-endpoint.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { putRecord } from '../records/put-record-service.ts';
import type { RecordDeps } from '../records/record-kind.ts';
import { registerActivations } from './activation-routes.ts';
import { exportOpenServices, listOpenServices } from './list-services.ts';
import { registerRedemptions } from './redemption-routes.ts';
import { registerReservations } from './reservation-routes.ts';
import { serviceKind } from './save-services.ts';

export function registerOnlineServices(app: FastifyInstance, deps: WriteDeps & RecordDeps): void {
  serveRead(app, deps, listServices, async ({ actor, query }, db) => ({
    status: 200,
    body: await listOpenServices(db, actor, query),
  }));

  serveRead(app, deps, listLicenseServices, async ({ actor, params, query }, db) => {
    await requireOpenedLicense(db, actor, params.licenseId, 'service:reserve');
    return { status: 200, body: await listOpenServices(db, actor, { ...query, ...params }) };
  });

  serveText(app, deps, exportServices, ({ actor, query }, db) => exportOpenServices(db, actor, query));

  putRecord(app, deps, putService, serviceKind, (params, body) => ({ ...params, ...body }));

  registerReservations(app, deps);
  registerActivations(app, deps);
  registerRedemptions(app, deps);
}
