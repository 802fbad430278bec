import { createHash } from 'node:crypto';
import type { BodyOf } from '@muniment/contract/endpoint.ts';
import {
  type createRoleSet,
  type editRoleSet,
  ROLE_SETS_MAX,
  type RoleSet,
} from '@muniment/contract/role-sets.ts';
import { ROLES, type Role } from '@muniment/domain/roles.ts';
import { validate as isUuid } from 'uuid';
import { type Member, viewerOf } from '../../actor.ts';
import type { Queryable, Trx } from '../../database/connect.ts';
import { invalidField, Problem } from '../../problem.ts';
import { seenRoles } from '../licenses/license-service.ts';
import {
  deleteRoleSet,
  insertRoleSet,
  lockOwner,
  lockRoleSet,
  type StoredRoleSet,
  selectAdministersAny,
  selectRoleSets,
  updateRoleSet,
} from './role-set-repository.ts';

/** A role set as its owner sees it, and its version. */
export interface ShownRoleSet {
  readonly roleSet: RoleSet;
  readonly etag: string;
}

/**
 * The caller's own role sets, with the roles that they may see today; a set of which nothing is left is not listed. To
 * somebody who administers nothing, none.
 *
 * @source R9, R10
 */
export async function listOwnRoleSets(q: Queryable, actor: Member): Promise<RoleSet[]> {
  const owner = viewerOf(actor);
  if (!(await selectAdministersAny(q, owner))) return [];
  const seen = await seenRoles(q, owner, null);
  return (await selectRoleSets(q, owner))
    .map((stored) => shown(stored, seen).roleSet)
    .filter(({ roles }) => roles.length > 0);
}

/**
 * Keeps roles under a name.
 *
 * @throws Problem not-found for somebody who administers nothing, unknown-role, role-set-name-taken, or invalid-request
 *   where the caller has as many as one may keep.
 */
export async function addRoleSet(
  trx: Trx,
  actor: Member,
  { name, roles }: BodyOf<typeof createRoleSet>,
): Promise<ShownRoleSet> {
  const owner = viewerOf(actor);
  const seen = await requireAdministrator(trx, actor);
  const wanted = { ...named(name), roles: readRoles(roles, seen) };
  await lockOwner(trx, owner);
  if ((await selectRoleSets(trx, owner)).length >= ROLE_SETS_MAX) {
    throw invalidField('/name', `You keep ${ROLE_SETS_MAX} role sets already. Remove one first.`);
  }
  const stored = await insertRoleSet(trx, owner, wanted);
  if (stored === null) throw nameTaken(wanted.name);
  return shown(stored, seen);
}

/**
 * Changes the name or the roles of one of the caller's role sets. Roles in it that they no longer see stay in it.
 *
 * @throws Problem not-found, stale-version, unknown-role, role-set-name-taken.
 */
export async function changeRoleSet(
  trx: Trx,
  actor: Member,
  id: string,
  { name, roles }: BodyOf<typeof editRoleSet>,
  ifMatch: string | null,
): Promise<ShownRoleSet> {
  const owner = viewerOf(actor);
  const seen = await requireAdministrator(trx, actor);
  // One owner's names change one after the other: locked rows alone would let two sets be given one name at once.
  await lockOwner(trx, owner);
  const before = isUuid(id) ? await lockRoleSet(trx, owner, id) : null;
  if (before === null) throw new Problem('not-found');
  if (ifMatch !== null && !accepts(ifMatch, shown(before, seen).etag)) throw new Problem('stale-version');
  const unseen = before.roles.filter((role) => !seen.includes(role));
  const kept = roles === undefined ? before.roles : inOrder([...readRoles(roles, seen), ...unseen]);
  const wanted = { ...named(name ?? before.name), roles: kept };
  if (!(await updateRoleSet(trx, owner, before.id, wanted))) throw nameTaken(wanted.name);
  return shown({ id: before.id, name: wanted.name, roles: kept }, seen);
}

/** Forgets one of the caller's role sets. @throws Problem not-found. */
export async function forgetRoleSet(trx: Trx, actor: Member, id: string): Promise<void> {
  if (!isUuid(id) || !(await deleteRoleSet(trx, viewerOf(actor), id))) throw new Problem('not-found');
}

async function requireAdministrator(q: Queryable, actor: Member): Promise<readonly Role[]> {
  const owner = viewerOf(actor);
  if (!(await selectAdministersAny(q, owner))) throw new Problem('not-found');
  return seenRoles(q, owner, null);
}

/** @throws Problem unknown-role for one that does not exist or is not seen, alike. @source R9 */
function readRoles(asked: readonly string[], seen: readonly Role[]): Role[] {
  asked.forEach((role, index) => {
    if (seen.some((each) => each === role)) return;
    const pointer = `/roles/${index}`;
    const detail = `There is no role "${role}". GET /v1/roles lists them.`;
    throw new Problem('unknown-role', { detail: `${pointer}: ${detail}`, errors: [{ pointer, detail }] });
  });
  return inOrder(asked);
}

function inOrder(roles: readonly string[]): Role[] {
  return ROLES.filter((role) => roles.includes(role));
}

function named(typed: string): { name: string; nameKey: string } {
  const name = typed.trim().replace(/\s+/g, ' ');
  return { name, nameKey: name.normalize('NFC').toLowerCase() };
}

function nameTaken(name: string): Problem {
  return new Problem('role-set-name-taken', {
    detail: `You have a role set named "${name}" already. Take another name, or change that one.`,
  });
}

function shown({ id, name, roles }: StoredRoleSet, seen: readonly Role[]): ShownRoleSet {
  const roleSet = { id, name, roles: inOrder(roles).filter((role) => seen.includes(role)) };
  const version = createHash('sha256').update(JSON.stringify(roleSet)).digest('base64url').slice(0, 22);
  return { roleSet, etag: `"${version}"` };
}

function accepts(ifMatch: string, etag: string): boolean {
  const accepted = ifMatch.split(',').map((one) => one.trim());
  return accepted.includes('*') || accepted.includes(etag);
}
