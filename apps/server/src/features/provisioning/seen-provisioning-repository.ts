import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import type { ProvisioningTable } from '../../database/schema.ts';
import type { Viewer } from '../vl-users/viewer.ts';

export interface SeenProvisioning {
  readonly id: string;
  readonly vlUserId: string;
  readonly displayName: string;
  readonly changeId: string;
  readonly state: ProvisioningTable['state'];
  readonly reason: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  /** Names of the systems that have not answered yet. */
  readonly waitingFor: readonly string[];
}

const COLUMNS = sql`
  p.id, p.vl_user_id as "vlUserId", u.display_name as "displayName", p.change_id as "changeId", p.state, p.reason,
  p.started_at as "startedAt", p.ended_at as "endedAt", (
    select coalesce(array_agg(s.name order by s.name collate "und-x-icu"), '{}')
    from delivery d join downstream_system s on s.id = d.system_id and s.removed_at is null
    where p.state = 'waiting' and d.organization_id = p.organization_id and d.provisioning_id = p.id
      and d.state = 'waiting'
  ) as "waitingFor"
`;

/** What open grants of VL users wait for, or failed by, as far as a viewer sees those grants. */
export async function selectOpenProvisionings(
  q: Queryable,
  viewer: Viewer,
  vlUserIds: readonly string[],
): Promise<SeenProvisioning[]> {
  const { rows } = await sql<SeenProvisioning>`
    with seen as materialized (
      select distinct g.provisioning_id as id
      from unnest(${vlUserIds}::uuid[]) as asked (id)
      cross join lateral assignment_of_person_seen_by(${viewer.organizationId}, ${viewer.vlUserId}, asked.id) s
      join role_grant g on g.organization_id = ${viewer.organizationId} and g.id = s.grant_id
      where g.awaits = 'provisioning'
    )
    select ${COLUMNS}
    from seen
    join provisioning p on p.organization_id = ${viewer.organizationId} and p.id = seen.id
    join vl_user u on u.organization_id = p.organization_id and u.id = p.vl_user_id
    where p.state in ('waiting', 'failed')
    order by p.started_at, p.id
  `.execute(q);
  return rows;
}

/** What became of changes at downstream systems, as far as a viewer sees a grant that waited. */
export async function selectProvisioningsOf(
  q: Queryable,
  viewer: Viewer,
  changeIds: readonly string[],
): Promise<SeenProvisioning[]> {
  const { rows } = await sql<SeenProvisioning>`
    select ${COLUMNS}
    from provisioning p
    join vl_user u on u.organization_id = p.organization_id and u.id = p.vl_user_id
    where p.organization_id = ${viewer.organizationId} and p.change_id = any(${changeIds}::uuid[])
      and exists (
        select from role_grant g
        cross join lateral (
          select from effective_role e
          where e.organization_id = g.organization_id and e.license_id = g.license_id
            and e.vl_user_id = ${viewer.vlUserId} and e.role = 'administrator'
          offset 0 limit 1
        ) administered
        where g.organization_id = p.organization_id and g.provisioning_id = p.id
          and role_seen_by(g.organization_id, ${viewer.vlUserId}, g.license_id, g.vl_user_id, g.role)
        offset 0
      )
    order by u.display_name collate "und-x-icu", p.id
  `.execute(q);
  return rows;
}
