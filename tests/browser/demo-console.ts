import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoFilePath, readDemoFile } from '../../apps/server/seed/demo-file.ts';
import { loadDemo } from '../../apps/server/seed/load-demo.ts';
import { connect } from '../../apps/server/src/database/connect.ts';
import { openDatabase } from '../../apps/server/src/database/open-database.ts';
import { serve } from '../../apps/server/src/serve.ts';
import { readSettings } from '../../apps/server/src/settings.ts';
import type { ConsoleServer } from './browser.ts';

/** The product as a fresh start shows it, with the demo's data and its own database. */
export interface DemoConsole extends ConsoleServer {
  /** Where its tables' owner connects. */
  readonly database: { readonly ownerUrl: string };
  /** The API token of one of the demo's people. */
  tokenOf(email: string): Promise<string>;
  /** Ends it and removes all of its files. */
  close(): Promise<void>;
}

/** The demo's administrator of 4,000 license IDs and 2,000 people, and the number of that organization with one of its license IDs. */
export const LARGE = {
  email: 'ingrid.solheim@fennimore.example',
  organization: '30042',
  licenseId: '72041183',
} as const;

/** Starts the product with the demo's data. The console must be built. Mail is kept: there is no worker. */
export async function startDemoConsole(port: number): Promise<DemoConsole> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'muniment-console-'));
  const settings = readSettings({
    DATA_DIR: dataDir,
    PORT: String(port),
    RUN: 'web',
    LOG_LEVEL: 'error',
    RATE_LIMIT_PER_MINUTE: '0',
  });
  const database = await openDatabase(settings);
  const demo = await loadDemo(database, settings);
  const server = await serve({
    settings,
    databaseUrl: database.serverUrl,
    demoPeople: async () => demo.people,
  });
  const { db } = connect(database.serverUrl, 2);
  return {
    url: server.url,
    db,
    database,
    async tokenOf(email) {
      const file = await readDemoFile(demoFilePath(dataDir));
      const person = file?.people.find((one) => one.email === email);
      if (person === undefined) throw new Error(`The demo introduces nobody with the address ${email}.`);
      return person.token;
    },
    async close() {
      await db.destroy();
      await server.stop();
      await database.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
