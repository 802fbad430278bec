import type { LICENSE_STATUSES, LicenseSort } from '@muniment/contract/licenses.ts';
import { type Action, ROLES_ALLOWING } from '@muniment/domain/roles.ts';
import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import { containing } from '../../database/like-pattern.ts';
import { collated, pageOrder, type SortColumn } from '../../database/page-order.ts';
import type { Viewer } from '../vl-users/viewer.ts';

type LicenseStatus = (typeof LICENSE_STATUSES)[number];

/** By UTC, as everywhere; the session of the database may be in another time zone. */
const TODAY = sql`(now() at time zone 'utc')::date`;

export interface LicenseRow {
  readonly id: string;
  readonly licenseId: string;
  readonly name: string;
  readonly program: string;
  readonly parentProgram: string | null;
  readonly agreementNumber: string | null;
  readonly startDate: string;
  readonly endDate: string;
  readonly status: LicenseStatus;
  readonly city: string | null;
  readonly country: string;
  readonly organizationName: string;
  /** The viewer's own effective roles. */
  readonly roles: string;
  readonly reachable: number | null;
  readonly pending: number | null;
  readonly billTo: boolean;
}

export interface LicenseFilter {
  readonly action: Action;
  /** As people call it. */
  readonly licenseId?: string | undefined;
  readonly q?: string | undefined;
  readonly soleAdministrator?: boolean | undefined;
  readonly status?: readonly LicenseStatus[] | undefined;
  readonly program?: string | undefined;
  readonly parentProgram?: string | undefined;
  readonly sort?: LicenseSort | undefined;
}

type LicenseColumn = Exclude<LicenseSort, `-${string}`>;

const COLUMNS: Readonly<Record<LicenseColumn, SortColumn>> = {
  licenseId: { by: sql`m.license_id`, type: 'text' },
  name: { by: collated(sql`m.name`), type: 'text' },
  location: { by: collated(sql`coalesce(m.city, '') || ' ' || m.country`), type: 'text' },
  parentProgram: { by: collated(sql`coalesce(m.parent_program, '')`), type: 'text' },
  endDate: { by: sql`m.end_date`, type: 'date' },
  status: { by: sql`m.status`, type: 'text' },
};

/**
 * License IDs on which the viewer holds a role with the action, sorted (by license ID where nothing else is asked for),
 * and how many there are.
 *
 * @source R10, W1
 */
export async function selectLicensePage(
  q: Queryable,
  viewer: Viewer,
  filter: LicenseFilter,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ rows: LicenseRow[]; nextCursor: string | null; total: number }> {
  const sorted = pageOrder(COLUMNS, sql`m.id`, filter.sort ?? 'licenseId', page.cursor);
  const text = filter.q?.trim() ?? '';
  const pattern = text === '' ? null : containing(text.toLowerCase());
  // People write license IDs in groups, 7204 1183 or 7204-1183, whatever stands in them.
  const bare = text.replace(/[\s\p{Pd}]/gu, '').toUpperCase();
  const digits = bare === '' ? null : containing(bare);
  const { rows } = await sql<LicenseRow & { total: number; sortValue: string }>`
    with held as materialized (
      select e.license_id, array_agg(distinct e.role order by e.role) as roles
      from effective_role e
      where e.organization_id = ${viewer.organizationId} and e.vl_user_id = ${viewer.vlUserId}
      group by e.license_id
    ),
    open as materialized (
      select l.id, l.organization_id, l.license_id, l.name, l.program, l.parent_program, l.start_date, l.end_date,
        l.city, l.country, a.number as agreement_number, h.roles,
        case when l.terminated_on <= ${TODAY} then 'terminated'
          when l.end_date < ${TODAY} then 'expired'
          when l.end_date < ${TODAY} + 90 then 'expiring'
          else 'active' end as status
      from held h
      join license l on l.organization_id = ${viewer.organizationId} and l.id = h.license_id
      left join agreement a on a.organization_id = l.organization_id and a.id = l.agreement_id
      where h.roles && ${[...ROLES_ALLOWING[filter.action]]}::vl_role[]
    ),
    matching as materialized (
      select * from open l
      where (${filter.licenseId ?? null}::text is null or l.license_id = ${filter.licenseId ?? null})
        and (${filter.status ?? null}::text[] is null or l.status = any(${filter.status ?? null}::text[]))
        and (${filter.program ?? null}::text is null or l.program = ${filter.program ?? null})
        and (${filter.parentProgram ?? null}::text is null or l.parent_program = ${filter.parentProgram ?? null})
        and (${pattern}::text is null or lower(l.name collate "und-x-icu") like ${pattern}
          or lower(l.program collate "und-x-icu") like ${pattern} or lower(l.city collate "und-x-icu") like ${pattern}
          or replace(l.license_id, '-', '') like ${digits} or lower(l.agreement_number) like ${pattern})
        and (not ${filter.soleAdministrator ?? false} or ('administrator' = any(l.roles)
          and (select c.reachable from administrator_count(l.organization_id, l.id) c) = 1
          and exists (
            select from effective_role e
            where e.organization_id = l.organization_id and e.license_id = l.id
              and e.vl_user_id = ${viewer.vlUserId} and e.role = 'administrator' and e.ends_at is null
          )))
    ),
    counted as (select count(*)::int as total from matching)
    select c.total, m.id, m.license_id as "licenseId", m.name, m.program, m.parent_program as "parentProgram",
      m.agreement_number as "agreementNumber", m.start_date as "startDate", m.end_date as "endDate", m.status,
      m.city, m.country, o.name as "organizationName", m.roles, n.reachable, n.pending,
      is_bill_to(${viewer.organizationId}, ${viewer.vlUserId}, m.id) as "billTo", ${sorted.value} as "sortValue"
    from counted c
    left join lateral (
      select * from matching m where ${sorted.isAfter} order by ${sorted.order} limit ${page.limit + 1}
    ) m on true
    left join organization o on o.id = m.organization_id
    -- Not counted for others, so that no answer is slower where many administer (A9).
    left join lateral (
      select * from administrator_count(m.organization_id, m.id) where 'administrator' = any(m.roles)
    ) n on true
    order by ${sorted.order}
  `.execute(q);
  const found = rows.filter((row) => row.id !== null);
  const last = found.length > page.limit ? found[page.limit - 1] : undefined;
  return {
    rows: found.slice(0, page.limit),
    nextCursor: last === undefined ? null : sorted.cursorAfter(last),
    total: rows[0]?.total ?? 0,
  };
}

/** What only the details of a contract show. @param id Internal. */
export interface ContractFacts {
  readonly organizationNumber: string;
  readonly licenseType: string | null;
  readonly agreementType: string | null;
  readonly terminatedOn: string | null;
  readonly daysLeft: number;
  readonly offerings: string[];
}

/** What the details of a contract show beside its row. @param licenseId The internal id. @source W1 */
export async function selectContractFacts(
  q: Queryable,
  organizationId: string,
  licenseId: string,
): Promise<ContractFacts> {
  return q
    .selectFrom('license')
    .innerJoin('organization', 'organization.id', 'license.organization_id')
    .select([
      'organization.number as organizationNumber',
      'license.license_type as licenseType',
      'license.agreement_type as agreementType',
      'license.terminated_on as terminatedOn',
      'license.offerings',
      sql<number>`license.end_date - ${TODAY}`.as('daysLeft'),
    ])
    .where('license.organization_id', '=', organizationId)
    .where('license.id', '=', licenseId)
    .executeTakeFirstOrThrow();
}
