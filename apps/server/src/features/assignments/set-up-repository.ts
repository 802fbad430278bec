import { sql } from 'kysely';
import type { Trx } from '../../database/connect.ts';
import type { Author } from '../ledger/ledger-service.ts';

export interface NewSetUp {
  readonly changeId: string;
  /** Internal. */
  readonly licenseId: string;
  readonly vlUserId: string;
}

/** Records set-ups of license IDs, each as a change of its own, and names their contact administrators. */
export async function insertSetUps(
  trx: Trx,
  organizationId: string,
  author: Author,
  at: Date,
  setUps: readonly NewSetUp[],
): Promise<void> {
  await sql`
    with set_up as materialized (
      select * from unnest(
        ${setUps.map(({ changeId }) => changeId)}::uuid[],
        ${setUps.map(({ licenseId }) => licenseId)}::uuid[],
        ${setUps.map(({ vlUserId }) => vlUserId)}::uuid[]
      ) as s (change_id, license_id, vl_user_id)
    ), changed as (
      insert into assignment_change (organization_id, id, at, kind, actor_kind, actor_id, actor_name)
      select ${organizationId}::uuid, change_id, ${at}::timestamptz, 'set-up', ${author.kind}, ${author.id}::uuid,
        ${author.name}
      from set_up
    ), opened as (
      insert into role_grant (
        organization_id, license_id, vl_user_id, role, starts_at, opened_at, opened_by, awaits
      )
      select ${organizationId}::uuid, license_id, vl_user_id, 'administrator', ${at}::timestamptz, ${at}::timestamptz,
        change_id, 'contact-registration'
      from set_up
    )
    insert into assignment_change_license (organization_id, license_id, at, change_id, only_invoice_reader)
    select ${organizationId}::uuid, license_id, ${at}::timestamptz, change_id, false
    from set_up
  `.execute(trx);
}
