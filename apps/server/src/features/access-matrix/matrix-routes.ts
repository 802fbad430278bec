import { getAccessMatrix, listMatrixLicenses } from '@muniment/contract/access-matrix.ts';
import type { FastifyInstance } from 'fastify';
import { type ServeDeps, serveRead } from '../../http/serve-endpoint.ts';
import { listColumns, showWindow } from './show-matrix.ts';

export function registerAccessMatrix(app: FastifyInstance, deps: ServeDeps): void {
  serveRead(app, deps, listMatrixLicenses, async ({ actor, query }, db) => ({
    status: 200,
    body: await listColumns(db, actor, query),
  }));

  serveRead(app, deps, getAccessMatrix, async ({ actor, query }, db) => ({
    status: 200,
    body: await showWindow(db, actor, query),
  }));
}
