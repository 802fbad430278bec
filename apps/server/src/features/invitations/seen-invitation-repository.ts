import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import type { Viewer } from '../vl-users/viewer.ts';
import { type InvitationRow, type StoredInvitation, toInvitation } from './invitation-repository.ts';

/** Open invitations of VL users that cover a license ID which the viewer administers, in the order of their ids. */
export async function selectOpenSeenBy(
  q: Queryable,
  viewer: Viewer,
  vlUserIds: readonly string[],
): Promise<StoredInvitation[]> {
  const { rows } = await sql<InvitationRow>`
    select i.*
    from unnest(${vlUserIds}::uuid[]) as person (id)
    cross join lateral open_invitation_seen_by(${viewer.organizationId}, ${viewer.vlUserId}, person.id) i
    order by i.id
  `.execute(q);
  return rows.map(toInvitation);
}

/** The license IDs, as people call them, that contact invitations ask to administer, by internal id. */
export async function selectLicenseNumbers(
  q: Queryable,
  organizationId: string,
  licenseIds: readonly string[],
): Promise<Map<string, string>> {
  if (licenseIds.length === 0) return new Map();
  const rows = await q
    .selectFrom('license')
    .select(['id', 'license_id as number'])
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`id = any(${licenseIds}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}
