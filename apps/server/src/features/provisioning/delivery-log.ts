import type { Delivery, listDeliveries } from '@muniment/contract/downstream-systems.ts';
import type { AnswerOf, QueryOf } from '@muniment/contract/endpoint.ts';
import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import { decodeCursor, encodeCursor } from '../../cursor.ts';
import type { Queryable, Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import type { JobQueue } from '../../jobs/job-queue.ts';
import { Problem } from '../../problem.ts';
import {
  isRegistered,
  type LoggedAttempt,
  type LoggedDelivery,
  makeDue,
  selectAttempts,
  selectDelivery,
  selectDeliveryPage,
} from './delivery-log-repository.ts';
import { PROVISIONING_PACE } from './provisioning-pace.ts';
import { idOf } from './register-system.ts';

/** What a system was sent, newest first; not the bodies, which name people. @throws Problem not-found. */
export async function listSystemDeliveries(
  q: Queryable,
  systemId: string,
  query: QueryOf<typeof listDeliveries>,
): Promise<AnswerOf<typeof listDeliveries>> {
  const id = idOf(systemId);
  if (!(await isRegistered(q, id))) throw new Problem('not-found');
  const limit = query.limit ?? PAGE_LIMIT_DEFAULT;
  const cursor = decodeCursor(query.cursor, ['integer', 'id']);
  const rows = await selectDeliveryPage(q, id, {
    state: query.state,
    after: cursor === null ? null : { createdAtMicroseconds: cursor[0], id: cursor[1] },
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: await withAttempts(q, page),
    nextCursor: last === undefined ? null : encodeCursor([last.createdAtMicroseconds, last.id]),
  };
}

/**
 * Sends a delivery once more, as soon as a worker sees it, with the same webhook-id and body.
 *
 * @throws Problem not-found, not-redeliverable.
 */
export async function sendAgain(
  trx: Trx,
  { jobs }: { readonly jobs: JobQueue },
  systemId: string,
  deliveryId: string,
): Promise<Delivery> {
  const [id, delivery] = [idOf(systemId), idOf(deliveryId)];
  const found = (await isRegistered(trx, id)) ? await selectDelivery(trx, id, delivery) : null;
  if (found === null) throw new Problem('not-found');
  if (!(await makeDue(trx, found, PROVISIONING_PACE.tellWithin))) {
    throw new Problem('not-redeliverable', {
      detail:
        found.state === 'waiting'
          ? 'It is being sent just now.'
          : 'What it asks for is decided, or still waits for other systems. Assign the roles again instead.',
    });
  }
  await jobs.enqueueDeliveries(trx, [{ systemId: id, runAfter: await currentTime(trx) }]);
  const [shown] = await withAttempts(trx, [(await selectDelivery(trx, id, delivery)) ?? found]);
  if (shown === undefined) throw new Problem('not-found');
  return shown;
}

async function withAttempts(q: Queryable, deliveries: readonly LoggedDelivery[]): Promise<Delivery[]> {
  const attempts = Map.groupBy(await selectAttempts(q, deliveries), ({ deliveryId }) => deliveryId);
  return deliveries.map((delivery) => ({
    id: delivery.id,
    organizationNumber: delivery.organizationNumber,
    event: delivery.event,
    state: delivery.state,
    error: delivery.error,
    createdAt: delivery.createdAt.toISOString(),
    endedAt: delivery.endedAt?.toISOString() ?? null,
    nextAttemptAt: delivery.state === 'waiting' ? delivery.nextAttemptAt.toISOString() : null,
    attempts: (attempts.get(delivery.id) ?? []).map(attemptOf),
  }));
}

function attemptOf({ number, at, status, error, durationMs }: LoggedAttempt): Delivery['attempts'][number] {
  return { number, at: at.toISOString(), status, error, durationMs };
}
