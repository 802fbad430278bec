import { getVlUserAccess, removeVlUser } from '@muniment/contract/vl-users.ts';
import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violationsInBothThemes } from './browser.ts';
import { expectToast, invite, type Scene, type Stage, startStage } from './scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage?.close());
afterEach(() => stage.clear());

async function openList(scene: Scene): Promise<Page> {
  const page = await stage.open(scene, '/vl/assignments');
  await page.getByRole('grid', { name: 'People' }).waitFor();
  return page;
}

describe('invitations', () => {
  async function openMenu(page: Page, name: string): Promise<void> {
    await page.getByRole('button', { name: `More actions for ${name}` }).click();
    await page.getByRole('menu').waitFor();
  }

  test('M3 M9 resend within a minute is refused with the reason; later the same link goes out again', async () => {
    const scene = await stage.newScene();
    const [vlUserId = ''] = await invite(scene, ['Jonas Petrov']);
    const page = await openList(scene);
    await openMenu(page, 'Jonas Petrov');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Resend invite' }).click();
    await expectToast(page, 'The last one went out within the last minute');
    await stage.muniment.db
      .updateTable('invitation')
      .set({ last_sent_at: new Date(Date.now() - 120_000) })
      .where('vl_user_id', '=', vlUserId)
      .execute();
    await openMenu(page, 'Jonas Petrov');
    await page.getByRole('menuitem', { name: 'Resend invite' }).click();
    await expectToast(page, 'Invitation to Jonas Petrov sent again');
    await expectToast(page, 'The email goes out in 30 seconds.');
  });

  test('M3 an expired invitation is reset: it can be accepted again', async () => {
    const scene = await stage.newScene();
    const [vlUserId = ''] = await invite(scene, ['Callum Mercer']);
    await stage.muniment.db
      .updateTable('invitation')
      .set({ expires_at: new Date(Date.now() - 1_000) })
      .where('vl_user_id', '=', vlUserId)
      .execute();
    const page = await openList(scene);
    const row = page.getByRole('row', { name: /Callum Mercer/ });
    expect(await row.innerText()).toContain('Invitation expired');
    await openMenu(page, 'Callum Mercer');
    expect(await page.getByRole('menuitem', { name: 'Resend invite' }).count()).toBe(0);
    await page.getByRole('menuitem', { name: 'Reset invite' }).click();
    await expectToast(page, 'Invitation to Callum Mercer reset');
    await row.getByText('Invitation sent').waitFor();
  });
});

describe('removing a person', () => {
  async function askToRemove(page: Page, name: string): Promise<void> {
    await page.getByRole('button', { name: `More actions for ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Remove person' }).click();
    await page.getByRole('alertdialog', { name: /^Remove/ }).waitFor();
  }

  test('M5 names what they lose, ends it and takes them off the list', async () => {
    const scene = await stage.newScene(2);
    const { admin, organization } = scene;
    const colleague = await organization.colleague(admin, { licenseIds: admin.licenseIds });
    const page = await openList(scene);
    await askToRemove(page, colleague.name);
    const dialog = page.getByRole('alertdialog', { name: `Remove ${colleague.name}?` });
    await dialog.getByText('They lose access to 2 license IDs and leave this list.').waitFor();
    await dialog.getByText(`An email to ${colleague.email} says so.`).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Remove person' }).click();
    await expectToast(page, `${colleague.name} removed`);
    await page.getByText('1 person', { exact: true }).waitFor();
    const access = await admin.api.call(getVlUserAccess, { params: { vlUserId: colleague.vlUserId } });
    expect(access.problemId).toBe('vl-user-not-found');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Manage assignments');
  });

  test('M5 where it cannot be read what they lose, nothing is removed unseen, and it can be read again', async () => {
    const scene = await stage.newScene();
    const { admin, organization } = scene;
    const colleague = await organization.colleague(admin, { licenseIds: admin.licenseIds });
    const page = await openList(scene);
    const access = `**/vl-users/${colleague.vlUserId}/access*`;
    await page.route(access, (route) => route.fulfill({ status: 500 }));
    await askToRemove(page, colleague.name);
    const dialog = page.getByRole('alertdialog', { name: `Remove ${colleague.name}?` });
    await dialog.getByText('Access could not be loaded').first().waitFor();
    expect(await dialog.getByRole('progressbar').count()).toBe(0);
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.unroute(access);
    await admin.api.call(removeVlUser, { params: { vlUserId: colleague.vlUserId } });
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await dialog.getByText(`${colleague.name} holds nothing on your license IDs any more.`).first().waitFor();
    expect(await dialog.getByRole('progressbar').count()).toBe(0);
  });

  test('A1 oneself, as the last administrator, is refused with the license ID named', async () => {
    const scene = await stage.newScene();
    const page = await openList(scene);
    await askToRemove(page, scene.admin.name);
    const dialog = page.getByRole('alertdialog', { name: 'Remove yourself?' });
    await dialog.getByText('You lose access to 1 license ID and leave this list.').waitFor();
    await dialog.getByRole('button', { name: 'Remove myself' }).click();
    await dialog
      .getByText(`You are the last registered administrator of ${scene.admin.licenseId}.`)
      .waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('1 person', { exact: true }).waitFor();
  });

  test('M5 whoever removes themselves loses the page too', async () => {
    const scene = await stage.newScene();
    const { admin, organization } = scene;
    await organization.colleague(admin, { roles: ['administrator'] });
    const page = await openList(scene);
    await askToRemove(page, admin.name);
    await page.getByRole('button', { name: 'Remove myself' }).click();
    await page.getByRole('heading', { name: 'You need Administrator to see this page' }).waitFor();
    await expectToast(page, 'You are removed');
  });
});
