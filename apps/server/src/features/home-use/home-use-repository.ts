import type { BenefitColumn, BenefitSort } from '@muniment/contract/home-use.ts';
import type { HomeUseState } from '@muniment/domain/home-use.ts';
import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import { containing } from '../../database/like-pattern.ts';
import { openingRoles } from '../../database/opening-roles.ts';
import { collated, pageOrder, type SortColumn } from '../../database/page-order.ts';
import type { Viewer } from '../vl-users/viewer.ts';

export interface BenefitRow {
  readonly id: string;
  readonly licenseId: string;
  readonly name: string;
  readonly endDate: string;
  readonly state: HomeUseState;
  readonly total: number;
  readonly used: number;
}

export interface BenefitFilter {
  /** As people call it. */
  readonly licenseId?: string | undefined;
  readonly q?: string | undefined;
  readonly state?: HomeUseState | undefined;
}

/** As homeUseState of the domain decides it. */
const STATE = sql`
  case
    when p.license_id is null then 'terms-open'
    when p.sealed_access_code is not null then 'active'
    when p.deactivated_at is not null then 'inactive'
    else 'in-set-up'
  end
`;
/** A contract counts to its last day, and no longer from the day on which it was terminated. */
const IS_OVER = sql`coalesce(l.end_date < today.day or l.terminated_on <= today.day, false)`;
const TODAY = sql`(select (now() at time zone 'utc')::date as day) as today`;
const TOTAL = sql`coalesce(e.total, 0)`;
const USED = sql`coalesce(e.used, 0)`;

const COLUMNS: Readonly<Record<BenefitColumn, SortColumn>> = {
  licenseId: { by: sql`l.license_id`, type: 'text' },
  name: { by: collated(sql`l.name`), type: 'text' },
  state: { by: STATE, type: 'text' },
  total: { by: TOTAL, type: 'numeric' },
  used: { by: USED, type: 'numeric' },
  endDate: { by: sql`l.end_date`, type: 'date' },
};

/** A license ID without a grant is listed where a program was begun on it. */
function matching({ organizationId, vlUserId }: Viewer, filter: BenefitFilter) {
  const pattern = filter.q?.trim() ? containing(filter.q.trim()) : null;
  return sql`
    from license l
    left join home_use_entitlement e on e.organization_id = l.organization_id and e.license_id = l.id
    left join home_use_program p on p.organization_id = l.organization_id and p.license_id = l.id
    where l.organization_id = ${organizationId}
      and l.id in (
        select o.license_id
        from license_opened_to(${organizationId}, ${vlUserId}, ${openingRoles('benefit:manage')}) o
      )
      and (e.total > 0 or p.license_id is not null)
      and (${filter.licenseId ?? null}::text is null or l.license_id = ${filter.licenseId ?? null})
      and (${filter.state ?? null}::text is null or ${STATE} = ${filter.state ?? null})
      and (${pattern}::text is null or l.license_id ilike ${pattern} or l.name ilike ${pattern})
  `;
}

/** A page of programs, and how many match in all. @source W8, R10 */
export async function selectBenefitPage(
  q: Queryable,
  viewer: Viewer,
  filter: BenefitFilter,
  page: { readonly sort: BenefitSort; readonly limit: number; readonly cursor: string | undefined },
): Promise<{ rows: BenefitRow[]; nextCursor: string | null; total: number }> {
  const order = pageOrder(COLUMNS, sql`l.id`, page.sort, page.cursor);
  const { rows } = await sql<BenefitRow & { sortValue: string }>`
    select l.id, l.license_id as "licenseId", l.name, l.end_date as "endDate", ${STATE} as state,
      ${TOTAL} as total, ${USED} as used, ${order.value} as "sortValue"
    ${matching(viewer, filter)} and ${order.isAfter}
    order by ${order.order}
    limit ${page.limit + 1}
  `.execute(q);
  const counted = await sql<{ total: number }>`select count(*) as total ${matching(viewer, filter)}`.execute(
    q,
  );
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    rows: shown,
    nextCursor: rows.length > page.limit && last !== undefined ? order.cursorAfter(last) : null,
    total: counted.rows[0]?.total ?? 0,
  };
}

