// A process that serves the access check three ways, to compare them side by side.
import { checkAccess } from '@muniment/contract/access.ts';
import fastify from 'fastify';
import { coalesce } from '../../apps/server/src/coalesce.ts';
import { connect } from '../../apps/server/src/database/connect.ts';
import { registerAccess } from '../../apps/server/src/features/access/access-routes.ts';
import { createAccessCheck } from '../../apps/server/src/features/access/check-access.ts';
import { sessionCookie } from '../../apps/server/src/features/sign-in/session-service.ts';
import { createLastUsed } from '../../apps/server/src/features/tokens/last-used.ts';
import { readTokens } from '../../apps/server/src/features/tokens/token-service.ts';
import { createApp } from '../../apps/server/src/http/app.ts';
import { serveRead } from '../../apps/server/src/http/serve-endpoint.ts';

const serverUrl = process.argv[2] ?? '';
const publicUrl = 'http://127.0.0.1';
const { db, prepared } = connect(serverUrl);
const deps = {
  db,
  prepared,
  publicUrl,
  lastUsed: createLastUsed(db),
  sessionCookie: sessionCookie({ publicUrl }),
  readToken: coalesce((tokens: readonly string[]) => readTokens(prepared, tokens), {
    atOnce: 1,
    most: 64,
    isCommonCause: () => true,
  }),
  wakeJobs: () => {},
};

const app = await createApp({ publicUrl, trustProxy: [], logLevel: 'warn', rateLimitPerMinute: 600 }, deps);
registerAccess(app, deps);
const oneByOne = createAccessCheck(prepared, { atOnce: Number.POSITIVE_INFINITY, most: 1 });
serveRead(
  app,
  deps,
  { ...checkAccess, id: 'uncoalesced', path: '/v1/uncoalesced' },
  async ({ actor, body }) => ({
    status: 200,
    body: { results: (await oneByOne(actor, body.checks)).map((allowed) => ({ allowed })) },
  }),
);

const bare = fastify();
bare.post('/constant', async () => ({ results: [{ allowed: true }] }));

await Promise.all([app.listen({ port: 0, host: '127.0.0.1' }), bare.listen({ port: 0, host: '127.0.0.1' })]);
const portOf = (server: typeof bare) => {
  const address = server.server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};
process.send?.({ port: portOf(app as typeof bare), barePort: portOf(bare) });
process.on('message', () => process.send?.({ residentBytes: process.memoryUsage.rss() }));
