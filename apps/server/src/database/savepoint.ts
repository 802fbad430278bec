import { sql } from 'kysely';
import type { Trx } from './connect.ts';

/** A place in a transaction that it can go back to: what was done before stays, what came after is gone. */
export interface Savepoint {
  /** Keeps what was done since, whatever comes next. */
  keep(): Promise<void>;
  /** Takes back what was done since; what it locked is free again. */
  goBack(): Promise<void>;
}

/** Sets the one savepoint of a transaction. */
export async function setSavepoint(trx: Trx): Promise<Savepoint> {
  await sql`savepoint kept`.execute(trx);
  return {
    // In one round trip: there is one for each step.
    keep: async () => void (await sql`release savepoint kept; savepoint kept`.execute(trx)),
    goBack: async () => void (await sql`rollback to savepoint kept`.execute(trx)),
  };
}
