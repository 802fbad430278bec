import { editVlUser } from '@muniment/contract/vl-users.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PHONE, violationsInBothThemes } from './browser.ts';
import { expectToast, invite, type Stage, startStage } from './scene.ts';
import { choose, give, newTeam, openPane, rolesOf } from './team.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage?.close());
afterEach(() => stage.clear());

describe('editing roles', () => {
  test('M4 S4 edits are verified as a difference with its e-mail, saved at once and told', async () => {
    const team = await newTeam(stage);
    const { page, pane } = await openPane(stage, team, team.colleague.vlUserId);
    await choose(page, team.first, 'Licensing Info Viewer', 'Product keys reader');
    await pane.getByText('2 changes', { exact: true }).waitFor();
    await pane.getByText('1 email', { exact: true }).waitFor();
    expect(await pane.getByText('Edited').count()).toBe(1);
    expect(await violationsInBothThemes(page)).toEqual([]);

    await pane.getByRole('button', { name: 'Verify and save' }).click();
    const dialog = page.getByRole('dialog', { name: `Verify changes for ${team.colleague.name}` });
    expect(await dialog.getByRole('insertion').innerText()).toBe('Product keys reader');
    expect(await dialog.getByRole('deletion').innerText()).toBe('Licensing Info Viewer');
    await dialog.getByText(`gets a permission-change email at ${team.colleague.email}`).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save 2 role changes' }).click();
    await expectToast(page, 'Assignments saved');
    await expectToast(page, '1 email goes out in 30 seconds.');
    await pane.getByText('Edited').waitFor({ state: 'detached' });
    expect(await rolesOf(team, team.colleague.vlUserId)).toEqual({
      [team.first]: ['product-keys-reader'],
      [team.second]: ['licensing-info-viewer'],
    });
    const row = page.getByRole('row', { name: new RegExp(team.colleague.name) });
    await row.getByText('+1').waitFor();
  });

  test('M7 whoever holds nothing any more leaves the list, and the pane closes', async () => {
    const team = await newTeam(stage);
    const { page, pane } = await openPane(stage, team, team.colleague.vlUserId);
    await choose(page, team.first, 'Licensing Info Viewer');
    await choose(page, team.second, 'Licensing Info Viewer');
    await pane.getByRole('button', { name: 'Verify and save' }).click();
    await page.getByRole('button', { name: 'Save 2 role changes' }).click();
    await pane.waitFor({ state: 'detached' });
    await page.getByText('1 person', { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  test('A1 the last administrator: a check blocks saving and names the license ID', async () => {
    const team = await newTeam(stage);
    const { page, pane } = await openPane(stage, team, team.admin.vlUserId);
    await choose(page, team.first, 'Administrator');
    await pane.getByRole('button', { name: 'Verify and save' }).click();
    const dialog = page.getByRole('dialog', { name: /Verify/ });
    await dialog.getByText(`${team.first} would have no administrator`).waitFor();
    const save = dialog.getByRole('button', { name: 'Save 1 role change' });
    expect(await save.getAttribute('aria-disabled')).toBe('true');
    expect(await violationsInBothThemes(page)).toEqual([]);
  });

  test('A1 whose alternate steps down between verifying and saving is refused, with the license ID named', async () => {
    const team = await newTeam(stage);
    const other = await team.organization.colleague(team.admin, { roles: ['administrator'] });
    const { page, pane } = await openPane(stage, team, team.admin.vlUserId);
    await choose(page, team.first, 'Administrator');
    await pane.getByRole('button', { name: 'Verify and save' }).click();
    await page.getByText(`${team.first} drops to one administrator`).waitFor();
    await give(other, other.vlUserId, team.first, []);
    await page.getByRole('button', { name: 'Save 1 role change' }).click();
    const dialog = page.getByRole('dialog', { name: /Verify/ });
    await dialog.getByText(`${team.first} would be left without an administrator.`).waitFor();
    expect(await rolesOf(team, team.admin.vlUserId)).toMatchObject({ [team.first]: ['administrator'] });
  });

  test('a save that gets no answer can be tried again, and is done once', async () => {
    const team = await newTeam(stage);
    const { page, pane } = await openPane(stage, team, team.colleague.vlUserId);
    await choose(page, team.first, 'Benefits reader');
    await pane.getByRole('button', { name: 'Verify and save' }).click();
    const save = page.getByRole('button', { name: 'Save 1 role change' });
    await save.waitFor();
    // The server does it, and its answer is lost.
    const held = Promise.withResolvers<void>();
    await page.route('**/v1/assignment-changes', async (route) => {
      await route.fetch();
      await held.promise;
      await route.abort();
    });
    await save.click();
    // While it is under way nothing can be edited that would be neither saved nor kept.
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog', { name: /^Verify changes for/ }).count()).toBe(1);
    held.resolve();
    await page.getByText('it may be saved or not').waitFor();
    await page.unroute('**/v1/assignment-changes');
    await save.click();
    await expectToast(page, 'Assignments saved');
    expect(await rolesOf(team, team.colleague.vlUserId)).toMatchObject({
      [team.first]: ['licensing-info-viewer', 'benefits-reader'],
    });
  });
});

test('R9 Invoice Reader is offered on license IDs of whose agreement one is bill-to contact, and nowhere else', async () => {
  const team = await newTeam(stage);
  const billTo = await team.organization.administrator({ email: team.admin.email, billTo: true });
  await give(team.admin, team.colleague.vlUserId, billTo.licenseId, ['benefits-reader']);
  const { page } = await openPane(stage, team, team.colleague.vlUserId);
  const offered = async (licenseId: string) => {
    await page.getByRole('button', { name: `Roles on Contract ${licenseId}` }).click();
    await page.getByRole('option').first().waitFor();
    const names = (await page.getByRole('option').allInnerTexts()).map((text) => text.split('\n')[0]);
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    return names;
  };
  expect(await offered(billTo.licenseId)).toContain('Invoice Reader');
  expect(await offered(team.first)).not.toContain('Invoice Reader');
});

describe('details and invitation', () => {
  test('S10 name and business e-mail are edited in place; a wrong address is told at its field', async () => {
    const team = await newTeam(stage);
    const { page, pane } = await openPane(stage, team, team.colleague.vlUserId);
    await pane.getByRole('button', { name: 'Edit details' }).click();
    const email = pane.getByRole('textbox', { name: 'Business email' });
    await email.fill('desk at northwind');
    await pane.getByRole('button', { name: 'Save details' }).click();
    await pane.getByText('Type an email address, like name@company.example.').waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await email.fill('desk@northwind.example');
    await pane.getByRole('textbox', { name: 'Display name' }).fill('Noor Haddad');
    await page.keyboard.press('Enter');
    await expectToast(page, 'Details of Noor Haddad saved');
    await pane.getByText('desk@northwind.example').waitFor();
    await page.getByRole('row', { name: /Noor Haddad/ }).waitFor();
  });

  test('details that somebody else changed meanwhile are not overwritten unseen', async () => {
    const team = await newTeam(stage);
    const { page, pane } = await openPane(stage, team, team.colleague.vlUserId);
    await pane.getByRole('button', { name: 'Edit details' }).click();
    const email = pane.getByRole('textbox', { name: 'Business email' });
    await email.fill('mine@typed.example');
    const params = { vlUserId: team.colleague.vlUserId };
    const theirs = { displayName: 'Noor Theirs', businessEmail: 'theirs@saved.example' };
    await team.admin.api.call(editVlUser, { params, body: theirs });
    await pane.getByRole('button', { name: 'Save details' }).click();
    await pane.getByText(/changed while you were editing/).waitFor();
    // What was not typed shows what is there now, and is not put back by saving again.
    expect(await pane.getByRole('textbox', { name: 'Display name' }).inputValue()).toBe('Noor Theirs');
    expect(await email.inputValue()).toBe('mine@typed.example');
    await pane.getByRole('button', { name: 'Save details' }).click();
    await expectToast(page, 'Details of Noor Theirs saved');
    await pane.getByText('mine@typed.example').waitFor();
  });

  test('M3 shows how the invitation and its e-mail stand, and sends it again', async () => {
    const scene = await stage.newScene();
    const [vlUserId = ''] = await invite(scene, ['Jonas Petrov']);
    const { page, pane } = await openPane(stage, scene, vlUserId);
    const invitation = pane.getByRole('region', { name: 'Invitation' });
    await invitation.getByText(/^Sent .+, good until .+\.$/).waitFor();
    await invitation.getByText(/The email to .+ goes out in \d+ seconds/).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await invitation.getByRole('button', { name: 'Resend invite' }).click();
    await expectToast(page, 'The last one went out within the last minute');
    await invitation.getByRole('button', { name: 'Reset invite' }).click();
    await expectToast(page, 'Invitation to Jonas Petrov reset');
    await stage.muniment.db
      .updateTable('mail')
      .set({ state: 'failed', error: '550 no such mailbox' })
      .where('vl_user_id', '=', vlUserId)
      .execute();
    await page.reload();
    await invitation.getByText('550 no such mailbox').waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
  });
});

test('by keyboard alone a row is opened, a role given and saved, and focus is back on the row', async () => {
  const team = await newTeam(stage);
  const page = await stage.open(team, '/vl/assignments');
  const row = page.getByRole('row', { name: new RegExp(team.colleague.name) });
  await row.waitFor();
  const focused = () =>
    page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.innerText');
  await page
    .getByRole('link', { name: /Assign users/ })
    .last()
    .focus();
  const isInList = () => page.evaluate('document.activeElement.closest("[role=grid]") !== null');
  for (let presses = 0; presses < 8 && !(await isInList()); presses++) await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  // From the check box to the name.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const pane = page.getByRole('region', { name: team.colleague.name });
  await pane.getByRole('tab', { name: 'Access 2' }).waitFor();
  expect(await focused()).toBe(team.colleague.name);
  const control = await page
    .getByRole('button', { name: `Roles on Contract ${team.first}` })
    .getAttribute('id');
  for (
    let presses = 0;
    presses < 12 && (await page.evaluate('document.activeElement.id')) !== control;
    presses++
  )
    await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await pane.getByText('Edited').waitFor();
  await page.getByRole('listbox').waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe(control);
  for (let presses = 0; presses < 12 && (await focused()) !== 'Verify and save'; presses++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save 1 role change' }).waitFor();
  for (let presses = 0; presses < 4 && (await focused()) !== 'Save 1 role change'; presses++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expectToast(page, 'Assignments saved');
  await page.keyboard.press('Escape');
  await pane.waitFor({ state: 'detached' });
  await expect.poll(focused).toContain(team.colleague.name);
  expect(await rolesOf(team, team.colleague.vlUserId)).toMatchObject({
    [team.first]: ['licensing-info-viewer', 'online-services-manager'],
  });
});

test('on a phone roles are edited and verified on the whole screen', async () => {
  const team = await newTeam(stage);
  const { page, pane } = await openPane(stage, team, team.colleague.vlUserId, { viewport: PHONE });
  await choose(page, team.first, 'Benefits reader');
  await pane.getByText('1 email', { exact: true }).waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await pane.getByRole('button', { name: 'Verify' }).click();
  const dialog = page.getByRole('dialog', { name: /Verify/ });
  await dialog.getByRole('button', { name: 'Save 1 role change' }).click();
  await expectToast(page, 'Assignments saved');
});

test('many license IDs of one person are searched, and few of them are in the document', async () => {
  const scene = await stage.newScene(60);
  const last = scene.admin.licenseIds.at(-1) ?? '';
  const { page, pane } = await openPane(stage, scene, scene.admin.vlUserId);
  await pane.getByRole('tab', { name: 'Access 60' }).waitFor();
  const controls = pane.getByRole('button', { name: /^Roles on/ });
  await controls.first().waitFor();
  expect(await controls.count()).toBeLessThan(40);
  await pane.getByRole('searchbox', { name: 'Search 60 license IDs' }).fill(last);
  await pane.getByRole('button', { name: `Roles on Contract ${last}` }).waitFor();
  expect(await controls.count()).toBe(1);
  await page.getByRole('searchbox', { name: 'Search 60 license IDs' }).fill('no such name');
  await pane.getByRole('heading', { name: 'No license ID matches' }).waitFor();
});
