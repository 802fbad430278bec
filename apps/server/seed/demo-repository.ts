import { sql } from 'kysely';
import { connect, type Trx } from '../src/database/connect.ts';

const LOCK = 'muniment demo data';

/** Lets one server at a time load the demo; held to the end of the transaction. */
export async function lockDemo(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${LOCK}, 0))`.execute(trx);
}

export async function isOrganizationThere(trx: Trx, number: string): Promise<boolean> {
  const found = await trx
    .selectFrom('organization')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Gives the demo's accounts to the issuer of this start: its address is part of its name, and it moves with the
 * port. An account that exists there already, since somebody signed in meanwhile, stays as it is.
 */
export async function moveDemoAccounts(trx: Trx, issuer: string): Promise<void> {
  await sql`
    update account a set issuer = ${issuer}
    where a.issuer <> ${issuer} and a.issuer like '%/demo-sign-in' and a.subject like 'demo-%'
      and not exists (select from account b where b.issuer = ${issuer} and b.subject = a.subject)
  `.execute(trx);
}

/** A VL user with an account, as tokens are made for. */
export interface DemoMember {
  readonly emailKey: string;
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string;
  readonly organizationId: string;
  readonly organizationNumber: string;
  readonly organizationName: string;
}

/** Those of these addresses that are registered VL users, in each of their organizations. */
export async function selectDemoMembers(trx: Trx, emailKeys: readonly string[]): Promise<DemoMember[]> {
  return trx
    .selectFrom('vl_user as u')
    .innerJoin('account as a', 'a.id', 'u.account_id')
    .innerJoin('organization as o', 'o.id', 'u.organization_id')
    .select([
      'u.sign_in_email_key as emailKey',
      'a.id as accountId',
      'u.display_name as displayName',
      'u.sign_in_email as email',
      'o.id as organizationId',
      'o.number as organizationNumber',
      'o.name as organizationName',
    ])
    .where(sql<boolean>`u.sign_in_email_key = any(${emailKeys})`)
    .where('u.registered_at', 'is not', null)
    .execute();
}

/** The organizations with these numbers, in the order of those. */
export async function selectDemoOrganizations(
  trx: Trx,
  numbers: readonly string[],
): Promise<{ readonly id: string; readonly number: string }[]> {
  return trx
    .selectFrom('organization')
    .select(['id', 'number'])
    .where(sql<boolean>`number = any(${numbers})`)
    .orderBy('number')
    .execute();
}

/** A license ID of the demo, with what its records are about. Dates are YYYY-MM-DD. */
export interface DemoContract {
  readonly licenseId: string;
  readonly name: string;
  readonly program: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly city: string | null;
  readonly country: string;
  readonly organizationNumber: string;
  readonly organizationName: string;
  readonly partner: { readonly id: string; readonly name: string };
}

/** As many license IDs of an organization have records. */
const CONTRACTS_WITH_RECORDS = 60;

/** License IDs in the order of their set-up, of each organization the first ones. */
export async function selectDemoContracts(trx: Trx): Promise<DemoContract[]> {
  const { rows } = await sql<DemoContract>`
    select l.license_id as "licenseId", l.name, l.program, l.start_date as "startDate", l.end_date as "endDate",
      l.city, l.country, o.number as "organizationNumber", o.name as "organizationName",
      json_build_object('id', p.id, 'name', p.name) as partner
    from organization o
    cross join lateral (
      select * from license l where l.organization_id = o.id order by l.created_at, l.id limit ${CONTRACTS_WITH_RECORDS}
    ) l
    join partner p on p.id = l.partner_id
    order by o.number, l.created_at, l.id
  `.execute(trx);
  return rows;
}

/** Lets the directories of the demo look as fresh as it is: nobody pushes them. */
export async function markDirectoriesHeard(trx: Trx, organizationIds: readonly string[]): Promise<void> {
  await sql`
    update api_token set last_used_at = statement_timestamp()
    where kind = 'scim' and organization_id = any(${organizationIds}::uuid[])
  `.execute(trx);
}

/** An open invitation, as its link and its page name it. */
export interface OpenInvitation {
  readonly id: string;
  readonly generation: number;
  readonly offerVersion: number;
}

/** The open invitation of a VL user, or of the contact of a license ID. */
export async function selectOpenInvitation(
  trx: Trx,
  organizationNumber: string,
  of: { readonly emailKey: string } | { readonly licenseId: string },
): Promise<OpenInvitation> {
  const query = trx
    .selectFrom('invitation as i')
    .innerJoin('organization as o', 'o.id', 'i.organization_id')
    .innerJoin('vl_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'i.organization_id').onRef('u.id', '=', 'i.vl_user_id'),
    )
    .leftJoin('license as l', (join) =>
      join.onRef('l.organization_id', '=', 'i.organization_id').onRef('l.id', '=', 'i.license_id'),
    )
    .select(['i.id', 'i.generation', 'i.offer_version as offerVersion'])
    .where('o.number', '=', organizationNumber)
    .where('i.state', '=', 'open');
  return (
    'emailKey' in of
      ? query.where('u.sign_in_email_key', '=', of.emailKey).where('i.kind', '=', 'assignment')
      : query.where('l.license_id', '=', of.licenseId)
  ).executeTakeFirstOrThrow();
}

/**
 * Removes the mails of the past: nobody ever sent them, so they must neither leave now nor count as sent.
 *
 * @param since Mails from then on stay, held.
 * @returns The mails that stay.
 */
export async function deleteMailsOfThePast(trx: Trx, since: Date): Promise<Set<string>> {
  await trx.deleteFrom('mail').where('created_at', '<', since).execute();
  const kept = await trx.selectFrom('mail').select('id').execute();
  return new Set(kept.map(({ id }) => id));
}

/** Makes everything as old as the first that is recorded of it; the ledger tells both. */
export async function backdate(trx: Trx, start: Date): Promise<void> {
  await sql`update partner set created_at = ${start}`.execute(trx);
  await sql`
    update organization o set created_at = e.at
    from (select organization_id, min(at) as at from ledger_entry group by organization_id) e
    where e.organization_id = o.id
  `.execute(trx);
  await sql`
    update agreement a set created_at = o.created_at from organization o where o.id = a.organization_id
  `.execute(trx);
  await sql`
    update license l set created_at = g.at
    from (select organization_id, license_id, min(opened_at) as at from role_grant group by 1, 2) g
    where g.organization_id = l.organization_id and g.license_id = l.id and l.created_at > g.at
  `.execute(trx);
  await sql`
    update vl_user u set created_at = g.at
    from (select organization_id, vl_user_id, min(opened_at) as at from role_grant group by 1, 2) g
    where g.organization_id = u.organization_id and g.vl_user_id = u.id and u.created_at > g.at
  `.execute(trx);
}

/**
 * Lets the planner know of what was written. It would find out by itself within a minute; until then, the first list
 * of an administrator of 4,000 license IDs would take longer than anybody waits.
 */
export async function refreshStatistics(ownerUrl: string): Promise<void> {
  const { db } = connect(ownerUrl, 1);
  try {
    await sql`
      analyze account, vl_user, license, license_contact, invitation, assignment_change, role_grant, ledger_entry
    `.execute(db);
  } finally {
    await db.destroy();
  }
}
