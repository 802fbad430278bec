import {
  deleteIdentityProvider,
  getIdentityProvider,
  putIdentityProvider,
} from '@muniment/contract/identity-providers.ts';
import type { FastifyInstance } from 'fastify';
import { serveRead, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { organizationOf, readIssuer, removeIssuer, type SaveIssuerDeps, saveIssuer } from './save-issuer.ts';
import { tryIssuer } from './try-issuer.ts';

/** The issuers of organizations, for the publisher. */
export function registerIdentityProviders(app: FastifyInstance, deps: WriteDeps & SaveIssuerDeps): void {
  serveRead(app, deps, getIdentityProvider, async ({ params }, db) => ({
    status: 200,
    body: await readIssuer(db, deps.publicUrl, params.number),
  }));

  serveWrite(
    app,
    deps,
    putIdentityProvider,
    async ({ params, body }, trx) => {
      const saved = await saveIssuer(trx, deps, params.number, body);
      return { status: saved.created ? 201 : 200, body: saved.body };
    },
    {
      // It may take its seconds: no transaction waits for another system.
      before: async ({ params, body }) => {
        await organizationOf(deps.db, params.number);
        await tryIssuer(body);
      },
    },
  );

  serveWrite(app, deps, deleteIdentityProvider, async ({ params }, trx) => {
    await removeIssuer(trx, deps, params.number);
    return { status: 204, body: null };
  });
}
