import { emailKey } from '@muniment/domain/email-address.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Trx } from '../src/database/connect.ts';
import { currentTime } from '../src/database/transaction.ts';
import { appendToLedger } from '../src/features/ledger/ledger-service.ts';
import type { Account } from '../src/features/sign-in/session-service.ts';
import { INGRID } from './fennimore-people.ts';

/** Somebody who has registered, administers nothing, and what they hold on one license ID. */
export interface Reader {
  readonly organizationId: string;
  readonly vlUserId: string;
  readonly directoryAccountId: string;
  readonly licenseId: string;
  readonly roles: readonly Role[];
  /** Of the administrator of everything. */
  readonly account: Account;
}

/** Some such people with an account in the directory, spread over the alphabet. */
export async function selectReaders(trx: Trx, organizationNumber: string, count: number): Promise<Reader[]> {
  const { rows } = await sql<Omit<Reader, 'account'>>`
    with reader as (
      select u.organization_id, u.id, u.directory_account_id, row_number() over (order by u.display_name, u.id) as place,
        count(*) over () as total
      from vl_user u join organization o on o.id = u.organization_id
      where o.number = ${organizationNumber} and u.registered_at is not null and u.directory_account_id is not null
        and exists (select from role_grant g where g.organization_id = u.organization_id and g.vl_user_id = u.id
          and g.closed_by is null)
        and not exists (select from role_grant g where g.organization_id = u.organization_id and g.vl_user_id = u.id
          and g.closed_by is null and g.role in ('administrator', 'online-services-manager'))
    ),
    chosen as (select * from reader where place % (total / ${count}::int) = 3 order by place limit ${count}::int)
    select c.organization_id as "organizationId", c.id as "vlUserId", c.directory_account_id as "directoryAccountId",
      held.license_id as "licenseId", held.roles
    from chosen c cross join lateral (
      select l.license_id, array_agg(g.role::text order by g.role) as roles
      from role_grant g join license l on l.organization_id = g.organization_id and l.id = g.license_id
      where g.organization_id = c.organization_id and g.vl_user_id = c.id and g.closed_by is null
      group by l.license_id order by l.license_id limit 1
    ) held
    order by c.place
  `.execute(trx);
  const account = await trx
    .selectFrom('account')
    .select(['id', 'issuer', 'subject', 'display_name as displayName', 'email', 'email_key as emailKey'])
    .select('email_verified as emailVerified')
    .where('email_key', '=', emailKey(INGRID.email) ?? '')
    .executeTakeFirstOrThrow();
  if (rows.length !== count) throw new Error(`There are only ${rows.length} readers`);
  return rows.map((row) => ({ ...row, account }));
}

/** Whether a system of this name was ever there. */
export async function isSystemThere(trx: Trx, name: string): Promise<boolean> {
  const found = await trx
    .selectFrom('downstream_system')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst();
  return found !== undefined;
}

/** Adds a downstream system that nothing is ever sent to. */
export async function addSystem(
  trx: Trx,
  system: { readonly name: string; readonly url: string },
): Promise<string> {
  const id = v7();
  const created_at = await currentTime(trx);
  await trx
    .insertInto('downstream_system')
    .values({ ...system, id, secret: '', created_at })
    .execute();
  return id;
}

export async function removeSystem(trx: Trx, id: string): Promise<void> {
  await sql`update downstream_system set removed_at = created_at + interval '10 minutes' where id = ${id}`.execute(
    trx,
  );
}

/** Ends what a change waits for as the refusal of its one system would. */
export async function refuseProvisioning(
  trx: Trx,
  organizationId: string,
  refusal: { readonly changeId: string; readonly systemName: string; readonly reason: string },
): Promise<void> {
  const at = await currentTime(trx);
  const { changeId, systemName, reason } = refusal;
  await trx
    .updateTable('provisioning')
    .set({ state: 'failed', reason: `${systemName} refused: ${reason}`, ended_at: at })
    .where('organization_id', '=', organizationId)
    .where('change_id', '=', changeId)
    .execute();
  const failed = await trx
    .selectFrom('provisioning as p')
    .innerJoin('role_grant as g', (join) =>
      join.onRef('g.organization_id', '=', 'p.organization_id').onRef('g.provisioning_id', '=', 'p.id'),
    )
    .select(['p.id', 'g.license_id as licenseId', 'g.vl_user_id as vlUserId', 'g.role'])
    .where('p.organization_id', '=', organizationId)
    .where('p.change_id', '=', changeId)
    .execute();
  await trx
    .updateTable('delivery')
    .set({ state: 'refused', error: reason, attempts: 1, ended_at: at })
    .where('organization_id', '=', organizationId)
    .where(
      'provisioning_id',
      'in',
      failed.map(({ id }) => id),
    )
    .execute();
  const author = { kind: 'system' as const, id: null, name: 'Provisioning' };
  for (const { licenseId, vlUserId, role } of failed) {
    await appendToLedger(trx, organizationId, author, at, {
      event: 'provisioning.failed',
      version: 1,
      licenseIds: [licenseId],
      details: { changeId, grants: [{ vlUserId, licenseId, role }] },
    });
  }
}
