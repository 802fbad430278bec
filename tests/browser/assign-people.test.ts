import { removeVlUser } from '@muniment/contract/vl-users.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { A, type AssignStage, type AssignWindow, B, named, SOLE, startAssignStage } from './assign-stage.ts';

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

describe('adding people', () => {
  test('S1, S10: addresses are checked, doubles are merged and said so, known ones are found', async () => {
    await on.go('?pane=users');
    await on.button('Add someone by email').click();
    await on.page.getByRole('textbox', { name: 'Sign-in email' }).fill('not an address');
    await on.button('Add to the list').click();
    await on.page.getByText('Enter an email address').waitFor();
    await on.page.getByText('Enter the full name').waitFor();
    await on.expectAccessible();
    await on.button('Close', on.page.locator('form')).click();

    // An address that was searched is not to be typed again (WCAG 3.3.7).
    await on.page.getByRole('searchbox').fill('Kim@Ledgerway.example');
    await on.page.getByText('Nobody found.').waitFor();
    await on.button('Add someone by email').click();
    expect(await on.page.getByRole('textbox', { name: 'Sign-in email' }).inputValue()).toBe(
      'Kim@Ledgerway.example',
    );
    await on.page.getByRole('textbox', { name: 'Full name' }).fill('Kim Andrade');
    await on.page.keyboard.press('Enter');
    await on.page.getByText('Kim Andrade added.').waitFor();

    await on.page.getByRole('textbox', { name: 'Sign-in email' }).fill('kim@LEDGERWAY.example');
    await on.page.getByRole('textbox', { name: 'Full name' }).fill('Kim A.');
    await on.page.keyboard.press('Enter');
    await on.page.getByText('Kim Andrade is in the list already, so the two entries were merged.').waitFor();

    await on.page.getByRole('textbox', { name: 'Sign-in email' }).fill(stage.tomas.email.toUpperCase());
    await on.page.getByRole('textbox', { name: 'Full name' }).fill('T. V.');
    await on.page.keyboard.press('Enter');
    await on.page.getByText(`${stage.tomas.name} holds or held roles here already`).waitFor();
    expect(
      await on.page.getByRole('list', { name: 'People in the draft' }).getByRole('listitem').count(),
    ).toBe(2);

    await on.button('Edit Kim Andrade').click();
    await on.page.getByRole('textbox', { name: 'Business email' }).last().fill('team@ledgerway.example');
    await on.button('Done').click();
    await on.page.getByText('Kim@Ledgerway.example · mail goes to team@ledgerway.example').waitFor();
    await on.applyUsers();
    await on.heading('2 people').waitFor();
  });

  test('S1: e-mails are pasted: known people found, names asked for the others alone, bad lines told', async () => {
    const jonas = stage.organization.newEmail('jonas');
    const lea = stage.organization.newEmail('lea');
    await on.go('?pane=users');
    await on.page.getByRole('tab', { name: 'Paste emails' }).click();
    const lines = [
      `${stage.amara.email}; Lea Tanaka <${lea}>`,
      'Name,E-mail',
      jonas,
      'me@',
      lea.toUpperCase(),
    ];
    await on.page.getByRole('textbox', { name: /^Paste sign-in emails/ }).fill(lines.join('\n'));
    await on.status('3 people found, 1 known here, 2 new, 3 parts name nobody');
    const faults = on.page.getByRole('listitem').filter({ hasText: /^Line \d/ });
    expect((await faults.allInnerTexts()).map((text) => text.split('\n'))).toEqual([
      ['Line 2', 'Name,E-mail', 'No email address found'],
      ['Line 4', 'me@', 'Not an email address'],
      ['Line 5', lea.toUpperCase(), 'Named further up'],
    ]);
    const nameOf = (email: string) => on.page.getByRole('textbox', { name: `Full name of ${email}` });
    expect(await nameOf(lea).inputValue()).toBe('Lea Tanaka');
    expect(await nameOf(stage.amara.email).count()).toBe(0);
    await on.button('Add 3 people to the list').click();
    await on.page.getByText('Enter the full name.').waitFor();
    await expect
      .poll(() => nameOf(jonas).evaluate((field) => field === field.ownerDocument.activeElement))
      .toBe(true);
    await on.expectAccessible();
    await on.page.keyboard.type('Jonas Petrov');
    await on.button('Add 3 people to the list').click();
    await on.status('3 people added to the list.');
    await on.applyUsers();
    await on.heading('3 people').waitFor();
    // Without a directory nobody is outside of it.
    expect(await on.page.getByText('External').count()).toBe(0);
    expect(await on.page.getByText('directory', { exact: false }).count()).toBe(0);
  });
});

describe('copying access', () => {
  test('S3: a replacement gets the license IDs and roles of another, and loses nothing', async () => {
    const holder = await stage.organization.colleague(stage.ingrid, {
      licenseIds: [A, B],
      roles: ['product-keys-reader', 'benefits-reader'],
    });
    await on.draftOf(stage.amara, SOLE, 'online-services-manager');
    await on.button('Copy access').click();
    await on.page.getByRole('searchbox').fill(holder.email);
    await on.page.getByRole('option', { name: holder.name }).waitFor();
    await on.page.keyboard.press('ArrowDown');
    await on.page.keyboard.press('Enter');
    await on.heading(`Access of ${holder.name}`).waitFor();
    await expect.poll(on.focusedName, { timeout: 8_000 }).toBe(`Access of ${holder.name}`);
    await on.expectAccessible();
    await on.tick(`Copy roles on ${named(B)}`);
    await on.button('Copy to 1 person').click();
    await on.sheetGone();
    await on.summary('3 roles added, 0 removed');
    await on.verify();
    expect((await on.page.locator('ins').allInnerTexts()).toSorted()).toEqual([
      'Benefits reader',
      'Online services manager',
      'Product keys reader',
    ]);
    expect(await on.page.locator('del').count()).toBe(0);
  });

  test('S3: whoever has nothing there has nothing to copy, and that is said', async () => {
    await on.draftOf(stage.amara, SOLE, 'benefits-reader');
    const empty = await stage.organization.colleague(stage.ingrid, { licenseIds: [A] });
    await stage.ingrid.api.call(removeVlUser, { params: { vlUserId: empty.vlUserId } });
    await on.go('?pane=copy&user=none');
    await on.page.getByRole('searchbox').fill(empty.email);
    await on.page.getByRole('option', { name: empty.name }).click();
    await on.page.getByText(`${empty.name} has no assigned roles`).waitFor();
    expect(await on.button('Copy to 1 person').getAttribute('aria-disabled')).toBe('true');
  });
});
