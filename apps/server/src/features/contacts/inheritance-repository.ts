import type { InheritingContact } from '@muniment/contract/preferences.ts';
import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';

export interface AgreementContact {
  readonly agreementId: string;
  readonly agreementNumber: string;
  readonly agreementName: string;
  readonly contact: InheritingContact;
  readonly optedIn: boolean;
}

/** What an account is as inheriting contact in an organization. @source I1 */
export async function selectInheritingContacts(
  q: Queryable,
  organizationId: string,
  accountId: string,
): Promise<AgreementContact[]> {
  const rows = await q
    .selectFrom('agreement_contact as c')
    .innerJoin('agreement as a', (join) =>
      join.onRef('a.organization_id', '=', 'c.organization_id').onRef('a.id', '=', 'c.agreement_id'),
    )
    .select([
      'a.id as agreementId',
      'a.number as agreementNumber',
      'a.name as agreementName',
      'c.contact',
      'c.opted_in_at as optedInAt',
    ])
    .where('c.organization_id', '=', organizationId)
    .where('c.account_id', '=', accountId)
    .where('c.contact', '<>', 'bill-to-contact')
    .orderBy('a.number')
    .orderBy('c.contact')
    .execute();
  return rows.map(({ optedInAt, contact, ...row }) => ({
    ...row,
    contact: contact as InheritingContact,
    optedIn: optedInAt !== null,
  }));
}

/** Locks agreements against set-ups under them, in the order of their ids. */
export async function lockAgreements(
  trx: Trx,
  organizationId: string,
  agreementIds: readonly string[],
): Promise<void> {
  await sql`
    select id from agreement where organization_id = ${organizationId} and id = any(${agreementIds}::uuid[])
    order by id for no key update
  `.execute(trx);
}

/**
 * Keeps the contacts of agreements and what they opted in to still while license IDs are added under them: in the
 * order of their ids.
 */
export async function keepAgreementsStill(
  trx: Trx,
  organizationId: string,
  agreementIds: readonly string[],
): Promise<void> {
  await sql`
    select id from agreement where organization_id = ${organizationId} and id = any(${agreementIds}::uuid[])
    order by id for share
  `.execute(trx);
}

export async function updateOptedIn(
  trx: Trx,
  organizationId: string,
  of: { readonly agreementId: string; readonly contact: InheritingContact; readonly accountId: string },
  at: Date | null,
): Promise<void> {
  await trx
    .updateTable('agreement_contact')
    .set({ opted_in_at: at })
    .where('organization_id', '=', organizationId)
    .where('agreement_id', '=', of.agreementId)
    .where('contact', '=', of.contact)
    .where('account_id', '=', of.accountId)
    .execute();
}

/** VL users who inherit Administrator on what is added under agreements, by agreement, each once. @source I1 */
export async function selectHeirs(
  q: Queryable,
  organizationId: string,
  agreementIds: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ agreementId: string; vlUserIds: string[] }>`
    select c.agreement_id as "agreementId", array_agg(distinct u.id) as "vlUserIds"
    from agreement_contact c
    join vl_user u on u.organization_id = c.organization_id and u.account_id = c.account_id
    where c.organization_id = ${organizationId} and c.agreement_id = any(${agreementIds}::uuid[])
      and c.opted_in_at is not null
    group by c.agreement_id
  `.execute(q);
  return new Map(rows.map((row) => [row.agreementId, row.vlUserIds]));
}

/** Whether an account is, by another line, still a contact who may inherit from an agreement. */
export async function isInheritingContact(
  q: Queryable,
  organizationId: string,
  agreementId: string,
  accountId: string,
): Promise<boolean> {
  const row = await q
    .selectFrom('agreement_contact')
    .select('contact')
    .where('organization_id', '=', organizationId)
    .where('agreement_id', '=', agreementId)
    .where('account_id', '=', accountId)
    .where('contact', '<>', 'bill-to-contact')
    .executeTakeFirst();
  return row !== undefined;
}
