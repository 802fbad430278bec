import type { Role } from '@muniment/domain/roles.ts';
import type { VlUserStatus } from '@muniment/domain/vl-user-status.ts';
import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import { assignmentsOfPersonSeen } from './seen-repository.ts';
import type { Viewer } from './viewer.ts';

/** The state of VL users as a viewer sees it: the tag changes whenever anything of that does. */
export async function selectVersions(
  q: Queryable,
  viewer: Viewer,
  vlUserIds: readonly string[],
): Promise<Map<string, { etag: string; displayName: string; isSeen: boolean }>> {
  const { rows } = await sql<{ id: string; display_name: string; version: string; is_seen: boolean }>`
    select u.id, u.display_name, md5(concat_ws(E'\\n',
      u.display_name, u.business_email, u.sign_in_email_key,
      (select string_agg(s.grant_id || s.standing, ',' order by s.grant_id)
        from assignment_of_person_seen_by(${viewer.organizationId}, ${viewer.vlUserId}, u.id) s),
      (select string_agg(i.id::text || i.generation || i.last_sent_at, ',' order by i.id)
        from open_invitation_seen_by(${viewer.organizationId}, ${viewer.vlUserId}, u.id) i)
    )) as version,
      exists (
        select from assignment_of_person_seen_by(${viewer.organizationId}, ${viewer.vlUserId}, u.id)
      ) as is_seen
    from vl_user u
    where u.organization_id = ${viewer.organizationId} and u.id = any(${vlUserIds}::uuid[])
  `.execute(q);
  return new Map(
    rows.map((row) => [
      row.id,
      { etag: `"${row.version}"`, displayName: row.display_name, isSeen: row.is_seen },
    ]),
  );
}

export interface SeenGrant {
  readonly licenseId: string;
  readonly name: string;
  readonly agreementNumber: string | null;
  readonly agreementName: string | null;
  readonly reachable: number;
  readonly pending: number;
  readonly billTo: boolean;
  readonly role: Role;
  readonly inherited: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly status: VlUserStatus;
}

/**
 * What one VL user holds, as a viewer sees it, by license ID.
 *
 * @param at As it was recorded by a past moment; left out: now.
 * @source M4, B4
 */
export async function selectSeenGrants(
  q: Queryable,
  viewer: Viewer,
  vlUserId: string,
  at?: Date,
): Promise<SeenGrant[]> {
  const { rows } = await sql<SeenGrant>`
    with mine as materialized (
      select * from ${assignmentsOfPersonSeen(viewer, sql`${vlUserId}::uuid`, at)}
    )
    select l.license_id as "licenseId", l.name, a.number as "agreementNumber", a.name as "agreementName", c.reachable, c.pending,
      is_bill_to(l.organization_id, ${viewer.vlUserId}, l.id) as "billTo",
      s.role, s.origin_agreement_id is not null as inherited, s.starts_at as "startsAt", s.ends_at as "endsAt",
      s.standing as status
    from mine s
    join license l on l.organization_id = ${viewer.organizationId} and l.id = s.license_id
    left join agreement a on a.organization_id = l.organization_id and a.id = l.agreement_id
    cross join lateral ${
      at === undefined
        ? sql`administrator_count(l.organization_id, l.id)`
        : sql`administrator_count_at(l.organization_id, l.id, ${at})`
    } c
    order by l.license_id, s.role
  `.execute(q);
  return rows;
}

/** Whether something that a viewer sees of a VL user waits for downstream systems. @source M8 */
export async function selectIsInProgress(q: Queryable, viewer: Viewer, vlUserId: string): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (
      select from assignment_of_person_seen_by(${viewer.organizationId}, ${viewer.vlUserId}, ${vlUserId}) s
      where s.standing = 'assignment-in-progress'
    ) as waits
  `.execute(q);
  return rows[0]?.waits ?? false;
}

/** The license IDs (internal ids) on which a viewer sees a VL user hold something. */
export async function selectSeenLicenseIds(
  q: Queryable,
  viewer: Viewer,
  vlUserId: string,
): Promise<string[]> {
  const { rows } = await sql<{ license_id: string }>`
    select distinct s.license_id
    from assignment_of_person_seen_by(${viewer.organizationId}, ${viewer.vlUserId}, ${vlUserId}) s
  `.execute(q);
  return rows.map((row) => row.license_id);
}
