import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import { containing } from '../../database/like-pattern.ts';
import type { Viewer } from '../vl-users/viewer.ts';

/** Somebody whom an administrator may add. */
export interface FoundPerson {
  /** null where they are no VL user yet. */
  readonly vlUserId: string | null;
  readonly displayName: string;
  readonly signInEmail: string;
  readonly businessEmail: string;
  /** Whether the directory has accounts, and none of them. */
  readonly external: boolean;
}

/**
 * People of the organization whose name or address contains a text: VL users, but those who are gone from the
 * directory, and active accounts of whoever is no VL user yet. To somebody who administers nothing, none.
 *
 * @source S1, R10
 */
export async function searchPeopleOf(
  q: Queryable,
  { organizationId, vlUserId }: Viewer,
  text: string,
  limit: number,
): Promise<FoundPerson[]> {
  const pattern = containing(text.normalize('NFC').toLowerCase());
  // What is sorted are the rows that match, so at most as many names are folded as the organization has people.
  const { rows } = await sql<FoundPerson>`
    with found as (
      select u.id as vl_user_id, u.display_name, u.sign_in_email, u.business_email,
        lower(u.display_name collate "und-x-icu") as name_sort,
        not exists (
          select from directory_account a
          where a.organization_id = u.organization_id and a.id = u.directory_account_id and a.deleted_at is null
        ) and exists (
          select from directory_account a
          where a.organization_id = ${organizationId} and a.deleted_at is null
        ) as external
      from vl_user u
      where u.organization_id = ${organizationId}
        and not (u.directory_account_id is not null and u.absences @> statement_timestamp())
        and (lower(u.display_name collate "und-x-icu") like ${pattern} or u.sign_in_email_key like ${pattern})
      union all
      select null, a.display_name, a.sign_in_email, a.sign_in_email, a.search_name, false
      from directory_account a
      where a.organization_id = ${organizationId} and a.deleted_at is null and a.active
        and a.sign_in_email_key is not null
        and (a.search_name like ${pattern} or a.sign_in_email_key like ${pattern})
        and not exists (
          select from vl_user u
          where u.organization_id = a.organization_id and u.directory_account_id = a.id offset 0
        )
        and not exists (
          select from vl_user u
          where u.organization_id = a.organization_id and u.sign_in_email_key = a.sign_in_email_key offset 0
        )
    )
    select vl_user_id as "vlUserId", display_name as "displayName", sign_in_email as "signInEmail",
      business_email as "businessEmail", external
    from found
    where exists (select from license_administered_by(${organizationId}, ${vlUserId}))
    order by name_sort collate "und-x-icu", sign_in_email
    limit ${limit}
  `.execute(q);
  return rows;
}

/**
 * When an organization's directory was heard of last: its token was used, or, before that was written down, an
 * account came. null where there are no accounts.
 */
export async function selectLastSync(q: Queryable, organizationId: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select greatest(newest.created_at, (
      select max(t.last_used_at) from api_token t where t.organization_id = ${organizationId} and t.kind = 'scim'
    )) as at
    from (
      select a.created_at from directory_account a
      where a.organization_id = ${organizationId} and a.deleted_at is null
      order by a.created_at desc, a.id desc
      limit 1
    ) newest
  `.execute(q);
  return rows[0]?.at ?? null;
}
