import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { invite, type Scene, type Stage, startStage } from './scene.ts';

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

/** Eight digits, as most license IDs are, that nothing else in this run has. */
let lastNumber = 72_040_000 + (process.pid % 1_000) * 10;
const newNumber = () => String(++lastNumber);

describe('the only-administrator card', () => {
  test('A5 names the license IDs, somebody for each, and how many rely on them; the button prefills the wizard', async () => {
    const scene = await stage.newScene(2);
    const { admin, organization } = scene;
    const [first = '', second = ''] = admin.licenseIds;
    const amara = await organization.colleague(admin, { email: organization.newEmail('amara.nwosu') });
    const page = await openOverview(scene);
    const card = page.getByRole('region', { name: 'You are the only administrator' });
    const rows = card.getByRole('listitem');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(2);
    const covered = rows.filter({ hasText: `Contract ${first}` });
    expect(await covered.innerText()).toContain(`Suggested: ${amara.name}`);
    expect(await covered.innerText()).toContain('1 person relies on it');
    const lonely = await rows.filter({ hasText: `Contract ${second}` }).innerText();
    expect(lonely).toContain('Nobody else holds a role yet');
    expect(lonely).not.toMatch(/rel(y|ies) on it/);
    expect(await card.getByRole('link', { name: 'Add second admins' }).getAttribute('href')).toBe(
      `/o/${organization.number}/vl/assign?add=${amara.vlUserId}&license=${first}&role=administrator`,
    );
    expect(await violationsInBothThemes(page)).toEqual([]);
    await card.getByRole('link', { name: `People on Contract ${first}, license ID ${first}` }).click();
    await page.getByText('2 of 2 people').waitFor();
  });

  test('counts those that have a second administrator out, and says when all of them do', async () => {
    const scene = await stage.newScene(2);
    const { admin, organization } = scene;
    await organization.colleague(admin, { roles: ['administrator'] });
    const page = await openOverview(scene);
    await page.getByRole('heading', { name: 'You are the only administrator on 1 license ID' }).waitFor();
    await organization.colleague(admin, {
      roles: ['administrator'],
      licenseIds: admin.licenseIds.slice(1),
    });
    await page.reload();
    await page.getByText('Every license ID has at least two administrators.').waitFor();
    expect(await page.getByRole('link', { name: /second admin/ }).count()).toBe(0);
    expect(await violationsInBothThemes(page)).toEqual([]);
  });

  test('shows five, and the others when asked', async () => {
    const page = await openOverview(await stage.newScene(7));
    const rows = page.getByRole('list', { name: 'License IDs with one administrator' }).getByRole('listitem');
    await page.getByRole('button', { name: 'Show 2 more' }).click();
    await expect.poll(() => rows.count()).toBe(7);
    expect(await page.getByRole('button', { name: /^Show/ }).count()).toBe(0);
  });

  test('a license ID of eight digits is printed in groups of four, and copied without the space', async () => {
    const scene = await stage.newScene();
    const licenseId = newNumber();
    await scene.organization.license({
      contact: scene.admin.email,
      licenseId,
      name: 'Group enterprise 2026',
    });
    await stage.muniment.register(scene.admin.email);
    const page = await openOverview(scene);
    const link = page.getByRole('link', { name: /^People on Group enterprise 2026/ });
    expect(await link.innerText()).toBe(licenseId);
    const [left, right] = await link.locator('span > span').all();
    const gap = ((await right?.boundingBox())?.x ?? 0) - ((await left?.boundingBox())?.x ?? 0);
    expect(gap).toBeGreaterThan(((await left?.boundingBox())?.width ?? 0) + 2);
  });
});

