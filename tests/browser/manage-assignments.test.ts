import type { BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openAs, PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { watchForErrors } from './chromium.ts';
import { invite, type Scene, type Stage, startStage } from './scene.ts';

let stage: Stage;
/** Thirty people, so many that the list is searched and filtered. Read by several tests and changed by none. */
let busy: Scene;
beforeAll(async () => {
  stage = await startStage();
  busy = await stage.newScene(2);
  const { admin, organization } = busy;
  const amara = organization.newEmail('amara.nwosu');
  await organization.colleague(admin, { email: amara, roles: ['administrator'] });
  await invite(
    busy,
    Array.from({ length: 27 }, (_, index) => `Guest ${String.fromCharCode(65 + (index % 26))}${index}`),
  );
  await invite(busy, ['Zora Quill'], 'product-keys-reader');
});
afterAll(() => stage?.close());
afterEach(() => stage.clear());

async function openList(scene: Scene, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await stage.open(scene, '/vl/assignments', options);
  await page.getByRole('grid', { name: 'People' }).waitFor();
  return page;
}

const filter = (page: Page, name: string) => page.getByRole('search').getByRole('button', { name });
const namesIn = async (page: Page) =>
  (await page.getByRole('rowheader').allInnerTexts()).map((text) => text.split('\n')[0]);

describe('the list', () => {
  test('M1 M2 shows who holds roles on one’s license IDs, with status, addresses and roles', async () => {
    const scene = await stage.newScene();
    await invite(scene, ['Jonas Petrov']);
    const page = await openList(scene);
    expect(await page.getByRole('columnheader').allInnerTexts()).toEqual([
      'Display name',
      'Status',
      'Actions',
      'More actions',
      'Sign-in email',
      'Business email',
      'Volume licensing roles',
    ]);
    const row = page.getByRole('row', { name: /Jonas Petrov/ });
    expect(await row.innerText()).toContain('Invitation sent');
    expect(await row.innerText()).toContain('Same as sign-in');
    expect(await row.innerText()).toContain('Benefits');
    expect(await page.getByRole('status').filter({ hasText: 'people' }).innerText()).toBe('2 people');
  });

  test('a small organization sees no search and no filters', async () => {
    const page = await openList(await stage.newScene());
    expect(await page.getByRole('search').count()).toBe(0);
  });

  test('search, filters and sort are asked of the server, live in the address and survive reload and Back', async () => {
    const page = await openList(busy);
    await page.getByText('30 people', { exact: true }).waitFor();
    await filter(page, 'Status').click();
    await page.getByRole('option', { name: 'Active' }).click();
    await page.keyboard.press('Escape');
    await page.getByText('2 of 30 people').waitFor();
    await filter(page, 'Role').click();
    await page.getByRole('option', { name: 'Administrator' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Display name' }).click();
    await page.waitForURL(/sort=-displayName/);
    expect(new URL(page.url()).search).toBe('?status=active&role=administrator&sort=-displayName');
    await page.reload();
    await page.getByText('2 of 30 people').waitFor();
    expect(await namesIn(page)).toEqual(
      [expect.stringContaining('Amara'), expect.stringContaining('Admin')].sort(),
    );

    await page.getByRole('searchbox', { name: 'Search name or email' }).fill('nobody of this name');
    await page.getByRole('heading', { name: 'No one matches these filters' }).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByText('30 people', { exact: true }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    await page.getByRole('link', { name: 'Your products' }).first().click();
    await page.getByRole('heading', { name: 'Your products' }).waitFor();
    await page.goBack();
    await page.getByText('30 people', { exact: true }).waitFor();
  });

  test('the filter by license ID searches those that one administers, and a chip takes it away again', async () => {
    const [, second = ''] = busy.admin.licenseIds;
    const page = await openList(busy);
    await filter(page, 'Add filter').click();
    await page.getByRole('searchbox', { name: 'Search license IDs' }).fill(second);
    await page.getByRole('option', { name: `Contract ${second}` }).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.getByRole('option', { name: `Contract ${second}` }).click();
    await page.keyboard.press('Escape');
    await page.getByText('1 of 30 people').waitFor();
    expect(new URL(page.url()).search).toBe(`?license=${second}`);
    await page.getByRole('button', { name: `Remove filter License ID: ${second}` }).click();
    await page.getByText('30 people', { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  test('two thousand people are paged while one scrolls, and few are in the document', async () => {
    const scene = await stage.newScene();
    await invite(
      scene,
      Array.from({ length: 1_999 }, (_, index) => `Person ${String(index).padStart(4, '0')}`),
    );
    const page = await openList(scene);
    const errors = watchForErrors(page);
    await page.getByText('2,000 people', { exact: true }).waitFor();
    const grid = page.getByRole('grid', { name: 'People' });
    expect(await grid.getAttribute('aria-rowcount')).toBe('2001');
    await grid.hover();
    const lastIndex = async () => Number(await page.getByRole('row').last().getAttribute('aria-rowindex'));
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, 4_000);
          return lastIndex();
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(320);
    expect(await page.evaluate('document.querySelectorAll("*").length')).toBeLessThan(1_500);
    expect(errors).toEqual([]);
  });

  test('a list that cannot be loaded says so, names the request, and loads when tried again', async () => {
    const scene = await stage.newScene();
    const page = await openAs(stage.browser, stage.muniment, scene.admin.email);
    const problem = {
      type: 'about:blank',
      title: 'Not available for the moment',
      status: 500,
      instance: 'request-1',
    };
    await page.route('**/v1/vl-users?*', (route) =>
      route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
    );
    await page.goto(`/o/${scene.organization.number}/vl/assignments`);
    await page.getByRole('heading', { name: 'The list of people could not be loaded' }).waitFor();
    await page.getByText('Request ID request-1').waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.unroute('**/v1/vl-users?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('1 person', { exact: true }).waitFor();
  });
});

describe('small windows', () => {
  test('on a phone people are cards, filters wait behind a button, and the pane is the whole screen', async () => {
    const page = await openList(busy, { viewport: PHONE });
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.getByRole('button', { name: 'Filters' }).click();
    const sheet = page.getByRole('dialog', { name: 'Filter people' });
    await sheet.getByRole('button', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'Active' }).click();
    await page.keyboard.press('Escape');
    await sheet.getByRole('button', { name: 'Show 2 people' }).click();
    await page.getByRole('button', { name: 'Filters: 1' }).waitFor();
    await page.getByRole('row', { name: /Amara/ }).click();
    const pane = page.getByRole('dialog', { name: /Amara/ });
    await pane.getByRole('tab', { name: 'Access 1' }).waitFor();
    expect((await pane.boundingBox())?.width).toBe(PHONE.width);
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await pane.waitFor({ state: 'detached' });
  });

  test('at 320 px nothing has to be scrolled sideways (WCAG 1.4.10)', async () => {
    const page = await openList(busy, { viewport: { width: 320, height: 568 } });
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByRole('row', { name: /Amara/ }).click();
    await page.getByRole('tab', { name: 'Access 1' }).waitFor();
    expect(await scrollsSideways(page)).toBe(false);
  });
});
