import type { GrantOpening } from '@muniment/domain/assignment-decision.ts';
import type { GrantWait, LiveGrant, UserFacts } from '@muniment/domain/assignment-facts.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { type Insertable, sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import type { AssignmentChangeTable } from '../../database/schema.ts';

export interface KnownLicense {
  readonly id: string;
  readonly licenseId: string;
  readonly name: string;
}

/** License IDs of an organization by what people call them. */
export async function selectLicenses(
  q: Queryable,
  organizationId: string,
  licenseIds: readonly string[],
): Promise<KnownLicense[]> {
  return q
    .selectFrom('license')
    .select(['id', 'license_id as licenseId', 'name'])
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`license_id = any(${licenseIds})`)
    .execute();
}

/** License IDs of an organization by their internal ids. */
export async function selectLicensesById(
  q: Queryable,
  organizationId: string,
  ids: readonly string[],
): Promise<KnownLicense[]> {
  return q
    .selectFrom('license')
    .select(['id', 'license_id as licenseId', 'name'])
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
}

/** Locks license IDs (internal ids) in their order, to the end of the transaction. */
export async function lockLicenses(trx: Trx, organizationId: string, ids: readonly string[]): Promise<void> {
  await sql`
    select id from license where organization_id = ${organizationId} and id = any(${ids}::uuid[])
    order by id for no key update
  `.execute(trx);
}

