import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compiledSources } from '../../scripts/support/workspace.mjs';

const MAIN = path.join(import.meta.dirname, '../../apps/server/src/main.ts');
const PORT = 18_080;
const GIVE_UP_SECONDS = 120;

/** Seconds from starting the product, installed and built, until it answers ready. @source quality.md P8 */
export async function measureStart(): Promise<{ firstSeconds: number; secondSeconds: number }> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'muniment-start-'));
  try {
    return { firstSeconds: await startOnce(dataDir), secondSeconds: await startOnce(dataDir) };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function startOnce(dataDir: string): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, NODE_COMPILE_CACHE: compiledSources, DATA_DIR: dataDir, PORT: String(PORT) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    while (performance.now() - start < GIVE_UP_SECONDS * 1_000) {
      if (await isReady()) return (performance.now() - start) / 1_000;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('The product did not become ready');
  } finally {
    await end(child);
  }
}

async function isReady(): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${PORT}/readyz`).catch(() => null);
  return response?.ok ?? false;
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
