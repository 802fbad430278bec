import type { Preferences } from '@muniment/contract/preferences.ts';
import type { Role } from '@muniment/domain/roles.ts';
import type { VlUserStatus } from '@muniment/domain/vl-user-status.ts';
import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';

/** All that a VL user holds or waits for, by license ID: a person always sees the roles they hold. @source I2, R9 */
export async function selectHeldRoles(
  q: Queryable,
  organizationId: string,
  vlUserId: string,
): Promise<Preferences['roles']> {
  const { rows } = await sql<{
    licenseId: string;
    name: string;
    role: Role;
    agreementNumber: string | null;
    starts_at: Date;
    ends_at: Date | null;
    standing: VlUserStatus;
  }>`
    select l.license_id as "licenseId", l.name, g.role, a.number as "agreementNumber", g.starts_at, g.ends_at, g.standing
    from open_assignment g
    join license l on l.organization_id = g.organization_id and l.id = g.license_id
    left join agreement a on a.organization_id = g.organization_id and a.id = g.origin_agreement_id
    where g.organization_id = ${organizationId} and g.vl_user_id = ${vlUserId}
    order by l.license_id, g.role, a.number nulls first
  `.execute(q);
  return [...Map.groupBy(rows, (row) => row.licenseId)].map(([licenseId, held]) => ({
    licenseId,
    name: held[0]?.name ?? '',
    roles: held.map((row) => ({
      role: row.role,
      origin: row.agreementNumber === null ? ('assigned' as const) : ('inherited' as const),
      agreementNumber: row.agreementNumber,
      startsAt: row.starts_at.toISOString(),
      endsAt: row.ends_at?.toISOString() ?? null,
      status: row.standing,
    })),
  }));
}
