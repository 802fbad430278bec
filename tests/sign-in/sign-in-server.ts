import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
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
import { createIssuers } from '../../apps/server/src/features/sign-in/issuers.ts';
import { readSession, sessionCookie } from '../../apps/server/src/features/sign-in/session-service.ts';
import { registerSignIn } from '../../apps/server/src/features/sign-in/sign-in-routes.ts';
import { createLastUsed } from '../../apps/server/src/features/tokens/last-used.ts';
import { readToken } from '../../apps/server/src/features/tokens/token-service.ts';
import { createApp } from '../../apps/server/src/http/app.ts';
import { readSettings } from '../../apps/server/src/settings.ts';
import { createTestDatabase } from '../support/database.ts';

type App = Awaited<ReturnType<typeof createApp>>;

export interface SignInServer {
  readonly url: string;
  readonly db: Database;
  /** Runs one statement as the owner of the tables. */
  readonly sql: <Row>(text: string, values?: unknown[]) => Promise<Row[]>;
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
  const { db, prepared } = connect(database.serverUrl, 5);
  const owner = new Pool({ connectionString: database.ownerUrl, max: 1 });
  owner.on('error', () => {});
  await db.insertInto('instance').values({ demo: true }).execute();
  const { url, server, answerWith } = await listen();
  const settings = readSettings({ PUBLIC_URL: url, DEMO: '1', LOG_LEVEL: 'trace' });

  const app = await createApp(settings, {
    db,
    prepared,
    publicUrl: url,
    sessionCookie: sessionCookie(settings),
    readToken: (token) => readToken(db, token),
    lastUsed: createLastUsed(db),
  });
  const logged = recordLog(app.log);

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
    issuers: createIssuers({
      db,
      defaultProvider: createIdentityProvider({ ...issuer, publicUrl: url }),
      encryptionKeys: { current: Buffer.alloc(32, 'key of the tests'), previous: null },
      publicUrl: url,
    }),
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
    sql: async <Row>(text: string, values: unknown[] = []) => (await owner.query(text, values)).rows as Row[],
    logged,
    async close() {
      await app.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await owner.end();
      await db.destroy();
      await database.drop();
    },
  };
}

/** Takes what the real logger writes, serializers and redaction included, instead of its stream. */
function recordLog(logger: object): () => string {
  let log = '';
  const stream = Object.getOwnPropertySymbols(logger).find((symbol) => symbol.description === 'pino.stream');
  if (stream === undefined) throw new Error('The logger has no stream to replace.');
  Object.assign(logger, { [stream]: { write: (line: string) => (log += line) } });
  return () => log;
}

/** Listens before there is an app, since the app must know its own URL. */
async function listen(): Promise<{
  url: string;
  server: Server;
  answerWith: (app: App) => void;
}> {
  let app: App | undefined;
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