/** Of these license IDs (internal ids), those on which a VL user is effective administrator now. */
export async function selectAdministered(
  q: Queryable,
  organizationId: string,
  vlUserId: string,
  licenseIds: readonly string[],
): Promise<Set<string>> {
  const rows = await q
    .selectFrom('effective_role')
    .select('license_id')
    .where('organization_id', '=', organizationId)
    .where('vl_user_id', '=', vlUserId)
    .where('role', '=', 'administrator')
    .where(sql<boolean>`license_id = any(${licenseIds}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => row.license_id));
}

/** Locks VL users, then their open invitations, each in the order of their ids. */
export async function lockPeople(
  trx: Trx,
  organizationId: string,
  vlUserIds: readonly string[],
): Promise<void> {
  await sql`
    select id from vl_user
    where organization_id = ${organizationId} and id = any(${vlUserIds}::uuid[])
    order by id for no key update
  `.execute(trx);
  await sql`
    select id from invitation
    where organization_id = ${organizationId} and vl_user_id = any(${vlUserIds}::uuid[]) and state = 'open'
    order by id for no key update
  `.execute(trx);
}

interface GrantRow {
  readonly id: number;
  readonly license_id: string;
  readonly vl_user_id: string;
  readonly role: Role;
  readonly origin_agreement_id: string | null;
  readonly starts_at: Date;
  readonly ends_at: Date | null;
  readonly awaits: GrantWait | null;
}

/**
 * Live grants that a decision needs: of these people on these license IDs, every Administrator grant on the
 * license IDs, and whatever else waits for those people who have not registered.
 *
 * One look-up a person and a license ID ('offset 0' keeps it so): planned by statistics that are not there yet, it read
 * the whole organization once for each person, and an import into a new database took seconds for each batch.
 */
export async function selectLiveGrants(
  q: Queryable,
  organizationId: string,
  licenseIds: readonly string[],
  vlUserIds: readonly string[],
): Promise<LiveGrant[]> {
  const { rows } = await sql<GrantRow>`
    with asked_license as materialized (select unnest(${licenseIds}::uuid[]) as id),
    person as materialized (
      select u.id, u.registered_at is null as pending
      from vl_user u
      where u.organization_id = ${organizationId} and u.id = any(${vlUserIds}::uuid[])
    ),
    found as (
      select g.id from person p
      cross join lateral (
        select g.id from role_grant g
        where g.organization_id = ${organizationId} and g.vl_user_id = p.id and g.closed_by is null
          and (p.pending or g.license_id in (select id from asked_license))
        offset 0
      ) g
      union
      select g.id from asked_license l
      cross join lateral (
        select g.id from role_grant g
        where g.organization_id = ${organizationId} and g.license_id = l.id and g.role = 'administrator'
          and g.closed_by is null
        offset 0
      ) g
    )
    select g.id, g.license_id, g.vl_user_id, g.role, g.origin_agreement_id, g.starts_at, g.ends_at,
      case when g.awaits = 'provisioning' and p.state = 'failed' then 'assigning-again' else g.awaits end as awaits
    from found f
    cross join lateral (
      select * from role_grant g where g.organization_id = ${organizationId} and g.id = f.id offset 0
    ) g
    left join provisioning p on p.organization_id = g.organization_id and p.id = g.provisioning_id
    order by g.id
  `.execute(q);
  return rows.map((row) => ({
    grantId: String(row.id),
    licenseId: row.license_id,
    userKey: row.vl_user_id,
    role: row.role,
    origin: row.origin_agreement_id === null ? 'assigned' : 'inherited',
    period: { startsAt: row.starts_at, endsAt: row.ends_at },
    awaits: row.awaits,
  }));
}

/** Of these license IDs (internal ids), those on whose agreement a VL user is bill-to contact. @source R9 */
export async function selectBillTo(
  q: Queryable,
  organizationId: string,
  vlUserId: string,
  licenseIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select asked.id from unnest(${licenseIds}::uuid[]) as asked (id)
    where is_bill_to(${organizationId}, ${vlUserId}, asked.id)
  `.execute(q);
  return new Set(rows.map((row) => row.id));
}

/** Of these VL users, those of whom something that a viewer sees waits for downstream systems. @source M8 */
export async function selectInProgress(
  q: Queryable,
  organizationId: string,
  viewer: string,
  vlUserIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select person.id from unnest(${vlUserIds}::uuid[]) as person (id)
    where exists (
      select from role_grant g
      join provisioning p on p.organization_id = g.organization_id and p.id = g.provisioning_id
      where g.organization_id = ${organizationId} and g.vl_user_id = person.id and g.closed_by is null
        and g.awaits = 'provisioning' and p.state = 'waiting'
        and exists (
          select from assignment_of_person_seen_by(${organizationId}, ${viewer}, person.id) s where s.grant_id = g.id
        )
    )
  `.execute(q);
  return new Set(rows.map((row) => row.id));
}

/** What decides whether these people's grants count, and the invitation that waits for them. */
export async function selectUserFacts(
  q: Queryable,
  organizationId: string,
  vlUserIds: readonly string[],
  at: Date,
): Promise<Map<string, UserFacts>> {
  const { rows } = await sql<{ id: string; registered: boolean; present: boolean; expires_at: Date | null }>`
    select u.id, u.registered_at is not null as registered, not (u.absences @> ${at}::timestamptz) as present, i.expires_at
    from vl_user u
    left join invitation i on i.organization_id = u.organization_id and i.vl_user_id = u.id
      and i.state = 'open' and i.kind = 'assignment'
    where u.organization_id = ${organizationId} and u.id = any(${vlUserIds}::uuid[])
  `.execute(q);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        userKey: row.id,
        registered: row.registered,
        present: row.present,
        invitation: row.expires_at === null ? null : { expiresAt: row.expires_at },
      },
    ]),
  );
}

export type NewChange = Omit<Insertable<AssignmentChangeTable>, 'organization_id'>;

export async function insertChange(trx: Trx, organizationId: string, change: NewChange): Promise<void> {
  await trx
    .insertInto('assignment_change')
    .values({ organization_id: organizationId, ...change })
    .execute();
}

/**
 * Notes that a change touches license IDs (internal ids): whoever administers one of them may read of it, or, where it
 * touches nothing but Invoice Reader there, the bill-to contact alone (R9).
 */
export async function noteLicenses(
  trx: Trx,
  organizationId: string,
  licenseIds: readonly string[],
  change: { readonly id: string; readonly at: Date },
  roles: readonly (Role | null)[] = licenseIds.map(() => null),
): Promise<void> {
  if (licenseIds.length === 0) return;
  await sql`
    insert into assignment_change_license as noted (organization_id, license_id, at, change_id, only_invoice_reader)
    select ${organizationId}::uuid, touched.id, ${change.at}::timestamptz, ${change.id}::uuid,
      bool_and(touched.role is not distinct from 'invoice-reader')
    from unnest(${licenseIds}::uuid[], ${roles}::text[]) as touched (id, role)
    group by touched.id
    on conflict (organization_id, license_id, at, change_id)
    do update set only_invoice_reader = noted.only_invoice_reader and excluded.only_invoice_reader
  `.execute(trx);
}

/** Closes grants. */
export async function closeGrants(
  trx: Trx,
  organizationId: string,
  grantIds: readonly string[],
  change: { readonly id: string; readonly at: Date },
): Promise<void> {
  if (grantIds.length === 0) return;
  const { rows } = await sql<{ license_id: string; role: Role }>`
    update role_grant set closed_by = ${change.id}, closed_at = ${change.at}
    where organization_id = ${organizationId} and id = any(${grantIds}::bigint[])
    returning license_id, role
  `.execute(trx);
  await noteLicenses(
    trx,
    organizationId,
    rows.map((row) => row.license_id),
    change,
    rows.map((row) => row.role),
  );
}

/** A grant to open; `originAgreementId` where it is inherited. */
type OpenedGrant = GrantOpening & { readonly originAgreementId?: string };

/**
 * Opens grants.
 *
 * @param provisionings By VL user: what those of their grants wait for that wait for downstream systems. Where there is
 *   none, no system is registered any more, and they count at once.
 */
export async function openGrants(
  trx: Trx,
  organizationId: string,
  grants: readonly OpenedGrant[],
  change: { readonly id: string; readonly at: Date },
  provisionings: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  if (grants.length === 0) return;
  const provisioningOf = ({ awaits, userKey }: GrantOpening) =>
    awaits === 'provisioning' ? (provisionings.get(userKey) ?? null) : null;
  const awaited = (grant: GrantOpening) =>
    grant.awaits === 'provisioning' && provisioningOf(grant) === null ? null : grant.awaits;
  await sql`
    insert into role_grant (
      organization_id, license_id, vl_user_id, role, origin_agreement_id, starts_at, ends_at, opened_at, opened_by, awaits,
      provisioning_id, ready_at
    )
    select ${organizationId}::uuid, g.license_id, g.vl_user_id, g.role, g.origin_agreement_id, g.starts_at, g.ends_at,
      ${change.at}::timestamptz, ${change.id}::uuid, g.awaits, g.provisioning_id,
      case when g.awaits is null then ${change.at}::timestamptz end
    from unnest(
      ${grants.map((grant) => grant.licenseId)}::uuid[],
      ${grants.map((grant) => grant.userKey)}::uuid[],
      ${grants.map((grant) => grant.role)}::vl_role[],
      ${grants.map((grant) => grant.period.startsAt)}::timestamptz[],
      ${grants.map((grant) => grant.period.endsAt)}::timestamptz[],
      ${grants.map(awaited)}::text[],
      ${grants.map(provisioningOf)}::uuid[],
      ${grants.map(({ originAgreementId }) => originAgreementId ?? null)}::uuid[]
    ) as g (license_id, vl_user_id, role, starts_at, ends_at, awaits, provisioning_id, origin_agreement_id)
  `.execute(trx);
  await noteLicenses(
    trx,
    organizationId,
    grants.map((grant) => grant.licenseId),
    change,
    grants.map((grant) => grant.role),
  );
}
