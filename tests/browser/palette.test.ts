import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import type { Locator, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { scrollsSideways, violationsInBothThemes } from './browser.ts';
import { invite, type Stage, startStage } from './scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage?.close());
afterEach(() => stage.clear());

/** Eight digits, as most license IDs are, that nothing else in this run has. */
const LICENSE_ID = String(61_040_000 + (process.pid % 10_000));
const HYPHENATED = `${LICENSE_ID.slice(0, 4)}-${LICENSE_ID.slice(4)}`;

const isFocused = async (element: Locator) =>
  (await element.and(element.page().locator(':focus')).count()) === 1;

/** Opens the palette by the keyboard, from wherever focus is. */
async function openPalette(page: Page): Promise<{ field: Locator; options: Locator }> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+K');
  const dialog = page.getByRole('dialog', { name: /^Search/ });
  await dialog.waitFor();
  const field = dialog.getByRole('searchbox');
  await expect.poll(() => isFocused(field), { timeout: 10_000 }).toBe(true);
  return { field, options: dialog.getByRole('menuitem') };
}

test('Ctrl K finds people, license IDs as they are written, pages and acts, by the keyboard alone', async () => {
  const scene = await stage.newScene();
  const { admin, organization } = scene;
  await organization.license({ contact: admin.email, licenseId: LICENSE_ID, name: 'Signalling labs' });
  await stage.muniment.register(admin.email);
  const [amara] = await invite(scene, ['Amara Nwosu', 'Jonas Petrov']);
  const page = await stage.open(scene, '/products/volume-licensing');
  const manage = page.getByRole('link', { name: 'Manage role assignments' });
  await manage.focus();

  const { field, options } = await openPalette(page);
  expect(await options.allInnerTexts()).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Assign users\s+Pages$/),
      expect.stringMatching(/^Add second admins\s+Actions$/),
      expect.stringMatching(/^Sign out\s+Actions$/),
    ]),
  );
  expect(await violationsInBothThemes(page)).toEqual([]);

  await field.fill('nwosu');
  await options.filter({ hasText: 'Amara Nwosu' }).waitFor();
  expect(await options.allInnerTexts()).toEqual([expect.stringMatching(/^Amara Nwosu.+@.+\s+People$/s)]);
  await page.getByRole('status').filter({ hasText: '1 result' }).waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
  await expect.poll(() => isFocused(manage), { timeout: 10_000 }).toBe(true);

  for (const typed of [
    LICENSE_ID.slice(0, 6),
    `${LICENSE_ID.slice(0, 4)} ${LICENSE_ID.slice(4)}`,
    HYPHENATED,
  ]) {
    const again = await openPalette(page);
    await again.field.fill(typed);
    await again.options.filter({ hasText: 'Signalling labs' }).waitFor();
    expect(await again.options.first().innerText()).toMatch(
      `See who has access to ${LICENSE_ID.slice(0, 4)}\u00a0${LICENSE_ID.slice(4)}`,
    );
    await page.keyboard.press('Escape');
  }

  await openPalette(page);
  await page.keyboard.type('amara');
  await options.filter({ hasText: 'Amara Nwosu' }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/vl/assignments?user=${amara}`);
  await page.getByRole('region', { name: 'Amara Nwosu' }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('what was chosen last comes first, and is kept without a name; who may see it no more finds nothing (R10)', async () => {
  const scene = await stage.newScene(2);
  const { admin } = scene;
  const [jonas = ''] = await invite(scene, ['Jonas Petrov']);
  const page = await stage.open(scene, '/products/volume-licensing');
  const first = await openPalette(page);
  await first.field.fill('jonas');
  await first.options.filter({ hasText: 'Jonas Petrov' }).click();
  await page.waitForURL('**user=**');
  expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain('Jonas');

  const second = await openPalette(page);
  await second.options.filter({ hasText: 'Recent' }).waitFor();
  expect(await second.options.first().innerText()).toMatch(/^Jonas Petrov[\s\S]+Recent$/);
  await page.keyboard.press('Escape');

  await admin.api.call(changeAssignments, {
    body: { assignments: [{ user: { vlUserId: jonas }, licenseId: admin.licenseId, roles: [] }] },
  });
  await page.goto(`/o/${scene.organization.number}/products/volume-licensing`);
  const third = await openPalette(page);
  await third.field.fill('petrov');
  await page.getByText('Nothing matches “petrov”').waitFor();
  await third.field.fill('');
  await third.options.filter({ hasText: 'Sign out' }).waitFor();
  expect((await third.options.allInnerTexts()).join()).not.toContain('Petrov');
});

test('A9 R10 whoever administers nothing finds what they hold, and no person', async () => {
  const scene = await stage.newScene(2);
  const { admin, organization } = scene;
  const [first = '', second = ''] = admin.licenseIds;
  const reader = await organization.colleague(admin, { licenseIds: [first] });
  const page = await stage.open(scene, '/products/volume-licensing', {
    email: reader.email,
    viewport: { width: 320, height: 640 },
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const { field, options } = await openPalette(page);
  expect(await scrollsSideways(page)).toBe(false);
  expect(await violationsInBothThemes(page)).toEqual([]);
  expect(await options.filter({ hasText: /assign|admins/i }).count()).toBe(0);
  await field.fill(admin.name);
  await page.getByText(`Nothing matches “${admin.name}”`).waitFor();
  await field.fill(second);
  await page.getByText(`Nothing matches “${second}”`).waitFor();
  await field.fill(first);
  await options.filter({ hasText: `Contract ${first}` }).click();
  await page.waitForURL(`**/products/volume-licensing?q=${first}`);
  await page.getByRole('region', { name: 'Your access' }).getByText(`Contract ${first}`).waitFor();
  expect(asked).not.toContain('/v1/vl-users');
});

test('when searching fails it says so, pages and acts are still found, and trying again helps', async () => {
  const scene = await stage.newScene();
  await invite(scene, ['Jonas Petrov']);
  const page = await stage.open(scene, '/products/volume-licensing');
  const { field, options } = await openPalette(page);
  await page.route('**/v1/vl-users?*', (route) => route.fulfill({ status: 500, json: {} }));
  await field.fill('assign');
  await page.getByRole('alert').filter({ hasText: 'could not be searched' }).waitFor();
  expect(await options.filter({ hasText: 'Assign users' }).count()).toBe(1);
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.unroute('**/v1/vl-users?*');
  await field.fill('jonas');
  await options.filter({ hasText: 'Jonas Petrov' }).waitFor();
  await page.context().setOffline(true);
  await field.fill('sign o');
  await page.getByText('You are offline: only actions are found.').waitFor();
  expect(await options.filter({ hasText: 'Sign out' }).count()).toBe(1);
});
