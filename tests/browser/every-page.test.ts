import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAs, scrollsSideways } from './browser.ts';
import { accessibilityViolations, watchForErrors } from './chromium.ts';
import { invite, type Scene, type Stage, startStage } from './scene.ts';

/** Below an organization, for whoever belongs to it. The key is the path of its route. */
const PAGES: Readonly<Record<string, string>> = {
  '/products/volume-licensing': '/products/volume-licensing',
  '/vl/assignments': '/vl/assignments',
  '/vl/assign': '/vl/assign',
  '/vl/assign/verify': '/vl/assign/verify',
  '/vl/matrix': '/vl/matrix',
  '/vl/activity': '/vl/activity',
  '/vl/activity/$changeId': '/vl/activity/01930000-0000-7000-8000-000000000000',
  '/tokens': '/tokens',
  ...Object.fromEntries(entitlementPaths().map((path) => [path, path])),
  'preferences pane': '/products/volume-licensing?pane=preferences',
  'help pane': '/products/volume-licensing?pane=help',
  'feedback pane': '/products/volume-licensing?pane=feedback',
  'not found': '/no/such/page',
};

/** Outside of every organization, for anybody. */
const OPEN_PAGES: Readonly<Record<string, string>> = {
  '/sign-in': '/sign-in',
  '/signed-in': '/signed-in',
  '/register/$token': '/register/unknown',
  '/help': '/help',
  '/help/$slug': '/help/who-is-my-vl-admin',
  '/outbox': '/outbox',
  '/outbox/$mailId': '/outbox/01930000-0000-7000-8000-000000000000',
  '/inbox': '/inbox',
  '/inbox/$messageId': '/inbox/01930000-0000-7000-8000-000000000000',
  'not found': '/no-such-page',
  problems: '/docs/problems',
  'a problem': '/docs/problems/last-administrator',
};

/** Routes that lead on or hold others together: they are no page of their own. */
const NO_PAGES = ['/', '/o/$organization', '/home', '/$mailId', '/$messageId'];

let stage: Stage;
let scene: Scene;
let reader: string;
beforeAll(async () => {
  stage = await startStage();
  // Too much for what small organizations are spared.
  scene = await stage.newScene(10);
  await invite(scene, ['Amara Nwosu', 'Bartholomäus Featherstonehaugh-Cholmondeley', 'Jonas Petrov']);
  reader = (await scene.organization.colleague(scene.admin)).email;
});
afterAll(() => stage?.close());

test('every route of the console is looked at here', () => {
  const routes = readFileSync(new URL('../../apps/web/src/app/routes.tsx', import.meta.url), 'utf8');
  const found = [...routes.matchAll(/path: '([^']+)'/g)].map(([, path]) => path);
  expect(found.length).toBeGreaterThan(10);
  const known = [...Object.keys(PAGES), ...Object.keys(OPEN_PAGES), ...NO_PAGES];
  expect(found.filter((path) => !known.includes(path ?? ''))).toEqual([]);
});

/** What a page must be like whatever it shows; one line for each fault. */
const FAULTS = `(() => {
  const faults = [];
  const visible = (element) => element.checkVisibility();
  const count = (selector) => [...document.querySelectorAll(selector)].filter(visible).length;
  if (count('h1') !== 1) faults.push(count('h1') + ' headings of level 1');
  if (count('main') !== 1) faults.push(count('main') + ' main landmarks');
  if (!/\\S - (Volume licensing|Muniment API)$/.test(document.title)) faults.push('titled ' + document.title);
  if (!document.documentElement.lang) faults.push('no language');
  return faults;
})()`;

