import { getVlUser, listVlUsers } from '@muniment/contract/vl-users.ts';
import type { BrowserContextOptions, Locator, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { expectToast, invite, type Scene, type Stage, startStage } from './scene.ts';
import { rolesOf } from './team.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage?.close());
afterEach(() => stage.clear());

async function openList(scene: Scene, search = '', options: BrowserContextOptions = {}): Promise<Page> {
  const page = await stage.open(scene, `/vl/assignments${search}`, options);
  await page.getByRole('grid', { name: 'People' }).waitFor({ timeout: 30_000 });
  return page;
}

/** How many are selected, as the page says it. */
const selected = (page: Page, words: string) =>
  page
    .getByRole('status')
    .filter({ hasText: new RegExp(`^${words}$`) })
    .waitFor();
const tick = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}` });
/** A check box by its label: the box itself lies below its drawing. */
const choose = (within: Locator, label: string) => within.getByText(label, { exact: true }).click();
const focused = (page: Page) => page.evaluate('document.activeElement.textContent') as Promise<string>;

test('B8 roles are added to several people after a review of what that does, and one Undo takes all of it back', async () => {
  const scene = await stage.newScene(2);
  const { admin, organization } = scene;
  const [first = '', second = ''] = admin.licenseIds;
  const colleague = await organization.colleague(admin, {
    licenseIds: [first],
    roles: ['benefits-reader'],
  });
  const [pia = '', quin = ''] = await invite(scene, ['Pia Zonneveld', 'Quin Zuiderveld', 'Rens Zwart']);
  const page = await openList(scene);

  await tick(page, 'Pia Zonneveld').click();
  await tick(page, 'Rens Zwart').click({ modifiers: ['Shift'] });
  await selected(page, '3 selected');
  // Sorting lists the same people: they stay selected.
  await page.getByRole('button', { name: 'Display name' }).click();
  await page.waitForURL(/sort=-displayName/);
  await selected(page, '3 selected');
  await tick(page, 'Rens Zwart').click();
  await page
    .getByRole('row', { name: new RegExp(colleague.email) })
    .getByRole('checkbox')
    .click();
  await selected(page, '3 selected');
  expect(await violationsInBothThemes(page)).toEqual([]);

  await page.getByRole('button', { name: 'Add roles' }).click();
  const sheet = page.getByRole('dialog', { name: 'Add roles to 3 people' });
  await choose(sheet, 'Benefits reader');
  await choose(sheet, 'Product keys reader');
  // The boxes of the table wait below; the sheet says what is missing.
  expect(await sheet.getByRole('button', { name: 'Review changes' }).getAttribute('aria-disabled')).toBe(
    'true',
  );
  await sheet.getByRole('searchbox', { name: 'Search license IDs' }).fill(second);
  await sheet.getByRole('checkbox', { name: new RegExp(`Contract ${second}`) }).click();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Review changes' }).click();

  const save = sheet.getByRole('button', { name: 'Add 6 roles to 3 people' });
  await save.waitFor();
  const summary = await sheet.getByRole('region', { name: 'Summary' }).innerText();
  expect(summary.replace(/\s+/g, ' ')).toContain('Roles added 6 People 3');
  await sheet.getByText(`Gets a permission-change email at ${colleague.email}`).waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await save.click();
  await expectToast(page, 'Assignments saved');
  for (const id of [pia, quin, colleague.vlUserId]) {
    expect((await rolesOf(scene, id))[second]?.toSorted()).toEqual([
      'benefits-reader',
      'product-keys-reader',
    ]);
  }
  // Nobody is selected any more, and the list has focus.
  await page.getByRole('button', { name: 'Export CSV' }).waitFor();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await rolesOf(scene, colleague.vlUserId))[second] ?? []).toEqual([]);
  expect((await rolesOf(scene, pia))[first]).toEqual(['benefits-reader']);
}, 90_000);

test('B8 M5 people are selected and changed by keyboard alone, and what would leave nobody in charge is blocked', async () => {
  const scene = await stage.newScene();
  const { admin } = scene;
  const names = ['Zoe Adler', 'Zoe Brandt', 'Zoe Cramer', 'Zoe Dietrich'];
  const ids = await invite(scene, names);
  const page = await openList(scene);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  await page.getByRole('rowheader', { name: 'Zoe Adler' }).focus();
  await press('Space');
  await selected(page, '1 selected');
  await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await selected(page, '4 selected');
  await press('Shift+ArrowUp');
  await selected(page, '3 selected');
  await press('ArrowDown', 'Control+a');
  await selected(page, '5 selected');
  await press('Escape');
  await page.getByText('5 people', { exact: true }).waitFor();

  // All of them, the only administrator too.
  await press('Control+a');
  await page.getByRole('button', { name: 'More actions', exact: true }).focus();
  await press('Enter');
  await page.getByRole('menuitem', { name: 'Remove people' }).waitFor();
  await press('ArrowDown', 'Enter');
  const removal = page.getByRole('dialog', { name: 'Remove 5 people' });
  await removal.getByText('would have no administrator').waitFor();
  const blocked = removal.getByRole('button', { name: /^Remove \d/ });
  expect(await blocked.getAttribute('aria-disabled')).toBe('true');
  expect(await violationsInBothThemes(page)).toEqual([]);
  await press('Escape');
  await removal.waitFor({ state: 'detached' });

  await page.getByRole('rowheader', { name: 'Zoe Adler' }).focus();
  await press('Escape', 'Space', 'Shift+ArrowDown');
  await selected(page, '2 selected');
  await page.getByRole('button', { name: 'Remove roles' }).focus();
  await press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Remove roles from 2 people' });
  await sheet.getByRole('checkbox', { name: 'Benefits reader' }).focus();
  await press('Space');
  await sheet.getByRole('button', { name: 'Review changes' }).focus();
  await press('Enter');
  await sheet.getByRole('button', { name: 'Remove 2 roles from 2 people' }).focus();
  await press('Enter');
  await expectToast(page, 'Assignments saved');
  await sheet.waitFor({ state: 'detached' });
  await page.getByText('3 people', { exact: true }).waitFor();
  await expect.poll(() => page.evaluate('document.activeElement.closest("main") !== null')).toBe(true);
  const left = (await admin.api.call(listVlUsers, { query: {} })).body.items.map(({ id }) => id);
  expect(left).toEqual(expect.arrayContaining(ids.slice(2)));
  expect(left).toHaveLength(3);
}, 90_000);

test('B8 all who match are changed at once; when others match by then, it says so before anything is saved', async () => {
  const scene = await stage.newScene();
  const { licenseId } = scene.admin;
  const names = Array.from({ length: 110 }, (_, index) => `Person ${String(index).padStart(3, '0')}`);
  const [someone = ''] = await invite(scene, names);
  const page = await openList(scene, '?role=benefits-reader');
  await page.getByText('110 of 111 people').waitFor();
  await page.getByRole('checkbox', { name: 'Select all' }).click();
  await selected(page, '100 selected');
  await page.getByRole('button', { name: 'Select all 110 matching' }).click();
  await selected(page, 'All 110 selected');
  await page.getByRole('button', { name: 'Add roles' }).click();
  const sheet = page.getByRole('dialog', { name: /^Add roles to/ });
  await choose(sheet, 'Licensing Info Viewer');
  await sheet.getByRole('checkbox', { name: new RegExp(`Contract ${licenseId}`) }).click();

  await invite(scene, ['Person 999']);
  await sheet.getByRole('button', { name: 'Review changes' }).click();
  await sheet.getByText('The number of people changed').waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Read again' }).click();
  await sheet.getByText('110 matched when you selected them, 111 match now.').waitFor();
  const save = sheet.getByRole('button', { name: 'Add 111 roles to 111 people' });
  await save.waitFor();
  // Whoever comes to match after the review is not meant by it.
  const [late = ''] = await invite(scene, ['Person 998']);
  await save.click();
  await expectToast(page, 'Assignments saved');
  // What came of a large change is read on its own page.
  await page.waitForURL(/\/vl\/activity\/[0-9a-f-]{36}$/);
  expect((await rolesOf(scene, someone))[licenseId]?.toSorted()).toEqual([
    'benefits-reader',
    'licensing-info-viewer',
  ]);
  expect((await rolesOf(scene, late))[licenseId]).toEqual(['benefits-reader']);
}, 90_000);

test('M3 M9 invitations are reset for many, and it says of each person what became of theirs', async () => {
  const scene = await stage.newScene();
  const [pia = ''] = await invite(scene, ['Pia Zonneveld', 'Quin Zuiderveld']);
  const before = (await scene.admin.api.call(getVlUser, { params: { vlUserId: pia } })).body.invitations[0];
  const page = await openList(scene);
  await page.getByRole('checkbox', { name: 'Select all' }).click();
  await page.getByRole('button', { name: 'More actions', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Reset invites' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reset invites of 3 people' });
  await dialog.getByRole('button', { name: 'Reset for 3 people' }).click();
  await dialog.getByText('2 invitations sent').waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  const outcomes = await dialog.getByRole('listitem').allInnerTexts();
  expect(outcomes[0]).toContain('Waits for none');
  expect(outcomes.slice(1).map((text) => text.replace(/\s+/g, ' '))).toEqual([
    'Pia Zonneveld Sent',
    'Quin Zuiderveld Sent',
  ]);
  expect(await focused(page)).toContain('Close');
  await page.keyboard.press('Escape');
  const after = (await scene.admin.api.call(getVlUser, { params: { vlUserId: pia } })).body.invitations[0];
  expect(Date.parse(after?.sentAt ?? '')).toBeGreaterThan(Date.parse(before?.sentAt ?? ''));
}, 90_000);

test('M3 after a resend, exactly those are reset whose invitation had expired', async () => {
  const scene = await stage.newScene();
  const [pia = '', quin = ''] = await invite(scene, ['Pia Zonneveld', 'Quin Zuiderveld']);
  const long = new Date(Date.now() - 120_000);
  const invitations = stage.muniment.db.updateTable('invitation');
  await invitations.set({ last_sent_at: long }).where('vl_user_id', 'in', [pia, quin]).execute();
  await invitations
    .set({ expires_at: new Date(Date.now() - 1_000) })
    .where('vl_user_id', '=', quin)
    .execute();
  const sentAt = async (vlUserId: string) => {
    const { body } = await scene.admin.api.call(getVlUser, { params: { vlUserId } });
    return Date.parse(body.invitations[0]?.sentAt ?? '');
  };
  const page = await openList(scene);
  await page.getByRole('checkbox', { name: 'Select all' }).click();
  await page.getByRole('button', { name: 'Resend', exact: true }).click();
  await page.getByRole('button', { name: 'Resend to 3 people' }).click();
  await page.getByText('1 invitation sent').waitFor();
  const resentAt = await sentAt(pia);
  await page.getByRole('button', { name: 'Reset 1 expired invite' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reset invites of 1 person' });
  await dialog.getByRole('button', { name: 'Reset for 1 person' }).click();
  await dialog.getByText('1 invitation sent').waitFor();
  expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/Quin Zuiderveld\s+Sent/),
  ]);
  expect(await sentAt(pia)).toBe(resentAt);
  expect(await sentAt(quin)).toBeGreaterThan(long.getTime());
}, 90_000);

test('other filters list other people: nobody is selected any more, and a toast says so', async () => {
  const scene = await stage.newScene(10);
  await invite(scene, ['Pia Zonneveld']);
  const page = await openList(scene);
  await tick(page, 'Pia Zonneveld').click();
  await selected(page, '1 selected');
  await page.getByRole('link', { name: /^Administrators/ }).click();
  await expectToast(page, 'Selection cleared');
  await page.getByText('1 of 2 people').waitFor();
}, 90_000);

test('B8 on a phone people are selected after one asked to, and changed from a bar below the list', async () => {
  const scene = await stage.newScene();
  const [pia = ''] = await invite(scene, ['Pia Zonneveld', 'Quin Zuiderveld']);
  const page = await openList(scene, '', { viewport: PHONE });
  await page.getByRole('button', { name: 'Select', exact: true }).click();
  await page
    .getByRole('row', { name: /Pia Zonneveld/ })
    .getByText('Pia Zonneveld')
    .click();
  await selected(page, '1 selected');
  expect(await violationsInBothThemes(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByRole('button', { name: 'Actions', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Remove people' }).click();
  const sheet = page.getByRole('dialog', { name: 'Remove 1 person' });
  await sheet.getByText('Benefits reader').waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await sheet.getByRole('button', { name: 'Remove 1 person' }).click();
  await expectToast(page, '1 person removed');
  await page.getByText('2 people', { exact: true }).waitFor();
  const people = (await scene.admin.api.call(listVlUsers, { query: {} })).body.items;
  expect(people.map(({ id }) => id)).not.toContain(pia);
}, 90_000);
