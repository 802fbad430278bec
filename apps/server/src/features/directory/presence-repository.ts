import type { Role } from '@muniment/domain/roles.ts';
import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import { rolesOf } from '../../database/enum-array.ts';

/** Whose presence changed by one act: VL users who left the directory, and those who are back. */
export interface PresenceChange {
  readonly left: readonly string[];
  readonly returned: readonly string[];
}

/** Since when an organization's directory is enforced; null where it is not. */
export async function selectEnforcedAt(q: Queryable, organizationId: string): Promise<Date | null> {
  const row = await q
    .selectFrom('organization')
    .select('directory_enforced_at')
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return row.directory_enforced_at;
}

export async function updateEnforcedAt(trx: Trx, organizationId: string, at: Date | null): Promise<void> {
  await trx
    .updateTable('organization')
    .set({ directory_enforced_at: at })
    .where('id', '=', organizationId)
    .execute();
}

/** Locks VL users of an organization in the order of their ids; all of them where none are named. */
export async function lockVlUsers(
  trx: Trx,
  organizationId: string,
  vlUserIds: readonly string[] | null,
): Promise<void> {
  await sql`
    select id from vl_user
    where organization_id = ${organizationId} and (${vlUserIds}::uuid[] is null or id = any(${vlUserIds}::uuid[]))
    order by id for no key update
  `.execute(trx);
}

/**
 * Opens and closes absences so that they say what the directory says: while it is enforced, a VL user without a
 * linked, active account is absent. A period that ended stays as it is.
 *
 * @param vlUserIds Those to look at; null for everybody.
 * @source M6
 */
export async function settlePresence(
  trx: Trx,
  organizationId: string,
  vlUserIds: readonly string[] | null,
  at: Date,
): Promise<PresenceChange> {
  const { rows } = await sql<{ id: string; is_present: boolean }>`
    update vl_user u
    set absences = case
      when p.is_present then u.absences * tstzmultirange(tstzrange(null, ${at}::timestamptz))
      else u.absences + tstzmultirange(tstzrange(${at}::timestamptz, null))
    end
    from (
      select v.id, upper_inf(v.absences) as is_absent,
        o.directory_enforced_at is null or coalesce(a.active and a.deleted_at is null, false) as is_present
      from vl_user v
      join organization o on o.id = v.organization_id
      left join directory_account a on a.organization_id = v.organization_id and a.id = v.directory_account_id
      where v.organization_id = ${organizationId} and (${vlUserIds}::uuid[] is null or v.id = any(${vlUserIds}::uuid[]))
    ) p
    where u.organization_id = ${organizationId} and u.id = p.id and p.is_absent = p.is_present
    returning u.id, p.is_present
  `.execute(trx);
  return {
    left: rows.filter((row) => !row.is_present).map((row) => row.id),
    returned: rows.filter((row) => row.is_present).map((row) => row.id),
  };
}

/**
 * Takes the address from those whose account was deleted, while the directory is enforced: whoever gets it next must
 * not be taken for them. It stays to be shown; the key becomes something that is no address.
 *
 * @param vlUserIds Those to look at; null for everybody.
 */
export async function releaseAddresses(
  trx: Trx,
  organizationId: string,
  vlUserIds: readonly string[] | null,
): Promise<void> {
  await sql`
    update vl_user u set sign_in_email_key = u.sign_in_email_key || '#' || u.id
    from directory_account a, organization o
    where u.organization_id = ${organizationId} and (${vlUserIds}::uuid[] is null or u.id = any(${vlUserIds}::uuid[]))
      and a.organization_id = u.organization_id and a.id = u.directory_account_id and a.deleted_at is not null
      and o.id = u.organization_id and o.directory_enforced_at is not null
      and not ${isReleased}
  `.execute(trx);
}

const isReleased = sql`right(u.sign_in_email_key, 37) = '#' || u.id`;

/** Takes the address from one VL user. */
export async function releaseAddress(trx: Trx, organizationId: string, vlUserId: string): Promise<void> {
  await sql`
    update vl_user u set sign_in_email_key = u.sign_in_email_key || '#' || u.id
    where u.organization_id = ${organizationId} and u.id = ${vlUserId} and not ${isReleased}
  `.execute(trx);
}

