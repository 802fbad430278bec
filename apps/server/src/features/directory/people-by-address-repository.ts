import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import type { Viewer } from '../vl-users/viewer.ts';
import type { FoundPerson } from './directory-search-repository.ts';

/** Somebody found by the key of their sign-in e-mail. */
export interface PersonAtAddress extends FoundPerson {
  readonly emailKey: string;
}

/**
 * Who of the organization has these addresses, as the search finds them: VL users, but those who are gone from the
 * directory, and active accounts of whoever is no VL user yet. To somebody who administers nothing, none.
 *
 * @source S1, R10
 */
export async function selectPeopleAt(
  q: Queryable,
  { organizationId, vlUserId }: Viewer,
  emailKeys: readonly string[],
): Promise<PersonAtAddress[]> {
  const { rows } = await sql<PersonAtAddress>`
    with asked as (select distinct key from unnest(${emailKeys}::text[]) as each (key)),
    found as (
      select k.key, u.id as vl_user_id, u.display_name, u.sign_in_email, u.business_email,
        not exists (
          select from directory_account a
          where a.organization_id = u.organization_id and a.id = u.directory_account_id and a.deleted_at is null
        ) and exists (
          select from directory_account a where a.organization_id = ${organizationId} and a.deleted_at is null
        ) as external
      from asked k
      join vl_user u on u.organization_id = ${organizationId} and u.sign_in_email_key = k.key collate "C"
      where not (u.directory_account_id is not null and u.absences @> statement_timestamp())
      union all
      select k.key, null, a.display_name, a.sign_in_email, a.sign_in_email, false
      from asked k
      cross join lateral (
        select a.id, a.display_name, a.sign_in_email from directory_account a
        where a.organization_id = ${organizationId} and a.sign_in_email_key = k.key collate "C"
          and a.deleted_at is null and a.active
          and not exists (
            select from vl_user u
            where u.organization_id = a.organization_id and u.directory_account_id = a.id offset 0
          )
        order by a.id limit 1
      ) a
      where not exists (
        select from vl_user u
        where u.organization_id = ${organizationId} and u.sign_in_email_key = k.key collate "C" offset 0
      )
    )
    select key as "emailKey", vl_user_id as "vlUserId", display_name as "displayName", sign_in_email as "signInEmail",
      business_email as "businessEmail", external
    from found
    where exists (select from license_administered_by(${organizationId}, ${vlUserId}))
    order by key
  `.execute(q);
  return rows;
}

/** Whether the directory of an organization has accounts, as somebody sees who administers a license ID there. */
export async function selectHasAccounts(
  q: Queryable,
  { organizationId, vlUserId }: Viewer,
): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (
      select from directory_account a where a.organization_id = ${organizationId} and a.deleted_at is null
    ) and exists (select from license_administered_by(${organizationId}, ${vlUserId})) as has
  `.execute(q);
  return rows[0]?.has ?? false;
}
