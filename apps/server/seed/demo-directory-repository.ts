import { sql } from 'kysely';
import type { Trx } from '../src/database/connect.ts';

/** The VL users of an organization, as its directory names them. */
export async function selectNamedPeople(
  trx: Trx,
  organizationNumber: string,
): Promise<{ readonly vlUserId: string; readonly email: string; readonly displayName: string }[]> {
  return trx
    .selectFrom('vl_user as u')
    .innerJoin('organization as o', 'o.id', 'u.organization_id')
    .select(['u.id as vlUserId', 'u.sign_in_email as email', 'u.display_name as displayName'])
    .where('o.number', '=', organizationNumber)
    .orderBy('u.id')
    .execute();
}

export interface DemoAccount {
  readonly id: string;
  /** null: whoever is no VL user. */
  readonly vlUserId: string | null;
  readonly email: string;
  readonly emailKey: string;
  readonly displayName: string;
  /** As JSON text. */
  readonly profile: string;
}

/** Adds accounts to an organization's directory, as old as the organization, and links their VL users. */
export async function insertDemoAccounts(
  trx: Trx,
  organizationNumber: string,
  accounts: readonly DemoAccount[],
): Promise<void> {
  await sql`
    insert into directory_account (organization_id, id, user_name, user_name_key, sign_in_email, sign_in_email_key,
      display_name, profile, active, created_at, updated_at)
    select o.id, a.id, a.email, a.email_key, a.email, a.email_key, a.display_name, a.profile, true, o.created_at,
      o.created_at
    from organization o, unnest(
      ${accounts.map(({ id }) => id)}::uuid[],
      ${accounts.map(({ email }) => email)}::text[],
      ${accounts.map(({ emailKey }) => emailKey)}::text[],
      ${accounts.map(({ displayName }) => displayName)}::text[],
      ${accounts.map(({ profile }) => profile)}::jsonb[]
    ) as a (id, email, email_key, display_name, profile)
    where o.number = ${organizationNumber}
  `.execute(trx);
  const linked = accounts.filter(({ vlUserId }) => vlUserId !== null);
  await sql`
    update vl_user u set directory_account_id = a.id
    from unnest(
      ${linked.map(({ id }) => id)}::uuid[],
      ${linked.map(({ vlUserId }) => vlUserId)}::uuid[]
    ) as a (id, vl_user_id)
    where u.id = a.vl_user_id
  `.execute(trx);
}
