import { listOutbox } from '@muniment/contract/publisher.ts';
import { listVlUsers } from '@muniment/contract/vl-users.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  A,
  type AssignStage,
  type AssignWindow,
  B,
  named,
  printed,
  SOLE,
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

describe('the whole way', () => {
  test('S1-S6: two people, two license IDs, copy and paste, a diff, and mails that wait', async () => {
    const lea = {
      email: stage.organization.newEmail('lea'),
      name: 'Lea Tanaka',
      business: 'ap.team@fennimore.example',
    };
    await on.go();
    await on.heading('Nobody is in this draft yet').waitFor();
    await on.expectAccessible();

    await on.button('Add users').click();
    await on.addFromDirectory(stage.amara);
    await on.expectAccessible();
    await on.addByEmail(lea);
    await on.expectAccessible();
    await on.button('Review and apply').click();
    await on.page.getByText(`${lea.email} · mail goes to ${lea.business}`).waitFor();
    await on.expectAccessible();
    await on.button('Apply').click();
    await on.heading('2 people').waitFor();
    await expect.poll(on.focusedName, { timeout: 8_000 }).toBe('2 people');
    await on.expectAccessible();

    // S2: the license ID on which she holds a role starts with that role.
    await on.button('Add contracts').click();
    await on.page.getByText('3 available, 0 selected').waitFor();
    await on.expectAccessible();
    await on.page.getByRole('checkbox', { name: printed(A) }).click();
    await on.page.getByRole('checkbox', { name: printed(B) }).click();
    await on.page.getByText('3 available, 2 selected').waitFor();
    await on.tick('For the other person in this draft too');
    await on.button('Add 2 contracts').click();
    await on.page.getByRole('dialog').waitFor({ state: 'detached' });

    // Edges: without roles nothing can be verified, and the page says where.
    await on.page
      .getByText(`${stage.amara.name} has no roles yet on ${printed(B)}`)
      .first()
      .waitFor();
    expect(await on.button(/^Verify and save/).getAttribute('aria-disabled')).toBe('true');
    await on.expectAccessible();

    // S3: copy and paste by mouse.
    await on.button('Assign roles').click();
    await on.chooseRoles(A, 'Administrator');
    await on.button(`Copy role properties of ${printed(A)}`).click();
    await on.tick(`Select ${printed(B)}`);
    await on.button('Paste role properties to 1').click();
    await on.page
      .getByRole('status')
      .filter({ hasText: 'Role properties pasted to 1 license ID.' })
      .waitFor();
    expect(await on.button(new RegExp(`Roles on ${named(B)}`)).innerText()).toBe(
      'Administrator, Info viewer',
    );
    await on.expectAccessible();
    await on.button('Apply').click();
    await on.page.getByRole('dialog').waitFor({ state: 'detached' });

    // And by keyboard, into another person.
    await on.button(/^Lea Tanaka/).click();
    await on.button('Assign roles').click();
    await on.chooseRoles(A, 'Product keys reader');
    await on.button(new RegExp(`Roles on ${named(A)}`)).focus();
    await on.page.keyboard.press('Control+c');
    await on.page
      .getByRole('status')
      .filter({ hasText: `of ${printed(A)} copied: Keys reader.` })
      .waitFor();
    await on.button(new RegExp(`Roles on ${named(B)}`)).focus();
    await on.page.keyboard.press('Control+v');
    expect(await on.button(new RegExp(`Roles on ${named(B)}`)).innerText()).toBe('Keys reader');
    await on.button('Apply').click();
    await on.page.getByRole('strong').filter({ hasText: '5 roles added, 0 removed' }).waitFor();
    await on.expectAccessible();

    // The draft is on this device.
    await on.page.reload();
    await on.page.getByRole('strong').filter({ hasText: '5 roles added, 0 removed' }).waitFor();
    await on.page.getByText('Draft saved just now').waitFor();

    // S4: the diff.
    await on.verify();
    expect(await on.page.locator('ins').allInnerTexts()).toEqual([
      'Administrator',
      'Administrator',
      'Licensing Info Viewer',
      'Product keys reader',
      'Product keys reader',
    ]);
    await on.page.getByText('Gets a permission-change email').waitFor();
    await on.page.getByText(`Gets an invitation at ${lea.business}`).waitFor();
    await on.page.getByText('Emails wait 30 seconds after you save, so you can undo everything.').waitFor();
    expect(await on.page.getByText('Licensing Info Viewer').count()).toBe(2);
    await on.page.getByText('Show unchanged roles').click();
    await expect.poll(() => on.page.getByText('Licensing Info Viewer').count()).toBe(1);
    await on.expectAccessible();
    await on.page.getByRole('textbox', { name: 'Reason (optional)' }).fill('New buyers');
    await on.button('Save 5 role changes').click();

    await on.page.waitForURL(`**/o/${stage.organization.number}/vl/assignments`);
    await on.page.getByText('2 emails go out in 30 seconds.').waitFor();
    expect(await stage.rolesOf(stage.amara, B)).toEqual(['administrator', 'licensing-info-viewer']);
    const listed = (await stage.ingrid.api.call(listVlUsers, { query: { q: lea.email } })).body;
    expect(listed.items).toMatchObject([
      { displayName: lea.name, status: 'invitation-sent', businessEmail: lea.business },
    ]);
    const { items } = (await stage.muniment.publisher.call(listOutbox, { query: { limit: 10 } })).body;
    const mailOf = (to: string) => items.find((mail) => mail.to === to);
    expect(mailOf(lea.business)).toMatchObject({
      state: 'held',
      subject: 'Action required: Sign in to manage your volume licensing assets',
    });
    expect(mailOf(stage.amara.email)).toMatchObject({ kind: 'permission-change', state: 'held' });

    // The draft is gone.
    await on.go();
    await on.heading('Nobody is in this draft yet').waitFor();
    expect(on.errors).toEqual([]);
  }, 120_000);

  test('with the keyboard alone, and focus is never lost', async () => {
    await on.go();
    await on.heading('Nobody is in this draft yet').waitFor();
    await on.button('Add users').focus();
    await on.page.keyboard.press('Enter');
    await on.page.getByRole('searchbox').focus();
    await on.page.keyboard.type(stage.amara.name);
    await on.page.getByRole('option', { name: stage.amara.name }).waitFor();
    await on.page.keyboard.press('ArrowDown');
    await on.page.keyboard.press('Enter');
    await on.page.getByText(`${stage.amara.name} added.`).waitFor();
    await on.button('Review and apply').focus();
    await on.page.keyboard.press('Enter');
    await on.button('Apply').focus();
    await on.page.keyboard.press('Enter');
    await expect.poll(on.focusedName, { timeout: 8_000 }).toBe('1 person');

    await on.button('Add contracts').focus();
    await on.page.keyboard.press('Enter');
    await on.page.getByRole('grid').waitFor();
    await on.page.getByRole('searchbox').focus();
    await on.page.keyboard.type('depot');
    await on.page.getByText('1 available, 0 selected').waitFor();
    await on.page.keyboard.press('Tab');
    await on.page.keyboard.press('Space');
    await on.page.getByText('1 available, 1 selected').waitFor();
    await on.button('Add 1 contract').focus();
    await on.page.keyboard.press('Enter');
    await on.page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(on.focusedName, { timeout: 8_000 }).toContain('Add contracts');

    await on.button('Assign roles').focus();
    await on.page.keyboard.press('Enter');
    await on
      .button(/^No roles/)
      .or(on.button(/Roles on/))
      .first()
      .focus();
    await on.page.keyboard.press('Enter');
    await on.page.getByRole('option', { name: 'Benefits reader' }).waitFor();
    await on.page.keyboard.type('Ben');
    await on.page.keyboard.press('Enter');
    await on.page.keyboard.press('Escape');
    await on.button('Apply').focus();
    await on.page.keyboard.press('Enter');
    await expect.poll(on.focusedName, { timeout: 8_000 }).toContain('Assign roles');

    // Taking the row away leaves focus where one goes on.
    await on.button(new RegExp(`^Remove ${named(SOLE)}`)).focus();
    await on.page.keyboard.press('Enter');
    await expect.poll(on.focusedName, { timeout: 8_000 }).toContain('Add contracts');
    await on.button(`More for ${stage.amara.name}`).focus();
    await on.page.keyboard.press('Enter');
    await on.page.getByRole('menuitem', { name: 'Remove from draft' }).press('Enter');
    await expect.poll(on.focusedName, { timeout: 8_000 }).toBe('Assign users to contracts');
  });
});
