import { putDirectory } from '@muniment/contract/directory.ts';
import type { Locator, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connectDirectory } from '../directory/scim-client.ts';
import { register, removeAll, seen } from '../provisioning/provisioned-muniment.ts';
import { type Receiver, silence, startReceiver, status } from '../provisioning/receiver.ts';
import { DESKTOP, PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { expectToast, invite, type Stage, startStage } from './scene.ts';
import { give, newTeam, openPane, rolesOf, type Team } from './team.ts';

let stage: Stage;
let receiver: Receiver;
beforeAll(async () => {
  [stage, receiver] = await Promise.all([
    startStage({ RUN: 'web,worker', WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8' }),
    startReceiver(),
  ]);
});
afterAll(async () => {
  await stage?.close();
  await receiver?.stop();
});
afterEach(async () => {
  await stage.clear();
  await removeAll(stage.muniment);
});

/** A person's row shows a status; it comes by itself, without a reload. */
async function untilListed(page: Page, name: string, shown: string): Promise<Locator> {
  const row = page.getByRole('row', { name: new RegExp(name) });
  await row.getByText(shown, { exact: true }).waitFor({ timeout: 20_000 });
  return row;
}

describe('M2 M8 a change that downstream systems must know of', () => {
  test('names what it waits for, adds nothing meanwhile but takes away, and opens again when it is applied', async () => {
    const team = await newTeam(stage);
    const system = receiver.system('keys');
    system.answer = silence;
    await register(stage.muniment, 'Key service', system);
    await give(team.admin, team.colleague.vlUserId, team.first, ['licensing-info-viewer', 'benefits-reader']);

    const { page, pane } = await openPane(stage, team, team.colleague.vlUserId);
    await pane.getByText('Waiting for Key service.').waitFor();
    await untilListed(page, team.colleague.name, 'Assignment in progress');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.getByRole('button', { name: `Roles on Contract ${team.second}` }).click();
    const isDisabled = (role: string) =>
      page.getByRole('option', { name: role }).getAttribute('aria-disabled');
    expect(await isDisabled('Product keys reader')).toBe('true');
    expect(await isDisabled('Licensing Info Viewer')).not.toBe('true');
    await page.getByRole('option', { name: 'Licensing Info Viewer' }).click();
    await page.keyboard.press('Escape');
    await pane.getByRole('button', { name: 'Verify and save' }).click();
    await page.getByRole('button', { name: 'Save 1 role change' }).click();
    await expectToast(page, 'Assignments saved');
    expect(await rolesOf(team, team.colleague.vlUserId)).not.toHaveProperty(team.second);

    system.answer = status(204);
    await removeAll(stage.muniment);
    await pane.getByText('Editing is open again.').waitFor({ timeout: 20_000 });
    await untilListed(page, team.colleague.name, 'Active');
  });

  test('refused: Failed with its reason, and the same roles assigned again through Verify and save', async () => {
    const team = await newTeam(stage);
    const system = receiver.system('seats');
    system.answer = status(422, { reason: 'No seats are left.' });
    await register(stage.muniment, 'Seat service', system);
    await give(team.admin, team.colleague.vlUserId, team.first, ['licensing-info-viewer', 'benefits-reader']);

    const page = await stage.open(team, '/products/volume-licensing');
    const failed = page.getByRole('link', { name: '1 Assignment failed' });
    // Without a reload: the page asks again while something is being applied.
    await failed.waitFor({ timeout: 20_000 });
    await failed.click();
    const row = await untilListed(page, team.colleague.name, 'Failed');
    expect(await page.getByRole('row').count()).toBe(2);
    await row.getByRole('button', { name: `More actions for ${team.colleague.name}` }).click();
    await page.getByRole('menuitem', { name: 'Assign again' }).click();
    const pane = page.getByRole('region', { name: team.colleague.name });
    await pane.getByText('No seats are left.').waitFor();
    await pane.getByText('1 change', { exact: true }).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);

    system.answer = status(204);
    await pane.getByRole('button', { name: 'Verify and save' }).click();
    expect(await page.getByRole('insertion').innerText()).toBe('Benefits reader');
    await page.getByRole('button', { name: 'Save 1 role change' }).click();
    await expectToast(page, 'Assignments saved');
    await pane.getByText('Active', { exact: true }).waitFor({ timeout: 20_000 });
    expect(await pane.getByText('No seats are left.').count()).toBe(0);
  });

  test('at 390 px the reason is read and assigned again without scrolling sideways', async () => {
    const team = await newTeam(stage);
    const system = receiver.system('seats-of-phones');
    system.answer = status(422, { reason: 'No seats are left.' });
    await register(stage.muniment, 'Seat service', system);
    await give(team.admin, team.colleague.vlUserId, team.first, ['benefits-reader']);
    const { page, pane } = await openPane(stage, team, team.colleague.vlUserId, { viewport: PHONE });
    await pane.getByText('No seats are left.').waitFor({ timeout: 20_000 });
    await pane.getByRole('button', { name: 'Assign again' }).click();
    await pane.getByText('1 change', { exact: true }).waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await violationsInBothThemes(page)).toEqual([]);
  });
});

describe('M6 somebody whom the directory does not hold', () => {
  async function newDirectory({ organization, admin, colleague }: Team) {
    const directory = await connectDirectory(stage.muniment, organization.number);
    await directory.create(admin.email, { displayName: admin.name });
    const { id } = await directory.create(colleague.email, { displayName: colleague.name });
    const params = { number: organization.number };
    await stage.muniment.publisher.call(putDirectory, { params, body: { enforced: true } });
    return { directory, colleagueAccount: id };
  }

  test('is User not found with what to do, and is removed from all license IDs', async () => {
    const team = await newTeam(stage);
    const { directory, colleagueAccount } = await newDirectory(team);
    await directory.disable(colleagueAccount);
    const page = await stage.open(team, '/products/volume-licensing');
    await page.getByRole('link', { name: '1 Not in directory' }).click();
    const row = await untilListed(page, team.colleague.name, 'User not found');
    await row.getByRole('button', { name: `View access of ${team.colleague.name}` }).click();
    const pane = page.getByRole('region', { name: team.colleague.name });
    await pane.getByText('Remove them, or restore the account.').waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await pane.getByRole('button', { name: 'Remove person' }).click();
    const dialog = page.getByRole('alertdialog', { name: `Remove ${team.colleague.name}?` });
    await dialog.getByText('What they hold on 2 license IDs ends, inherited or not').waitFor();
    await dialog.getByRole('button', { name: 'Remove person' }).click();
    await expectToast(page, `${team.colleague.name} removed`);
    await pane.waitFor({ state: 'detached' });
  });

  test('S1 the search finds accounts by name, needs none typed, and says who is not in the directory', async () => {
    const team = await newTeam(stage);
    const { directory } = await newDirectory(team);
    await directory.create(team.organization.newEmail('mara'), { displayName: 'Mara Lindgren' });
    const [guestId = ''] = await invite(team, ['Gustav Guest']);
    expect((await seen(team.admin, guestId)).status).toBe('user-not-found');
    const page = await stage.open(team, '/vl/assign?pane=users', { viewport: DESKTOP });
    const search = page.getByRole('searchbox', { name: 'Search name or email' });
    await search.fill('mara');
    await page.getByRole('option', { name: 'Mara Lindgren' }).click();
    await page.getByText('Mara Lindgren added.').waitFor();
    await search.fill('gustav');
    await page.getByRole('option', { name: 'Gustav Guest' }).getByText('· not in your directory').waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await search.fill('nobody of that name');
    await page.getByText('Nobody found. Add them by their sign-in email below.').waitFor();
  });
});
