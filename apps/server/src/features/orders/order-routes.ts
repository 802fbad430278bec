import {
  exportOrders,
  getOrder,
  listLicenseOrders,
  listOrders,
  putOrder,
} from '@muniment/contract/orders.ts';
import type { FastifyInstance } from 'fastify';
import { serveRead, serveText, type WriteDeps } from '../../http/serve-endpoint.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { putRecord } from '../records/put-record-service.ts';
import type { RecordDeps } from '../records/record-kind.ts';
import { exportOpenOrders, listOpenOrders, showOrder } from './list-orders.ts';
import { orderKind } from './order-service.ts';

export function registerOrders(app: FastifyInstance, deps: WriteDeps & RecordDeps): void {
  serveRead(app, deps, listOrders, async ({ actor, query }, db) => ({
    status: 200,
    body: await listOpenOrders(db, actor, query),
  }));

  serveRead(app, deps, listLicenseOrders, async ({ actor, params, query }, db) => {
    await requireOpenedLicense(db, actor, params.licenseId, 'order:view');
    return { status: 200, body: await listOpenOrders(db, actor, { ...query, ...params }) };
  });

  serveText(app, deps, exportOrders, ({ actor, query }, db) => exportOpenOrders(db, actor, query));

  serveRead(app, deps, getOrder, async ({ actor, params }, db) => ({
    status: 200,
    body: await showOrder(db, actor, params.licenseId, params.orderId),
  }));

  putRecord(app, deps, putOrder, orderKind, (params, body) => ({ ...params, ...body }));
}
