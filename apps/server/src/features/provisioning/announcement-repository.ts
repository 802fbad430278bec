import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import type { ToldPair } from './announcement.ts';

/** A VL user and a license ID, by their internal ids. */
export interface Pair {
  readonly vlUserId: string;
  readonly licenseId: string;
}

/** What one VL user's grants of one change wait for. */
export interface Begun {
  readonly id: string;
  readonly changeId: string;
  readonly vlUserId: string;
}

/** The systems that have to know, by id. */
export async function selectSystemIds(q: Queryable): Promise<string[]> {
  const rows = await q
    .selectFrom('downstream_system')
    .select('id')
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function insertProvisionings(
  trx: Trx,
  organizationId: string,
  begun: readonly (Begun & { readonly isSilent: boolean })[],
  period: { readonly startedAt: Date; readonly deadlineAt: Date },
): Promise<void> {
  await sql`
    insert into provisioning (
      organization_id, id, change_id, vl_user_id, state, started_at, deadline_at, is_silent
    )
    select ${organizationId}::uuid, b.id, b.change_id, b.vl_user_id, 'waiting', ${period.startedAt}::timestamptz,
      ${period.deadlineAt}::timestamptz, b.is_silent
    from unnest(
      ${begun.map(({ id }) => id)}::uuid[],
      ${begun.map(({ changeId }) => changeId)}::uuid[],
      ${begun.map(({ vlUserId }) => vlUserId)}::uuid[],
      ${begun.map(({ isSilent }) => isSilent)}::boolean[]
    ) as b (id, change_id, vl_user_id, is_silent)
  `.execute(trx);
}

/** Cancels what these VL users' grants wait for where none of the grants is open any more. */
export async function cancelIdle(
  trx: Trx,
  organizationId: string,
  vlUserIds: readonly string[],
  at: Date,
): Promise<Begun[]> {
  const { rows } = await sql<Begun>`
    update provisioning p set state = 'cancelled', ended_at = ${at}
    where p.organization_id = ${organizationId} and p.vl_user_id = any(${vlUserIds}::uuid[]) and p.state = 'waiting'
      and not exists (
        select from role_grant g
        where g.organization_id = p.organization_id and g.provisioning_id = p.id and g.closed_by is null
      )
    returning p.id, p.change_id as "changeId", p.vl_user_id as "vlUserId"
  `.execute(trx);
  await cancelWaitingDeliveries(
    trx,
    organizationId,
    rows.map(({ id }) => id),
    at,
  );
  return rows;
}

/** Sends no more of what these provisionings would still send. */
export async function cancelWaitingDeliveries(
  trx: Trx,
  organizationId: string,
  provisioningIds: readonly string[],
  at: Date,
): Promise<void> {
  if (provisioningIds.length === 0) return;
  await trx
    .updateTable('delivery')
    .set({ state: 'cancelled', ended_at: at })
    .where('organization_id', '=', organizationId)
    .where('provisioning_id', '=', sql<string>`any(${provisioningIds}::uuid[])`)
    .where('state', '=', 'waiting')
    .execute();
}

export interface TouchedPair extends Pair {
  /** Whether the change ended something there. */
  readonly closes: boolean;
}

/** Where one VL user's grants were opened or closed by a change, or wait by it: a contact's grant is older than that. */
export async function selectTouchedPairs(
  q: Queryable,
  organizationId: string,
  { id, changeId, vlUserId }: Begun,
): Promise<TouchedPair[]> {
  const { rows } = await sql<TouchedPair>`
    select t.vl_user_id as "vlUserId", t.license_id as "licenseId", bool_or(t.closes) as closes
    from (
      select g.vl_user_id, g.license_id, false as closes from role_grant g
      where g.organization_id = ${organizationId} and g.opened_by = ${changeId} and g.vl_user_id = ${vlUserId}
      union all
      select g.vl_user_id, g.license_id, false from role_grant g
      where g.organization_id = ${organizationId} and g.provisioning_id = ${id}
      union all
      select g.vl_user_id, g.license_id, true from role_grant g
      where g.organization_id = ${organizationId} and g.closed_by = ${changeId} and g.vl_user_id = ${vlUserId}
    ) t
    group by t.vl_user_id, t.license_id
  `.execute(q);
  return rows;
}

/**
 * What VL users are to hold on license IDs: what counts as soon as they are registered, and what waits for downstream
 * systems. Takes a version for each pair.
 *
 * To be called while the VL users are locked: else a newer version could say what is older.
 */
export async function selectTold(
  trx: Trx,
  organizationId: string,
  pairs: readonly Pair[],
): Promise<{ organizationNumber: string; told: ToldPair[] }> {
  const { rows } = await sql<ToldPair & { organization_number: string }>`
    select o.number as organization_number, l.id as "internalLicenseId", u.id as "vlUserId", u.sign_in_email as "signInEmail",
      u.display_name as "displayName", l.license_id as "licenseId", nextval('assignment_version') as version, held.roles
    from (
      select distinct p.vl_user_id, p.license_id
      from unnest(
        ${pairs.map(({ vlUserId }) => vlUserId)}::uuid[], ${pairs.map(({ licenseId }) => licenseId)}::uuid[]
      ) as p (vl_user_id, license_id)
    ) asked
    join organization o on o.id = ${organizationId}
    join vl_user u on u.organization_id = o.id and u.id = asked.vl_user_id
    join license l on l.organization_id = o.id and l.id = asked.license_id
    cross join lateral (
      select coalesce(json_agg(json_build_object(
        'role', r.role,
        'startsAt', to_char(r.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'endsAt', to_char(r.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      ) order by r.role), '[]') as roles
      from (
        -- Somebody may hold a role both assigned and inherited: then it ends with the later of the two.
        select g.role, min(g.starts_at) as starts_at,
          case when bool_and(g.ends_at is not null) then max(g.ends_at) end as ends_at
        from role_grant g
        left join provisioning p on g.awaits = 'provisioning' and p.organization_id = g.organization_id
          and p.id = g.provisioning_id
        where g.organization_id = o.id and g.license_id = l.id and g.vl_user_id = u.id and g.closed_by is null
          and (g.ends_at is null or g.ends_at > statement_timestamp())
          and (g.awaits is null or p.state = 'waiting')
        group by g.role
      ) r
    ) held
    order by u.id, l.license_id
  `.execute(trx);
  return {
    organizationNumber: rows[0]?.organization_number ?? '',
    told: rows.map(({ organization_number: _number, ...pair }) => pair),
  };
}

export interface NewDelivery {
  readonly id: string;
  readonly systemId: string;
  readonly provisioningId: string | null;
  readonly event: string;
  readonly body: string;
  readonly giveUpAt: Date;
}

export async function insertDeliveries(
  trx: Trx,
  organizationId: string,
  deliveries: readonly NewDelivery[],
  at: Date,
): Promise<void> {
  const rows = deliveries.map((delivery) => ({
    id: delivery.id,
    system_id: delivery.systemId,
    provisioning_id: delivery.provisioningId,
    event: delivery.event,
    body: delivery.body,
    give_up_at: delivery.giveUpAt,
  }));
  await sql`
    insert into delivery (
      organization_id, id, system_id, provisioning_id, event, body, state, created_at, next_attempt_at, give_up_at
    )
    select ${organizationId}::uuid, d.id, d.system_id, d.provisioning_id, d.event, d.body, 'waiting', ${at}, ${at},
      d.give_up_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (
      id uuid, system_id uuid, provisioning_id uuid, event text, body text, give_up_at timestamptz
    )
  `.execute(trx);
}
