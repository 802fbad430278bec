import { sql } from 'kysely';
import type { Database } from './connect.ts';

const READY_WITHIN_MS = 2_000;

/** Whether the database answers in good time. */
export async function isDatabaseReady(db: Database): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, READY_WITHIN_MS, false).unref());
  return Promise.race([sql`select 1`.execute(db).then(() => true), late]);
}
