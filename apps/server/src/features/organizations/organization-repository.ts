import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';

export interface Membership {
  readonly organization: { readonly id: string; readonly number: string; readonly name: string };
  readonly vlUserId: string;
  readonly displayName: string;
  readonly signInEmailKey: string;
}

/** The organizations in which an account is a registered VL user who is not absent from the directory, by name. */
export async function selectMemberships(q: Queryable, accountId: string): Promise<Membership[]> {
  const rows = await q
    .selectFrom('vl_user as u')
    .innerJoin('organization as o', 'o.id', 'u.organization_id')
    .select(['o.id', 'o.number', 'o.name', 'u.id as vl_user_id', 'u.display_name', 'u.sign_in_email_key'])
    .where('u.account_id', '=', accountId)
    .where('u.registered_at', 'is not', null)
    .where(sql<boolean>`not (u.absences @> statement_timestamp())`)
    .orderBy('o.name')
    .orderBy('o.number')
    .execute();
  return rows.map(({ id, number, name, vl_user_id, display_name, sign_in_email_key }) => ({
    organization: { id, number, name },
    vlUserId: vl_user_id,
    displayName: display_name,
    signInEmailKey: sign_in_email_key,
  }));
}
