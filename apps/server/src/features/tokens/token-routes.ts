import {
  createToken,
  listTokens as listEndpoint,
  revokeToken as revokeEndpoint,
} from '@muniment/contract/people.ts';
import type { FastifyInstance } from 'fastify';
import type { Member } from '../../actor.ts';
import { serveRead, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import { createPersonToken, listTokens, revokeToken } from './token-service.ts';

const DEFAULT_DAYS = 90;

export function registerTokens(app: FastifyInstance, deps: WriteDeps): void {
  serveRead(app, deps, listEndpoint, async ({ actor }, db) => ({
    status: 200,
    body: { items: await listTokens(db, ownerOf(actor)) },
  }));

  serveWrite(app, deps, createToken, async ({ actor, body }, trx) => ({
    status: 201,
    body: await createPersonToken(trx, {
      accountId: actor.account.id,
      organizationId: actor.organization.id,
      name: body.name.trim(),
      scopes: body.scopes ?? ['read', 'write'],
      expiresInDays: body.expiresInDays ?? DEFAULT_DAYS,
    }),
  }));

  serveWrite(app, deps, revokeEndpoint, async ({ actor, params }, trx) => {
    if (!(await revokeToken(trx, ownerOf(actor), params.tokenId))) throw new Problem('not-found');
    return { status: 204, body: null };
  });
}

function ownerOf(actor: Member) {
  return { kind: 'person' as const, accountId: actor.account.id, organizationId: actor.organization.id };
}
