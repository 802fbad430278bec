import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';

/** The id of the organization with a number; null where there is none. */
export async function selectOrganizationId(q: Queryable, number: string): Promise<string | null> {
  const row = await q.selectFrom('organization').select('id').where('number', '=', number).executeTakeFirst();
  return row?.id ?? null;
}

export interface UnaccountedPerson {
  readonly vlUserId: string;
  readonly displayName: string;
  readonly signInEmail: string;
  readonly licenseIds: string[];
}

/** VL users who are not in the directory: without a linked account that is active. */
const notInDirectory = sql`
  not exists (
    select from directory_account a
    where a.organization_id = u.organization_id and a.id = u.directory_account_id and a.active and a.deleted_at is null
  )
`;

/** VL users who hold something and are not in the directory, by name; at most `limit` of them, and how many in all. */
export async function selectUnaccounted(
  q: Queryable,
  organizationId: string,
  limit: number,
): Promise<{ readonly people: UnaccountedPerson[]; readonly total: number }> {
  const { rows } = await sql<UnaccountedPerson & { total: number }>`
    with unaccounted as materialized (
      select u.id, u.display_name, u.sign_in_email,
        array(
          select distinct l.license_id
          from role_grant g
          join license l on l.organization_id = g.organization_id and l.id = g.license_id
          where g.organization_id = u.organization_id and g.vl_user_id = u.id and g.closed_by is null
            and (g.ends_at is null or g.ends_at > statement_timestamp())
          order by l.license_id
        ) as license_ids
      from vl_user u
      where u.organization_id = ${organizationId} and ${notInDirectory}
    )
    select id as "vlUserId", display_name as "displayName", sign_in_email as "signInEmail", license_ids as "licenseIds",
      count(*) over ()::int as total
    from unaccounted
    where cardinality(license_ids) > 0
    order by lower(display_name collate "und-x-icu"), id
    limit ${limit}
  `.execute(q);
  return {
    people: rows.map(({ total: _, ...person }) => person),
    total: rows[0]?.total ?? 0,
  };
}

/**
 * License IDs all of whose administrators who could act are not in the directory: with it enforced, none is left.
 * One whose administrators are all pending is none of these: the directory takes nothing from it.
 *
 * @source A1
 */
export async function selectUnadministered(
  q: Queryable,
  organizationId: string,
  limit: number,
): Promise<{ readonly licenseIds: string[]; readonly total: number }> {
  const { rows } = await sql<{ license_id: string; total: number }>`
    select l.license_id, count(*) over ()::int as total
    from role_grant g
    join vl_user u on u.organization_id = g.organization_id and u.id = g.vl_user_id
    join license l on l.organization_id = g.organization_id and l.id = g.license_id
    where g.organization_id = ${organizationId} and g.role = 'administrator' and g.closed_by is null
      and g.ends_at is null and g.effective_from <= statement_timestamp() and u.registered_at is not null
    group by l.license_id
    having bool_and(${notInDirectory})
    order by l.license_id
    limit ${limit}
  `.execute(q);
  return { licenseIds: rows.map((row) => row.license_id), total: rows[0]?.total ?? 0 };
}
