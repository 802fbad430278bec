import type { GrantWait } from '@muniment/domain/assignment-facts.ts';
import type { Period } from '@muniment/domain/grant.ts';
import type { NamedAdministratorGrant } from '@muniment/domain/removal-consequence.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import type { ActorKind, AgreementContactKind, ChangeKind } from '../../database/schema.ts';
import type { Moment } from '../../moment.ts';
import type { Viewer } from '../vl-users/viewer.ts';

export interface AskedLicense {
  readonly organizationId: string;
  readonly id: string;
  readonly licenseId: string;
  readonly name: string;
  readonly agreementNumber: string | null;
  /** The viewer administers it now. */
  readonly isAdministered: boolean;
  /** The viewer holds something there, or once did. */
  readonly isOwn: boolean;
}

/**
 * A license ID by what people call it, and what a viewer has to do with it.
 *
 * @param viewer null: the publisher, who asks about every organization.
 */
export async function selectAskedLicense(
  q: Queryable,
  viewer: Viewer | null,
  licenseId: string,
): Promise<AskedLicense | null> {
  const { rows } = await sql<AskedLicense>`
    select l.organization_id as "organizationId", l.id, l.license_id as "licenseId", l.name,
      a.number as "agreementNumber",
      exists (
        select from effective_role e
        where e.organization_id = l.organization_id and e.license_id = l.id
          and e.vl_user_id = ${viewer?.vlUserId ?? null}::uuid and e.role = 'administrator'
      ) as "isAdministered",
      exists (
        select from role_grant g
        where g.organization_id = l.organization_id and g.vl_user_id = ${viewer?.vlUserId ?? null}::uuid
          and g.license_id = l.id and g.closed_by is null
      ) or exists (
        select from role_grant g
        where g.organization_id = l.organization_id and g.vl_user_id = ${viewer?.vlUserId ?? null}::uuid
          and g.license_id = l.id and g.closed_by is not null
      ) as "isOwn"
    from license l
    left join agreement a on a.organization_id = l.organization_id and a.id = l.agreement_id
    where l.license_id = ${licenseId}
      and (${viewer?.organizationId ?? null}::uuid is null or l.organization_id = ${viewer?.organizationId ?? null}::uuid)
  `.execute(q);
  return rows[0] ?? null;
}

export interface AskedPerson {
  readonly organizationId: string;
  readonly id: string;
  readonly displayName: string;
  readonly signInEmail: string;
  readonly registeredAt: Date | null;
  readonly absences: readonly Period[];
}

/**
 * A VL user of whom a viewer may know: the viewer, or somebody who holds or once held something that they see on a
 * license ID which they administer now.
 *
 * @param viewer null: the publisher, who knows everybody.
 */
export async function selectAskedPerson(
  q: Queryable,
  viewer: Viewer | null,
  vlUserId: string,
): Promise<AskedPerson | null> {
  const known =
    viewer === null
      ? sql`true`
      : sql`u.organization_id = ${viewer.organizationId} and (u.id = ${viewer.vlUserId} or exists (
          select from (${everyGrantOf(sql`u.organization_id`, sql`u.id`)}) g
          cross join lateral ${administered(viewer, sql`g.license_id`)} administered
          where role_seen_by(g.organization_id, ${viewer.vlUserId}, g.license_id, g.vl_user_id, g.role)
        ))`;
  const { rows } = await sql<
    Omit<AskedPerson, 'absences'> & { absences: { startsAt: string; endsAt: string | null }[] | null }
  >`
    select u.organization_id as "organizationId", u.id, u.display_name as "displayName",
      u.sign_in_email as "signInEmail", u.registered_at as "registeredAt",
      (select json_agg(json_build_object('startsAt', lower(r), 'endsAt', upper(r))) from unnest(u.absences) r) as absences
    from vl_user u
    where u.id = ${vlUserId}::uuid and ${known}
  `.execute(q);
  const row = rows[0];
  if (row === undefined) return null;
  const absences = (row.absences ?? []).map(({ startsAt, endsAt }) => ({
    startsAt: new Date(startsAt),
    endsAt: endsAt === null ? null : new Date(endsAt),
  }));
  return { ...row, absences };
}

