import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Fetched by npm when it is first needed: it is larger than the product, and nothing else uses it. */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const GIVE_UP_MILLISECONDS = 300_000;

export interface LighthouseScores {
  /** 0 to 100. */
  readonly performance: number;
  readonly accessibility: number;
}

/**
 * What Lighthouse says of a page, loaded afresh.
 *
 * @param cookie Of a signed-in session, as `name=value`.
 * @param device `mobile` is a slow telephone on a slow network, simulated.
 * @throws Where Lighthouse cannot be fetched, or could not load the page.
 * @source quality.md P9
 */
export async function measureLighthouse(
  url: string,
  cookie: string,
  device: 'desktop' | 'mobile',
): Promise<LighthouseScores> {
  const directory = await mkdtemp(path.join(tmpdir(), 'muniment-lighthouse-'));
  const report = path.join(directory, 'report.json');
  const headers = path.join(directory, 'headers.json');
  try {
    await writeFile(headers, JSON.stringify({ Cookie: cookie }), { mode: 0o600 });
    await run([
      ...['exec', '--yes', `--package=${LIGHTHOUSE}`, '--', 'lighthouse', url, '--quiet'],
      ...['--output=json', `--output-path=${report}`, `--extra-headers=${headers}`],
      '--only-categories=performance,accessibility',
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
      ...(device === 'desktop' ? ['--preset=desktop'] : []),
    ]);
    const { categories } = JSON.parse(await readFile(report, 'utf8'));
    const score = (category: { score: number | null }) => Math.round((category.score ?? 0) * 100);
    return {
      performance: score(categories.performance),
      accessibility: score(categories.accessibility),
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function run(args: readonly string[]): Promise<void> {
  const env = { ...process.env, CHROME_PATH: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' };
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: GIVE_UP_MILLISECONDS,
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Lighthouse ended with ${code}`));
    });
  });
}
