// A1: how many administrators of a license ID can act now and for good, and how many are designated besides. Whoever
// counts them asks of each grant by itself whether it counts: joined as sets, a license ID with 300 who had not
// registered took five seconds until its tables were analyzed.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function administrator_count(organization uuid, license uuid)
    returns table (reachable integer, pending integer)
    language sql stable parallel safe
    as $$
      select
        count(*) filter (where c.counts and g.ends_at is null)::integer,
        count(*) filter (where not c.counts or g.ends_at is not null)::integer
      from role_grant g
      cross join lateral (
        select exists (
          select from effective_role e
          where e.organization_id = g.organization_id and e.license_id = g.license_id
            and e.vl_user_id = g.vl_user_id and e.role = g.role and e.grant_id = g.id
          offset 0
        ) as counts
        offset 0
      ) c
      where g.organization_id = organization and g.license_id = license and g.role = 'administrator'
        and g.closed_by is null and (g.ends_at is null or g.ends_at > statement_timestamp())
    $$;
  `.execute(db);
}
