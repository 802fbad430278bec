import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import fastifyCookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { connect, type Database } from '../../apps/server/src/database/connect.ts';
import type { DemoPerson } from '../../apps/server/src/features/sign-in/demo-people.ts';
import {
  createDemoProvider,
  mountDemoProvider,
} from '../../apps/server/src/features/sign-in/demo-provider.ts';
import {
  createIdentityProvider,
  type IdentityProviderOptions,
} from '../../apps/server/src/features/sign-in/identity-provider.ts';
import { readSession, sessionCookie } from '../../apps/server/src/features/sign-in/session-service.ts';
import { registerSignIn } from '../../apps/server/src/features/sign-in/sign-in-routes.ts';
import { Problem } from '../../apps/server/src/problem.ts';
import { readSettings } from '../../apps/server/src/settings.ts';
import { createTestDatabase } from '../support/database.ts';

export interface SignInServer {
  readonly url: string;
  readonly db: Database;
  readonly adminUrl: string;
  /** What was logged so far. */
  readonly logged: () => string;
  close(): Promise<void>;
}

export interface SignInServerOptions {
  /** Left out: the demo provider. */
  readonly issuer?: Pick<IdentityProviderOptions, 'issuer' | 'clientId' | 'clientSecret'>;
  readonly people?: readonly DemoPerson[];
}

/**
 * The sign-in routes on a database of their own. Besides them, `GET /whoami` answers the session's account, and
 * every other path answers 200, as the console would.
 */
export async function startSignInServer(options: SignInServerOptions = {}): Promise<SignInServer> {
  const database = await createTestDatabase();
  const { db } = connect(database.serverUrl, 5);
  await db.insertInto('instance').values({ demo: true }).execute();
  const { url, server, answerWith } = await listen();
  const settings = readSettings({ PUBLIC_URL: url, DEMO: '1' });

  let log = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      log += String(chunk);
      done();
    },
  });
  const req = ({ method, url }: FastifyRequest) => ({ method, url: url.replace(/\?.*/s, '') });
  const app: FastifyInstance = fastify({ logger: { level: 'trace', stream, serializers: { req } } });
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof Problem)) return reply.send(error);
    return reply.code(error.status).send({ id: error.id });
  });
  await app.register(fastifyCookie);

  const client = { id: 'console', secret: 'secret-of-the-demo-client' };
  const issuer = options.issuer ?? {
    issuer: `${url}/demo-sign-in`,
    clientId: client.id,
    clientSecret: client.secret,
  };
  if (options.issuer === undefined) {
    const people = async () => options.people ?? [];
    mountDemoProvider(app, await createDemoProvider({ db, settings, people, client }));
  }
  registerSignIn(app, {
    db,
    settings,
    identityProvider: createIdentityProvider({ ...issuer, publicUrl: url }),
  });
  app.get('/whoami', { config: { needs: 'nothing' } }, async (request) => ({
    account: await readSession(db, request.cookies[sessionCookie(settings).name] ?? ''),
  }));
  app.get('/*', { config: { needs: 'nothing' } }, async () => 'console');
  await app.ready();
  answerWith(app);

  return {
    url,
    db,
    adminUrl: database.adminUrl,
    logged: () => log,
    async close() {
      await app.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await db.destroy();
      await database.drop();
    },
  };
}

/** Listens before there is an app, since the app must know its own URL. */
async function listen(): Promise<{
  url: string;
  server: Server;
  answerWith: (app: FastifyInstance) => void;
}> {
  let app: FastifyInstance | undefined;
  const server = createServer((request, response) => app?.routing(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    server,
    answerWith: (ready) => {
      app = ready;
    },
  };
}
