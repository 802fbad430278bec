import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Database } from '../../apps/server/src/database/connect.ts';
import { createPublisherToken } from '../../apps/server/src/features/tokens/token-service.ts';
import { type ServeOptions, serve } from '../../apps/server/src/serve.ts';
import { readSettings, type Settings } from '../../apps/server/src/settings.ts';
import { type AnswerCheck, createAnswerCheck, type OpenApiDocument } from './answer-check.ts';
import { type Api, createApi } from './api.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { freePort } from './free-port.ts';
import { createPartner, type Partner } from './partner.ts';
import { createPeople, type People } from './people.ts';
import { unique } from './unique.ts';

export interface MunimentOptions {
  /** Settings as the environment would give them, over those of the tests. */
  readonly env?: Readonly<Record<string, string>>;
  /** Stamps the database as a demo's. */
  readonly demo?: boolean;
  readonly demoPeople?: ServeOptions['demoPeople'];
  /** Serves a database that is there already, as a second process would. */
  readonly database?: TestDatabase;
}

/** The product, served over HTTP on a database of its own. */
export interface Muniment extends People {
  readonly url: string;
  readonly settings: Settings;
  /** What `settings` were read from. */
  readonly environment: Readonly<Record<string, string>>;
  /** Connected as the user of the running server. */
  readonly db: Database;
  readonly database: TestDatabase;
  /** What it says of itself at /openapi.json. */
  readonly openApi: OpenApiDocument;
  /** Calls with the publisher's token. */
  readonly publisher: Api;
  readonly publisherToken: string;
  /** Calls with an API token. */
  as(token: string): Api;
  /** Calls with these headers as they are. */
  with(headers: Readonly<Record<string, string>>): Api;
  readonly nobody: Api;
  newPartner(name?: string): Promise<Partner>;
  stop(): Promise<void>;
}

/**
 * Serves the product on a free port. Mail is planned at once and kept: no worker runs unless `env.RUN` asks for
 * one. Every answer to its callers is held against its OpenAPI document.
 */
export async function startMuniment(options: MunimentOptions = {}): Promise<Muniment> {
  const demo = options.demo ?? true;
  const database = options.database ?? (await createTestDatabase());
  const port = await freePort();
  const environment = {
    PORT: String(port),
    DATABASE_URL: database.serverUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATA_DIR: join(tmpdir(), `muniment-test-data-${process.pid}`),
    ENCRYPTION_KEY: Buffer.alloc(32, 'key of the tests').toString('base64'),
    DEMO: demo ? '1' : '0',
    ...(demo ? {} : { OIDC_ISSUER: 'https://sign-in.example', OIDC_CLIENT_ID: 'muniment' }),
    RUN: 'web',
    MAIL_HOLD_SECONDS: '0',
    RATE_LIMIT_PER_MINUTE: '0',
    LOG_LEVEL: 'error',
    ...options.env,
  };
  const settings = readSettings(environment);
  const { db } = connect(database.serverUrl, 5);
  await db
    .insertInto('instance')
    .values({ demo })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const server = await serve({
    settings,
    databaseUrl: settings.databaseUrl ?? database.serverUrl,
    demoPeople: options.demoPeople ?? (async () => []),
  });

  const { url } = server;
  const openApi = (await (await fetch(`${url}/openapi.json`)).json()) as OpenApiDocument;
  const check: AnswerCheck = createAnswerCheck(openApi);
  const withHeaders = (headers: Readonly<Record<string, string>>) => createApi(url, headers, check);
  const as = (token: string) => withHeaders({ authorization: `Bearer ${token}` });
  const scopes = ['read', 'write', 'access:check'] as const;
  const { token: publisherToken } = await createPublisherToken(db, {
    name: 'Tests',
    scopes,
    expiresInDays: 1,
  });
  const publisher = as(publisherToken);
  const people = createPeople({ db, settings, publisher, as, with: withHeaders });

  return {
    ...people,
    url,
    settings,
    environment,
    db,
    database,
    openApi,
    publisher,
    publisherToken,
    as,
    with: withHeaders,
    nobody: withHeaders({}),
    newPartner: (name) => createPartner({ publisher, people, as }, name ?? `Partner ${unique()}`),
    async stop() {
      await server.stop();
      await db.destroy();
      if (options.database === undefined) await database.drop();
    },
  };
}
