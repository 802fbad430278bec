import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { Id, Name, RoleId, strict } from './fields.ts';

/** As many role sets one VL user may keep. */
export const ROLE_SETS_MAX = 50;

const Roles = Type.Array(
  // Not an enumeration: a role that the caller may not see is as unknown as one that does not exist.
  Type.String({ minLength: 1, maxLength: 64 }),
  { minItems: 1, maxItems: 7, uniqueItems: true },
);

/** A name for roles that somebody gives together: their own, and nothing but a way to fill a form in. */
export const RoleSet = Type.Object({
  id: Id,
  name: Type.String(),
  roles: Type.Array(RoleId, { description: 'In the order of all roles; those that the caller may see.' }),
});
export type RoleSet = Type.Static<typeof RoleSet>;

const roleSetParams = Type.Object({ roleSetId: Type.String({ maxLength: 64 }) });

export const listRoleSets = endpoint({
  id: 'listRoleSets',
  tag: 'Role sets',
  method: 'GET',
  path: '/v1/role-sets',
  summary: "The caller's own role sets in the organization, by name",
  needs: 'assignment:manage',
  responses: { 200: Type.Object({ items: Type.Array(RoleSet) }) },
});

export const createRoleSet = endpoint({
  id: 'createRoleSet',
  tag: 'Role sets',
  method: 'POST',
  path: '/v1/role-sets',
  summary: 'Keep roles under a name. A role set gives nobody a role: it fills in what a change asks for',
  needs: 'assignment:manage',
  body: Type.Object({ name: Name, roles: Roles }, strict),
  responses: { 201: RoleSet },
  problems: ['unknown-role', 'role-set-name-taken'],
  versioned: true,
});

export const editRoleSet = endpoint({
  id: 'editRoleSet',
  tag: 'Role sets',
  method: 'PATCH',
  path: '/v1/role-sets/:roleSetId',
  summary: 'Change the name or the roles of a role set. Nobody who was given its roles is touched',
  needs: 'assignment:manage',
  params: roleSetParams,
  body: Type.Object(
    { name: Type.Optional(Name), roles: Type.Optional(Roles) },
    { ...strict, minProperties: 1 },
  ),
  responses: { 200: RoleSet },
  problems: ['not-found', 'unknown-role', 'role-set-name-taken', 'stale-version'],
  versioned: true,
});

export const removeRoleSet = endpoint({
  id: 'removeRoleSet',
  tag: 'Role sets',
  method: 'DELETE',
  path: '/v1/role-sets/:roleSetId',
  summary: 'Forget a role set. Nobody who was given its roles is touched',
  needs: 'assignment:manage',
  params: roleSetParams,
  responses: { 204: Type.Null() },
  problems: ['not-found'],
});
