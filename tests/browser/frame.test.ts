import type { Locator, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openSession, sessionCookie } from '../../apps/server/src/features/sign-in/session-service.ts';
import { connectDirectory } from '../directory/scim-client.ts';
import { scrollsSideways, violationsInBothThemes } from './browser.ts';
import { invite, type Scene, type Stage, startStage } from './scene.ts';

/** Other processes may be at work on the same machine. */
const PATIENT = { timeout: 10_000 };

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage?.close());
afterEach(() => stage.clear());

async function openOverview(scene: Scene, options = {}): Promise<Page> {
  const page = await stage.open(scene, '/products/volume-licensing', options);
  await page.getByRole('heading', { name: 'Your products', level: 1 }).waitFor();
  return page;
}

/** How far the page is scrolled. A text, since the tests know no document. */
const SCROLLED = `Math.max(...[...document.querySelectorAll('main *')].map((each) => each.scrollTop))`;

const isFocused = async (element: Locator) =>
  (await element.and(element.page().locator(':focus')).count()) === 1;

/** Whoever has signed in as somebody, at the latest. */
async function accountOf(email: string): Promise<string> {
  const { id } = await stage.muniment.db
    .selectFrom('account')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  return id;
}

describe('the header', () => {
  test('A5 the bell counts what needs an administrator; each line leads to the list of it, Esc gives focus back', async () => {
    const scene = await stage.newScene();
    const [callum = ''] = await invite(scene, ['Callum Mercer', 'Jonas Petrov']);
    await stage.muniment.db
      .updateTable('invitation')
      .set({ expires_at: new Date(Date.now() - 1_000) })
      .where('vl_user_id', '=', callum)
      .execute();
    const page = await openOverview(scene);
    const bell = page.getByRole('button', { name: 'Notifications: 2 things need attention' });
    await bell.focus();
    await page.keyboard.press('Enter');
    const list = page.getByRole('dialog', { name: 'Notifications' });
    await list.getByRole('link', { name: 'You are the only administrator on 1 license ID' }).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => isFocused(bell), PATIENT).toBe(true);
    await bell.click();
    await list.getByRole('link', { name: '1 invitation expired' }).click();
    await page.getByRole('row', { name: /Callum Mercer/ }).waitFor();
    expect(await page.getByRole('row', { name: /Jonas Petrov/ }).count()).toBe(0);
    expect(new URL(page.url()).search).toBe('?status=invitation-expired');
  });

  test('A9 says that nothing needs attention where that is so, and to others it says nothing at all', async () => {
    const scene = await stage.newScene();
    const { admin, organization } = scene;
    await organization.colleague(admin, { roles: ['administrator'] });
    const page = await openOverview(scene);
    await page.getByRole('button', { name: 'Notifications', exact: true }).click();
    await page.getByRole('dialog').getByText('Nothing needs attention').waitFor();
    const reader = await organization.colleague(admin);
    const asReader = await openOverview(scene, { email: reader.email });
    const asked: string[] = [];
    asReader.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await asReader.reload();
    await asReader.getByRole('region', { name: 'Your access' }).waitFor();
    expect(await asReader.getByRole('button', { name: /^Notifications/ }).count()).toBe(0);
    expect(asked).not.toContain('/v1/overview');
  });

  test('another organization is chosen without leaving the page, where it has that page', async () => {
    const scene = await stage.newScene();
    const other = await (await stage.muniment.newPartner()).organization('Bramblewick Bakery');
    await other.administrator({ email: scene.admin.email });
    const third = await (await stage.muniment.newPartner()).organization('Halden Robotics');
    const there = await third.administrator();
    await third.colleague(there, { email: scene.admin.email });
    const page = await stage.open(scene, '/vl/assignments?q=nobody');
    await page.getByRole('button', { name: `Organization: ${scene.organization.name}` }).click();
    await expect.poll(() => page.getByRole('menuitem').count(), PATIENT).toBe(3);
    await page.getByRole('menuitem', { name: 'Bramblewick Bakery' }).click();
    await page.waitForURL(`**/o/${other.number}/vl/assignments`);
    await expect
      .poll(() => page.title(), PATIENT)
      .toBe('Manage assignments - Bramblewick Bakery - Volume licensing');
    await page.getByRole('button', { name: 'Organization: Bramblewick Bakery' }).click();
    await page.getByRole('menuitem', { name: 'Halden Robotics' }).click();
    await page.waitForURL(`**/o/${third.number}/products/volume-licensing`);
  });

  test('with many organizations the menu has a search', async () => {
    const scene = await stage.newScene();
    const partner = await stage.muniment.newPartner();
    for (let index = 1; index < 9; index += 1) {
      const organization = await partner.organization(`Northgate ${index} Ltd`);
      await organization.administrator({ email: scene.admin.email });
    }
    const page = await openOverview(scene);
    await page.getByRole('button', { name: /^Organization: / }).click();
    const search = page.getByRole('dialog', { name: 'Organizations' });
    await search.getByRole('menuitem', { name: /Northgate 7/ }).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.keyboard.type('gate 7');
    await expect.poll(() => search.getByRole('menuitem').count(), PATIENT).toBe(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Organization: Northgate 7 Ltd' }).waitFor();
  });

  test.each([390, 320])('at %i px everything is in reach, and pages are in a drawer', async (width) => {
    const scene = await stage.newScene();
    const page = await openOverview(scene, { viewport: { width, height: 640 } });
    for (const name of ['Open navigation', /^Search/, /^Notifications/, 'Help', /^Account of/]) {
      const box = await page.getByRole('banner').getByRole('button', { name }).boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    }
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByRole('button', { name: 'Open navigation' }).click();
    await page
      .getByRole('dialog', { name: 'Main' })
      .getByRole('link', { name: 'Manage assignments' })
      .click();
    await page.getByRole('heading', { name: 'Manage assignments', level: 1 }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

test('the footer tells when the directory was synced, where there is one', async () => {
  const scene = await stage.newScene();
  const page = await openOverview(scene);
  const footer = page.getByRole('contentinfo');
  await footer.getByText('Role changes apply within seconds.').waitFor();
  expect(await footer.innerText()).not.toContain('synced');
  const directory = await connectDirectory(stage.muniment, scene.organization.number);
  await directory.create(scene.admin.email);
  await page.reload();
  await footer.getByText(/^Directory synced (now|\d+ seconds? ago|\d+ minutes? ago)\.$/).waitFor();
});

describe('where one is', () => {
  test('the first Tab skips to the content; a new page starts at its heading; Back restores the place', async () => {
    const scene = await stage.newScene(3);
    const page = await openOverview(scene, { viewport: { width: 1000, height: 500 } });
    await page.getByRole('heading', { name: 'Role assignments' }).waitFor();
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to content' });
    expect(await isFocused(skip)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await isFocused(page.getByRole('main'))).toBe(true);
    const scrolled = () => page.evaluate<number>(SCROLLED);
    const manage = page.getByRole('link', { name: 'Manage role assignments' });
    await manage.scrollIntoViewIfNeeded();
    await expect.poll(scrolled, PATIENT).toBeGreaterThan(50);
    // The browser tells of scrolling with its next frame.
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    await manage.click();
    const heading = page.getByRole('heading', { name: 'Manage assignments', level: 1 });
    await expect.poll(() => isFocused(heading), PATIENT).toBe(true);
    expect(await page.title()).toBe('Manage assignments - Volume licensing');
    const crumbs = page.getByRole('navigation', { name: 'Breadcrumbs' });
    await crumbs.getByRole('link', { name: 'Your products' }).click();
    await page.getByRole('heading', { name: 'Your products', level: 1 }).waitFor();
    expect(await scrolled()).toBe(0);
    await page.goBack();
    await expect.poll(() => isFocused(heading), PATIENT).toBe(true);
    await page.goBack();
    await expect.poll(scrolled, PATIENT).toBeGreaterThan(50);
  });

  test('an address that does not exist says so, in the frame and outside of it', async () => {
    const scene = await stage.newScene();
    const page = await stage.open(scene, '/no/such/page');
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    const answer = await page.goto('/no-such-page');
    expect(answer?.status()).toBe(404);
    await page.getByRole('heading', { name: 'There is no such page', level: 1 }).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
  });

  test('A9 a page of administrators names the role that it needs, and nobody', async () => {
    const scene = await stage.newScene();
    const reader = await scene.organization.colleague(scene.admin);
    const page = await stage.open(scene, '/vl/assignments', { email: reader.email });
    await page.getByRole('heading', { name: 'You need Administrator to see this page' }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain(scene.admin.name);
    expect(await violationsInBothThemes(page)).toEqual([]);
  });
});

describe('what goes wrong while somebody works', () => {
  test('a session that ends is signed in again beside the page, which keeps what was typed', async () => {
    const scene = await stage.newScene();
    const { muniment } = stage;
    const page = await stage.open(scene, '/tokens');
    await page.getByRole('button', { name: 'Create token' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Nightly export');
    await muniment.db
      .deleteFrom('session')
      .where('account_id', '=', await accountOf(scene.admin.email))
      .execute();
    await page.getByRole('dialog').getByRole('button', { name: 'Create token' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'You are signed out' });
    await dialog.waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    const again = page.waitForEvent('popup');
    await dialog.getByRole('button', { name: 'Sign in again' }).click();
    const popup = await again;
    // The provider signs them in, as its tests show; here the cookie comes by itself.
    const { token } = await openSession(muniment.db, await accountOf(scene.admin.email));
    const { name } = sessionCookie({ publicUrl: muniment.url });
    await page.context().addCookies([{ name, value: token, url: muniment.url, httpOnly: true }]);
    await popup.goto(`${muniment.url}/signed-in`).catch(() => undefined);
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Nightly export');
    await page.getByRole('dialog').getByRole('button', { name: 'Create token' }).click();
    await page.getByRole('heading', { name: /Nightly export/ }).waitFor();
  });

  test('a part that is gone with an older version offers to reload; the page stays', async () => {
    const scene = await stage.newScene();
    const page = await openOverview(scene);
    await page.route('**/assets/palette*', (route) => route.fulfill({ status: 404, body: '' }));
    await page.getByRole('button', { name: /^Search/ }).click();
    const bar = page.getByRole('status').filter({ hasText: 'may have been updated' });
    await bar.getByRole('button', { name: 'Reload' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Your products', level: 1 }).isVisible()).toBe(true);
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.unroute('**/assets/palette*');
    await bar.getByRole('button', { name: 'Reload' }).click();
    await page.waitForLoadState();
    await page.getByRole('button', { name: /^Search/ }).click();
    await page.getByRole('dialog', { name: /^Search/ }).waitFor();
  });

  test('offline the page says so and stays to be read; what was not loaded says what is safe', async () => {
    const scene = await stage.newScene();
    const page = await openOverview(scene);
    await page.getByText('1 person across 1 license ID').waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline. You can read what is loaded, and drafts are kept.').waitFor();
    await page.getByRole('link', { name: 'Manage role assignments' }).click();
    await page.getByRole('alert').getByText('Nothing you saved is affected.').waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('grid').waitFor();
  });

  test('a page that fails says what is safe, and gives the request ID to quote', async () => {
    const scene = await stage.newScene();
    const page = await stage.open(scene, '/products/volume-licensing', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.route('**/v1/overview', (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: `${stage.muniment.url}/docs/problems/internal-error`,
          title: 'Something went wrong on our side',
          status: 500,
          instance: '0193f3a2-request',
        }),
      }),
    );
    await page.reload();
    const alert = page.getByRole('alert');
    await alert.getByText('Nothing you saved is affected.').waitFor();
    await alert.getByRole('button', { name: 'Copy request ID' }).click();
    await alert.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('0193f3a2-request');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.unroute('**/v1/overview');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Role assignments' }).waitFor();
  });
});
