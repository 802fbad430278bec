import type { Language } from '@muniment/domain/languages.ts';
import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import type { LicenseContactKind } from '../../database/schema.ts';
import {
  factColumns,
  LICENSE_FACTS,
  type LicenseFacts,
  type OwnedAgreement,
  type OwnedLicense,
  type OwnedOrganization,
  type StoredContact,
} from './partner-repository.ts';

/** Organizations by number. */
export async function selectOrganizations(
  q: Queryable,
  numbers: readonly string[],
): Promise<Map<string, OwnedOrganization>> {
  const rows = await q
    .selectFrom('organization')
    .select(['id', 'number', 'name', 'partner_id as partnerId'])
    .where(sql<boolean>`number = any(${numbers}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.number, row]));
}

/** Agreements by number. */
export async function selectAgreements(
  q: Queryable,
  numbers: readonly string[],
): Promise<Map<string, OwnedAgreement>> {
  const rows = await q
    .selectFrom('agreement')
    .select(['id', 'organization_id as organizationId', 'number', 'name', 'partner_id as partnerId'])
    .where(sql<boolean>`number = any(${numbers}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.number, row]));
}

/** License IDs by what people call them, of whomever they are. */
export async function selectOwnedLicenses(
  q: Queryable,
  licenseIds: readonly string[],
): Promise<Map<string, OwnedLicense>> {
  const rows = await q
    .selectFrom('license')
    .select(['id', 'organization_id as organizationId', 'license_id as licenseId', 'partner_id as partnerId'])
    .where(sql<boolean>`license_id = any(${licenseIds}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.licenseId, row]));
}

export interface NewLicense {
  readonly license: OwnedLicense;
  readonly facts: LicenseFacts;
}

/**
 * Adds license IDs. Give them in an order that all share.
 *
 * @returns Those that were added; one that is there already, since just now, is missing.
 */
export async function insertLicenses(trx: Trx, added: readonly NewLicense[]): Promise<Set<string>> {
  const rows = await trx
    .insertInto('license')
    .values(
      added.map(({ license, facts }) => ({
        id: license.id,
        organization_id: license.organizationId,
        license_id: license.licenseId,
        partner_id: license.partnerId,
        ...factColumns(facts),
      })),
    )
    .onConflict((conflict) => conflict.column('license_id').doNothing())
    .returning('license_id')
    .execute();
  return new Set(rows.map((row) => row.license_id));
}

type ById = Pick<OwnedLicense, 'id' | 'organizationId'>;

function asked(licenses: readonly ById[]) {
  return sql`unnest(
    ${licenses.map(({ organizationId }) => organizationId)}::uuid[], ${licenses.map(({ id }) => id)}::uuid[]
  )`;
}

/** The facts of license IDs as they are now, by internal id. @param lock Locks them in the order of their ids. */
export async function selectFacts(
  q: Queryable,
  licenses: readonly ById[],
  { lock }: { readonly lock: boolean },
): Promise<Map<string, LicenseFacts>> {
  const query = q
    .selectFrom('license')
    .select(['id', ...LICENSE_FACTS])
    .where(sql<boolean>`(organization_id, id) in (select * from ${asked(licenses)})`)
    .orderBy('id');
  const rows = await (lock ? query.forNoKeyUpdate() : query).execute();
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

/** The contacts of license IDs, by internal id. */
export async function selectContactsOf(
  q: Queryable,
  licenses: readonly ById[],
): Promise<Map<string, StoredContact<LicenseContactKind>[]>> {
  const { rows } = await sql<StoredContact<LicenseContactKind> & { id: string }>`
    select c.license_id as id, c.contact, c.display_name as "displayName", c.email, c.email_key as "emailKey"
    from ${asked(licenses)} as a (organization_id, id)
    join license_contact c on c.organization_id = a.organization_id and c.license_id = a.id
  `.execute(q);
  const contacts = Map.groupBy(rows, ({ id }) => id);
  return new Map(
    licenses.map(({ id }) => [id, (contacts.get(id) ?? []).map(({ id: _id, ...contact }) => contact)]),
  );
}

/** Gives license IDs that were just added their contacts. */
export async function insertContactsOf(
  trx: Trx,
  added: readonly {
    readonly license: ById;
    readonly contacts: readonly StoredContact<LicenseContactKind>[];
  }[],
): Promise<void> {
  const rows = added.flatMap(({ license, contacts }) => contacts.map((contact) => ({ license, contact })));
  await sql`
    insert into license_contact (organization_id, license_id, contact, display_name, email, email_key)
    select * from unnest(
      ${rows.map(({ license }) => license.organizationId)}::uuid[],
      ${rows.map(({ license }) => license.id)}::uuid[],
      ${rows.map(({ contact }) => contact.contact)}::text[],
      ${rows.map(({ contact }) => contact.displayName)}::text[],
      ${rows.map(({ contact }) => contact.email)}::text[],
      ${rows.map(({ contact }) => contact.emailKey)}::text[]
    )
  `.execute(trx);
}

export interface OrganizationFacts {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly language: Language | null;
  readonly timeZone: string | null;
}

/** What organizations are called and how they are told, by number. @param partnerId null: of any partner. */
export async function selectOrganizationFacts(
  q: Queryable,
  partnerId: string | null,
  numbers: readonly string[],
): Promise<Map<string, OrganizationFacts>> {
  const rows = await q
    .selectFrom('organization')
    .select(['id', 'number', 'name', 'language', 'time_zone as timeZone'])
    .where(sql<boolean>`number = any(${numbers}::text[])`)
    .$if(partnerId !== null, (query) => query.where('partner_id', '=', partnerId ?? ''))
    .execute();
  return new Map(rows.map((row) => [row.number, row]));
}
