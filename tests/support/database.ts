import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { inject } from 'vitest';
import { ensureDatabase, OWNER_ROLE } from '../../apps/server/src/database/embedded/roles.ts';
import { onDatabase } from './database-url.ts';

/** A database of a test's own. */
export interface TestDatabase {
  /** Signs in as the role that runs the server, with the rights that migrations give it. */
  serverUrl: string;
  /** Signs in as the role that owns the tables. */
  ownerUrl: string;
  /** Signs in as superuser. */
  adminUrl: string;
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>;
}

/**
 * Makes a database for one test or one test file, in a few hundredths of a second. Test files may do so at the
 * same time, and never see each other's rows.
 *
 * @param content `migrated`: a copy of the database with all migrations; `empty`: without any.
 */
export async function createTestDatabase(content: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> {
  const server = inject('postgres');
  const name = `${server.namePrefix}${randomBytes(6).toString('hex')}`;
  await asAdmin(server.adminUrl, async (admin) => {
    if (content === 'empty') await ensureDatabase(admin, name);
    else {
      const template = escapeIdentifier(server.template);
      await admin.query(`create database ${escapeIdentifier(name)} owner ${OWNER_ROLE} template ${template}`);
    }
  });
  return {
    serverUrl: onDatabase(server.serverUrl, name),
    ownerUrl: onDatabase(server.ownerUrl, name),
    adminUrl: onDatabase(server.adminUrl, name),
    drop: () => asAdmin(server.adminUrl, (admin) => dropDatabase(admin, name)),
  };
}

async function dropDatabase(admin: Client, name: string): Promise<void> {
  await admin.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
}

async function asAdmin<T>(adminUrl: string, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client(adminUrl);
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
