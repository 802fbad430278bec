import { pushRecords } from '@muniment/contract/records.ts';
import type { FastifyInstance } from 'fastify';
import { serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import type { RecordDeps } from './record-kind.ts';
import { saveRecords } from './save-records.ts';

export function registerRecords(app: FastifyInstance, deps: WriteDeps & RecordDeps): void {
  serveWrite(app, deps, pushRecords, async ({ actor, body }, trx) => ({
    status: 200,
    body: { records: await saveRecords(trx, deps, actor, body.records) },
  }));
}
