import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readDemoFile } from '../../apps/server/seed/demo-file.ts';
import { mixedRecords, setUpRecords } from './generate-records.ts';

const MAIN = path.join(import.meta.dirname, '../../apps/server/src/main.ts');
const COMMAND = path.join(import.meta.dirname, '../../apps/cli/bin/vl.mjs');
const PORT = 18_081;
const URL = `http://127.0.0.1:${PORT}`;
const SHORT = 20_000;
const LONG = 200_000;

export interface ImportFigures {
  readonly perSecond: number;
  /** The most that each process held, in bytes. */
  readonly server: Peaks;
  readonly command: Peaks;
}

/** By half of the time, and in all: memory that is flat is as much. */
interface Peaks {
  readonly halfway: number;
  readonly inAll: number;
}

export interface MeasuredImports {
  /** The same mix, ten times as long as the others. */
  readonly long: ImportFigures;
  /** A file that was imported before. */
  readonly again: ImportFigures;
  readonly setUps: ImportFigures;
}

/**
 * Imports files through the command line into the product as it is started by anybody, demo included: how fast, and how
 * much memory server and command hold at most.
 *
 * @source quality.md P7
 */
export async function measureImports(lines = { short: SHORT, long: LONG }): Promise<MeasuredImports> {
  const directory = await mkdtemp(path.join(tmpdir(), 'muniment-import-'));
  const server = spawn(process.execPath, [MAIN], {
    env: { ...process.env, DATA_DIR: directory, PORT: String(PORT), RATE_LIMIT_PER_MINUTE: '0' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await isReady();
    const demo = await readDemoFile(path.join(directory, 'demo.json'));
    const token = demo?.partners[0]?.token;
    if (token === undefined) throw new Error('The demo has no partner');
    const measure = (file: string) => importFile(server, token, file);
    const short = await write(directory, 'short', mixedRecords('BA', lines.short));
    const long = await write(directory, 'long', mixedRecords('BB', lines.long));
    const setUps = await write(directory, 'set-ups', setUpRecords('BC', lines.short));
    await measure(short);
    return { long: await measure(long), again: await measure(short), setUps: await measure(setUps) };
  } finally {
    await end(server);
    await rm(directory, { recursive: true, force: true });
  }
}

async function importFile(server: ChildProcess, token: string, file: string): Promise<ImportFigures> {
  const start = performance.now();
  const child = spawn(process.execPath, [COMMAND, 'import', 'contracts', file, '--json'], {
    env: { ...process.env, VL_SERVER: URL, VL_TOKEN: token },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let answer = '';
  child.stdout.on('data', (text) => {
    answer += text;
  });
  const samples: { server: number; command: number }[] = [];
  const sample = async () => {
    samples.push({ server: await residentBytes(server), command: await residentBytes(child) });
  };
  // The command may be gone before it is looked at the last time.
  const sampling = setInterval(() => void sample().catch(() => undefined), 100);
  const [status] = await once(child, 'close');
  clearInterval(sampling);
  const seconds = (performance.now() - start) / 1_000;
  const { totals, rejected } = JSON.parse(answer) as {
    totals: Record<string, number>;
    rejected: readonly object[];
  };
  if (status !== 0) throw new Error(`The import ended with ${status}: ${JSON.stringify(rejected[0])}`);
  const records = Object.values(totals).reduce((sum, count) => sum + count, 0);
  const peaks = (of: 'server' | 'command'): Peaks => {
    const held = samples.map((sample) => sample[of]);
    const half = held.slice(0, Math.ceil(held.length / 2));
    return { halfway: Math.max(0, ...half), inAll: Math.max(0, ...held) };
  };
  return { perSecond: records / seconds, server: peaks('server'), command: peaks('command') };
}

async function write(directory: string, name: string, records: Iterable<object>): Promise<string> {
  const file = path.join(directory, `${name}.ndjson`);
  const lines = (function* () {
    for (const record of records) yield `${JSON.stringify(record)}\n`;
  })();
  await pipeline(Readable.from(lines), createWriteStream(file));
  return file;
}

/** @source proc_pid_status(5) */
async function residentBytes({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1_024;
}

async function isReady(): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const response = await fetch(`${URL}/readyz`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The product did not become ready');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
