import { isTooDeep, pushRecords } from '@muniment/contract/records.ts';
import type { FastifyInstance } from 'fastify';
import { serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { invalidField } from '../../problem.ts';
import type { RecordDeps } from './record-kind.ts';
import { saveRecords } from './save-records.ts';

export function registerRecords(app: FastifyInstance, deps: WriteDeps & RecordDeps): void {
  serveWrite(
    app,
    deps,
    pushRecords,
    async ({ actor, body }, trx) => ({
      status: 200,
      body: { records: await saveRecords(trx, deps, actor, body.records) },
    }),
    {
      // A record is anything until its type is known, and the body is written once more for its Idempotency-Key.
      before: async ({ body }) => {
        const place = body.records.findIndex(({ record }) => isTooDeep(record));
        if (place >= 0) throw invalidField(`/records/${place}/record`, 'It is nested too deeply.');
      },
    },
  );
}
