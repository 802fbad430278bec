import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of a Chromium on this machine: `CHROMIUM_PATH`, an installed one, or the one Playwright keeps. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run.`);
    return named;
  }
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((directory) => NAMES.map((name) => join(directory, name)));
  const installed = [...onPath, ...NAMES.map((name) => join('/usr/bin', name)), ...PLACES].find(isExecutable);
  if (installed) return installed;
  const { chromium } = await import('@playwright/test');
  const kept = chromium.executablePath();
  return kept && isExecutable(kept) ? kept : undefined;
}

/** Installs Debian's Chromium where this process may. Returns its path, or undefined where it may not. */
export async function installChromium() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !isDebian()) return undefined;
  console.log('Installing Chromium for the browser tests (apt-get install chromium) ...');
  const options = {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  const lock = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
  spawnSync('apt-get', [...lock, 'update'], options);
  const { status } = spawnSync('apt-get', [...lock, 'install', '-y', 'chromium'], options);
  return status === 0 ? findChromium() : undefined;
}

export const howToInstall =
  'The browser tests need Chromium. Install it (Debian: apt-get install chromium; elsewhere: npx playwright install ' +
  'chromium), or set CHROMIUM_PATH to a Chromium or Chrome.';

function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
