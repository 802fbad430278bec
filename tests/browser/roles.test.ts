import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { listLicenses } from '@muniment/contract/licenses.ts';
import { ROLE_TABLE, ROLES } from '@muniment/domain/roles.ts';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HALDEN_HEADLINES, HALDEN_NUMBER } from '../../apps/server/seed/halden-robotics.ts';
import { gatedOperations } from '../api/gated-operations.ts';
import { createAnswerCheck, type OpenApiDocument } from '../support/answer-check.ts';
import { createApi } from '../support/api.ts';
import { freePort } from '../support/free-port.ts';
import { openAs } from './browser.ts';
import { launchChromium } from './chromium.ts';
import { type DemoConsole, startDemoConsole } from './demo-console.ts';
import { answered, NEEDS_ROLE, offeredPages, type ShownPerson, shownBy, tableOf } from './roles-table.ts';

const PAGE = fileURLToPath(new URL('../../docs/how-to/roles.md', import.meta.url));
/** What stands above it is written by hand. */
const BEGIN =
  '<!-- What follows is written by tests/browser/roles.test.ts: npm test -- roles.test.ts -u -->\n\n';

let demo: DemoConsole;
let browser: Browser;
let openApi: OpenApiDocument;
let people: readonly ShownPerson[];
beforeAll(async () => {
  demo = await startDemoConsole(await freePort());
  browser = await launchChromium();
  openApi = (await (await fetch(`${demo.url}/openapi.json`)).json()) as OpenApiDocument;
  people = await Promise.all([...ROLES, null].map(demoPersonWith));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

/** Whom the demo introduces for one role, or for none. Of administrators, the one who sees Invoice Reader (R9). */
async function demoPersonWith(role: (typeof ROLES)[number] | null): Promise<ShownPerson> {
  const found = HALDEN_HEADLINES.find(({ roles }) => roles.length <= 1 && (roles[0] ?? null) === role);
  if (found === undefined) throw new Error(`The demo introduces nobody with ${role} alone.`);
  const check = createAnswerCheck(openApi);
  const api = createApi(demo.url, { authorization: `Bearer ${await demo.tokenOf(found.email)}` }, check);
  const [license] = (await api.call(listLicenses, {})).body.items;
  return {
    name: found.name,
    role: role === null ? 'no role' : ROLE_TABLE[role].name,
    email: found.email,
    licenseId: license?.licenseId ?? 'NONE-HELD',
    api,
  };
}

test('R1 R2 R3 R4 R5 R6 R7 R10 docs/how-to/roles.md says what each role is offered, shown and answered', async () => {
  const head = people.map(({ name, role }) => `${role}<br>${name}`);
  const text = await readFile(PAGE, 'utf8');
  const byHand = text.split(BEGIN, 1)[0]?.trimEnd();
  const written = [
    '## What the console shows',
    '',
    tableOf(['page', ...head], await pagesTable()),
    '',
    '## What the API answers',
    '',
    tableOf(['operation', ...head], await operationsTable()),
    '',
  ].join('\n');
  await expect(`${byHand}\n\n${BEGIN}${written}`).toMatchFileSnapshot(PAGE);
}, 300_000);

const OVERVIEW = '/products/volume-licensing';

/** A row for each page that somebody is offered; nobody is shown one that they are not offered. */
async function pagesTable(): Promise<string[][]> {
  const rows = new Map<string, { name: string; cells: string[] }>();
  const windows: Page[] = [];
  const offered: Awaited<ReturnType<typeof offeredPages>>[] = [];
  for (const { email } of people) {
    const page = await openAs(browser, demo, email);
    await page.goto(`/o/${HALDEN_NUMBER}${OVERVIEW}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    windows.push(page);
    offered.push(await offeredPages(page));
  }
  for (const { name, path } of offered.flat()) rows.set(path, { name, cells: [] });
  for (const [index, page] of windows.entries()) {
    for (const [path, { name, cells }] of rows) {
      const isOffered = offered[index]?.some((one) => one.path === path) ?? false;
      const shown = await shownBy(page, `/o/${HALDEN_NUMBER}${path}`);
      // Where everybody arrives: whoever holds nothing reads that there.
      const isOfRole = path !== OVERVIEW;
      expect({ role: people[index]?.role, page: name, isRefused: isOfRole && shown === NEEDS_ROLE }).toEqual({
        role: people[index]?.role,
        page: name,
        isRefused: isOfRole && !isOffered,
      });
      cells.push(isOffered ? shown : '·');
    }
    await page.context().close();
  }
  return [...rows.values()].map(({ name, cells }) => [name, ...cells]);
}

/** A row for each operation that a role opens, on a license ID of theirs; the others are answered as if it were not there. */
async function operationsTable(): Promise<string[][]> {
  const operations = gatedOperations(openApi).filter(({ names }) => names === 'path' || names === 'body');
  return Promise.all(
    operations.map(async (operation) => [
      `\`${operation.method} ${operation.path}\``,
      ...(await Promise.all(
        people.map(async (person) => ((await answered(person, operation)) ? 'yes' : '·')),
      )),
    ]),
  );
}
