import { createToken, listTokens, revokeToken } from '@muniment/contract/people.ts';
import type { FastifyInstance } from 'fastify';
import { serveRead, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import { createPersonToken, listPersonTokens, revokePersonToken } from './token-service.ts';

const DEFAULT_DAYS = 90;

export function registerTokens(app: FastifyInstance, deps: WriteDeps): void {
  serveRead(app, deps, listTokens, async ({ actor }, db) => ({
    status: 200,
    body: {
      items: await listPersonTokens(db, {
        accountId: actor.account.id,
        organizationId: actor.organization.id,
      }),
    },
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

  serveWrite(app, deps, revokeToken, async ({ actor, params }, trx) => {
    const revoked = await revokePersonToken(trx, {
      accountId: actor.account.id,
      organizationId: actor.organization.id,
      tokenId: params.tokenId,
    });
    if (!revoked) throw new Problem('not-found');
    return { status: 204, body: null };
  });
}
