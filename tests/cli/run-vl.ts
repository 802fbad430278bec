import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runVl } from '../../apps/cli/src/vl.ts';

const COMMAND = join(import.meta.dirname, '..', '..', 'apps', 'cli', 'bin', 'vl.mjs');

/** What a command line left behind. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Somebody who types commands, with a configuration of their own. */
export interface Typist {
  /** Where `vl login` keeps what it keeps. */
  readonly configFile: string;
  /** Runs a command in this process, its input piped in: nobody is there to ask. */
  vl(...args: string[]): Promise<Outcome>;
  vlWith(options: TypedWith, ...args: string[]): Promise<Outcome>;
  /** Runs a command whose questions somebody answers. */
  vlAnswering(answer: (question: string) => Promise<string>, ...args: string[]): Promise<Outcome>;
  /** Runs a command as a program of its own, as a shell does. */
  program(options: TypedWith & { readonly command?: string }, ...args: string[]): Promise<Outcome>;
  leave(): Promise<void>;
}

interface TypedWith {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** @param env Such as VL_SERVER and VL_TOKEN. */
export async function createTypist(env: Readonly<Record<string, string>> = {}): Promise<Typist> {
  const directory = await mkdtemp(join(tmpdir(), 'muniment-vl-'));
  const configFile = join(directory, 'config', 'muniment', 'credentials.json');
  const own = { XDG_CONFIG_HOME: join(directory, 'config'), ...env };
  const vlWith: Typist['vlWith'] = (options, ...args) =>
    runHere(args, { ...own, ...options.env }, { readInput: async () => options.input ?? '' });

  return {
    configFile,
    vlWith,
    vl: (...args) => vlWith({}, ...args),
    vlAnswering: (answer, ...args) => runHere(args, own, { answer }),
    program: ({ command, input, env: more }, ...args) =>
      runProgram(command ?? COMMAND, args, { PATH: process.env.PATH ?? '', ...own, ...more }, input),
    leave: () => rm(directory, { recursive: true, force: true }),
  };
}

async function runHere(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input: { answer?: (question: string) => Promise<string>; readInput?: () => Promise<string> },
): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
  const ask = async (question: string) => {
    if (input.answer === undefined) throw new Error(`Nobody is there to answer "${question}"`);
    stderr += `${question}\n`;
    return input.answer(question);
  };
  const status = await runVl(args, {
    env,
    isInteractive: input.answer !== undefined,
    print: (line) => {
      stdout += `${line}\n`;
    },
    write: async (piece) => {
      stdout += piece;
    },
    note: (line) => {
      stderr += `${line}\n`;
    },
    style: (_style, text) => text,
    ask,
    askSecret: ask,
    readInput: input.readInput ?? (() => Promise.reject(new Error('Nothing is piped in'))),
  });
  return { status, stdout, stderr };
}

function runProgram(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input = '',
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], { env });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (text) => {
      stdout += text;
    });
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout, stderr }));
    // It may end before it has read anything.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
