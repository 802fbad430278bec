import { importLegacyRows } from '@muniment/contract/legacy-import.ts';
import type { FastifyInstance } from 'fastify';
import { serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import type { SaveDeps } from '../assignments/save-decision.ts';
import { importRows } from './import-legacy-rows.ts';

export function registerLegacyImport(app: FastifyInstance, deps: WriteDeps & SaveDeps): void {
  serveWrite(app, deps, importLegacyRows, async ({ body }, trx) => ({
    status: 200,
    body: { dryRun: body.dryRun ?? false, rows: await importRows(trx, deps, body.rows, body) },
  }));
}
