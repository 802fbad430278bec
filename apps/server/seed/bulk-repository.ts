import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Trx } from '../src/database/connect.ts';
import type { Schema } from '../src/database/schema.ts';
import { ledgerBody } from '../src/features/ledger/ledger-service.ts';
import type { BulkChange, BulkGrant, BulkInvitation } from './bulk-history.ts';
import { factsOfProgram } from './contract-facts.ts';
import type { Contract } from './fennimore-contracts.ts';
import type { Person } from './fennimore-people.ts';

type Cell = string | null;
/** Values of one column, in a text form that PostgreSQL reads, with its type. */
type Columns = Readonly<Record<string, readonly [type: string, values: readonly Cell[]]>>;

/** Writes many rows by one statement. */
async function insertColumns(
  trx: Trx,
  table: keyof Schema,
  columns: Columns,
  onConflict = '',
): Promise<void> {
  const names = Object.keys(columns);
  const types = Object.values(columns).map(([type]) => type);
  const arrays = Object.values(columns).map(([, values]) => sql`${values}::text[]`);
  const places = names.map(
    (name, index) => sql`${sql.ref(`row.${name}`)}::${sql.raw(types[index] ?? 'text')}`,
  );
  await sql`
    insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(places)}
    from unnest(${sql.join(arrays)}) as row (${sql.join(names.map((name) => sql.ref(name)))})
    ${sql.raw(onConflict)}
  `.execute(trx);
}

/** Where bulk rows go: an organization that its partner has set up, with its agreements. */
export interface BulkTarget {
  readonly organizationId: string;
  readonly partnerId: string;
  /** Ids of the agreements by number. */
  readonly agreements: ReadonlyMap<string, string>;
}

export async function selectBulkTarget(trx: Trx, organizationNumber: string): Promise<BulkTarget> {
  const organization = await trx
    .selectFrom('organization')
    .select(['id', 'partner_id'])
    .where('number', '=', organizationNumber)
    .executeTakeFirstOrThrow();
  const agreements = await trx
    .selectFrom('agreement')
    .select(['id', 'number'])
    .where('organization_id', '=', organization.id)
    .execute();
  return {
    organizationId: organization.id,
    partnerId: organization.partner_id,
    agreements: new Map(agreements.map(({ id, number }) => [number, id])),
  };
}

/** An array as PostgreSQL reads one; its texts have neither quotes nor backslashes. */
function arrayText(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text}"`).join(',')}}`;
}

/** Adds license IDs with their contacts. */
export async function insertContracts(
  trx: Trx,
  target: BulkTarget,
  contracts: readonly (Contract & { readonly contact: Person })[],
  primaryContact: Person,
): Promise<void> {
  const { organizationId, partnerId, agreements } = target;
  const of = columnOf(contracts);
  await insertColumns(trx, 'license', {
    organization_id: ['uuid', of(() => organizationId)],
    id: ['uuid', of(({ id }) => id)],
    license_id: ['text', of(({ licenseId }) => licenseId)],
    agreement_id: ['uuid', of(({ agreementNumber }) => agreements.get(agreementNumber) ?? null)],
    partner_id: ['uuid', of(() => partnerId)],
    name: ['text', of(({ name }) => name)],
    program: ['text', of(({ program }) => program)],
    start_date: ['date', of(({ startDate }) => startDate)],
    end_date: ['date', of(({ endDate }) => endDate)],
    city: ['text', of(({ city }) => city)],
    country: ['text', of(({ country }) => country)],
    parent_program: ['text', of(({ program }) => factsOfProgram(program).parentProgram)],
    license_type: ['text', of(({ program }) => factsOfProgram(program).licenseType)],
    agreement_type: ['text', of(({ program }) => factsOfProgram(program).agreementType)],
    terminated_on: ['date', of(({ terminatedOn }) => terminatedOn)],
    offerings: ['text[]', of(({ program }) => arrayText(factsOfProgram(program).offerings))],
    created_at: ['timestamptz', of(({ setUpAt }) => setUpAt.toISOString())],
  });
  const contacts = contracts.flatMap(({ id, contact }) => [
    { id, kind: 'primary-contact', person: primaryContact },
    { id, kind: 'notices-correspondent', person: contact },
  ]);
  const ofContact = columnOf(contacts);
  await insertColumns(trx, 'license_contact', {
    organization_id: ['uuid', ofContact(() => organizationId)],
    license_id: ['uuid', ofContact(({ id }) => id)],
    contact: ['text', ofContact(({ kind }) => kind)],
    display_name: ['text', ofContact(({ person }) => person.name)],
    email: ['text', ofContact(({ person }) => person.email)],
    email_key: ['text', ofContact(({ person }) => person.emailKey)],
  });
}

