import type { Role } from '@muniment/domain/roles.ts';
import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import type { Viewer } from './viewer.ts';

/** One role that a VL user holds on a license ID which the viewer administers. */
export interface GrantOfPerson {
  readonly vlUserId: string;
  readonly licenseId: string;
  /** The agreement of the license ID. */
  readonly agreementNumber: string | null;
  readonly role: Role;
  readonly inherited: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

/** What many VL users hold, as a viewer sees it, by person and license ID. @source M4, R9, R10 */
export async function selectGrantsOfPeople(
  q: Queryable,
  viewer: Viewer,
  vlUserIds: readonly string[],
): Promise<GrantOfPerson[]> {
  const { rows } = await sql<GrantOfPerson>`
    select s.vl_user_id as "vlUserId", l.license_id as "licenseId", a.number as "agreementNumber", s.role,
      s.origin_agreement_id is not null as inherited, s.starts_at as "startsAt", s.ends_at as "endsAt"
    from unnest(${vlUserIds}::uuid[]) as person (id)
    cross join lateral assignment_of_person_seen_by(${viewer.organizationId}, ${viewer.vlUserId}, person.id) s
    join license l on l.organization_id = ${viewer.organizationId} and l.id = s.license_id
    left join agreement a on a.organization_id = l.organization_id and a.id = l.agreement_id
    order by s.vl_user_id, l.license_id, s.role
  `.execute(q);
  return rows;
}
