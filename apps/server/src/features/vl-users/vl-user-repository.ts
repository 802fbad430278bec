import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import type { KnownVlUser, VlUserWithAccount } from './known-vl-user.ts';

const COLUMNS = [
  'id',
  'sign_in_email as signInEmail',
  'sign_in_email_key as signInEmailKey',
  'business_email as businessEmail',
  'display_name as displayName',
] as const;

/** VL users of an organization by id or by the key of their sign-in e-mail. */
export async function selectVlUsers(
  q: Queryable,
  organizationId: string,
  by: { readonly ids: readonly string[]; readonly emailKeys: readonly string[] },
): Promise<KnownVlUser[]> {
  return q
    .selectFrom('vl_user')
    .select(COLUMNS)
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`(id = any(${by.ids}::uuid[]) or sign_in_email_key = any(${by.emailKeys}))`)
    .execute();
}

/** Adds VL users, in the order of their e-mail keys; one who is there already stays as they are. */
export async function insertVlUsers(
  trx: Trx,
  organizationId: string,
  users: readonly KnownVlUser[],
): Promise<KnownVlUser[]> {
  const sorted = [...users].sort((a, b) => (a.signInEmailKey < b.signInEmailKey ? -1 : 1));
  await sql`
    insert into vl_user (organization_id, id, sign_in_email, sign_in_email_key, business_email, display_name)
    select ${organizationId}::uuid, u.* from unnest(
      ${sorted.map((user) => user.id)}::uuid[],
      ${sorted.map((user) => user.signInEmail)}::text[],
      ${sorted.map((user) => user.signInEmailKey)}::text[],
      ${sorted.map((user) => user.businessEmail)}::text[],
      ${sorted.map((user) => user.displayName)}::text[]
    ) as u
    on conflict (organization_id, sign_in_email_key) do nothing
  `.execute(trx);
  return selectVlUsers(trx, organizationId, {
    ids: [],
    emailKeys: sorted.map((user) => user.signInEmailKey),
  });
}

export async function updateBusinessEmails(
  trx: Trx,
  organizationId: string,
  emails: readonly { readonly id: string; readonly businessEmail: string }[],
): Promise<void> {
  if (emails.length === 0) return;
  await sql`
    update vl_user u set business_email = e.business_email
    from unnest(${emails.map((one) => one.id)}::uuid[], ${emails.map((one) => one.businessEmail)}::text[])
      as e (id, business_email)
    where u.organization_id = ${organizationId} and u.id = e.id
  `.execute(trx);
}

/**
 * Whoever's address was released is gone from the directory for good: the person who signs in as they did is somebody
 * else here, a new VL user.
 */
const isReachable = sql<boolean>`right(sign_in_email_key, 37) <> '#' || id`;

export async function selectVlUser(
  q: Queryable,
  organizationId: string,
  by: { readonly id: string } | { readonly accountId: string } | { readonly emailKey: string },
): Promise<VlUserWithAccount | null> {
  const query = q
    .selectFrom('vl_user')
    .select([...COLUMNS, 'account_id as accountId'])
    .where('organization_id', '=', organizationId);
  const row = await ('id' in by
    ? query.where('id', '=', by.id)
    : 'accountId' in by
      ? query.where('account_id', '=', by.accountId).where(isReachable)
      : query.where('sign_in_email_key', '=', by.emailKey)
  ).executeTakeFirst();
  return row ?? null;
}

/**
 * Binds an account to a VL user and registers them; one who was registered before stays so since then. Of a VL user
 * who is gone from the directory for good the account is taken.
 *
 * @returns false where they are bound to another account.
 */
export async function updateRegistered(
  trx: Trx,
  organizationId: string,
  vlUserId: string,
  accountId: string,
  at: Date,
): Promise<boolean> {
  await trx
    .updateTable('vl_user')
    .set({ account_id: null })
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .where('id', '<>', vlUserId)
    .where((eb) => eb.not(isReachable))
    .execute();
  const result = await trx
    .updateTable('vl_user')
    .set((eb) => ({ account_id: accountId, registered_at: eb.fn.coalesce('registered_at', eb.val(at)) }))
    .where('organization_id', '=', organizationId)
    .where('id', '=', vlUserId)
    .where((eb) => eb.or([eb('account_id', 'is', null), eb('account_id', '=', accountId)]))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Of these VL users, those who have not registered and have no open invitation. */
export async function selectUnasked(
  q: Queryable,
  organizationId: string,
  vlUserIds: readonly string[],
): Promise<Set<string>> {
  if (vlUserIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select u.id from vl_user u
    where u.organization_id = ${organizationId} and u.id = any(${vlUserIds}::uuid[]) and u.registered_at is null
      and not exists (
        select from invitation i
        where i.organization_id = u.organization_id and i.vl_user_id = u.id and i.state = 'open'
      )
  `.execute(q);
  return new Set(rows.map(({ id }) => id));
}

/** Registers VL users without an account; one who is registered already stays so since then. */
export async function updateRegisteredAt(
  trx: Trx,
  organizationId: string,
  vlUserIds: readonly string[],
  at: Date,
): Promise<void> {
  if (vlUserIds.length === 0) return;
  await sql`
    update vl_user set registered_at = ${at}
    where organization_id = ${organizationId} and id = any(${vlUserIds}::uuid[]) and registered_at is null
  `.execute(trx);
}

/** Locks one VL user. */
export async function lockVlUser(trx: Trx, organizationId: string, vlUserId: string): Promise<void> {
  await trx
    .selectFrom('vl_user')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('id', '=', vlUserId)
    .forNoKeyUpdate()
    .execute();
}

export async function updateVlUser(
  trx: Trx,
  organizationId: string,
  vlUserId: string,
  change: { readonly businessEmail: string | undefined; readonly displayName: string | undefined },
): Promise<void> {
  await trx
    .updateTable('vl_user')
    .set({
      ...(change.businessEmail === undefined ? {} : { business_email: change.businessEmail }),
      ...(change.displayName === undefined ? {} : { display_name: change.displayName }),
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', vlUserId)
    .execute();
}