/** Adds VL users, and accounts for those who registered; an account that is there already stays. */
export async function insertPeople(
  trx: Trx,
  organizationId: string,
  people: readonly (Person & { readonly addedAt: Date })[],
  accounts: { readonly issuer: string; readonly subjectOf: (emailKey: string) => string },
): Promise<void> {
  const registered = people.filter(({ accountId }) => accountId !== null);
  const ofAccount = columnOf(registered);
  await insertColumns(
    trx,
    'account',
    {
      id: ['uuid', ofAccount(({ accountId }) => accountId)],
      issuer: ['text', ofAccount(() => accounts.issuer)],
      subject: ['text', ofAccount(({ emailKey }) => accounts.subjectOf(emailKey))],
      display_name: ['text', ofAccount(({ name }) => name)],
      email: ['text', ofAccount(({ email }) => email)],
      email_key: ['text', ofAccount(({ emailKey }) => emailKey)],
      email_verified: ['boolean', ofAccount(() => 'true')],
      created_at: ['timestamptz', ofAccount(({ registeredAt }) => timeOf(registeredAt))],
      last_sign_in_at: ['timestamptz', ofAccount(({ registeredAt }) => timeOf(registeredAt))],
    },
    'on conflict (issuer, subject) do nothing',
  );
  const of = columnOf(people);
  await insertColumns(trx, 'vl_user', {
    organization_id: ['uuid', of(() => organizationId)],
    id: ['uuid', of(({ id }) => id)],
    sign_in_email: ['text', of(({ email }) => email)],
    sign_in_email_key: ['text', of(({ emailKey }) => emailKey)],
    business_email: ['text', of(({ businessEmail }) => businessEmail)],
    display_name: ['text', of(({ name }) => name)],
    account_id: ['uuid', of(({ accountId }) => accountId)],
    registered_at: ['timestamptz', of(({ registeredAt }) => timeOf(registeredAt))],
    created_at: ['timestamptz', of(({ addedAt }) => timeOf(addedAt))],
  });
}

