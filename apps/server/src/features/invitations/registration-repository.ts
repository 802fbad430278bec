import type { Queryable } from '../../database/connect.ts';
import { findInvitation, type StoredInvitation } from './invitation-repository.ts';

/** The open assignment invitation of a VL user, if any. @source S9 */
export async function findAssignmentInvitation(
  q: Queryable,
  organizationId: string,
  vlUserId: string,
): Promise<StoredInvitation | null> {
  const row = await q
    .selectFrom('invitation')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('vl_user_id', '=', vlUserId)
    .where('kind', '=', 'assignment')
    .where('state', '=', 'open')
    .executeTakeFirst();
  return row === undefined ? null : findInvitation(q, row.id);
}
