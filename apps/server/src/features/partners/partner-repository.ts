import type { Language } from '@muniment/domain/languages.ts';
import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import type { AgreementContactKind, AgreementContactTable } from '../../database/schema.ts';

export interface OwnedOrganization {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly partnerId: string;
}

export async function selectOrganization(q: Queryable, number: string): Promise<OwnedOrganization | null> {
  const row = await q
    .selectFrom('organization')
    .select(['id', 'number', 'name', 'partner_id as partnerId'])
    .where('number', '=', number)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Locks an organization, to the end of the transaction.
 *
 * @returns It as it is now; a language of null is English, a time zone of null UTC.
 */
export async function lockOrganization(
  trx: Trx,
  id: string,
): Promise<{ name: string; language: Language | null; timeZone: string | null }> {
  return trx
    .selectFrom('organization')
    .select(['name', 'language', 'time_zone as timeZone'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}

/** Adds an organization. @returns false where the number is there already, since just now. */
export async function insertOrganization(
  trx: Trx,
  organization: OwnedOrganization,
  { language, timeZone }: { readonly language: Language | null; readonly timeZone: string | null },
): Promise<boolean> {
  const { id, number, name, partnerId } = organization;
  const result = await trx
    .insertInto('organization')
    .values({ id, number, name, partner_id: partnerId, language, time_zone: timeZone })
    .onConflict((conflict) => conflict.column('number').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function setOrganizationLanguage(trx: Trx, id: string, language: Language): Promise<void> {
  await trx.updateTable('organization').set({ language }).where('id', '=', id).execute();
}

export async function setOrganizationTimeZone(trx: Trx, id: string, timeZone: string): Promise<void> {
  await trx.updateTable('organization').set({ time_zone: timeZone }).where('id', '=', id).execute();
}

export async function renameOrganization(trx: Trx, id: string, name: string): Promise<void> {
  await trx.updateTable('organization').set({ name }).where('id', '=', id).execute();
}

export interface OwnedAgreement {
  readonly id: string;
  readonly organizationId: string;
  readonly number: string;
  readonly name: string;
  readonly partnerId: string;
}

export async function selectAgreement(q: Queryable, number: string): Promise<OwnedAgreement | null> {
  const row = await q
    .selectFrom('agreement')
    .select(['id', 'organization_id as organizationId', 'number', 'name', 'partner_id as partnerId'])
    .where('number', '=', number)
    .executeTakeFirst();
  return row ?? null;
}

/** Locks an agreement, to the end of the transaction. @returns Its name as it is now. */
export async function lockAgreementName(trx: Trx, organizationId: string, id: string): Promise<string> {
  const { name } = await trx
    .selectFrom('agreement')
    .select('name')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  return name;
}

/** Adds an agreement. @returns false where the number is there already, since just now. */
export async function insertAgreement(trx: Trx, agreement: OwnedAgreement): Promise<boolean> {
  const { id, organizationId, number, name, partnerId } = agreement;
  const result = await trx
    .insertInto('agreement')
    .values({ id, organization_id: organizationId, number, name, partner_id: partnerId })
    .onConflict((conflict) => conflict.column('number').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function renameAgreement(
  trx: Trx,
  organizationId: string,
  id: string,
  name: string,
): Promise<void> {
  await trx
    .updateTable('agreement')
    .set({ name })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

/** A person whom a contract names. */
export interface StoredContact<Kind extends string> {
  readonly contact: Kind;
  readonly displayName: string;
  readonly email: string;
  readonly emailKey: string;
}

export async function selectAgreementContacts(
  q: Queryable,
  organizationId: string,
  agreementId: string,
): Promise<StoredContact<AgreementContactKind>[]> {
  return q
    .selectFrom('agreement_contact')
    .select(['contact', 'display_name as displayName', 'email', 'email_key as emailKey'])
    .where('organization_id', '=', organizationId)
    .where('agreement_id', '=', agreementId)
    .execute();
}

export async function insertAgreementContacts(
  trx: Trx,
  organizationId: string,
  agreementId: string,
  contacts: readonly StoredContact<AgreementContactKind>[],
): Promise<void> {
  if (contacts.length === 0) return;
  const rows = contacts.map(({ contact, displayName, email, emailKey }) => ({
    organization_id: organizationId,
    agreement_id: agreementId,
    contact,
    display_name: displayName,
    email,
    email_key: emailKey,
  }));
  await trx
    .insertInto('agreement_contact')
    .values(rows satisfies Partial<{ [K in keyof AgreementContactTable]: unknown }>[])
    .execute();
}

export interface OwnedLicense {
  readonly id: string;
  readonly organizationId: string;
  readonly licenseId: string;
  readonly partnerId: string;
}

/** A license ID by what people call it. */
export async function selectOwnedLicense(q: Queryable, licenseId: string): Promise<OwnedLicense | null> {
  const row = await q
    .selectFrom('license')
    .select(['id', 'organization_id as organizationId', 'license_id as licenseId', 'partner_id as partnerId'])
    .where('license_id', '=', licenseId)
    .executeTakeFirst();
  return row ?? null;
}

/** The facts of a contract that its partner may correct. */
export interface LicenseFacts {
  readonly agreementId: string | null;
  readonly name: string;
  readonly program: string;
  readonly parentProgram: string | null;
  readonly startDate: string;
  readonly endDate: string;
  readonly city: string | null;
  readonly country: string;
  readonly licenseType: string | null;
  readonly agreementType: string | null;
  readonly terminatedOn: string | null;
  readonly offerings: readonly string[];
}

/** The facts as the columns of a row. */
export function factColumns(facts: LicenseFacts) {
  return {
    agreement_id: facts.agreementId,
    name: facts.name,
    program: facts.program,
    parent_program: facts.parentProgram,
    start_date: facts.startDate,
    end_date: facts.endDate,
    city: facts.city,
    country: facts.country,
    license_type: facts.licenseType,
    agreement_type: facts.agreementType,
    terminated_on: facts.terminatedOn,
    offerings: [...facts.offerings],
  };
}

/** The columns that the facts are read from. */
export const LICENSE_FACTS = [
  'agreement_id as agreementId',
  'name',
  'program',
  'parent_program as parentProgram',
  'start_date as startDate',
  'end_date as endDate',
  'city',
  'country',
  'license_type as licenseType',
  'agreement_type as agreementType',
  'terminated_on as terminatedOn',
  'offerings',
] as const;

/** Corrects the facts of a license ID. */
export async function updateLicense(trx: Trx, license: OwnedLicense, facts: LicenseFacts): Promise<void> {
  await trx
    .updateTable('license')
    .set(factColumns(facts))
    .where('organization_id', '=', license.organizationId)
    .where('id', '=', license.id)
    .execute();
}

export async function insertPartner(
  trx: Trx,
  partner: { readonly id: string; readonly name: string },
): Promise<Date> {
  const row = await trx
    .insertInto('partner')
    .values({ id: partner.id, name: partner.name })
    .returning('created_at')
    .executeTakeFirstOrThrow();
  return row.created_at;
}

export async function selectPartners(q: Queryable): Promise<{ id: string; name: string; createdAt: Date }[]> {
  return q
    .selectFrom('partner')
    .select(['id', 'name', 'created_at as createdAt'])
    .orderBy(sql`name collate "und-x-icu"`)
    .orderBy('id')
    .execute();
}
