// A server process of its own, with the settings of its environment. Its database is migrated already.
import { serve } from '../../apps/server/src/serve.ts';
import { readSettings } from '../../apps/server/src/settings.ts';

const settings = readSettings(process.env);
const server = await serve({
  settings,
  databaseUrl: settings.databaseUrl ?? '',
  demoPeople: async () => [],
});
process.send?.(server.url);
process.on('disconnect', () => void server.stop().then(() => process.exit()));
