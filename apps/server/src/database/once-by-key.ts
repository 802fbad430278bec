import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Trx } from './connect.ts';
import { Problem } from '../problem.ts';

/** How long an Idempotency-Key is remembered. */
export const IDEMPOTENCY_HOURS = 24;

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly etag?: string;
}

export interface IdempotentRequest {
  readonly actor: string;
  readonly organization: string;
  /** Method and path, with its parameters filled in. */
  readonly route: string;
  readonly key: string;
  readonly body: unknown;
}

/**
 * Does a piece of work once per Idempotency-Key: its answer is kept in the transaction that made it.
 *
 * A twin that is still running is waited for, by the lock on the key's row, for as long as the transaction's
 * lock_timeout. A refusal rolls back and is therefore not kept.
 *
 * @throws Problem idempotency-key-reused where the key came with another body before.
 */
export async function onceByKey(
  trx: Trx,
  request: IdempotentRequest,
  work: () => Promise<Reply>,
): Promise<Reply> {
  const { actor, organization, route, key } = request;
  const bodyHash = createHash('sha256')
    .update(JSON.stringify(request.body ?? null))
    .digest();
  const row = { actor, organization, route, key };

  const inserted = await trx
    .insertInto('idempotency')
    .values({ ...row, body_hash: bodyHash, created_at: sql<Date>`clock_timestamp()` })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  const byKey = sql<boolean>`(actor, organization, route, key) = (${actor}, ${organization}, ${route}, ${key})`;
  if (inserted.numInsertedOrUpdatedRows === 0n) {
    const kept = await trx
      .selectFrom('idempotency')
      .select(['body_hash', 'status', 'response', 'etag'])
      .where(byKey)
      .executeTakeFirstOrThrow();
    if (!kept.body_hash.equals(bodyHash)) {
      throw new Problem('idempotency-key-reused', {
        detail: 'The same key came with another request. Use a new key.',
      });
    }
    return {
      status: kept.status ?? 200,
      body: kept.response === null ? undefined : JSON.parse(kept.response),
      ...(kept.etag === null ? {} : { etag: kept.etag }),
    };
  }

  const reply = await work();
  await trx
    .updateTable('idempotency')
    .set({
      status: reply.status,
      response: reply.body === undefined ? null : JSON.stringify(reply.body),
      etag: reply.etag ?? null,
    })
    .where(byKey)
    .execute();
  return reply;
}
