// npm run pictures: takes the pictures of the documents anew, from the demo data of a fresh start.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadDemo } from '../apps/server/seed/load-demo.ts';
import { connect } from '../apps/server/src/database/connect.ts';
import { openDatabase } from '../apps/server/src/database/open-database.ts';
import { serve } from '../apps/server/src/serve.ts';
import { readSettings } from '../apps/server/src/settings.ts';
import { DESKTOP, openAs } from '../tests/browser/browser.ts';
import { launchChromium } from '../tests/browser/chromium.ts';
import { ensureConsoleBuilt } from './support/workspace.mjs';

const PICTURES = path.join(import.meta.dirname, '../docs/pictures');

/** What each picture shows: its file, who looks, and where. */
const SHOTS = [
  {
    file: 'manage-assignments.png',
    as: 'ingrid.solheim@fennimore.example',
    at: '/o/30042/vl/assignments',
    see: 'View access',
  },
  {
    file: 'overview.png',
    as: 'ingrid.solheim@fennimore.example',
    at: '/o/30042/products/volume-licensing',
    see: 'Signalling labs',
  },
];

await ensureConsoleBuilt();
const dataDir = await mkdtemp(path.join(tmpdir(), 'muniment-pictures-'));
const settings = readSettings({ DATA_DIR: dataDir, PORT: '18081', RUN: 'web', LOG_LEVEL: 'error' });
const database = await openDatabase(settings);
const demo = await loadDemo(database, settings);
const server = await serve({
  settings,
  databaseUrl: database.serverUrl,
  demoPeople: async () => demo.people,
});
const { db } = connect(database.serverUrl, 2);
const browser = await launchChromium();
try {
  for (const shot of SHOTS) {
    const page = await openAs(browser, { url: server.url, db }, shot.as, {
      viewport: DESKTOP,
      reducedMotion: 'reduce',
    });
    await page.goto(shot.at);
    await page.getByText(shot.see).first().waitFor();
    await page.screenshot({ path: path.join(PICTURES, shot.file) });
    process.stdout.write(`docs/pictures/${shot.file}\n`);
    await page.context().close();
  }
} finally {
  await browser.close();
  await db.destroy();
  await server.stop();
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
}