/** Gives released addresses back to whom they were taken from, where nobody else has them by now. */
export async function restoreAddresses(trx: Trx, organizationId: string): Promise<void> {
  await sql`
    update vl_user u set sign_in_email_key = was.key
    from (
      select distinct on (released.key) released.id, released.key
      from (
        select v.id, left(v.sign_in_email_key, -37) as key
        from vl_user v
        where v.organization_id = ${organizationId} and right(v.sign_in_email_key, 37) = '#' || v.id
          -- Nobody can sign in as who is registered without an account: the address would be the next one's.
          and (v.account_id is not null or v.registered_at is null)
      ) released
      order by released.key, released.id desc
    ) was
    where u.organization_id = ${organizationId} and u.id = was.id and not exists (
      select from vl_user other
      where other.organization_id = ${organizationId} and other.sign_in_email_key = was.key
    )
  `.execute(trx);
}

/** A VL user as the directory has to know them. */
export interface LinkedVlUser {
  readonly id: string;
  readonly signInEmail: string;
  readonly signInEmailKey: string;
  readonly businessEmail: string;
  readonly displayName: string;
  readonly directoryAccountId: string | null;
  /** Whether the linked account is there; a deleted one is not. */
  readonly isAccountThere: boolean;
}

/** The VL users who are linked to an account or have a sign-in address. */
export async function selectLinkedVlUsers(
  q: Queryable,
  organizationId: string,
  by: { readonly accountId?: string; readonly emailKey?: string | null; readonly ids?: readonly string[] },
): Promise<LinkedVlUser[]> {
  const { rows } = await sql<LinkedVlUser>`
    select u.id, u.sign_in_email as "signInEmail", u.sign_in_email_key as "signInEmailKey",
      u.business_email as "businessEmail", u.display_name as "displayName",
      u.directory_account_id as "directoryAccountId",
      a.id is not null and a.deleted_at is null as "isAccountThere"
    from vl_user u
    left join directory_account a on a.organization_id = u.organization_id and a.id = u.directory_account_id
    where u.organization_id = ${organizationId} and (
      u.directory_account_id = ${by.accountId ?? null}::uuid
      or u.sign_in_email_key = ${by.emailKey ?? null}::text
      or u.id = any(${by.ids ?? []}::uuid[])
    )
    order by u.id
  `.execute(q);
  return rows;
}

/** Links a VL user to an account, for good. */
export async function linkVlUser(
  trx: Trx,
  organizationId: string,
  vlUserId: string,
  accountId: string,
): Promise<void> {
  await trx
    .updateTable('vl_user')
    .set({ directory_account_id: accountId })
    .where('organization_id', '=', organizationId)
    .where('id', '=', vlUserId)
    .where('directory_account_id', 'is', null)
    .execute();
}

/** What the directory says of a VL user. */
export async function updatePerson(
  trx: Trx,
  organizationId: string,
  vlUserId: string,
  person: {
    readonly displayName: string;
    readonly signInEmail: string;
    readonly signInEmailKey: string;
    readonly businessEmail: string;
  },
): Promise<void> {
  await trx
    .updateTable('vl_user')
    .set({
      display_name: person.displayName,
      sign_in_email: person.signInEmail,
      sign_in_email_key: person.signInEmailKey,
      business_email: person.businessEmail,
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', vlUserId)
    .execute();
}

/** What somebody holds open: license IDs by their internal ids, each with the roles held there. */
export async function selectOpenHoldings(
  q: Queryable,
  organizationId: string,
  vlUserIds: readonly string[],
): Promise<{ readonly vlUserId: string; readonly licenseId: string; readonly roles: readonly Role[] }[]> {
  const { rows } = await sql<{ vl_user_id: string; license_id: string; roles: string }>`
    select g.vl_user_id, g.license_id, array_agg(distinct g.role) as roles
    from role_grant g
    where g.organization_id = ${organizationId} and g.vl_user_id = any(${vlUserIds}::uuid[])
      and g.closed_by is null and (g.ends_at is null or g.ends_at > statement_timestamp())
    group by 1, 2
    order by 1, 2
  `.execute(q);
  return rows.map((row) => ({
    vlUserId: row.vl_user_id,
    licenseId: row.license_id,
    roles: rolesOf(row.roles),
  }));
}
