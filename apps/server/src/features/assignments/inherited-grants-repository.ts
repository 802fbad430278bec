import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import { noteLicenses } from './assignment-repository.ts';
import type { RecordedChange } from './grant-service.ts';

interface Inheritance {
  readonly vlUserId: string;
  readonly agreementId: string;
}

/** License IDs (internal ids) on which somebody holds something inherited from an agreement. */
export async function selectInheritedOn(
  q: Queryable,
  organizationId: string,
  { vlUserId, agreementId }: Inheritance,
): Promise<string[]> {
  const rows = await q
    .selectFrom('role_grant')
    .select('license_id')
    .distinct()
    .where('organization_id', '=', organizationId)
    .where('vl_user_id', '=', vlUserId)
    .where('origin_agreement_id', '=', agreementId)
    .where('closed_by', 'is', null)
    .execute();
  return rows.map((row) => row.license_id);
}

/**
 * Closes assigned grants that would stand in the way of one without an end: ended, dated or still waiting.
 *
 * @returns License IDs (internal ids) of those that waited for a contact invitation.
 */
export async function closeOutlived(
  trx: Trx,
  organizationId: string,
  { vlUserId, agreementId }: Inheritance,
  change: RecordedChange,
): Promise<string[]> {
  const { rows } = await sql<{ license_id: string; awaits: string | null }>`
    update role_grant a set closed_by = ${change.id}, closed_at = ${change.at}
    from role_grant i
    where i.organization_id = ${organizationId} and i.vl_user_id = ${vlUserId}
      and i.origin_agreement_id = ${agreementId} and i.closed_by is null
      and a.organization_id = i.organization_id and a.license_id = i.license_id and a.vl_user_id = i.vl_user_id
      and a.role = i.role and a.origin_agreement_id is null and a.closed_by is null
      and (a.ends_at is not null or a.effective_from is null or a.effective_from > ${change.at})
    returning a.license_id, a.awaits
  `.execute(trx);
  return rows.flatMap((row) => (row.awaits === 'contact-registration' ? [row.license_id] : []));
}

/** Closes inherited grants and opens the same as assigned, at the same instant. @returns The license IDs concerned. */
export async function reassignInherited(
  trx: Trx,
  organizationId: string,
  { vlUserId, agreementId }: Inheritance,
  change: RecordedChange,
): Promise<string[]> {
  const { rows } = await sql<{ license_id: string }>`
    with closed as (
      update role_grant set closed_by = ${change.id}, closed_at = ${change.at}
      where organization_id = ${organizationId} and vl_user_id = ${vlUserId}
        and origin_agreement_id = ${agreementId} and closed_by is null
      returning license_id, vl_user_id, role, starts_at, ends_at, awaits, provisioning_id, ready_at
    ), opened as (
      insert into role_grant (
        organization_id, license_id, vl_user_id, role, starts_at, ends_at, opened_at, opened_by, awaits,
        provisioning_id, ready_at
      )
      select ${organizationId}::uuid, c.license_id, c.vl_user_id, c.role, c.starts_at, c.ends_at,
        ${change.at}::timestamptz, ${change.id}::uuid, c.awaits, c.provisioning_id,
        case when c.ready_at is not null then ${change.at}::timestamptz end
      from closed c
      where not exists (
        select from role_grant a
        where a.organization_id = ${organizationId} and a.license_id = c.license_id and a.vl_user_id = c.vl_user_id
          and a.role = c.role and a.origin_agreement_id is null and a.closed_by is null
      )
    )
    select license_id from closed
  `.execute(trx);
  const licenseIds = [...new Set(rows.map((row) => row.license_id))];
  await noteLicenses(trx, organizationId, licenseIds, change);
  return licenseIds;
}
