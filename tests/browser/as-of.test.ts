import { changeAssignments, listAssignmentChanges } from '@muniment/contract/assignment-changes.ts';
import { removeVlUser } from '@muniment/contract/vl-users.ts';
import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Member } from '../support/partner.ts';
import { PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { type Scene, type Stage, startStage } from './scene.ts';

let stage: Stage;
/** So many license IDs that the console shows its filters and the date. */
let scene: Scene;
/** Somebody who held a role and was removed. */
let leaver: Member;
beforeAll(async () => {
  stage = await startStage();
  scene = await stage.newScene(10);
  leaver = await scene.organization.colleague(scene.admin, { roles: ['benefits-reader'] });
  const assignments = [
    { user: { vlUserId: leaver.vlUserId }, licenseId: scene.admin.licenseId, roles: ['product-keys-reader'] },
  ];
  await scene.admin.api.call(changeAssignments, { body: { assignments, reason: 'Audit' } });
  await scene.admin.api.call(removeVlUser, { params: { vlUserId: leaver.vlUserId } });
});
afterAll(() => stage?.close());
afterEach(() => stage.clear());

const asOfIn = (page: Page) => new URL(page.url()).searchParams.get('asOf');
const focused = (page: Page) => page.evaluate('document.activeElement.innerText');

/** The list as it was before somebody was removed, by two steps back. */
async function lookBack(page: Page): Promise<void> {
  // It comes with the counts of what one looks after.
  await page.getByRole('button', { name: 'As of today' }).click({ timeout: 30_000 });
  const dialog = page.getByRole('dialog', { name: 'See who had access' });
  await dialog.getByRole('button', { name: 'Previous change' }).click();
  await expect.poll(() => asOfIn(page)).not.toBeNull();
  const afterRemoval = asOfIn(page);
  await dialog.getByRole('button', { name: 'Previous change' }).click();
  await expect.poll(() => asOfIn(page)).not.toBe(afterRemoval);
}

test('B4 Previous change shows who had access before it, without anything that could change it; Back to today ends it', async () => {
  const page = await stage.open(scene, '/vl/assignments');
  await page.getByRole('link', { name: 'Assign users' }).last().waitFor({ timeout: 30_000 });
  await lookBack(page);
  const dialog = page.getByRole('dialog', { name: 'See who had access' });
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await focused(page)).toMatch(/^As of /);

  const row = page.getByRole('row', { name: new RegExp(leaver.name) });
  await row.getByText('Keys reader').waitFor();
  await page.getByRole('status').getByText('Changes are off while you look back.').waitFor();
  expect(await page.getByRole('link', { name: 'Assign users' }).count()).toBe(1);
  expect(await page.getByRole('button', { name: /More actions for/ }).count()).toBe(0);
  expect(await page.getByRole('checkbox').count()).toBe(0);

  await row.getByRole('button', { name: `View access of ${leaver.name}` }).click();
  const pane = page.getByRole('region', { name: leaver.name });
  await pane.getByText('Keys reader').waitFor();
  for (const name of ['Edit details', 'Remove person', /^Roles on/]) {
    expect(await pane.getByRole('button', { name }).count()).toBe(0);
  }
  await pane.getByRole('button', { name: /^Why\?/ }).click();
  await pane.getByText('“Audit”').first().waitFor();
  expect(await pane.getByText(/If you remove/).count()).toBe(0);
  expect(await violationsInBothThemes(page)).toEqual([]);

  // What came later was not known then.
  const { items } = (
    await scene.admin.api.call(listAssignmentChanges, { query: { vlUserId: leaver.vlUserId } })
  ).body;
  await pane.getByRole('tab', { name: 'History' }).click();
  await expect.poll(() => pane.getByRole('link', { name: /^Show change of/ }).count()).toBe(items.length - 1);
  await pane.getByRole('tab', { name: /^Access/ }).click();

  await page.reload();
  await pane.getByText('Keys reader').waitFor();
  await page.keyboard.press('Escape');
  await pane.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Back to today' }).click();
  await row.waitFor({ state: 'detached' });
  expect(asOfIn(page)).toBeNull();
  expect(await focused(page)).toBe('Manage assignments');
  expect(await page.getByRole('link', { name: 'Assign users' }).count()).toBe(2);
}, 90_000);

test('B4 Back into the past closes what was about to change somebody, and it stays closed', async () => {
  const page = await stage.open(scene, '/vl/assignments?asOf=2024-02-29');
  await page.getByText('Access as it was on 29 Feb 2024.').waitFor({ timeout: 30_000 });
  await page.getByRole('navigation').getByRole('link', { name: 'Manage assignments' }).click();
  const row = page.getByRole('row', { name: new RegExp(scene.admin.email) });
  await row.getByRole('button', { name: /^More actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Remove person' }).click();
  const dialog = page.getByRole('alertdialog', { name: /^Remove/ });
  await dialog.waitFor();
  await page.goBack();
  await page.getByText('Access as it was on 29 Feb 2024.').waitFor();
  await dialog.waitFor({ state: 'detached' });
  await page.goForward();
  await row.waitFor();
  expect(await dialog.count()).toBe(0);
}, 90_000);

test('B4 a day is chosen by slider and by typing it, by keyboard alone; Today leads back', async () => {
  const page = await stage.open(scene, '/vl/assignments');
  await page.getByRole('button', { name: 'As of today' }).focus({ timeout: 30_000 });
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'See who had access' });
  const slider = dialog.getByRole('slider', { name: 'Days back' });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('heading', { name: 'No one had a role then' }).waitFor();
  expect(await slider.getAttribute('aria-valuetext')).toBe('1 day');
  const yesterday = asOfIn(page) ?? '';
  expect(Date.now() - Date.parse(yesterday)).toBeLessThan(49 * 3_600_000);
  expect(await violationsInBothThemes(page)).toEqual([]);

  const day = dialog.getByLabel('Date');
  expect(await day.inputValue()).toBe(yesterday);
  await day.fill('2024-02-29');
  await expect.poll(() => asOfIn(page)).toBe('2024-02-29');
  await page.getByText('Access as it was on 29 Feb 2024.').waitFor();
  await day.fill('2098-01-01');
  await page.keyboard.press('Tab');
  await dialog.getByText(/^Type a date from/).waitFor();
  expect(asOfIn(page)).toBe('2024-02-29');

  await dialog.getByRole('button', { name: 'Today' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => asOfIn(page)).toBeNull();
  await page.getByRole('button', { name: 'As of today' }).waitFor();
}, 90_000);

test('B4 on a phone the past fits; an organization that is small is spared the date', async () => {
  const page = await stage.open(scene, '/vl/assignments', { viewport: PHONE });
  await lookBack(page);
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 568 });
  expect(await scrollsSideways(page)).toBe(false);
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: new RegExp(leaver.name) }).click();
  await page.getByRole('dialog', { name: leaver.name }).getByText('Keys reader').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await violationsInBothThemes(page)).toEqual([]);

  const small = await stage.newScene(1);
  const own = await stage.open(small, '/vl/assignments');
  await own.getByText('1 person', { exact: true }).waitFor();
  expect(await own.getByRole('button', { name: /^As of/ }).count()).toBe(0);
}, 90_000);
