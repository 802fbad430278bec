import {
  createScimToken as createTokenEndpoint,
  getDirectory,
  listScimTokens,
  putDirectory,
  revokeScimToken,
} from '@muniment/contract/directory.ts';
import type { FastifyInstance } from 'fastify';
import type { Queryable } from '../../database/connect.ts';
import { serveRead, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import { createScimToken, listTokens, revokeToken } from '../tokens/token-service.ts';
import { enforceDirectory, showDirectory } from './enforcement.ts';
import { selectOrganizationId } from './enforcement-repository.ts';

const TOKEN_DAYS = 365;

/** The publisher's side of directories: tokens for them, and whether they are enforced. */
export function registerDirectory(app: FastifyInstance, deps: WriteDeps): void {
  serveRead(app, deps, listScimTokens, async ({ params }, db) => ({
    status: 200,
    body: { items: await listTokens(db, await ownerOf(db, params.number)) },
  }));

  serveWrite(app, deps, createTokenEndpoint, async ({ params, body }, trx) => {
    const { organizationId } = await ownerOf(trx, params.number);
    const token = await createScimToken(trx, {
      organizationId,
      name: body?.name?.trim() ?? 'Directory',
      expiresInDays: body?.expiresInDays ?? TOKEN_DAYS,
    });
    return { status: 201, body: token };
  });

  serveWrite(app, deps, revokeScimToken, async ({ params }, trx) => {
    const owner = await ownerOf(trx, params.number);
    if (!(await revokeToken(trx, owner, params.tokenId))) throw new Problem('not-found');
    return { status: 204, body: null };
  });

  serveRead(app, deps, getDirectory, async ({ params }, db) => ({
    status: 200,
    body: await showDirectory(db, (await ownerOf(db, params.number)).organizationId),
  }));

  serveWrite(app, deps, putDirectory, async ({ params, body }, trx) => {
    const { organizationId } = await ownerOf(trx, params.number);
    await enforceDirectory(trx, organizationId, body.enforced);
    return { status: 200, body: await showDirectory(trx, organizationId) };
  });
}

async function ownerOf(q: Queryable, number: string) {
  const organizationId = await selectOrganizationId(q, number);
  if (organizationId === null) throw new Problem('not-found');
  return { kind: 'scim' as const, organizationId };
}
