import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';

export interface Membership {
  readonly organization: { readonly id: string; readonly number: string; readonly name: string };
  readonly vlUserId: string;
  readonly displayName: string;
  readonly signInEmailKey: string;
}

// As people look names up, whatever the accents; the database itself sorts by code point.
const byName = sql`o.name collate "und-x-icu"`;

/** The organizations in which an account is a registered VL user who is not absent from the directory, by name. */
export async function selectMemberships(q: Queryable, accountId: string): Promise<Membership[]> {
  const rows = await q
    .selectFrom('vl_user as u')
    .innerJoin('organization as o', 'o.id', 'u.organization_id')
    .select(['o.id', 'o.number', 'o.name', 'u.id as vl_user_id', 'u.display_name', 'u.sign_in_email_key'])
    .where('u.account_id', '=', accountId)
    .where('u.registered_at', 'is not', null)
    .where(sql<boolean>`not (u.absences @> statement_timestamp())`)
    .orderBy(byName)
    .orderBy('o.number')
    .execute();
  return rows.map(({ id, number, name, vl_user_id, display_name, sign_in_email_key }) => ({
    organization: { id, number, name },
    vlUserId: vl_user_id,
    displayName: display_name,
    signInEmailKey: sign_in_email_key,
  }));
}

/**
 * The organizations of whose agreements an account is a contact who may inherit, and in which it is no VL user yet, by
 * name. @source I1
 */
export async function selectOrganizationsOfContact(
  q: Queryable,
  accountId: string,
): Promise<Membership['organization'][]> {
  return (
    q
      .selectFrom('organization as o')
      .select(['o.id', 'o.number', 'o.name'])
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('agreement_contact as c')
            .select('c.contact')
            .whereRef('c.organization_id', '=', 'o.id')
            .where('c.account_id', '=', accountId)
            .where('c.contact', '<>', 'bill-to-contact'),
        ),
      )
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('vl_user as u')
              .select('u.id')
              .whereRef('u.organization_id', '=', 'o.id')
              .where('u.account_id', '=', accountId)
              .where('u.registered_at', 'is not', null),
          ),
        ),
      )
      // Whom an enforced directory does not hold is nobody there, a contact or not.
      .where(
        sql<boolean>`(o.directory_enforced_at is null or exists (
        select from account a
        join directory_account d on d.organization_id = o.id and d.sign_in_email_key = a.email_key
        where a.id = ${accountId} and a.email_verified and d.active and d.deleted_at is null
      ))`,
      )
      .orderBy(byName)
      .orderBy('o.number')
      .execute()
  );
}
