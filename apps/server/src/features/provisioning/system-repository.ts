import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';

export interface StoredSystem {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly createdAt: Date;
  /** null where no secret before it is good any more. */
  readonly previousSecretUntil: Date | null;
}

const COLUMNS = [
  'id',
  'name',
  'url',
  'created_at as createdAt',
  sql<Date | null>`case when previous_secret_until > clock_timestamp() then previous_secret_until end`.as(
    'previousSecretUntil',
  ),
] as const;

/** Lets one change of the registered systems wait for another, so that a name is taken once. */
export async function lockSystems(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('downstream_system', 0))`.execute(trx);
}

export async function selectSystems(q: Queryable): Promise<StoredSystem[]> {
  return q
    .selectFrom('downstream_system')
    .select(COLUMNS)
    .where('removed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** @param sealedSecret Never stored in clear. */
export async function insertSystem(
  trx: Trx,
  system: { readonly id: string; readonly name: string; readonly url: string; readonly sealedSecret: string },
): Promise<StoredSystem> {
  return trx
    .insertInto('downstream_system')
    .values({
      id: system.id,
      name: system.name,
      url: system.url,
      secret: system.sealedSecret,
      created_at: sql<Date>`clock_timestamp()`,
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
}

export async function updateSystem(
  trx: Trx,
  systemId: string,
  change: { readonly name: string | undefined; readonly url: string | undefined },
): Promise<StoredSystem | null> {
  const row = await trx
    .updateTable('downstream_system')
    .set({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.url === undefined ? {} : { url: change.url }),
    })
    .where('id', '=', systemId)
    .where('removed_at', 'is', null)
    .returning(COLUMNS)
    .executeTakeFirst();
  return row ?? null;
}

/** Gives a system a new secret; the one before stays good for a while. */
export async function replaceSecret(
  trx: Trx,
  systemId: string,
  sealedSecret: string,
  overlapSeconds: number,
): Promise<StoredSystem | null> {
  const row = await trx
    .updateTable('downstream_system')
    .set({
      previous_secret: sql`secret`,
      previous_secret_until: sql`clock_timestamp() + make_interval(secs => ${overlapSeconds})`,
      secret: sealedSecret,
    })
    .where('id', '=', systemId)
    .where('removed_at', 'is', null)
    .returning(COLUMNS)
    .executeTakeFirst();
  return row ?? null;
}

/** @returns false where there is no such system any more. */
export async function markRemoved(trx: Trx, systemId: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('downstream_system')
    .set({
      removed_at: sql`clock_timestamp()`,
      // Nothing is signed for it any more.
      secret: '',
      previous_secret: null,
      previous_secret_until: null,
    })
    .where('id', '=', systemId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