function everyGrantOf(organizationId: RawBuilder<unknown>, vlUserId: RawBuilder<unknown>) {
  // Each half has an index of its own.
  return sql`
    select * from role_grant g
    where g.organization_id = ${organizationId} and g.vl_user_id = ${vlUserId} and g.closed_by is null
    union all
    select * from role_grant g
    where g.organization_id = ${organizationId} and g.vl_user_id = ${vlUserId} and g.closed_by is not null
  `;
}

/** A license ID that a viewer administers now, as a condition to join. */
export function administered(viewer: Viewer, licenseId: RawBuilder<unknown>) {
  return sql`(
    select from effective_role e
    where e.organization_id = ${viewer.organizationId} and e.license_id = ${licenseId}
      and e.vl_user_id = ${viewer.vlUserId} and e.role = 'administrator'
    offset 0 limit 1
  )`;
}

/** Who gave or took a grant, when and why. */
export interface ActRow {
  readonly at: Date;
  readonly changeId: string;
  readonly kind: ChangeKind;
  readonly actorKind: ActorKind;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly reason: string | null;
}

export interface ExplainedGrantRow {
  readonly grantId: string;
  readonly role: Role;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly readyAt: Date | null;
  readonly isProvisioned: boolean;
  readonly failedAt: Date | null;
  readonly inheritedFrom: { readonly number: string; readonly name: string } | null;
  readonly contact: AgreementContactKind | null;
  readonly optedInAt: Date | null;
  readonly given: ActRow;
  readonly taken: ActRow | null;
}

interface Pair {
  readonly organizationId: string;
  readonly vlUserId: string;
  /** Internal id. */
  readonly licenseId: string;
}

/** Grants of one VL user on one license ID by a moment: those that were open, and of each role the last closed one. */
export async function selectExplainedGrants(
  q: Queryable,
  viewer: Viewer | null,
  pair: Pair,
  moment: Moment,
): Promise<ExplainedGrantRow[]> {
  const { rows } = await explainedGrants(viewer, pair, moment).execute(q);
  return rows.map((row) => ({
    grantId: String(row.id),
    role: row.role,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    readyAt: row.ready_at,
    isProvisioned: row.is_provisioned,
    failedAt: row.failed_at,
    inheritedFrom:
      row.agreement_number === null ? null : { number: row.agreement_number, name: row.agreement_name ?? '' },
    contact: row.contact,
    optedInAt: row.opted_in_at,
    given: actOf(row, 'given', row.opened_at),
    taken: row.closed_at === null ? null : actOf(row, 'taken', row.closed_at),
  }));
}

type ActColumns<Prefix extends string> = {
  readonly [K in `${Prefix}_id` | `${Prefix}_actor_name`]: string;
} & { readonly [K in `${Prefix}_kind`]: ChangeKind } & {
  readonly [K in `${Prefix}_actor_kind`]: ActorKind;
} & { readonly [K in `${Prefix}_actor_id` | `${Prefix}_reason`]: string | null };

interface GrantColumns extends ActColumns<'given'>, ActColumns<'taken'> {
  readonly id: number;
  readonly role: Role;
  readonly starts_at: Date;
  readonly ends_at: Date | null;
  readonly opened_at: Date;
  readonly closed_at: Date | null;
  readonly ready_at: Date | null;
  readonly is_provisioned: boolean;
  readonly failed_at: Date | null;
  readonly agreement_number: string | null;
  readonly agreement_name: string | null;
  readonly contact: AgreementContactKind | null;
  readonly opted_in_at: Date | null;
}

function actOf(row: GrantColumns, act: 'given' | 'taken', at: Date): ActRow {
  return {
    at,
    changeId: row[`${act}_id`],
    kind: row[`${act}_kind`],
    actorKind: row[`${act}_actor_kind`],
    actorId: row[`${act}_actor_id`],
    actorName: row[`${act}_actor_name`],
    reason: row[`${act}_reason`],
  };
}