/** Adds changes, then the grants and invitations that they opened and closed. */
export async function insertHistory(
  trx: Trx,
  organizationId: string,
  changes: readonly BulkChange[],
  grants: readonly BulkGrant[],
  invitations: readonly BulkInvitation[],
): Promise<void> {
  const ofChange = columnOf(changes);
  await insertColumns(trx, 'assignment_change', {
    organization_id: ['uuid', ofChange(() => organizationId)],
    id: ['uuid', ofChange(({ id }) => id)],
    at: ['timestamptz', ofChange(({ at }) => timeOf(at))],
    kind: ['text', ofChange(({ kind }) => kind)],
    actor_kind: ['text', ofChange(({ author }) => author.kind)],
    actor_id: ['uuid', ofChange(({ author }) => author.id)],
    actor_name: ['text', ofChange(({ author }) => author.name)],
    reason: ['text', ofChange(({ reason }) => reason)],
  });
  const touched = columnOf(
    changes.flatMap(({ id, at, happened }) =>
      happened.event === 'invitation.registered'
        ? []
        : happened.licenseIds.map((licenseId) => ({ id, at, licenseId })),
    ),
  );
  await insertColumns(trx, 'assignment_change_license', {
    organization_id: ['uuid', touched(() => organizationId)],
    license_id: ['uuid', touched(({ licenseId }) => licenseId)],
    at: ['timestamptz', touched(({ at }) => timeOf(at))],
    change_id: ['uuid', touched(({ id }) => id)],
  });
  const ofGrant = columnOf(grants);
  await insertColumns(trx, 'role_grant', {
    organization_id: ['uuid', ofGrant(() => organizationId)],
    license_id: ['uuid', ofGrant(({ licenseId }) => licenseId)],
    vl_user_id: ['uuid', ofGrant(({ vlUserId }) => vlUserId)],
    role: ['vl_role', ofGrant(({ role }) => role)],
    starts_at: ['timestamptz', ofGrant(({ openedAt }) => timeOf(openedAt))],
    opened_at: ['timestamptz', ofGrant(({ openedAt }) => timeOf(openedAt))],
    opened_by: ['uuid', ofGrant(({ openedBy }) => openedBy)],
    closed_at: ['timestamptz', ofGrant(({ closedAt }) => timeOf(closedAt))],
    closed_by: ['uuid', ofGrant(({ closedBy }) => closedBy)],
    ready_at: ['timestamptz', ofGrant(({ readyAt }) => timeOf(readyAt))],
  });
  const of = columnOf(invitations);
  await insertColumns(trx, 'invitation', {
    organization_id: ['uuid', of(() => organizationId)],
    id: ['uuid', of(({ id }) => id)],
    kind: ['text', of(({ kind }) => kind)],
    vl_user_id: ['uuid', of(({ vlUserId }) => vlUserId)],
    license_id: ['uuid', of(({ licenseId }) => licenseId)],
    state: ['text', of(({ registeredAt }) => (registeredAt === null ? 'open' : 'registered'))],
    sent_at: ['timestamptz', of(({ sentAt }) => timeOf(sentAt))],
    last_sent_at: ['timestamptz', of(({ sentAt }) => timeOf(sentAt))],
    expires_at: ['timestamptz', of(({ expiresAt }) => timeOf(expiresAt))],
    ended_at: ['timestamptz', of(({ registeredAt }) => timeOf(registeredAt))],
    registered_by: ['uuid', of(({ vlUserId, registeredAt }) => (registeredAt === null ? null : vlUserId))],
  });
}

/**
 * Appends one entry a change to the organization's ledger, in the order given: as `appendToLedger`
 * does, which takes three statements for each.
 */
export async function appendHistoryToLedger(
  trx: Trx,
  organizationId: string,
  changes: readonly BulkChange[],
): Promise<void> {
  const head = await trx
    .selectFrom('ledger_head')
    .select(['sequence', 'hash'])
    .where('organization_id', '=', organizationId)
    .where('chain', '=', 'changes')
    .forUpdate()
    .executeTakeFirstOrThrow();
  let { sequence, hash } = head;
  const entries = changes.map(({ at, author, happened }) => {
    const { event, version, licenseIds } = happened;
    const id = v7({ msecs: at.getTime() });
    const previousHash = hash;
    sequence += 1;
    const body = ledgerBody(id, sequence, author, at, happened);
    hash = createHash('sha256').update(previousHash).update(body).digest();
    return { id, sequence, at, event, version, licenseIds, body, previousHash, hash };
  });
  const of = columnOf(entries);
  await insertColumns(trx, 'ledger_entry', {
    organization_id: ['uuid', of(() => organizationId)],
    chain: ['text', of(() => 'changes')],
    sequence: ['bigint', of((entry) => String(entry.sequence))],
    id: ['uuid', of(({ id }) => id)],
    at: ['timestamptz', of(({ at }) => timeOf(at))],
    event: ['text', of(({ event }) => event)],
    version: ['integer', of(({ version }) => String(version))],
    license_ids: ['uuid[]', of(({ licenseIds }) => `{${licenseIds.join(',')}}`)],
    body: ['text', of(({ body }) => body)],
    previous_hash: ['bytea', of((entry) => `\\x${entry.previousHash.toString('hex')}`)],
    hash: ['bytea', of((entry) => `\\x${entry.hash.toString('hex')}`)],
  });
  await trx
    .updateTable('ledger_head')
    .set({ sequence, hash })
    .where('organization_id', '=', organizationId)
    .where('chain', '=', 'changes')
    .execute();
}

function columnOf<Row>(rows: readonly Row[]): (read: (row: Row) => Cell) => Cell[] {
  return (read) => rows.map(read);
}

function timeOf(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}
