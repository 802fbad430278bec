import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';

/** Whether an organization's directory says anything of anybody: it has accounts, or it is enforced. */
export async function isDirectoryInUse(q: Queryable, organizationId: string): Promise<boolean> {
  const { rows } = await sql<{ in_use: boolean }>`
    select o.directory_enforced_at is not null or exists (
      select from directory_account a where a.organization_id = o.id and a.deleted_at is null
    ) as in_use
    from organization o where o.id = ${organizationId}
  `.execute(q);
  return rows[0]?.in_use ?? false;
}

/**
 * For each of these addresses, the account to link to whoever has it: one whose user name is the address, else the
 * oldest with that primary e-mail. Accounts that are linked already are nobody else's.
 */
const freeAccounts = (organizationId: string, emailKeys: readonly string[]) => sql`
  select distinct on (a.sign_in_email_key) a.id, a.sign_in_email_key, a.display_name
  from directory_account a
  where a.organization_id = ${organizationId} and a.deleted_at is null
    and a.sign_in_email_key = any(${emailKeys}::text[])
    and not exists (
      select from vl_user u where u.organization_id = a.organization_id and u.directory_account_id = a.id
    )
  order by a.sign_in_email_key, (a.user_name_key = a.sign_in_email_key) desc, a.created_at, a.id
`;

/** The names under which the directory knows people who are no VL users yet, by the keys of their addresses. */
export async function selectFreeNames(
  q: Queryable,
  organizationId: string,
  emailKeys: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ sign_in_email_key: string; display_name: string }>`
    ${freeAccounts(organizationId, emailKeys)}
  `.execute(q);
  return new Map(rows.map((row) => [row.sign_in_email_key, row.display_name]));
}

/** Links VL users who have no account yet to those with their addresses, and gives them the names that those have. */
export async function linkByAddress(
  trx: Trx,
  organizationId: string,
  users: readonly { readonly id: string; readonly signInEmailKey: string }[],
): Promise<void> {
  await sql`
    update vl_user u set directory_account_id = f.id, display_name = f.display_name
    from (${freeAccounts(
      organizationId,
      users.map(({ signInEmailKey }) => signInEmailKey),
    )}) f
    where u.organization_id = ${organizationId} and u.id = any(${users.map(({ id }) => id)}::uuid[])
      and u.directory_account_id is null and u.sign_in_email_key = f.sign_in_email_key
  `.execute(trx);
}

/** Whether a VL user has an account that is in the directory. */
export async function hasAccount(q: Queryable, organizationId: string, vlUserId: string): Promise<boolean> {
  const row = await q
    .selectFrom('vl_user as u')
    .innerJoin('directory_account as a', (join) =>
      join.onRef('a.organization_id', '=', 'u.organization_id').onRef('a.id', '=', 'u.directory_account_id'),
    )
    .select('a.id')
    .where('u.organization_id', '=', organizationId)
    .where('u.id', '=', vlUserId)
    .where('a.deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