/** All that is known of the program of one license ID. */
export interface ProgramRow extends Omit<BenefitRow, 'state'> {
  readonly isContractOver: boolean;
  /** null: the terms were never accepted; then nothing of what follows is known. */
  readonly version: number | null;
  readonly termsVersion: string | null;
  readonly termsAcceptedAt: Date | null;
  readonly termsAcceptedBy: string | null;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly domains: readonly string[];
  readonly sealedAccessCode: string | null;
  readonly deactivatedAt: Date | null;
}

/**
 * The program of a license ID, through somebody's eyes: who accepted the terms manages benefits there, and may well
 * administer it, so only administrators are told, and whoever it was.
 *
 * @param id Internal.
 * @source A9
 */
export async function selectProgram(
  q: Queryable,
  { organizationId, vlUserId }: Viewer,
  id: string,
): Promise<ProgramRow> {
  const { rows } = await sql<ProgramRow>`
    select l.id, l.license_id as "licenseId", l.name, l.end_date as "endDate",
      ${TOTAL} as total, ${USED} as used,
      ${IS_OVER} as "isContractOver",
      p.version, p.terms_version as "termsVersion", p.terms_accepted_at as "termsAcceptedAt",
      u.display_name as "termsAcceptedBy", p.contact_name as "contactName", p.contact_email as "contactEmail",
      coalesce(p.domains, '{}') as domains, p.sealed_access_code as "sealedAccessCode",
      p.deactivated_at as "deactivatedAt"
    from license l
    cross join ${TODAY}
    left join home_use_entitlement e on e.organization_id = l.organization_id and e.license_id = l.id
    left join home_use_program p on p.organization_id = l.organization_id and p.license_id = l.id
    left join vl_user u on u.organization_id = p.organization_id and u.id = p.terms_accepted_by and (
      u.id = ${vlUserId} or exists (
        select from effective_role r
        where r.organization_id = l.organization_id and r.license_id = l.id and r.vl_user_id = ${vlUserId}
          and r.role = 'administrator'
      )
    )
    where l.organization_id = ${organizationId} and l.id = ${id}
  `.execute(q);
  const row = rows[0];
  if (row === undefined) throw new Error('A license ID that was found is gone');
  return row;
}

/** Locks a license ID (internal id) to the end of the transaction: its program may have no row to lock yet. */
export async function lockLicense(trx: Trx, organizationId: string, id: string): Promise<void> {
  await sql`
    select from license where organization_id = ${organizationId} and id = ${id} for no key update
  `.execute(trx);
}

/** Notes who accepted which terms; with the first ones the program begins. */
export async function upsertTerms(
  trx: Trx,
  organizationId: string,
  id: string,
  terms: { readonly version: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into home_use_program (organization_id, license_id, terms_version, terms_accepted_at, terms_accepted_by)
    values (${organizationId}, ${id}, ${terms.version}, ${terms.at}, ${terms.by})
    on conflict (organization_id, license_id) do update
    set terms_version = excluded.terms_version, terms_accepted_at = excluded.terms_accepted_at,
      terms_accepted_by = excluded.terms_accepted_by, version = home_use_program.version + 1
  `.execute(trx);
}

export interface ProgramChange {
  readonly contact_name?: string;
  readonly contact_email?: string;
  readonly domains?: string[];
  readonly sealed_access_code?: string | null;
  readonly access_code_hash?: Buffer | null;
  readonly code_made_at?: Date | null;
  readonly deactivated_at?: Date | null;
}

export async function updateProgram(
  trx: Trx,
  organizationId: string,
  id: string,
  change: ProgramChange,
): Promise<void> {
  await trx
    .updateTable('home_use_program')
    .set({ ...change, version: sql`version + 1` })
    .where('organization_id', '=', organizationId)
    .where('license_id', '=', id)
    .execute();
}

/** The program that an access code belongs to; null where none has it. */
export async function selectProgramByCode(
  q: Queryable,
  accessCodeHash: Buffer,
): Promise<{ domains: string[]; isContractOver: boolean } | null> {
  const { rows } = await sql<{ domains: string[]; isContractOver: boolean }>`
    select p.domains, ${IS_OVER} as "isContractOver"
    from home_use_program p
    join license l on l.organization_id = p.organization_id and l.id = p.license_id
    cross join ${TODAY}
    where p.access_code_hash = ${accessCodeHash}
  `.execute(q);
  return rows[0] ?? null;
}
