import { parseArgs } from 'node:util';
import { connect } from './database/connect.ts';
import { openDatabase } from './database/open-database.ts';
import { createPublisherToken } from './features/tokens/token-service.ts';
import { readSettings, SettingsError } from './settings.ts';

// Makes an API token for the publisher and prints it: the first one of an instance cannot come from the API.
//
//   npm run publisher-token -- --name "Operations" --days 365
try {
  const { values } = parseArgs({
    options: { name: { type: 'string', default: 'Publisher' }, days: { type: 'string', default: '365' } },
  });
  const expiresInDays = Number(values.days);
  if (!Number.isInteger(expiresInDays) || expiresInDays < 1 || expiresInDays > 365) {
    throw new SettingsError('--days takes a whole number from 1 to 365.');
  }
  const database = await openDatabase(readSettings(process.env));
  const { db } = connect(database.serverUrl, 1);
  const { token, expiresAt } = await createPublisherToken(db, {
    name: values.name,
    scopes: ['read', 'write', 'access:check'],
    expiresInDays,
  });
  process.stdout.write(`${token}\n`);
  process.stderr.write(`Shown this once. Good until ${expiresAt}.\n`);
  await db.destroy();
  await database.stop();
} catch (error) {
  process.stderr.write(`${error instanceof SettingsError ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}
