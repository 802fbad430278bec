import { listSavedViews } from '@muniment/contract/saved-views.ts';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { expectToast, invite, type Scene, type Stage, startStage } from './scene.ts';

let stage: Stage;
let scene: Scene;
beforeAll(async () => {
  stage = await startStage();
  // So many license IDs that it is no small organization.
  scene = await stage.newScene(10);
  await invite(scene, ['Pia Zonneveld', 'Quin Zuiderveld']);
  await invite(scene, ['Rens Zwart'], 'product-keys-reader');
});
afterAll(() => stage?.close());
afterEach(() => stage.clear());

async function openList(search = '', options: BrowserContextOptions = {}): Promise<Page> {
  const page = await stage.open(scene, `/vl/assignments${search}`, options);
  await page.getByRole('grid', { name: 'People' }).waitFor({ timeout: 30_000 });
  return page;
}

const views = (page: Page) => page.getByRole('navigation', { name: 'Views' });
const current = (page: Page) => views(page).locator('[aria-current]').innerText();
const own = async () => (await scene.admin.api.call(listSavedViews, {})).body.items.map(({ name }) => name);

test('the views that everybody has are links with counts, and narrowing one leaves it', async () => {
  const page = await openList();
  await expect
    .poll(async () =>
      (await views(page).getByRole('link').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')),
    )
    .toEqual(['Everyone 4', 'Needs attention 0', 'Pending invitations 3', 'Administrators 1']);
  expect(await current(page)).toContain('Everyone');
  await views(page)
    .getByRole('link', { name: /^Pending/ })
    .click();
  await page.getByText('3 of 4 people').waitFor();
  expect(new URL(page.url()).search).toBe('?view=pending-invitations');
  expect(await current(page)).toContain('Pending invitations');
  expect(await violationsInBothThemes(page)).toEqual([]);

  await page.getByRole('button', { name: 'Remove filter Status: Invitation sent' }).click();
  await page.getByText('4 people', { exact: true }).waitFor();
  expect(new URL(page.url()).search).toBe('');
  await page.goBack();
  await page.getByText('4 people', { exact: true }).waitFor();

  await views(page)
    .getByRole('link', { name: /^Needs attention/ })
    .click();
  await page.getByRole('heading', { name: 'Nothing needs attention' }).waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
}, 90_000);

test('a view of one’s own is saved, changed, renamed and deleted by keyboard alone, and lives in the address', async () => {
  const page = await openList('?role=product-keys-reader&sort=-displayName');
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await page.getByText('1 of 4 people').waitFor();
  await page.getByRole('button', { name: 'Save view' }).focus();
  await press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Save this view' });
  await dialog.waitFor();
  await press('Enter');
  await dialog.getByText('Give the view a name.').waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.keyboard.type('Keys');
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expectToast(page, 'View Keys saved');
  expect(await current(page)).toBe('Keys');
  const address = page.url();
  expect(new URL(address).search).toMatch(
    /^\?view=[0-9a-f-]{36}&role=product-keys-reader&sort=-displayName$|view=/,
  );

  // Another window has it too; what the address shows survives a reload.
  await page.reload();
  await page.getByText('1 of 4 people').waitFor();
  expect(await current(page)).toBe('Keys');
  await views(page)
    .getByRole('link', { name: /^Everyone/ })
    .click();
  await page.getByText('4 people', { exact: true }).waitFor();
  await views(page).getByRole('link', { name: 'Keys' }).click();
  await page.getByText('1 of 4 people').waitFor();

  await page.getByRole('searchbox', { name: 'Search name or email' }).fill('rens');
  await page.waitForURL(/q=rens/);
  const menu = page.getByRole('button', { name: 'View', exact: true });
  await menu.focus();
  await press('Enter');
  await page.getByRole('menuitem', { name: 'Save changes to Keys' }).waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await press('Enter');
  await expectToast(page, 'View Keys changed');

  await menu.focus();
  await press('Enter');
  await page.getByRole('menuitem', { name: 'Rename view' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Keys of Rens');
  await press('Enter');
  await views(page).getByRole('link', { name: 'Keys of Rens' }).waitFor();
  expect(await own()).toEqual(['Keys of Rens']);

  await menu.focus();
  await press('Enter');
  await page.getByRole('menuitem', { name: 'Delete view' }).click();
  await expectToast(page, 'View Keys of Rens deleted');
  await views(page).getByRole('link', { name: 'Keys of Rens' }).waitFor({ state: 'detached' });
  expect(await own()).toEqual([]);
  // What it listed is still listed, now under Everyone.
  expect(await current(page)).toContain('Everyone');
  await page
    .getByRole('alertdialog')
    .filter({ hasText: 'deleted' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await views(page).getByRole('link', { name: 'Keys of Rens' }).waitFor();
  expect(await own()).toEqual(['Keys of Rens']);
}, 90_000);

test('on a phone the views scroll sideways in their line, and the page does not', async () => {
  const page = await openList('?view=pending-invitations', { viewport: PHONE });
  await page.getByText('3 of 4 people').waitFor();
  expect(await current(page)).toContain('Pending invitations');
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByRole('button', { name: 'Filters: 1' }).waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 568 });
  expect(await scrollsSideways(page)).toBe(false);
}, 90_000);
