import {
  changeSubscription,
  exportSubscriptions,
  getSubscription,
  listLicenseSubscriptions,
  listSubscriptionRequests,
  listSubscriptions,
  putSubscription,
} from '@muniment/contract/subscriptions.ts';
import type { FastifyInstance } from 'fastify';
import { serveRead, serveText, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { putRecord } from '../records/put-record-service.ts';
import type { RecordDeps } from '../records/record-kind.ts';
import { changeOpenSubscription } from './change-subscription.ts';
import {
  exportOpenSubscriptions,
  listOpenSubscriptions,
  listWaitingRequests,
  showSubscription,
} from './list-subscriptions.ts';
import { subscriptionKind } from './subscription-service.ts';

export function registerSubscriptions(app: FastifyInstance, deps: WriteDeps & RecordDeps): void {
  serveRead(app, deps, listSubscriptions, async ({ actor, query }, db) => ({
    status: 200,
    body: await listOpenSubscriptions(db, actor, query),
  }));

  serveRead(app, deps, listLicenseSubscriptions, async ({ actor, params, query }, db) => {
    await requireOpenedLicense(db, actor, params.licenseId, 'subscription:manage');
    return { status: 200, body: await listOpenSubscriptions(db, actor, { ...query, ...params }) };
  });

  serveText(app, deps, exportSubscriptions, ({ actor, query }, db) =>
    exportOpenSubscriptions(db, actor, query),
  );

  serveRead(app, deps, getSubscription, async ({ actor, params }, db) => {
    const { subscription, etag } = await showSubscription(db, actor, params.licenseId, params.subscriptionId);
    return { status: 200, body: subscription, etag };
  });

  serveWrite(app, deps, changeSubscription, async ({ actor, params, body, ifMatch }, trx) => {
    const { subscription, etag } = await changeOpenSubscription(trx, actor, params, body, ifMatch);
    return { status: 200, body: subscription, etag };
  });

  putRecord(app, deps, putSubscription, subscriptionKind, (params, body) => ({ ...params, ...body }));

  serveRead(app, deps, listSubscriptionRequests, async ({ actor, query }, db) => ({
    status: 200,
    body: await listWaitingRequests(db, actor, query),
  }));
}
