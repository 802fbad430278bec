import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import type { DemoFile } from '../../apps/server/seed/demo-file.ts';
import { type LoadedDemo, loadDemo } from '../../apps/server/seed/load-demo.ts';
import { readSettings, type Settings } from '../../apps/server/src/settings.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

/** A database and a data directory for a demo, not loaded yet. */
export interface Demo {
  readonly database: TestDatabase;
  readonly settings: Settings;
  /** Of demo.json. */
  readonly path: string;
  load(): Promise<LoadedDemo>;
  /** Runs one statement as the owner of the tables. */
  query<Row>(sql: string): Promise<Row[]>;
  file(): Promise<DemoFile>;
  tokenOf(email: string): Promise<string>;
  /** How much of everything there is. */
  everything(): Promise<unknown>;
  drop(): Promise<void>;
}

/** Makes one. `drop` removes both. */
export async function emptyDemo(changes: Partial<Settings> = {}): Promise<Demo> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'muniment-demo-'));
  const pool = new Pool({ connectionString: database.ownerUrl, max: 2 });
  // Dropping the database ends connections that are idle here.
  pool.on('error', () => {});
  const env = {
    PORT: '9340',
    DATA_DIR: dataDir,
    DEMO: '1',
    ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  const settings = { ...readSettings(env), ...changes };
  const path = join(dataDir, 'demo.json');
  const query = async <Row>(sql: string) => (await pool.query(sql)).rows as Row[];
  const file = async () => JSON.parse(await readFile(path, 'utf8')) as DemoFile;
  return {
    database,
    settings,
    path,
    load: () => loadDemo(database, settings),
    query,
    file,
    async tokenOf(email) {
      return (await file()).people.find((person) => person.email === email)?.token ?? '';
    },
    everything: () =>
      query(`select (select count(*) from account) as accounts, (select count(*) from api_token) as tokens,
        (select count(*) from role_grant) as grants, (select count(*) from mail) as mails,
        (select array_agg(hash order by organization_id) from ledger_head) as ledgers`),
    async drop() {
      await pool.end();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
