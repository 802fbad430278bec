import type { Role } from '@muniment/domain/roles.ts';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Queryable, Trx } from '../../database/connect.ts';
import { rolesOf } from '../../database/enum-array.ts';
import type { Viewer } from '../vl-users/viewer.ts';

/** A role set as it is stored, the roles that its owner no longer sees among them. */
export interface StoredRoleSet {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface WantedRoleSet {
  readonly name: string;
  /** Two sets of one VL user differ in it. */
  readonly nameKey: string;
  readonly roles: readonly Role[];
}

/** The role sets of one VL user, by name. */
export async function selectRoleSets(q: Queryable, owner: Viewer): Promise<StoredRoleSet[]> {
  const { rows } = await sql<Row>`
    select id, name, roles from role_set
    where organization_id = ${owner.organizationId} and vl_user_id = ${owner.vlUserId}
    order by name_key collate "und-x-icu", id
  `.execute(q);
  return rows.map(toRoleSet);
}

/** Locks one role set of a VL user until the transaction ends; null where they have none by that id. */
export async function lockRoleSet(trx: Trx, owner: Viewer, id: string): Promise<StoredRoleSet | null> {
  const { rows } = await sql<Row>`
    select id, name, roles from role_set
    where organization_id = ${owner.organizationId} and vl_user_id = ${owner.vlUserId} and id = ${id}
    for update
  `.execute(trx);
  return rows[0] === undefined ? null : toRoleSet(rows[0]);
}

/** Keeps a role set. @returns null where the owner has one of that name. */
export async function insertRoleSet(
  trx: Trx,
  owner: Viewer,
  { name, nameKey, roles }: WantedRoleSet,
): Promise<StoredRoleSet | null> {
  const { rows } = await sql<Row>`
    insert into role_set (organization_id, id, vl_user_id, name, name_key, roles)
    values (${owner.organizationId}, ${uuidv7()}, ${owner.vlUserId}, ${name}, ${nameKey}, ${[...roles]}::vl_role[])
    on conflict (organization_id, vl_user_id, name_key) do nothing
    returning id, name, roles
  `.execute(trx);
  return rows[0] === undefined ? null : toRoleSet(rows[0]);
}

/** Changes a role set that is locked. @returns false where another of the owner's has that name. */
export async function updateRoleSet(
  trx: Trx,
  owner: Viewer,
  id: string,
  { name, nameKey, roles }: WantedRoleSet,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update role_set set name = ${name}, name_key = ${nameKey}, roles = ${[...roles]}::vl_role[]
    where organization_id = ${owner.organizationId} and vl_user_id = ${owner.vlUserId} and id = ${id}
      and not exists (
        select from role_set other
        where other.organization_id = ${owner.organizationId} and other.vl_user_id = ${owner.vlUserId}
          and other.name_key = ${nameKey} and other.id <> ${id}
      )
  `.execute(trx);
  return numAffectedRows === 1n;
}

/** Forgets a role set. @returns false where the owner has none by that id. */
export async function deleteRoleSet(trx: Trx, owner: Viewer, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from role_set
    where organization_id = ${owner.organizationId} and vl_user_id = ${owner.vlUserId} and id = ${id}
  `.execute(trx);
  return numAffectedRows === 1n;
}

/** Lets one change after the other be made to the role sets of a VL user, so that counting them holds. */
export async function lockOwner(trx: Trx, owner: Viewer): Promise<void> {
  await sql`
    select from vl_user
    where organization_id = ${owner.organizationId} and id = ${owner.vlUserId}
    for no key update
  `.execute(trx);
}

/** Whether a VL user administers a license ID at all. @source R10 */
export async function selectAdministersAny(q: Queryable, owner: Viewer): Promise<boolean> {
  const { rows } = await sql<{ administers: boolean }>`
    select exists (select from license_administered_by(${owner.organizationId}, ${owner.vlUserId})) as administers
  `.execute(q);
  return rows[0]?.administers ?? false;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly roles: string;
}

function toRoleSet({ id, name, roles }: Row): StoredRoleSet {
  return { id, name, roles: rolesOf(roles) };
}
