import { type Selectable, sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import type { DirectoryAccountTable } from '../../database/schema.ts';
import { type DirectoryAccount, personOf, userNameKey } from './account.ts';
import { conditionOf, sortExpression } from './account-filter-repository.ts';
import type { ListRequest } from './scim/list-request.ts';

const LOCK = 'muniment directory';

/**
 * Lets one change of an organization's directory happen at a time, to the end of the transaction, and nobody be added
 * meanwhile: an account and the VL user with its address, made at the same time, would miss each other.
 */
export async function lockDirectory(trx: Trx, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${LOCK} ${organizationId}`}, 0))`.execute(trx);
}

/** Lets the directory stay as it is to the end of the transaction; others may do the same. */
export async function holdDirectoryStill(trx: Trx, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`${LOCK} ${organizationId}`}, 0))`.execute(
    trx,
  );
}

const COLUMNS = [
  'id',
  'external_id',
  'user_name',
  'active',
  'profile',
  'version',
  'created_at',
  'updated_at',
] as const;

type Row = Pick<Selectable<DirectoryAccountTable>, (typeof COLUMNS)[number]>;

function accountOf(row: Row): DirectoryAccount {
  return {
    id: row.id,
    externalId: row.external_id,
    userName: row.user_name,
    active: row.active,
    profile: row.profile as DirectoryAccount['profile'],
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** An account that is there; a deleted one is not. */
export async function selectAccount(
  q: Queryable,
  organizationId: string,
  id: string,
): Promise<DirectoryAccount | null> {
  const row = await q
    .selectFrom('directory_account')
    .select(COLUMNS)
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : accountOf(row);
}

/** The id of the account with a user name, whatever its case. */
export async function selectAccountIdByUserName(
  q: Queryable,
  organizationId: string,
  userName: string,
): Promise<string | null> {
  const row = await q
    .selectFrom('directory_account')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('user_name_key', '=', userNameKey(userName))
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** One page of an organization's accounts, and how many there are in all. The database filters, sorts and counts. */
export async function selectAccountPage(
  q: Queryable,
  organizationId: string,
  { filter, sort, startIndex, count }: ListRequest,
  base: string,
): Promise<{ readonly accounts: DirectoryAccount[]; readonly total: number }> {
  const condition = filter === null ? sql<boolean>`true` : conditionOf(filter, base);
  const order =
    sort === null
      ? sql`a.created_at, a.id`
      : sql`${sortExpression(sort.by, base)} ${sql.raw(sort.descending ? 'desc nulls first' : 'asc nulls last')}, a.created_at, a.id`;
  const matching = sql`directory_account a where a.organization_id = ${organizationId} and a.deleted_at is null and ${condition}`;
  const counted = await sql<{ total: number }>`select count(*)::int as total from ${matching}`.execute(q);
  const total = counted.rows[0]?.total ?? 0;
  if (count === 0 || startIndex > total) return { accounts: [], total };
  const { rows } = await sql<Row>`
    select ${sql.join(COLUMNS.map((name) => sql.ref(`a.${name}`)))} from ${matching}
    order by ${order} limit ${count} offset ${startIndex - 1}
  `.execute(q);
  return { accounts: rows.map(accountOf), total };
}

function columnsOf({ externalId, userName, active, profile }: DirectoryAccount) {
  const { displayName, signInEmail, signInEmailKey } = personOf({ userName, profile });
  return {
    external_id: externalId,
    user_name: userName,
    user_name_key: userNameKey(userName),
    sign_in_email: signInEmail,
    sign_in_email_key: signInEmailKey,
    display_name: displayName,
    profile: JSON.stringify(profile),
    active,
  };
}

export async function insertAccount(
  trx: Trx,
  organizationId: string,
  account: DirectoryAccount,
): Promise<void> {
  await trx
    .insertInto('directory_account')
    .values({
      organization_id: organizationId,
      id: account.id,
      ...columnsOf(account),
      version: account.version,
      created_at: account.createdAt,
      updated_at: account.updatedAt,
    })
    .execute();
}

export async function updateAccount(
  trx: Trx,
  organizationId: string,
  account: DirectoryAccount,
): Promise<void> {
  await trx
    .updateTable('directory_account')
    .set({ ...columnsOf(account), version: account.version, updated_at: account.updatedAt })
    .where('organization_id', '=', organizationId)
    .where('id', '=', account.id)
    .execute();
}

/** Deletes an account: what stays is its id, so that nobody else is ever taken for it. */
export async function buryAccount(trx: Trx, organizationId: string, id: string, at: Date): Promise<void> {
  await trx
    .updateTable('directory_account')
    .set({
      external_id: null,
      user_name: '',
      user_name_key: '',
      sign_in_email: null,
      sign_in_email_key: null,
      display_name: '',
      profile: '{}',
      active: false,
      updated_at: at,
      deleted_at: at,
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

/** How many accounts a directory has. */
export async function countAccounts(
  q: Queryable,
  organizationId: string,
): Promise<{ readonly active: number; readonly inactive: number }> {
  const { rows } = await sql<{ active: number; inactive: number }>`
    select count(*) filter (where active)::int as active, count(*) filter (where not active)::int as inactive
    from directory_account where organization_id = ${organizationId} and deleted_at is null
  `.execute(q);
  return rows[0] ?? { active: 0, inactive: 0 };
}
