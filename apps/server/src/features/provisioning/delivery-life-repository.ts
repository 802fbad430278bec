import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';

const AT_ONCE = 5_000;

/** Deletes deliveries that ended so many days ago, with their tries, some at once. */
export async function deleteOldDeliveries(q: Queryable, days: number): Promise<void> {
  await sql`
    with old as materialized (
      select organization_id, id from delivery
      where ended_at < clock_timestamp() - make_interval(days => ${days})
      order by ended_at
      limit ${AT_ONCE}
    ),
    attempt as (
      delete from delivery_attempt a using old where a.organization_id = old.organization_id and a.delivery_id = old.id
    )
    delete from delivery d using old where d.organization_id = old.organization_id and d.id = old.id
  `.execute(q);
}
