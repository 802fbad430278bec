import { exportLicenses, getLicense, getOverview, listLicenses } from '@muniment/contract/licenses.ts';
import type { FastifyInstance } from 'fastify';
import { type ServeDeps, serveRead, serveText } from '../../http/serve-endpoint.ts';
import { exportHeldLicenses, listHeldLicenses, showLicenseDetails, showOverview } from './list-licenses.ts';

export function registerLicenses(app: FastifyInstance, deps: ServeDeps): void {
  serveRead(app, deps, listLicenses, async ({ actor, query }, db) => ({
    status: 200,
    body: await listHeldLicenses(db, actor, query),
  }));

  serveText(app, deps, exportLicenses, async ({ actor, query }, db) => exportHeldLicenses(db, actor, query));

  serveRead(app, deps, getLicense, async ({ actor, params }, db) => ({
    status: 200,
    body: await showLicenseDetails(db, actor, params.licenseId),
  }));

  serveRead(app, deps, getOverview, async ({ actor }, db) => ({
    status: 200,
    body: await showOverview(db, actor),
  }));
}
