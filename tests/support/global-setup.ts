import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import type { TestProject } from 'vitest/node';
import { ensureDatabase } from '../../apps/server/src/database/embedded/roles.ts';
import { migrateToLatest } from '../../apps/server/src/database/migrate.ts';
import { onDatabase } from './database-url.ts';
import { startTestServer, type TestServer, useTestServer } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: {
      adminUrl: string;
      ownerUrl: string;
      serverUrl: string;
      /** The migrated database that tests copy. Nobody may be connected to it. */
      template: string;
      /** Begins the names of this run's databases. */
      namePrefix: string;
    };
  }
}

/**
 * Brings up one PostgreSQL for the whole run, with one migrated database to copy: an own one, or that of
 * `TEST_DATABASE_URL` (a superuser's URL).
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? await useTestServer(given) : await startTestServer();
  const namePrefix = `muniment_test_${randomBytes(4).toString('hex')}_`;
  const template = `${namePrefix}template`;
  try {
    await withAdmin(server, (admin) => ensureDatabase(admin, template));
    await migrateToLatest(onDatabase(server.ownerUrl, template));
    await withAdmin(server, (admin) =>
      admin.query(`alter database ${escapeIdentifier(template)} allow_connections false`),
    );
  } catch (error) {
    await server.close();
    throw error;
  }
  const { adminUrl, ownerUrl, serverUrl } = server;
  project.provide('postgres', { adminUrl, ownerUrl, serverUrl, template, namePrefix });

  return async () => {
    // An own server goes as a whole; a given one is left as it was found.
    if (given) await withAdmin(server, (admin) => dropAll(admin, namePrefix));
    await server.close();
  };
}

async function dropAll(admin: Client, namePrefix: string): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [namePrefix],
  );
  for (const { name } of rows) {
    await admin.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
  }
}

async function withAdmin(server: TestServer, work: (admin: Client) => Promise<unknown>): Promise<void> {
  const admin = new Client(server.adminUrl);
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
