import type { Browser, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type GalleryServer, startGallery } from '../../apps/web/dev/gallery-server.ts';
import { accessibilityViolations, launchChromium, watchForErrors } from './chromium.ts';

let gallery: GalleryServer;
let browser: Browser;
let page: Page;
let errors: string[];

beforeAll(async () => {
  [gallery, browser] = await Promise.all([startGallery(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

beforeEach(async () => {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  errors = watchForErrors(page);
});

afterEach(async () => {
  await page.context().close();
});

async function open(part: 'kit' | 'list') {
  await page.goto(`${gallery.url}#${part}`, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const focusedText = () => page.evaluate('document.activeElement.textContent');
const overflows = () => page.evaluate('document.documentElement.scrollWidth > window.innerWidth');

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each([
    ['kit', 1440],
    ['kit', 390],
    ['list', 1440],
    ['list', 390],
  ] as const)('the %s gallery at %i px has no accessibility violation and no error', async (part, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    await open(part);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});

test.each(['kit', 'list'] as const)('the %s gallery reflows at 320 px (WCAG 1.4.10)', async (part) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await open(part);
  expect(await overflows()).toBe(false);
});

test('forced colours keep every component usable', async () => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open('kit');
  expect(await accessibilityViolations(page)).toEqual([]);
});

test.each([
  ['dialog', 'Open dialog', 'dialog'],
  ['confirmation', 'Open confirmation', 'alertdialog'],
  ['sheet', 'Open sheet', 'dialog'],
] as const)('a %s is modal, accessible, closes on Esc and gives focus back', async (_, opener, role) => {
  await open('kit');
  await page.getByRole('button', { name: opener }).click();
  await page.getByRole(role).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole(role).waitFor({ state: 'detached' });
  expect(await focusedText()).toBe(opener);
});

test('a confirmation starts on Cancel, so that Enter alone removes nothing', async () => {
  await open('kit');
  await page.getByRole('button', { name: 'Open confirmation' }).click();
  await page.getByRole('alertdialog', { name: 'Remove Callum Mercer?' }).waitFor();
  expect(await focusedText()).toBe('Cancel');
});

test('a menu opens by arrow key, moves by arrow keys and is accessible', async () => {
  await open('kit');
  await page.getByRole('button', { name: 'More actions' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('menuitem', { name: 'Resend invite' }).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  expect(await focusedText()).toBe('Remove');
  await page.keyboard.press('Escape');
  expect(await page.getByRole('button', { name: 'More actions' }).getAttribute('aria-expanded')).toBe(
    'false',
  );
});

test('several roles are chosen in one list, and a narrow control names one and counts the rest', async () => {
  await open('kit');
  const control = page.getByRole('button', { name: 'Roles on 7204 1190' });
  expect(await control.innerText()).toBe('Info viewer +1');
  await control.click();
  await page.getByRole('option', { name: 'Administrator' }).click();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await control.innerText()).toBe('Administrator +2');
  const wide = page.getByRole('button', { name: 'Volume licensing roles' });
  expect(await wide.innerText()).toBe('Administrator, Info viewer, Downloads');
});

test('a search with results is worked by arrow keys and Enter', async () => {
  await open('kit');
  const search = page.getByRole('searchbox', { name: 'Add people' });
  await search.fill('product');
  await page.getByRole('option', { name: 'Product keys reader' }).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('option').first().waitFor({ state: 'detached' });
  expect(await search.inputValue()).toBe('');
});

test('Alt T goes to the newest toast, whose Undo works (WCAG 2.2.1)', async () => {
  await open('kit');
  await page.getByRole('button', { name: 'Show toast' }).click();
  await page.getByText('Assignments saved').waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Alt+t');
  expect(await focusedText()).toBe('Undo');
  await page.keyboard.press('Enter');
  await page.getByText('Undone').waitFor();
  expect(await page.getByText('Assignments saved').count()).toBe(0);
});

test('a blocked button stays reachable and says why', async () => {
  await open('kit');
  const blocked = page.getByRole('button', { name: 'Verify and save' });
  await page.keyboard.press('Tab');
  await blocked.focus();
  expect(await blocked.getAttribute('aria-disabled')).toBe('true');
  expect(await page.getByRole('tooltip').innerText()).toBe('No changes to save');
});

test('a pane takes focus to its heading and gives it back to the row', async () => {
  await open('list');
  const row = page.getByRole('row', { name: 'Tomas Varga' }).first();
  await row.getByRole('button', { name: 'View access' }).click();
  const pane = page.getByRole('region', { name: 'Tomas Varga' });
  await pane.waitFor();
  expect(await focusedText()).toBe('Tomas Varga');
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await pane.waitFor({ state: 'detached' });
  await expect
    .poll(() => page.evaluate('document.activeElement.closest("[role=row]")?.dataset.key'))
    .toBe('3');
});

test('a list is one tab stop, and arrow keys move through its cells', async () => {
  await open('list');
  const place = () =>
    page.evaluate(
      '(({ row, column } = {}) => row + "/" + column)(document.activeElement.closest("[data-row]")?.dataset)',
    );
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    return place();
  };
  await page.getByRole('button', { name: 'Role', exact: true }).focus();
  expect(await press('Tab')).toBe('0/0');
  expect(await press('ArrowDown', 'ArrowRight')).toBe('1/1');
  expect(await press('Control+End')).toBe('99/5');
  expect(await press('Home')).toBe('99/0');
  expect(await press('Control+Home')).toBe('0/0');
  expect(await press('ArrowUp', 'ArrowRight')).toBe('-1/1');
  expect(await press('ArrowDown', 'PageDown')).not.toBe('0/1');
  const before = await press('ArrowRight', 'ArrowRight');
  expect(await press('Tab')).toBe('undefined/undefined');
  expect(await press('Shift+Tab')).toBe(before);
  await page.keyboard.press('Shift+Tab');
  expect(await focusedText()).toBe('Role');
});

test('rows are selected by click, Space, Shift and arrow, and Ctrl A', async () => {
  await open('list');
  const selected = () => page.getByRole('row', { selected: true }).count();
  await page.getByRole('checkbox', { name: 'Select Tomas Varga' }).first().click();
  expect(await selected()).toBe(3);
  await page.getByRole('rowheader', { name: 'Priya Raman' }).first().focus();
  await page.keyboard.press('Space');
  expect(await selected()).toBe(4);
  await page.keyboard.press('Shift+ArrowDown');
  expect(await selected()).toBe(5);
  await page.keyboard.press('Control+a');
  expect(await page.locator('[role=row][aria-selected=false]').count()).toBe(0);
  await page.getByRole('checkbox', { name: 'Select all' }).click();
  expect(await selected()).toBe(0);
});

test('a click or Enter on a row opens it', async () => {
  await open('list');
  await page.getByRole('rowheader', { name: 'Lea Tanaka' }).first().click();
  await page.getByRole('region', { name: 'Lea Tanaka' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('rowheader', { name: 'Noor Haddad' }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Noor Haddad' }).waitFor();
});

test('a long list says how many rows there are, and keeps few of them in the document', async () => {
  await open('list');
  const grid = page.getByRole('grid', { name: 'People' });
  expect(await grid.getAttribute('aria-rowcount')).toBe('2042');
  await grid.hover();
  const lastIndex = async () => Number(await page.getByRole('row').last().getAttribute('aria-rowindex'));
  await expect
    .poll(
      async () => {
        await page.mouse.wheel(0, 3_000);
        return lastIndex();
      },
      { timeout: 15_000 },
    )
    .toBeGreaterThan(300);
  expect(await page.evaluate('document.querySelectorAll("*").length')).toBeLessThan(1_500);
});