/** The statement behind {@link selectExplainedGrants}; a test pins its plan. */
export function explainedGrants(
  viewer: Viewer | null,
  { organizationId, vlUserId, licenseId }: Pair,
  { at, isPast }: Moment,
): RawBuilder<GrantColumns> {
  const ofPair = sql`g.organization_id = ${organizationId} and g.license_id = ${licenseId} and g.vl_user_id = ${vlUserId}
    and g.opened_at <= ${at} and ${
      viewer === null
        ? sql`true`
        : sql`role_seen_by(g.organization_id, ${viewer.vlUserId}, g.license_id, g.vl_user_id, g.role)`
    }`;
  // Of now, closed is closed, whatever the clock of whoever closed it said.
  const isOpenThen = isPast ? sql`g.closed_at > ${at}` : sql`false`;
  return sql<GrantColumns>`
    with found as (
      select g.* from role_grant g where ${ofPair} and g.closed_by is null
      union all
      select g.* from role_grant g where ${ofPair} and g.closed_by is not null and ${isOpenThen}
      union all
      (select distinct on (g.role) g.* from role_grant g
        where ${ofPair} and g.closed_by is not null and not (${isOpenThen})
        order by g.role, g.closed_at desc, g.id desc)
    )
    select f.id, f.role, f.starts_at, f.ends_at, f.opened_at,
      case when ${isPast} or f.closed_at is null then f.closed_at else least(f.closed_at, ${at}) end as closed_at,
      f.ready_at, f.provisioning_id is not null as is_provisioned,
      case when p.state = 'failed' then p.ended_at end as failed_at,
      a.number as agreement_number, a.name as agreement_name, c.contact, c.opted_in_at,
      given.id as given_id, given.kind as given_kind, given.actor_kind as given_actor_kind,
      given.actor_id as given_actor_id, given.actor_name as given_actor_name, given.reason as given_reason,
      taken.id as taken_id, taken.kind as taken_kind, taken.actor_kind as taken_actor_kind,
      taken.actor_id as taken_actor_id, taken.actor_name as taken_actor_name, taken.reason as taken_reason
    from found f
    join assignment_change given on given.organization_id = f.organization_id and given.id = f.opened_by
    left join assignment_change taken on taken.organization_id = f.organization_id and taken.id = f.closed_by
    left join provisioning p on p.organization_id = f.organization_id and p.id = f.provisioning_id
    left join agreement a on a.organization_id = f.organization_id and a.id = f.origin_agreement_id
    left join lateral (
      select c.contact, c.opted_in_at
      from vl_user u
      join agreement_contact c on c.account_id = u.account_id
      where u.organization_id = f.organization_id and u.id = f.vl_user_id
        and c.organization_id = f.organization_id and c.agreement_id = f.origin_agreement_id
        and c.opted_in_at <= f.opened_at
      order by c.opted_in_at
      limit 1
    ) c on true
    order by f.opened_at, f.id
  `;
}

export interface AdministratorRow extends NamedAdministratorGrant {
  readonly displayName: string;
}

/** All live Administrator grants of a license ID (internal id). @source A1 */
export async function selectAdministratorGrants(
  q: Queryable,
  { organizationId, licenseId }: Omit<Pair, 'vlUserId'>,
  at: Date,
): Promise<AdministratorRow[]> {
  const { rows } = await sql<{
    id: number;
    vl_user_id: string;
    display_name: string;
    starts_at: Date;
    ends_at: Date | null;
    awaits: GrantWait | null;
    registered: boolean;
    present: boolean;
  }>`
    select g.id, g.vl_user_id, u.display_name, g.starts_at, g.ends_at, g.awaits,
      u.registered_at is not null as registered, not (u.absences @> ${at}::timestamptz) as present
    from role_grant g
    cross join lateral (
      select * from vl_user u where u.organization_id = g.organization_id and u.id = g.vl_user_id offset 0
    ) u
    where g.organization_id = ${organizationId} and g.license_id = ${licenseId} and g.role = 'administrator'
      and g.closed_by is null
  `.execute(q);
  return rows.map((row) => ({
    grantId: String(row.id),
    licenseId,
    userKey: row.vl_user_id,
    displayName: row.display_name,
    period: { startsAt: row.starts_at, endsAt: row.ends_at },
    awaits: row.awaits,
    holder: { registered: row.registered, present: row.present },
  }));
}