/** What is wrong with how the focused element shows; null where nothing is, 'end' where nothing has focus. */
const FOCUS_FAULT = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return 'end';
  const name = element.outerHTML.slice(0, 120);
  const box = element.getBoundingClientRect();
  const inset = (low, high) => [low + 2, (low + high) / 2, high - 2];
  const isSeen = inset(box.left, box.right).some((x) => inset(box.top, box.bottom).some((y) => {
    const there = document.elementFromPoint(x, y);
    return there && (element.contains(there) || there.contains(element) || there.closest('label')?.contains(element));
  }));
  if (!isSeen) return 'hidden: ' + name;
  const around = [element, element.parentElement, element.parentElement?.parentElement, element.nextElementSibling,
    element.closest('label'), element.closest('[data-focus-visible]')].filter(Boolean);
  const shows = around.some((each) => {
    const style = getComputedStyle(each);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none' ||
      each.matches('[data-focus-visible], [data-focused]');
  });
  return shows ? null : 'no focus ring: ' + name;
})()`;

const STYLES_SETTLE = `new Promise((done) => requestAnimationFrame(done))
  .then(() => Promise.all(document.getAnimations()
    .filter((each) => each.effect.getComputedTiming().endTime !== Infinity)
    .map((each) => each.finished.catch(() => {}))))
  .then(() => null)`;

/** Tabs through a page; what is hidden behind something, or does not show that it has focus. */
async function tabThrough(page: Page, most: number): Promise<string[]> {
  const faults: string[] = [];
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    // Without motion a style still takes a moment to change.
    await page.evaluate(STYLES_SETTLE);
    const fault = await page.evaluate<string | null>(FOCUS_FAULT);
    if (fault === 'end') break;
    if (fault !== null) faults.push(fault);
  }
  return faults;
}

/** Looks at a page in three widths and both themes. */
async function lookAt(page: Page, path: string): Promise<string[]> {
  const faults: string[] = [];
  const note = (where: string, found: readonly string[]) =>
    faults.push(...found.map((fault) => `${where}: ${fault}`));
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(path);
  await page.locator('h1:visible').first().waitFor();
  await page.waitForLoadState('networkidle');
  note('1440', await page.evaluate<string[]>(FAULTS));
  note('1440 light', await accessibilityViolations(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  note('1440 dark', await accessibilityViolations(page, ['color-contrast', 'link-in-text-block']));
  if (await scrollsSideways(page)) note('1440', ['scrolls sideways']);

  await page.setViewportSize({ width: 390, height: 640 });
  note('390', await page.evaluate<string[]>(FAULTS));
  note('390 dark', await accessibilityViolations(page));
  if (await scrollsSideways(page)) note('390', ['scrolls sideways']);
  note('390', await tabThrough(page, 25));

  await page.setViewportSize({ width: 320, height: 640 });
  if (await scrollsSideways(page)) note('320', ['scrolls sideways']);
  return faults;
}

describe.each(['an administrator', 'a reader'] as const)('as %s', (who) => {
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    page = await openAs(stage.browser, stage.muniment, who === 'a reader' ? reader : scene.admin.email);
    errors = watchForErrors(page);
  });
  afterAll(() => page?.context().close());

  test.each(Object.keys(PAGES))(
    '%s is whole at every width, in light and in dark, and by keyboard',
    async (name) => {
      expect(await lookAt(page, `/o/${scene.organization.number}${PAGES[name]}`)).toEqual([]);
      expect(errors.splice(0).filter((error) => !error.includes('status of 404'))).toEqual([]);
    },
  );
});

describe('signed out', () => {
  let page: Page;
  beforeAll(async () => {
    const context = await stage.browser.newContext({ baseURL: stage.muniment.url, locale: 'en-GB' });
    page = await context.newPage();
  });
  afterAll(() => page?.context().close());

  test.each(Object.keys(OPEN_PAGES))(
    '%s is whole at every width, in light and in dark, and by keyboard',
    async (name) => {
      expect(await lookAt(page, OPEN_PAGES[name] ?? '')).toEqual([]);
    },
  );
});

test('the description of the API fits a phone', async () => {
  const context = await stage.browser.newContext({
    baseURL: stage.muniment.url,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto('/docs');
  await page.locator('.opblock-tag').first().waitFor({ timeout: 25_000 });
  expect(await scrollsSideways(page)).toBe(false);
  await context.close();
});

test('in forced colours what is chosen and what has focus still shows', async () => {
  const page = await openAs(stage.browser, stage.muniment, scene.admin.email, { forcedColors: 'active' });
  await page.goto(`/o/${scene.organization.number}/products/volume-licensing`);
  await page.getByRole('heading', { name: 'Role assignments' }).waitFor({ timeout: 25_000 });
  const current = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current="page"]');
  expect(
    await current.evaluate(
      'getComputedStyle(document.querySelector("nav [aria-current=page]")).outlineStyle',
    ),
  ).toBe('solid');
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog', { name: /^Search/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  const focused = page.locator('[role="menuitem"][data-focused]');
  await focused.waitFor();
  const backgrounds = await page.evaluate<string[]>(
    `[...document.querySelectorAll('[role="menuitem"]')].slice(0, 2).map((each) => getComputedStyle(each).backgroundColor)`,
  );
  expect(backgrounds[0]).not.toBe(backgrounds[1]);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.context().close();
});

/** The pages behind the roles, as the console lists them: read as text, since it is code for a browser. */
function entitlementPaths(): string[] {
  const pages = readFileSync(new URL('../../apps/web/src/app/entitlement-pages.ts', import.meta.url), 'utf8');
  return [...pages.matchAll(/^ {4}path: '([^']+)'/gm)].map(([, path]) => `/${path}`);
}
