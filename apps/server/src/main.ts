import { loadDemo } from '../seed/load-demo.ts';
import { openDatabase } from './database/open-database.ts';
import { serve } from './serve.ts';
import { readSettings, SettingsError } from './settings.ts';

/** Starts the product as the environment says, and ends it on SIGINT or SIGTERM. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const database = await openDatabase(settings);
  const demo = settings.demo ? await loadDemo(database, settings) : null;
  const server = await serve({
    settings,
    databaseUrl: database.serverUrl,
    demoPeople: async () => demo?.people ?? [],
  });

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await server.stop();
    await database.stop();
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());

  if (settings.run.web) greet(settings.publicUrl, demo);
}

function greet(url: string, demo: Awaited<ReturnType<typeof loadDemo>> | null): void {
  const lines = ['', `  Muniment is ready at ${url}`];
  if (demo !== null) {
    lines.push('', '  Sign in as');
    for (const { displayName, organizationName, about } of demo.people) {
      lines.push(`    ${displayName}, ${organizationName}: ${about}`);
    }
    lines.push(
      '',
      `  Mail that was not sent: ${url}/outbox#${demo.publisherToken}`,
      `  What people wrote: ${url}/inbox#${demo.publisherToken}`,
      `  API tokens: ${demo.file}`,
    );
  }
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(error instanceof SettingsError ? `${error.message}\n` : `${(error as Error).stack}\n`);
  process.exit(1);
}
