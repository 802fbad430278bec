import { sql } from 'kysely';
import type { Database, Queryable, Trx } from './connect.ts';

/** As long one change waits for another on the same rows before it is refused as unavailable. */
export const LOCK_TIMEOUT_MS = 5_000;

/**
 * Does work in one READ COMMITTED transaction: all of it is saved, or nothing.
 *
 * Whatever the work throws rolls back and is thrown on.
 */
export function inTransaction<T>(db: Database, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await setLockTimeout(trx, LOCK_TIMEOUT_MS);
    return work(trx);
  });
}

/** Reads in one snapshot: what several statements answer is of one moment. */
export function inSnapshot<T>(db: Database, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
}

/** How long the rest of a transaction waits for each lock. */
export async function setLockTimeout(trx: Trx, milliseconds: number): Promise<void> {
  await sql`set local lock_timeout = ${sql.lit(milliseconds)}`.execute(trx);
}

/**
 * The database's time, in whole milliseconds. Taken after the locks, so that what one change recorded is in
 * the past of the next one on the same rows.
 */
export async function currentTime(q: Queryable): Promise<Date> {
  const { rows } = await sql<{
    at: Date;
  }>`select date_trunc('milliseconds', clock_timestamp()) as at`.execute(q);
  const at = rows[0]?.at;
  if (at === undefined) throw new Error('The database did not tell the time');
  return at;
}
