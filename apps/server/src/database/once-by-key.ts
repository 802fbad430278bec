import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { Problem } from '../problem.ts';
import { sealText } from '../sealed-text.ts';
import { openWithEither } from '../sealing-keys.ts';
import type { Database, Trx } from './connect.ts';
import { LOCK_TIMEOUT_MS, setLockTimeout } from './transaction.ts';

/** How long an Idempotency-Key is remembered. */
const KEPT_HOURS = 24;
/** As long a request waits for a twin that is still running. */
const TWIN_TIMEOUT_MS = 2_000;

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly etag?: string;
}

export interface IdempotentRequest {
  readonly actor: string;
  /** Id of the organization in which it is done; empty where there is none. */
  readonly organization: string;
  readonly operation: string;
  /** Path and query as they were sent. Kept as a hash: the token of an invitation may stand in it. */
  readonly url: string;
  readonly key: string;
  readonly body: unknown;
}

/**
 * Does a piece of work once per Idempotency-Key: its answer is kept in the transaction that made it.
 *
 * A twin that is still running is waited for, by the lock on the key's row. A refusal rolls back and is therefore
 * not kept. Answers are sealed, since some of them show a secret once.
 *
 * @param how.mayReplay Gets what the caller was answered, and throws where they may no longer read it.
 * @throws Problem idempotency-key-reused where the key came with another body before.
 */
export async function onceByKey(
  trx: Trx,
  request: IdempotentRequest,
  how: {
    readonly answerKey: Buffer;
    /** Opens what was kept before the encryption key was changed. */
    readonly previousAnswerKey?: Buffer | null;
    readonly work: () => Promise<Reply>;
    readonly mayReplay: (kept: unknown) => Promise<void>;
  },
): Promise<Reply> {
  const { actor, organization, key } = request;
  const bodyHash = createHash('sha256')
    .update(JSON.stringify(request.body ?? null))
    .digest();
  const route = `${request.operation} ${createHash('sha256').update(request.url).digest('base64url')}`;
  const byKey = sql<boolean>`(actor, organization, route, key) = (${actor}, ${organization}, ${route}, ${key})`;

  await setLockTimeout(trx, TWIN_TIMEOUT_MS);
  const taken = await sql`
    insert into idempotency as kept (actor, organization, route, key, body_hash, created_at)
    values (${actor}, ${organization}, ${route}, ${key}, ${bodyHash}, clock_timestamp())
    on conflict (actor, organization, route, key) do update
      set body_hash = excluded.body_hash, created_at = excluded.created_at, status = null, response = null, etag = null
      where kept.created_at < clock_timestamp() - make_interval(hours => ${KEPT_HOURS})
  `.execute(trx);
  await setLockTimeout(trx, LOCK_TIMEOUT_MS);

  if (taken.numAffectedRows === 0n) {
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
    const keys = { current: how.answerKey, previous: how.previousAnswerKey ?? null };
    const body = kept.response === null ? undefined : JSON.parse(openWithEither(keys, kept.response));
    await how.mayReplay(body);
    return {
      status: kept.status ?? 200,
      body,
      ...(kept.etag === null ? {} : { etag: kept.etag }),
    };
  }

  const reply = await how.work();
  await trx
    .updateTable('idempotency')
    .set({
      status: reply.status,
      response: reply.body === undefined ? null : sealText(how.answerKey, JSON.stringify(reply.body)),
      etag: reply.etag ?? null,
    })
    .where(byKey)
    .execute();
  return reply;
}

/** Removes the keys whose time is over. They have no effect any more. */
export async function removeExpiredKeys(db: Database): Promise<void> {
  await db
    .deleteFrom('idempotency')
    .where('created_at', '<', sql<Date>`clock_timestamp() - make_interval(hours => ${KEPT_HOURS})`)
    .execute();
}
