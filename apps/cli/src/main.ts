import { processTerminal } from './terminal.ts';
import { runVl } from './vl.ts';

process.exitCode = await runVl(process.argv.slice(2), processTerminal());
