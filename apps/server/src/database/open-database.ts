import { type Settings, SettingsError } from '../settings.ts';
import { connect } from './connect.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { isDemo } from './is-demo.ts';
import { migrateToLatest } from './migrate.ts';

export interface OpenedDatabase {
  /** Connects as the user of the running server. */
  readonly serverUrl: string;
  /** Connects as the user that owns the tables. */
  readonly ownerUrl: string;
  /** Stops the database where this process started it and nobody else uses it. */
  stop(): Promise<void>;
}

/**
 * Opens the database that the settings name, or starts the embedded one; migrates it; and stamps a new one as a
 * demo or not.
 *
 * @throws SettingsError where a demo is asked for on a database that holds none.
 */
export async function openDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'databaseOwnerUrl' | 'dataDir' | 'demo'>,
): Promise<OpenedDatabase> {
  const { databaseUrl, databaseOwnerUrl } = settings;
  const opened =
    databaseUrl === null
      ? await startEmbeddedPostgres({ dataDir: settings.dataDir })
      : { serverUrl: databaseUrl, ownerUrl: databaseOwnerUrl ?? databaseUrl, stop: async () => {} };
  try {
    await migrateToLatest(opened.ownerUrl, decodeURIComponent(new URL(opened.serverUrl).username));
    await stamp(opened.serverUrl, settings.demo);
  } catch (error) {
    await opened.stop();
    throw error;
  }
  return { serverUrl: opened.serverUrl, ownerUrl: opened.ownerUrl, stop: () => opened.stop() };
}

async function stamp(serverUrl: string, demo: boolean): Promise<void> {
  const { db } = connect(serverUrl, 1);
  try {
    await db
      .insertInto('instance')
      .values({ demo })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    if (demo && !(await isDemo(db))) {
      throw new SettingsError(
        'DEMO=1, but the database holds real data. Set DEMO=0, or name another database.',
      );
    }
  } finally {
    await db.destroy();
  }
}
