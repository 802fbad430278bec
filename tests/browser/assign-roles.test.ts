import { getVlUserAccess } from '@muniment/contract/vl-users.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  A,
  type AssignStage,
  type AssignWindow,
  B,
  named,
  printed,
  startAssignStage,
} from './assign-stage.ts';

let stage: AssignStage;
let on: AssignWindow;
beforeAll(async () => {
  stage = await startAssignStage();
});
afterAll(() => stage?.close());
beforeEach(async () => {
  on = await stage.open();
});
afterEach(() => on.close());

test('S2: a pasted list reports line by line what it does not add', async () => {
  await on.draftOf(stage.amara, A, 'administrator');
  await on.button('Add contracts').click();
  await on.page.getByRole('tab', { name: 'Paste a list' }).click();
  const lines = [`Server and cloud\t${B}`, '7204 1183', '1111 2222', 'nothing', '8810 2207; 72041190'];
  await on.page.getByRole('textbox').fill(lines.join('\n'));
  await on.page.getByText('2 license IDs found, 1 already added, 1 repeated, 1 not among the IDs').waitFor();
  const problems = await on.page.getByRole('dialog').getByRole('listitem').allInnerTexts();
  expect(problems.map((text) => text.replaceAll('\u00a0', ' ').split('\n'))).toEqual([
    ['Line 2', '7204 1183', '7204 1183 already added'],
    ['Line 3', '1111 2222', '1111 2222 not among the license IDs you administer'],
    ['Line 4', 'nothing', 'No license ID found'],
  ]);
  await on.expectAccessible();
  await on.button('Add 2 contracts').click();
  await on.page.getByText('3 license IDs').waitFor();
});

test('S3: a role set fills roles in; roles are kept as a set, which stays one’s own', async () => {
  await on.draftOf(stage.amara, A, 'benefits-reader');
  await on.addContracts(B);
  await on.button('Assign roles').click();
  // What a role allows stands beside it.
  await on.button(new RegExp(`Roles on ${named(B)}`)).click();
  await on.page
    .getByRole('option', { name: 'Product download manager' })
    .getByText('Views contracts and downloads software.')
    .waitFor();
  await on.page.keyboard.press('Escape');
  await on.tick(`Select ${printed(B)}`);
  await on.button('Role sets').click();
  await on.page.getByRole('menuitem', { name: /^Software deployment/ }).click();
  await on.status('Role set Software deployment given to 1 license ID.');
  expect(await on.button(new RegExp(`Roles on ${named(B)}`)).innerText()).toBe('Downloads, Keys reader');

  await on.button(`Copy role properties of ${printed(A)}`).click();
  await on.button('Keep as a role set').click();
  await on.button('Save').click();
  await on.page.getByText('Enter a name.').waitFor();
  await on.page.getByRole('textbox', { name: 'Name of the role set' }).fill('Site office');
  await on.page.keyboard.press('Enter');
  await on.status('Role set Site office saved.');
  await on.button('Role sets').click();
  await on.page.getByRole('menuitem', { name: /^Site office/ }).waitFor();
  await on.expectAccessible();
  await on.page.getByRole('menuitem', { name: 'Edit role sets' }).click();
  await on.heading('Your role sets').waitFor();
  await expect.poll(on.focusedName, { timeout: 8_000 }).toBe('New role set');
  await on.expectAccessible();
  await on.page.getByRole('textbox', { name: 'Name of the role set' }).first().fill('SITE OFFICE');
  await on
    .button(/^Roles/)
    .first()
    .click();
  await on.page.getByRole('option', { name: 'Benefits reader' }).click();
  await on.page.keyboard.press('Escape');
  await on.button('Add role set').click();
  await on.page.getByText('You have a role set of this name already.').waitFor();
  await on.button('Remove Site office').click();
  await on.status('Role set Site office removed.');
  await on.button('Back to the roles').click();
  await on.button('Apply').click();
  await on.sheetGone();
  await on.summary('3 roles added, 0 removed');
}, 60_000);

test('B6: roles get days, which Verify shows and the server keeps', async () => {
  const noor = await stage.organization.colleague(stage.ingrid, {
    licenseIds: [B],
    roles: ['benefits-reader'],
  });
  await on.draftOf(noor, B, 'product-keys-reader');
  await on.button('Assign roles').click();
  await on.button(`Set dates of roles on ${printed(B)}`).click();
  const field = (name: string) => on.page.getByLabel(name, { exact: true });
  await field('Product keys reader until').fill('2020-12-31');
  await on.page.getByText('Choose a day that is not over.').waitFor();
  expect(await on.button('Apply').getAttribute('aria-disabled')).toBe('true');
  await on.expectAccessible();
  await field('Product keys reader from').fill('2099-01-10');
  await field('Product keys reader until').fill('2099-01-09');
  await on.page.getByText('Choose a day that is not before the first one.').waitFor();
  await field('Product keys reader until').fill('2099-12-31');
  await field('Benefits reader until').fill('2098-06-30');
  await on.page.getByText('Keys reader from 10 Jan 2099 until 31 Dec 2099').waitFor();
  await on.button('Apply').click();
  await on.sheetGone();
  await on.summary('1 role added, 0 removed, 1 with other dates');
  await on.page.reload();
  await on.verify();
  expect(await on.page.locator('ins').allInnerTexts()).toEqual([
    'Product keys reader from 10 Jan 2099 until 31 Dec 2099',
  ]);
  await on.page
    .getByText('Benefits reader until 30 Jun 2098 (before: from now on, without an end)')
    .waitFor();
  await on.expectAccessible();
  await on.button('Save 2 role changes').click();
  await on.page.waitForURL('**/vl/assignments');
  const { items } = (await stage.ingrid.api.call(getVlUserAccess, { params: { vlUserId: noor.vlUserId } }))
    .body;
  const periods = items[0]?.roles.map(({ role, startsAt, endsAt }) => [role, startsAt, endsAt]);
  // Days of the browser's own time zone, which is the one of these tests.
  expect(periods).toEqual([
    ['product-keys-reader', new Date(2099, 0, 10).toISOString(), new Date(2100, 0, 1).toISOString()],
    ['benefits-reader', expect.any(String), new Date(2098, 6, 1).toISOString()],
  ]);
}, 60_000);
