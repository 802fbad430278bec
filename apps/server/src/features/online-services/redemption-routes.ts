import {
  exportRedemptions,
  getRedemption,
  listLicenseRedemptions,
  listRedemptions,
  putRedemption,
  redeemOffer,
} from '@muniment/contract/redemptions.ts';
import type { FastifyInstance } from 'fastify';
import { serveRead, serveText, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { putRecord } from '../records/put-record-service.ts';
import type { RecordDeps } from '../records/record-kind.ts';
import { exportOpenRedemptions, listOpenRedemptions, redeem, showRedemption } from './redeem.ts';
import { redemptionKind } from './save-offers.ts';

export function registerRedemptions(app: FastifyInstance, deps: WriteDeps & RecordDeps): void {
  serveRead(app, deps, listRedemptions, async ({ actor, query }, db) => ({
    status: 200,
    body: await listOpenRedemptions(db, actor, query),
  }));

  serveRead(app, deps, listLicenseRedemptions, async ({ actor, params, query }, db) => {
    await requireOpenedLicense(db, actor, params.licenseId, 'service:redeem');
    return { status: 200, body: await listOpenRedemptions(db, actor, { ...query, ...params }) };
  });

  serveText(app, deps, exportRedemptions, ({ actor, query }, db) => exportOpenRedemptions(db, actor, query));

  serveRead(app, deps, getRedemption, async ({ actor, params }, db) => ({
    status: 200,
    body: await showRedemption(db, actor, params.licenseId, params.redemptionId),
  }));

  serveWrite(
    app,
    deps,
    redeemOffer,
    async ({ actor, params }, trx) => ({ status: 200, body: await redeem(trx, actor, params) }),
    {
      mayReplay: async ({ actor, params }, trx) => {
        await requireOpenedLicense(trx, actor, params.licenseId, 'service:redeem');
      },
    },
  );

  putRecord(app, deps, putRedemption, redemptionKind, (params, body) => ({ ...params, ...body }));
}
