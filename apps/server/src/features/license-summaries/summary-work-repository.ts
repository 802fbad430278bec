import type { Entitlement, SummaryRow } from '@muniment/domain/license-summary.ts';
import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';

/** Which summary, and which of its attempts: one that was taken over changes nothing any more. */
export interface SummaryAttempt {
  readonly organizationId: string;
  readonly summaryId: string;
  readonly attempt: number;
  readonly asOf: string;
}

/** Takes a summary that is due, for so long that nobody else does; null where there is nothing to do. */
export async function claimSummary(
  q: Queryable,
  organizationId: string,
  summaryId: string,
  leaseSeconds: number,
): Promise<SummaryAttempt | null> {
  const { rows } = await sql<{ attempt: number; asOf: string }>`
    update license_summary
    set state = 'running', attempts = attempts + 1,
      run_after = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    where organization_id = ${organizationId} and id = ${summaryId}
      and ended_at is null and run_after <= clock_timestamp()
    returning attempts as attempt, as_of as "asOf"
  `.execute(q);
  const [row] = rows;
  return row === undefined ? null : { organizationId, summaryId, ...row };
}

/** Goes on holding a summary; false where somebody else has it, or it was canceled. */
export async function holdSummary(trx: Trx, of: SummaryAttempt, leaseSeconds: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update license_summary set run_after = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    where ${isHeld(of)}
  `.execute(trx);
  return numAffectedRows === 1n;
}

/** License IDs of a summary that are not added up yet. @returns Internal ids. */
export async function selectUndoneLicenses(
  trx: Trx,
  { organizationId, summaryId }: SummaryAttempt,
  limit: number,
): Promise<string[]> {
  const rows = await trx
    .selectFrom('license_summary_license')
    .select('license_id')
    .where('organization_id', '=', organizationId)
    .where('summary_id', '=', summaryId)
    .where('is_done', '=', false)
    .orderBy('license_id')
    .limit(limit)
    .execute();
  return rows.map(({ license_id }) => license_id);
}

/** All entitlements of license IDs, by internal id of the license ID. */
export async function selectEntitlements(
  trx: Trx,
  organizationId: string,
  licenseIds: readonly string[],
): Promise<Map<string, Entitlement[]>> {
  const { rows } = await sql<Entitlement & { licenseId: string }>`
    select e.license_id as "licenseId", p.family, p.version, p.pool, e.type, e.is_granted as granted, e.quantity,
      e.software_assurance_quantity as "softwareAssuranceQuantity", e.effective_from as "effectiveFrom",
      e.effective_to as "effectiveTo", e.software_assurance_to as "softwareAssuranceTo"
    from entitlement e
    join product p on p.id = e.product_id
    where e.organization_id = ${organizationId} and e.license_id = any(${licenseIds}::uuid[])
  `.execute(trx);
  return Map.groupBy(rows, ({ licenseId }) => licenseId);
}

/** Keeps what license IDs add to a summary, and that they are done. */
export async function saveDoneLicenses(
  trx: Trx,
  of: SummaryAttempt,
  licenseIds: readonly string[],
  rows: readonly (SummaryRow & { readonly licenseId: string })[],
): Promise<void> {
  const { organizationId, summaryId } = of;
  await sql`
    insert into license_summary_row (
      organization_id, summary_id, license_id, family, version, pool, type, is_granted, effective_quantity,
      active_software_assurance_quantity
    )
    select ${organizationId}::uuid, ${summaryId}::uuid, r.* from unnest(
      ${rows.map((row) => row.licenseId)}::uuid[],
      ${rows.map((row) => row.family)}::text[],
      ${rows.map((row) => row.version)}::text[],
      ${rows.map((row) => row.pool)}::text[],
      ${rows.map((row) => row.type)}::text[],
      ${rows.map((row) => row.granted)}::boolean[],
      ${rows.map((row) => row.effectiveQuantity)}::bigint[],
      ${rows.map((row) => row.activeSoftwareAssuranceQuantity)}::bigint[]
    ) r
  `.execute(trx);
  await sql`
    update license_summary_license set is_done = true
    where organization_id = ${organizationId} and summary_id = ${summaryId}
      and license_id = any(${licenseIds}::uuid[])
  `.execute(trx);
  await sql`
    update license_summary set done_count = done_count + ${licenseIds.length} where ${isHeld(of)}
  `.execute(trx);
}

export async function endSummary(
  q: Queryable,
  of: SummaryAttempt,
  end: { readonly state: 'done' | 'failed'; readonly reason: 'gave-up' | null },
): Promise<void> {
  await sql`
    update license_summary set state = ${end.state}, reason = ${end.reason}, ended_at = clock_timestamp()
    where ${isHeld(of)}
  `.execute(q);
}

/** Lets go of a summary, to be taken again. @returns When; null where it is not held any more. */
export async function releaseSummary(
  q: Queryable,
  of: SummaryAttempt,
  again: { readonly afterSeconds: number; readonly isCounted: boolean },
): Promise<Date | null> {
  const { rows } = await sql<{ runAfter: Date }>`
    update license_summary
    set state = 'waiting', attempts = attempts - ${again.isCounted ? 0 : 1},
      run_after = clock_timestamp() + make_interval(secs => ${again.afterSeconds})
    where ${isHeld(of)}
    returning run_after as "runAfter"
  `.execute(q);
  return rows[0]?.runAfter ?? null;
}

/** Summaries that are due and that nobody has: of a process that ended, or whose job was lost. */
export async function findForgottenSummaries(
  q: Queryable,
  overdueSeconds: number,
  limit: number,
): Promise<{ organizationId: string; summaryId: string; runAfter: Date }[]> {
  const { rows } = await sql<{ organizationId: string; summaryId: string; runAfter: Date }>`
    select organization_id as "organizationId", id as "summaryId", run_after as "runAfter"
    from license_summary
    where ended_at is null and run_after <= clock_timestamp() - make_interval(secs => ${overdueSeconds})
    order by run_after
    limit ${limit}
  `.execute(q);
  return rows;
}

/** Removes summaries of long ago with all that belongs to them. */
export async function deleteOldSummaries(q: Queryable, days: number): Promise<void> {
  await sql`
    delete from license_summary where created_at < now() - make_interval(days => ${days})
  `.execute(q);
}

function isHeld({ organizationId, summaryId, attempt }: SummaryAttempt) {
  return sql<boolean>`organization_id = ${organizationId} and id = ${summaryId} and state = 'running' and attempts = ${attempt}`;
}
