import {
  cancelReservation,
  exportReservations,
  getReservation,
  listLicenseReservations,
  listPartnerReservations,
  listReservations,
  putReservationOrder,
  reserveService,
} from '@muniment/contract/reservations.ts';
import type { FastifyInstance } from 'fastify';
import { serveRead, serveText, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { putRecord } from '../records/put-record-service.ts';
import type { RecordDeps } from '../records/record-kind.ts';
import {
  exportOpenReservations,
  listOpenReservations,
  listReservationsOfPartner,
  showReservation,
} from './list-reservations.ts';
import { cancel, reserve } from './reserve.ts';
import { reservationOrderKind } from './save-reservation-orders.ts';

export function registerReservations(app: FastifyInstance, deps: WriteDeps & RecordDeps): void {
  serveRead(app, deps, listReservations, async ({ actor, query }, db) => ({
    status: 200,
    body: await listOpenReservations(db, actor, query),
  }));

  serveRead(app, deps, listLicenseReservations, async ({ actor, params, query }, db) => {
    await requireOpenedLicense(db, actor, params.licenseId, 'service:reserve');
    return { status: 200, body: await listOpenReservations(db, actor, { ...query, ...params }) };
  });

  serveText(app, deps, exportReservations, ({ actor, query }, db) =>
    exportOpenReservations(db, actor, query),
  );

  serveRead(app, deps, getReservation, async ({ actor, params }, db) => ({
    status: 200,
    body: await showReservation(db, actor, params.licenseId, params.reservationId),
  }));

  serveWrite(
    app,
    deps,
    reserveService,
    async ({ actor, params, body }, trx) => ({
      status: 201,
      body: await reserve(trx, actor, params.licenseId, body),
    }),
    {
      mayReplay: async ({ actor, params }, trx) => {
        await requireOpenedLicense(trx, actor, params.licenseId, 'service:reserve');
      },
    },
  );

  serveWrite(
    app,
    deps,
    cancelReservation,
    async ({ actor, params, body }, trx) => ({
      status: 200,
      body: await cancel(trx, actor, params, body.reason),
    }),
    {
      mayReplay: async ({ actor, params }, trx) => {
        await requireOpenedLicense(trx, actor, params.licenseId, 'service:reserve');
      },
    },
  );

  serveRead(app, deps, listPartnerReservations, async ({ actor, query }, db) => ({
    status: 200,
    body: await listReservationsOfPartner(db, actor, query),
  }));

  putRecord(app, deps, putReservationOrder, reservationOrderKind, (params, body) => ({ ...params, ...body }));
}
