// npm start: from a fresh checkout to a running server.
import { join } from 'node:path';
import {
  compiledSources,
  ensureConsoleBuilt,
  ensureInstalled,
  findNode,
  root,
  run,
} from './support/workspace.mjs';

ensureInstalled();
await ensureConsoleBuilt();
// What Node makes of the sources is kept, so that the next start need not make it again.
process.env.NODE_COMPILE_CACHE ??= compiledSources;
process.exitCode = await run(findNode(), [
  join(root, 'apps', 'server', 'src', 'main.ts'),
  ...process.argv.slice(2),
]);
