import type { Database } from './connect.ts';

/** Whether the database was made for a demo. */
export async function isDemo(db: Database): Promise<boolean> {
  return (await db.selectFrom('instance').select('demo').executeTakeFirst())?.demo ?? false;
}
