import { sql } from 'kysely';
import type { Database } from '../../database/connect.ts';

/** Adds one to the count of the window that runs now, by the database's clock. */
export async function addAttempt(
  db: Database,
  attempt: { what: string; who: string; windowSeconds: number },
): Promise<{ count: number; secondsLeft: number }> {
  const seconds = attempt.windowSeconds;
  const start = sql<Date>`to_timestamp(floor(extract(epoch from now()) / ${seconds}::float8) * ${seconds}::float8)`;
  return db
    .insertInto('attempt')
    .values({ what: attempt.what, who: attempt.who, window_starts_at: start, count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['what', 'who', 'window_starts_at'])
        .doUpdateSet({ count: sql<number>`attempt.count + 1` }),
    )
    .returning([
      'count',
      sql<number>`(extract(epoch from window_starts_at - now()) + ${seconds}::float8)::float8`.as(
        'secondsLeft',
      ),
    ])
    .executeTakeFirstOrThrow();
}
