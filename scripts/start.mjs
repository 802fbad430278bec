// npm start: from a fresh checkout to a running server.
import { join } from 'node:path';
import { ensureConsoleBuilt, ensureInstalled, findNode, root, run } from './support/workspace.mjs';

ensureInstalled();
await ensureConsoleBuilt();
process.exitCode = await run(findNode(), [
  join(root, 'apps', 'server', 'src', 'main.ts'),
  ...process.argv.slice(2),
]);
