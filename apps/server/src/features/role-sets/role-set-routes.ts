import { createRoleSet, editRoleSet, listRoleSets, removeRoleSet } from '@muniment/contract/role-sets.ts';
import type { FastifyInstance } from 'fastify';
import { serveRead, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { addRoleSet, changeRoleSet, forgetRoleSet, listOwnRoleSets } from './keep-role-sets.ts';

export function registerRoleSets(app: FastifyInstance, deps: WriteDeps): void {
  serveRead(app, deps, listRoleSets, async ({ actor }, db) => ({
    status: 200,
    body: { items: await listOwnRoleSets(db, actor) },
  }));

  serveWrite(app, deps, createRoleSet, async ({ actor, body }, trx) => {
    const { roleSet, etag } = await addRoleSet(trx, actor, body);
    return { status: 201, body: roleSet, etag };
  });

  serveWrite(app, deps, editRoleSet, async ({ actor, params, body, ifMatch }, trx) => {
    const { roleSet, etag } = await changeRoleSet(trx, actor, params.roleSetId, body, ifMatch);
    return { status: 200, body: roleSet, etag };
  });

  serveWrite(app, deps, removeRoleSet, async ({ actor, params }, trx) => {
    await forgetRoleSet(trx, actor, params.roleSetId);
    return { status: 204, body: null };
  });
}
