import { type RawBuilder, sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import type { Viewer } from '../vl-users/viewer.ts';

/** When changes that a viewer sees happened: the last before a moment, and the first after it. */
export async function selectNearestChanges(
  q: Queryable,
  viewer: Viewer,
  at: Date,
): Promise<{ readonly before: Date | null; readonly after: Date | null }> {
  const { rows } = await sql<{ before: Date | null; after: Date | null }>`
    select
      (${nearest(viewer, sql`t.at < ${at}`, sql`desc`)}) as before,
      (${nearest(viewer, sql`t.at > ${at}`, sql`asc`)}) as after
  `.execute(q);
  return rows[0] ?? { before: null, after: null };
}

/** One look-up by index for each administered license ID, however many changes there are. */
function nearest(viewer: Viewer, beyond: RawBuilder<unknown>, direction: RawBuilder<unknown>) {
  return sql`
    select one.at
    from license_administered_by(${viewer.organizationId}, ${viewer.vlUserId}) a
    cross join lateral (
      select t.at from assignment_change_license t
      where t.organization_id = ${viewer.organizationId} and t.license_id = a.license_id and ${beyond}
        and (not t.only_invoice_reader or is_bill_to(t.organization_id, ${viewer.vlUserId}, t.license_id))
      order by t.at ${direction}
      limit 1
    ) one
    order by one.at ${direction}
    limit 1
  `;
}
