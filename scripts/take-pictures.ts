// npm run pictures: takes the pictures of the documents anew, from the demo data of a fresh start.
//
//   npm run pictures                    all of them
//   npm run pictures -- 04-verify-diff  those named
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { DESKTOP, openAs } from '../tests/browser/browser.ts';
import { launchChromium } from '../tests/browser/chromium.ts';
import { type DemoConsole, startDemoConsole } from '../tests/browser/demo-console.ts';
import { type IdOf, NAMED, SHOTS, type Shot } from './pictures/shots.ts';
import { ensureConsoleBuilt } from './support/workspace.mjs';

const PICTURES = path.join(import.meta.dirname, '../docs/pictures');
const PORT = 18_081;
/** Milliseconds: a busy machine may take its time, the pictures are the same. */
const PATIENCE = 60_000;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !SHOTS.some((shot) => shot.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no picture "${unknown[0]}". There are:\n${SHOTS.map(({ name }) => `  ${name}\n`).join('')}`,
  );
  process.exit(2);
}

await ensureConsoleBuilt();
const demo = await startDemoConsole(PORT);
const browser = await launchChromium();
const failed: string[] = [];
try {
  const ids = new Map<string, string>();
  for (const email of Object.values(NAMED)) ids.set(email, await selectId(demo, email));
  const idOf: IdOf = (email) => ids.get(email) ?? '';
  for (const shot of SHOTS.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    await take(browser, demo, shot, idOf).catch((error: Error) => {
      failed.push(shot.name);
      process.stderr.write(`${shot.name}: ${error.message}\n`);
    });
  }
} finally {
  await browser.close();
  await demo.close();
}
process.exitCode = failed.length === 0 ? 0 : 1;

async function take(browser: Browser, demo: DemoConsole, shot: Shot, idOf: IdOf): Promise<void> {
  const page = await openAs(browser, demo, shot.as, {
    viewport: shot.viewport ?? DESKTOP,
    reducedMotion: 'reduce',
    colorScheme: shot.isDark === true ? 'dark' : 'light',
  });
  page.context().setDefaultTimeout(PATIENCE);
  const file = path.join(PICTURES, `${shot.name}.png`);
  try {
    await page.goto(typeof shot.at === 'string' ? shot.at : shot.at(idOf));
    await page.getByText(shot.see).first().waitFor();
    await shot.act?.(page, idOf);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: file });
    process.stdout.write(`docs/pictures/${shot.name}.png\n`);
  } catch (error) {
    await page.screenshot({ path: path.join(tmpdir(), `${shot.name}.failed.png`) });
    throw error;
  } finally {
    await page.context().close();
  }
}

/** The id of a VL user in the organization of their address. */
async function selectId({ db }: DemoConsole, email: string): Promise<string> {
  const { id } = await db
    .selectFrom('vl_user')
    .select('id')
    .where('sign_in_email_key', '=', email)
    .executeTakeFirstOrThrow(() => new Error(`The demo has nobody at ${email}.`));
  return id;
}
