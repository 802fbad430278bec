import type { BodyOf, Endpoint, ParamsOf } from '@muniment/contract/endpoint.ts';
import type { FastifyInstance } from 'fastify';
import type { Static, TSchema } from 'typebox';
import { serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { invalidField, Problem } from '../../problem.ts';
import { checkRecord } from './check-record.ts';
import { appendSavedRecords } from './keep-records.ts';
import { unknownLicenseId } from './own-licenses-service.ts';
import type { RecordActor, RecordDeps, RecordKind, RejectedRecord } from './record-kind.ts';

/**
 * Serves the PUT of one record: it is saved as one in a batch of many is. Answers 201 where it is new, else 200.
 *
 * @param recordOf Makes the record out of the path and the body.
 * @throws Problem license-id-not-found where the license ID of the path is not the caller's; invalid-request for what
 *   else the record is refused for.
 */
export function putRecord<const E extends Endpoint, S extends TSchema>(
  app: FastifyInstance,
  deps: WriteDeps & RecordDeps,
  endpoint: E,
  kind: RecordKind<S>,
  recordOf: (params: ParamsOf<E>, body: BodyOf<E>) => Static<S>,
): void {
  serveWrite(app, deps, endpoint, async ({ actor, params, body }, trx) => {
    const caller = actor as RecordActor;
    const record = recordOf(params, body);
    const refusal = checkRecord(kind as unknown as RecordKind, record);
    if (refusal !== null) throw problemOf(refusal, params);
    const [saved] = await kind.save(trx, deps, caller, [record]);
    if (saved === undefined) throw new Error(`Nothing is said of the record that was put: ${kind.type}`);
    if (saved.outcome === 'rejected') throw problemOf(saved, params);
    await appendSavedRecords(trx, deps, caller, [{ type: kind.type, saved }]);
    return { status: saved.outcome === 'created' ? 201 : 200, body: { outcome: saved.outcome } as never };
  });
}

function problemOf({ pointer, detail }: RejectedRecord, params: unknown): Problem {
  const field = pointer.slice(1);
  const isOfPath = Object.keys((params ?? {}) as object).includes(field);
  if (isOfPath && pointer === unknownLicenseId.pointer) return new Problem('license-id-not-found');
  return invalidField(isOfPath ? `params/${field}` : pointer, detail);
}
