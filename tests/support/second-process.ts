import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { freePort } from './free-port.ts';
import type { Muniment } from './muniment.ts';

/** Another process that serves the same database. */
export interface SecondProcess {
  readonly url: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** Starts a second server process beside one that a test has, as an operator would who needs more of them. */
export async function startSecondProcess(muniment: Muniment): Promise<SecondProcess> {
  const port = await freePort();
  const child = fork(path.join(import.meta.dirname, 'server-process.ts'), [], {
    execArgv: [],
    env: { ...process.env, ...muniment.environment, PORT: String(port) },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(message as string));
    child.once('exit', (code) => reject(new Error(`The second process ended with ${code}`)));
  });
  return {
    url,
    process: child,
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
