import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { putPreferences } from '@muniment/contract/preferences.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { nameOf } from '../support/people.ts';
import { PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { type Stage, startStage } from './scene.ts';
import { newTeam, openPane, type Team } from './team.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage?.close());
afterEach(() => stage.clear());

async function giveWithReason(team: Team, licenseIds: readonly string[], roles: Role[], reason: string) {
  const assignments = licenseIds.map((licenseId) => ({
    user: { vlUserId: team.colleague.vlUserId },
    licenseId,
    roles,
  }));
  await team.admin.api.call(changeAssignments, { body: { assignments, reason } });
}

test('B3 Why? opens in place: who gave each role, when and why, what does not count, and what would stay', async () => {
  const team = await newTeam(stage);
  const { colleague, first } = team;
  await giveWithReason(team, [first], ['product-keys-reader'], 'Keys for the audit');
  await giveWithReason(team, [first], ['product-keys-reader', 'administrator'], 'Cover during leave');
  const { page, pane } = await openPane(stage, team, colleague.vlUserId);

  // By keyboard alone: focus stays on the button, which says what it does now.
  const why = pane.getByRole('button', { name: `Why? Contract ${first}` });
  await why.focus();
  await page.keyboard.press('Enter');
  const hide = pane.getByRole('button', { name: `Hide Contract ${first}` });
  await hide.waitFor();
  expect(await page.evaluate('document.activeElement.innerText')).toBe('Hide');
  expect(await hide.getAttribute('aria-expanded')).toBe('true');
  await pane.getByRole('heading', { name: 'Assigned directly, in 2 steps.' }).waitFor();
  const steps = pane.getByRole('list').filter({ hasText: 'Cover during leave' }).last();
  expect(await steps.getByRole('listitem').count()).toBe(2);
  await steps.getByText('“Keys for the audit”').waitFor();
  expect(await steps.getByRole('link', { name: /^You, / }).count()).toBe(2);
  await pane.getByText('What does not count').waitFor();
  await pane
    .getByRole('listitem')
    .filter({ hasText: 'Licensing Info Viewer' })
    .getByText(/^Taken by You, /)
    .waitFor();
  await pane
    .getByText(
      `If you remove Administrator, ${colleague.name} keeps Product keys reader and you become the only administrator.`,
    )
    .waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);

  await page.keyboard.press('Enter');
  await pane.getByText('Cover during leave').waitFor({ state: 'detached' });

  // What each role allows stands in the menu, and is no part of the option's name.
  await pane.getByRole('button', { name: `Roles on Contract ${first}` }).click();
  const option = page.getByRole('option', { name: 'Benefits reader', exact: true });
  await option.getByText('Views contracts and manages Home Use Program benefits.').waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
}, 90_000);

test('I3 B3 Why? of an inherited role names the agreement, the contact and that they opted in', async () => {
  const scene = await stage.newScene(1);
  const { admin, organization } = scene;
  const agreementNumber = await organization.agreement({
    primaryContact: { displayName: nameOf(admin.email), email: admin.email },
  });
  await admin.api.call(putPreferences, {
    body: { inheritance: [{ agreementNumber, contact: 'primary-contact', optedIn: true }] },
  });
  const licenseId = await organization.license({ agreementNumber, contact: organization.newEmail('c') });
  const { page, pane } = await openPane(stage, scene, admin.vlUserId, { viewport: PHONE });
  await pane.getByRole('button', { name: `Why? Contract ${licenseId}` }).click();
  await pane.getByRole('heading', { name: 'Inherited from the agreement.' }).waitFor();
  await pane.getByText(`You are the primary contact of ${agreementNumber} and opted in.`).waitFor();
  await pane.getByText(`Opted in to inherit from ${agreementNumber}`).waitFor();
  await pane.getByText('To end what is inherited, give it up in Preferences.').waitFor();
  // Whoever asks sees the answer, also at the bottom of the screen.
  const end = async () => {
    const box = await pane.getByText('To end what is inherited').boundingBox();
    return (box?.y ?? PHONE.height) + (box?.height ?? 0);
  };
  await expect.poll(end).toBeLessThanOrEqual(PHONE.height);
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 568 });
  expect(await scrollsSideways(page)).toBe(false);
}, 90_000);

test('History shows what became of a person by day, with who, what, reason and the change; the address keeps it', async () => {
  const team = await newTeam(stage);
  await giveWithReason(team, [team.first, team.second], ['product-keys-reader'], 'Keys for the audit');
  const { page, pane } = await openPane(stage, team, team.colleague.vlUserId);
  await pane.getByRole('tab', { name: /^Access/ }).focus();
  await page.keyboard.press('ArrowRight');
  const panel = pane.getByRole('tabpanel', { name: 'History' });
  await panel.getByText('“Keys for the audit”').waitFor();
  expect(new URL(page.url()).searchParams.get('tab')).toBe('history');
  const changes = panel.getByRole('listitem').filter({ hasText: 'Show change' });
  expect(await changes.count()).toBe(2);
  await changes.first().getByText(`Contract ${team.second}`).waitFor();
  expect(await changes.first().getByRole('insertion').first().innerText()).toBe('Product keys reader');
  const link = changes.first().getByRole('link', { name: /^Show change/ });
  expect(await link.getAttribute('href')).toMatch(
    new RegExp(`^/o/${team.organization.number}/vl/activity/[0-9a-f-]{36}$`),
  );
  expect(await violationsInBothThemes(page)).toEqual([]);

  await page.reload();
  await panel.getByText('“Keys for the audit”').waitFor();
  await page.setViewportSize(PHONE);
  await page.getByRole('dialog').getByText('“Keys for the audit”').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await violationsInBothThemes(page)).toEqual([]);
}, 90_000);