describe('role assignments and recent changes', () => {
  test('the counts lead to the people they count', async () => {
    const scene = await stage.newScene();
    const [, expired = ''] = await invite(scene, ['Jonas Petrov', 'Callum Mercer']);
    await stage.muniment.db
      .updateTable('invitation')
      .set({ expires_at: new Date(Date.now() - 1_000) })
      .where('vl_user_id', '=', expired)
      .execute();
    const page = await openOverview(scene);
    await page.getByText('3 people across 1 license ID').waitFor();
    await page.getByRole('link', { name: '1 Invitation expired' }).click();
    await page.getByText('1 of 3 people').waitFor();
    await page.getByRole('row', { name: /Callum Mercer/ }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: '1 Invitation pending' }).click();
    await page.getByRole('row', { name: /Jonas Petrov/ }).waitFor();
  });

  test('changes are told in words, with the exact time at hand', async () => {
    const scene = await stage.newScene();
    const { admin, organization } = scene;
    const amara = await organization.colleague(admin, { email: organization.newEmail('amara.nwosu') });
    const change = (roles: ('administrator' | 'licensing-info-viewer')[]) =>
      admin.api.call(changeAssignments, {
        body: { assignments: [{ user: { vlUserId: amara.vlUserId }, licenseId: admin.licenseId, roles }] },
      });
    await change(['administrator', 'licensing-info-viewer']);
    await change(['administrator']);
    const page = await openOverview(scene);
    const changes = page.getByRole('region', { name: 'Recent changes' });
    await changes.getByRole('listitem').first().waitFor();
    const texts = await changes.locator('li p').allInnerTexts();
    expect(texts).toEqual([
      `You took Licensing Info Viewer on ${admin.licenseId} from ${amara.name}`,
      `You made ${amara.name} an administrator on ${admin.licenseId}`,
      `You gave ${amara.name} Licensing Info Viewer on ${admin.licenseId}`,
      `${organization.partner.name} set ${admin.licenseId} up and invited you as administrator`,
    ]);
    const time = changes.getByRole('button').first();
    expect(await time.innerText()).toMatch(/second|minute|now/);
    await time.focus();
    expect(await page.getByRole('tooltip').innerText()).toMatch(/\d{4}, \d\d:\d\d$/);
  });
});

describe('whoever administers nothing', () => {
  test('R10 A9 sees what they hold and whom to ask, and no administrator is named', async () => {
    const scene = await stage.newScene(2);
    const { admin, organization } = scene;
    const colleague = await organization.colleague(admin, {
      licenseIds: admin.licenseIds,
      roles: ['product-keys-reader', 'benefits-reader'],
    });
    const page = await openOverview(scene, { email: colleague.email });
    const held = page.getByRole('region', { name: 'Your access' });
    await held.getByRole('listitem').first().waitFor();
    expect(await held.getByRole('listitem').count()).toBe(2);
    expect(await held.getByRole('listitem').first().innerText()).toContain(
      'Product keys reader, Benefits reader',
    );
    await page.getByText('Your licensing partner can tell you whom to ask.', { exact: false }).waitFor();
    const text = await page.locator('body').innerText();
    expect(text).not.toContain(admin.name);
    expect(text).not.toContain('Recent changes');
    expect(await page.getByRole('link', { name: 'Manage assignments' }).count()).toBe(0);
    expect(await violationsInBothThemes(page)).toEqual([]);
  });

  test('who lost every role is told so, and whom to ask', async () => {
    const scene = await stage.newScene();
    const { admin, organization } = scene;
    const colleague = await organization.colleague(admin);
    const user = { vlUserId: colleague.vlUserId };
    await admin.api.call(changeAssignments, {
      body: { assignments: [{ user, licenseId: admin.licenseId, roles: [] }] },
    });
    const page = await openOverview(scene, { email: colleague.email });
    await page.getByRole('heading', { name: 'You hold no role at the moment' }).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
  });
});

test.each([PHONE.width, 320])('at %i px nothing has to be scrolled sideways', async (width) => {
  const scene = await stage.newScene(2);
  await invite(scene, ['Jonas Petrov']);
  const page = await openOverview(scene, { viewport: { width, height: 700 } });
  await page.getByRole('heading', { name: 'Role assignments' }).waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await violationsInBothThemes(page)).toEqual([]);
});
