import type { Role } from '@muniment/domain/roles.ts';
import { VL_USER_STATUSES, type VlUserStatus } from '@muniment/domain/vl-user-status.ts';
import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import { assignmentsOfPersonSeen } from './seen-repository.ts';
import type { Viewer } from './viewer.ts';

/** One role of one person on one license ID, with all that stands in its row of the export. */
export interface ExportedGrant {
  readonly displayName: string;
  readonly status: VlUserStatus;
  readonly signInEmail: string;
  readonly businessEmail: string;
  readonly licenseId: string;
  readonly licenseName: string;
  readonly agreementNumber: string | null;
  readonly role: Role;
  readonly inherited: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

/**
 * What these people hold, as a viewer sees it, now or at a past moment: person by person as they are given, by license
 * ID and role.
 *
 * One look-up a person ('offset 0' keeps it so): planned by statistics that are not there yet, it read the whole
 * organization for each piece of a file.
 */
export async function selectExported(
  q: Queryable,
  viewer: Viewer,
  vlUserIds: readonly string[],
  at?: Date,
): Promise<ExportedGrant[]> {
  const { rows } = await sql<ExportedGrant & { status_rank: number }>`
    select u.display_name as "displayName", u.sign_in_email as "signInEmail", u.business_email as "businessEmail",
      l.license_id as "licenseId", l.name as "licenseName", a.number as "agreementNumber", s.role,
      s.origin_agreement_id is not null as inherited, s.starts_at as "startsAt", s.ends_at as "endsAt",
      min(array_position(${[...VL_USER_STATUSES]}::text[], s.standing)) over (partition by person.id) as status_rank
    from unnest(${vlUserIds}::uuid[]) with ordinality as person (id, position)
    cross join lateral (
      select * from ${assignmentsOfPersonSeen(viewer, sql`person.id`, at)} offset 0
    ) s
    join vl_user u on u.organization_id = ${viewer.organizationId} and u.id = person.id
    join license l on l.organization_id = ${viewer.organizationId} and l.id = s.license_id
    left join agreement a on a.organization_id = l.organization_id and a.id = l.agreement_id
    order by person.position, l.license_id, s.role, inherited
  `.execute(q);
  return rows.map(({ status_rank, ...row }) => ({
    ...row,
    status: VL_USER_STATUSES[status_rank - 1] as VlUserStatus,
  }));
}
