// node scripts/run.mjs FILE.ts [ARGUMENTS]: runs a TypeScript file of this workspace.
import { resolve } from 'node:path';
import { ensureInstalled, fail, findNode, run } from './support/workspace.mjs';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) fail('Which file? node scripts/run.mjs FILE.ts [ARGUMENTS]');
ensureInstalled();
process.exitCode = await run(findNode(), [resolve(file), ...args], { cwd: process.cwd() });
