import { editVlUser } from '@muniment/contract/vl-users.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violationsInBothThemes } from './browser.ts';
import { expectToast, type Stage, startStage } from './scene.ts';
import { choose, give, newTeam, openPane, rolesOf } from './team.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage?.close());
afterEach(() => stage.clear());

describe('somebody else saved meanwhile', () => {
  test('both states are shown, and one’s own edits can be kept on top', async () => {
    const team = await newTeam(stage);
    const other = await team.organization.colleague(team.admin, { roles: ['administrator'] });
    const { page, pane } = await openPane(stage, team, team.colleague.vlUserId);
    await choose(page, team.first, 'Benefits reader');
    await give(other, team.colleague.vlUserId, team.first, [
      'licensing-info-viewer',
      'product-download-manager',
    ]);
    await pane.getByRole('button', { name: 'Verify and save' }).click();
    await page.getByText(`${other.name} changed ${team.first} while you were editing.`).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep mine on top of it' }).click();
    await pane.getByText('1 change', { exact: true }).waitFor();
    await pane.getByRole('button', { name: 'Verify and save' }).click();
    await page.getByRole('button', { name: 'Save 1 role change' }).click();
    await expectToast(page, 'Assignments saved');
    expect(await rolesOf(team, team.colleague.vlUserId)).toMatchObject({
      [team.first]: ['licensing-info-viewer', 'product-download-manager', 'benefits-reader'],
    });
  });

  test('the new state can be loaded instead', async () => {
    const team = await newTeam(stage);
    const other = await team.organization.colleague(team.admin, { roles: ['administrator'] });
    const { page, pane } = await openPane(stage, team, team.colleague.vlUserId);
    await choose(page, team.first, 'Benefits reader');
    await give(other, team.colleague.vlUserId, team.first, ['online-services-manager']);
    await pane.getByRole('button', { name: 'Verify and save' }).click();
    await page.getByRole('button', { name: 'Load the new state' }).click();
    const control = page.getByRole('button', { name: `Roles on Contract ${team.first}` });
    expect(await control.innerText()).toContain('Online services');
    expect(await pane.getByText('Edited').count()).toBe(0);
  });

  test('an address that somebody mended meanwhile is no conflict for roles', async () => {
    const team = await newTeam(stage);
    const { page, pane } = await openPane(stage, team, team.colleague.vlUserId);
    await choose(page, team.first, 'Benefits reader');
    const params = { vlUserId: team.colleague.vlUserId };
    await team.admin.api.call(editVlUser, { params, body: { businessEmail: 'desk@mended.example' } });
    await pane.getByRole('button', { name: 'Verify and save' }).click();
    await page.getByText('email at desk@mended.example').waitFor();
    await page.getByRole('button', { name: 'Save 1 role change' }).click();
    await expectToast(page, 'Assignments saved');
  });

  test('who was removed meanwhile is not on the list, and nothing is saved', async () => {
    const team = await newTeam(stage);
    const { page, pane } = await openPane(stage, team, team.colleague.vlUserId);
    await choose(page, team.first, 'Benefits reader');
    await give(team.admin, team.colleague.vlUserId, team.first, []);
    await give(team.admin, team.colleague.vlUserId, team.second, []);
    await pane.getByRole('button', { name: 'Verify and save' }).click();
    await page.getByRole('heading', { name: 'Not on your list' }).waitFor();
  });
});

describe('leaving with edits', () => {
  test('closing the pane asks first and names what would be lost', async () => {
    const team = await newTeam(stage);
    const { page, pane } = await openPane(stage, team, team.colleague.vlUserId);
    await choose(page, team.second, 'Benefits reader');
    await pane.getByRole('button', { name: 'Close' }).click();
    const question = page.getByRole('alertdialog', { name: 'Leave without saving?' });
    await question
      .getByText(`You lose 1 role change for ${team.colleague.name} on ${team.second}.`)
      .waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await question.getByRole('button', { name: 'Keep editing' }).click();
    await pane.getByText('Edited').waitFor();
    await page.getByRole('link', { name: 'Your products' }).first().click();
    await question.getByRole('button', { name: 'Discard and leave' }).click();
    await page.getByRole('heading', { name: 'Your products', level: 1 }).waitFor();
  });

  test('typed details are guarded too', async () => {
    const team = await newTeam(stage);
    const { page, pane } = await openPane(stage, team, team.colleague.vlUserId);
    await pane.getByRole('button', { name: 'Edit details' }).click();
    await pane.getByRole('textbox', { name: 'Business email' }).fill('desk@typed.example');
    await page.keyboard.press('Escape');
    await page.getByText(`You lose what you typed into the details of ${team.colleague.name}.`).waitFor();
  });
});
