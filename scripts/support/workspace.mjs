// Plain JavaScript on built-ins alone: this runs before anything is installed, under whichever Node is there.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The workspace's directory. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where Node keeps what it made of the sources; gone with the installation that it belongs to. */
export const compiledSources = join(root, 'node_modules', '.cache', 'compiled');

const NODE_MAJOR = 24;

/** Installs the locked packages when they are missing or older than the lock. */
export function ensureInstalled() {
  const installed = modifiedAt(join(root, 'node_modules', '.package-lock.json'));
  if (installed >= modifiedAt(join(root, 'package-lock.json')) && installed > 0) return;
  console.log('Installing what is missing (npm ci) ...');
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] };
  const args = ['ci', '--no-audit', '--no-fund'];
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (status !== 0) fail('npm ci failed.');
}

/** Builds the console when one of its sources is newer than its build. */
export async function ensureConsoleBuilt() {
  const web = join(root, 'apps', 'web');
  const sources = [
    ...['src', 'public', 'index.html', 'vite.config.ts', 'package.json'].map((name) => join(web, name)),
    join(root, 'packages', 'domain', 'src'),
    join(root, 'packages', 'contract', 'src'),
    join(root, 'package-lock.json'),
  ];
  const page = join(web, 'dist', 'index.html');
  const built = modifiedAt(page);
  if (built > 0 && sources.every((source) => newestIn(source) <= built)) return;

  console.log('Building the console ...');
  const start = new Date();
  const vite = join(
    dirname(createRequire(join(web, 'package.json')).resolve('vite/package.json')),
    'bin',
    'vite.js',
  );
  const code = await run(findNode(), [vite, 'build', '--logLevel', 'warn'], { cwd: web });
  if (code !== 0) fail('The console could not be built.');
  // What was saved while it built is newer than the build.
  utimesSync(page, start, start);
}

/** The path of a Node that runs TypeScript as it is: the one that npm installed here, or else this one. */
export function findNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const installed = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', name);
  if (existsSync(installed)) return installed;
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath;
  return fail(
    `Muniment needs Node ${NODE_MAJOR}, and npm has none for ${process.platform}-${process.arch}. ` +
      `Install it from https://nodejs.org (this is ${process.version}).`,
  );
}

/** The script behind a command of an installed package, to be run by {@link findNode}. */
export function commandOf(packageName, command = packageName) {
  const manifest = join(root, 'node_modules', ...packageName.split('/'), 'package.json');
  const { bin } = createRequire(manifest)(manifest);
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Runs a program in this terminal and passes signals on to it.
 *
 * @returns {Promise<number>} Its exit code; 128 and more when a signal ended it.
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
    const passOn = (signal) => {
      // At a terminal, Ctrl-C reaches the child without us; a second one would mean "at once".
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, passOn);
    const watch = whenNpmEnds(() => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      for (const name of signals) process.off(name, passOn);
      resolve(code ?? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0));
    });
  });
}

/** npm passes a signal to its shell alone, which ends and leaves us behind: then our work is over too. */
function whenNpmEnds(end) {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    end();
  }, 250);
  return watch.unref();
}

/** Ends this script with a message. */
export function fail(message) {
  console.error(message);
  process.exit(1);
}

function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Directories count too: their time tells of a removed file. */
function newestIn(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
