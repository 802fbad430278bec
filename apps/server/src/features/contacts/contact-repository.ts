import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import type { AgreementContactKind, ContactChangeTable } from '../../database/schema.ts';

/** Gives contacts without an account the one that has their verified address. @source R9 */
export async function matchContactsOf(
  trx: Trx,
  account: { readonly id: string; readonly emailKey: string },
): Promise<void> {
  await trx
    .updateTable('agreement_contact')
    .set({ account_id: account.id })
    .where('account_id', 'is', null)
    .where('email_key', '=', account.emailKey)
    .execute();
}

/** Matches an agreement's contacts with accounts that are there already, where only one has the verified address. */
export async function matchAccounts(trx: Trx, organizationId: string, agreementId: string): Promise<void> {
  await sql`
    update agreement_contact c set account_id = found.id
    from (
      select n.email_key, min(a.id::text)::uuid as id
      from (
        select distinct email_key from agreement_contact
        where organization_id = ${organizationId} and agreement_id = ${agreementId} and account_id is null
      ) n
      join account a on a.email_key = n.email_key and a.email_verified
      group by n.email_key
      having count(*) = 1
    ) found
    where c.organization_id = ${organizationId} and c.agreement_id = ${agreementId} and c.account_id is null
      and c.email_key = found.email_key
  `.execute(trx);
}

/**
 * Gives VL users who were registered elsewhere, and have no account yet, the one that has their verified address; not
 * where the account is somebody's in that organization already. @source G2
 */
export async function bindRegisteredElsewhere(
  trx: Trx,
  account: { readonly id: string; readonly emailKey: string },
): Promise<void> {
  // Locked in the order in which an import goes through organizations, so that the two never wait for each other.
  await sql`
    with found as (
      select u.organization_id, u.id from vl_user u
      where u.sign_in_email_key = ${account.emailKey} and u.registered_at is not null and u.account_id is null
        and not exists (
          select from vl_user b where b.account_id = ${account.id} and b.organization_id = u.organization_id
        )
        -- Whoever has the address of a deleted account next is somebody else (M6).
        and not exists (
          select from directory_account d
          where d.organization_id = u.organization_id and d.id = u.directory_account_id and d.deleted_at is not null
        )
      order by u.organization_id, u.id
      for no key update
    )
    update vl_user u set account_id = ${account.id}
    from found
    where u.organization_id = found.organization_id and u.id = found.id
  `.execute(trx);
}

export interface PresentContact {
  readonly displayName: string;
  readonly email: string;
  readonly emailKey: string;
  /** Of an agreement's contact. */
  readonly accountId: string | null;
}

/** One contact of a license ID or an agreement; null where none is named. */
export async function selectContact(
  q: Queryable,
  organizationId: string,
  of: { readonly licenseId: string } | { readonly agreementId: string },
  contact: AgreementContactKind,
): Promise<PresentContact | null> {
  const row =
    'licenseId' in of
      ? await q
          .selectFrom('license_contact')
          .select(['display_name as displayName', 'email', 'email_key as emailKey'])
          .where('organization_id', '=', organizationId)
          .where('license_id', '=', of.licenseId)
          .where('contact', '=', contact as 'primary-contact')
          .executeTakeFirst()
      : await q
          .selectFrom('agreement_contact')
          .select([
            'display_name as displayName',
            'email',
            'email_key as emailKey',
            'account_id as accountId',
          ])
          .where('organization_id', '=', organizationId)
          .where('agreement_id', '=', of.agreementId)
          .where('contact', '=', contact)
          .executeTakeFirst();
  return row === undefined ? null : { accountId: null, ...row };
}

interface NewContact {
  readonly displayName: string;
  readonly email: string;
  readonly emailKey: string;
}

/** Names another contact of a license ID. */
export async function putLicenseContact(
  trx: Trx,
  organizationId: string,
  licenseId: string,
  contact: 'primary-contact' | 'notices-correspondent',
  to: NewContact,
): Promise<void> {
  const names = { display_name: to.displayName, email: to.email, email_key: to.emailKey };
  await trx
    .insertInto('license_contact')
    .values({ organization_id: organizationId, license_id: licenseId, contact, ...names })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'license_id', 'contact']).doUpdateSet(names),
    )
    .execute();
}

/** Names another contact of an agreement; a different person has no account and opted in to nothing. */
export async function putAgreementContact(
  trx: Trx,
  organizationId: string,
  agreementId: string,
  contact: AgreementContactKind,
  to: NewContact & { readonly isSamePerson: boolean },
): Promise<void> {
  const names = { display_name: to.displayName, email: to.email, email_key: to.emailKey };
  await trx
    .insertInto('agreement_contact')
    .values({ organization_id: organizationId, agreement_id: agreementId, contact, ...names })
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'agreement_id', 'contact'])
        .doUpdateSet(to.isSamePerson ? names : { ...names, account_id: null, opted_in_at: null }),
    )
    .execute();
}

export async function insertContactChange(
  trx: Trx,
  change: { [K in keyof ContactChangeTable]: ContactChangeTable[K]['__insert__'] },
): Promise<void> {
  await trx.insertInto('contact_change').values(change).execute();
}

/** License IDs under an agreement, by their internal ids. */
export async function selectLicensesUnder(
  q: Queryable,
  organizationId: string,
  agreementId: string,
): Promise<string[]> {
  const rows = await q
    .selectFrom('license')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('agreement_id', '=', agreementId)
    .execute();
  return rows.map((row) => row.id);
}

export interface ToldAdministrator {
  readonly vlUserId: string;
  readonly displayName: string;
  readonly businessEmail: string;
  readonly licenses: readonly { readonly licenseId: string; readonly name: string }[];
}

/** Who administers these license IDs (internal ids) now, each with those of theirs. */
export async function selectAdministrators(
  q: Queryable,
  organizationId: string,
  licenseIds: readonly string[],
): Promise<ToldAdministrator[]> {
  const { rows } = await sql<ToldAdministrator>`
    select u.id as "vlUserId", u.display_name as "displayName", u.business_email as "businessEmail",
      jsonb_agg(distinct jsonb_build_object('licenseId', l.license_id, 'name', l.name)) as licenses
    from unnest(${licenseIds}::uuid[]) as asked (id)
    join license l on l.organization_id = ${organizationId} and l.id = asked.id
    join effective_role e on e.organization_id = l.organization_id and e.license_id = l.id
      and e.role = 'administrator'
    join vl_user u on u.organization_id = e.organization_id and u.id = e.vl_user_id
    group by u.id, u.display_name, u.business_email
    order by u.id
  `.execute(q);
  return rows;
}

/** How many administrators of a license ID can act for good. @source A1 */
export async function countReachable(
  q: Queryable,
  organizationId: string,
  licenseId: string,
): Promise<number> {
  const { rows } = await sql<{ reachable: number }>`
    select reachable from administrator_count(${organizationId}, ${licenseId})
  `.execute(q);
  return rows[0]?.reachable ?? 0;
}

/** The VL user of an account in an organization. */
export async function selectVlUserOf(
  q: Queryable,
  organizationId: string,
  accountId: string,
): Promise<string | null> {
  const row = await q
    .selectFrom('vl_user')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.id ?? null;
}
