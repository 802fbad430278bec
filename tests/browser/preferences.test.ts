import { putPreferences } from '@muniment/contract/preferences.ts';
import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { nameOf } from '../support/people.ts';
import { openAs, PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { expectToast, type Scene, type Stage, startStage } from './scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage?.close());
afterEach(() => stage.clear());

interface Contacts extends Scene {
  /** Who is primary contact of the agreement, and has signed in. */
  readonly contact: string;
  readonly agreement: string;
  /** The partner adds a license ID under the agreement. */
  addLicense(): Promise<string>;
}

async function newContact(): Promise<Contacts> {
  const scene = await stage.newScene();
  const { organization, admin } = scene;
  const contact = organization.newEmail('ingrid.solheim');
  const agreement = await organization.agreement({
    primaryContact: { displayName: nameOf(contact), email: contact },
  });
  await stage.muniment.accountOf(contact);
  const addLicense = () => organization.license({ agreementNumber: agreement, contact: admin.email });
  return { ...scene, contact, agreement, addLicense };
}

const switchOf = (page: Page, agreement: string) =>
  page.getByRole('switch', {
    name: `Make me an administrator on every license ID added under ${agreement}`,
  });

async function openPreferences(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Preferences' }).click();
  await page.getByRole('dialog', { name: 'Preferences' }).getByText('Your roles').waitFor();
}

describe('I1 I2 inheriting Administrator', () => {
  test('a contact who opts in sees themselves locked in as administrator once the partner adds a license ID', async () => {
    const scene = await newContact();
    const { contact, agreement } = scene;
    const earlier = await scene.addLicense();
    const page = await openAs(stage.browser, stage.muniment, contact);
    await page.goto('/');
    // All that there is for somebody who is only a contact.
    await page.getByRole('heading', { name: 'Preferences', level: 1 }).waitFor();
    expect(await page.getByRole('navigation', { name: 'Main' }).count()).toBe(0);
    await page.getByText('Contacts change only through your partner.').waitFor();
    expect(await switchOf(page, agreement).isChecked()).toBe(false);
    expect(await violationsInBothThemes(page)).toEqual([]);

    await switchOf(page, agreement).focus();
    await page.keyboard.press('Space');
    await page
      .getByRole('status')
      .getByText(`Saved. You administer each license ID added under ${agreement}`)
      .waitFor();
    expect(await switchOf(page, agreement).isChecked()).toBe(true);
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('switch');

    const added = await scene.addLicense();
    await page.goto(`/o/${scene.organization.number}/vl/assignments`);
    const row = page.getByRole('row', { name: new RegExp(nameOf(contact)) });
    await row.getByRole('button', { name: /^View access/ }).click();
    const pane = page.getByRole('region', { name: nameOf(contact) });
    await pane.getByText(`Inherited from ${agreement}. Only you can give it up, in Preferences.`).waitFor();
    await pane.getByRole('button', { name: `Roles on Contract ${added}` }).waitFor();
    expect(await pane.getByRole('button', { name: `Roles on Contract ${earlier}` }).count()).toBe(0);
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.getByRole('button', { name: `Roles on Contract ${added}` }).click();
    const administrator = page.getByRole('option', { name: 'Administrator' });
    expect(await administrator.getAttribute('aria-disabled')).toBe('true');
    expect(await administrator.getAttribute('aria-selected')).toBe('true');
  });

  test('I3 in the wizard an inherited role is locked too, and pasted roles leave it as it is', async () => {
    const scene = await newContact();
    const { contact, agreement } = scene;
    await optIn(scene, true);
    const added = await scene.addLicense();
    const other = await scene.organization.license({ contact });
    await stage.muniment.register(contact);
    const page = await openAs(stage.browser, stage.muniment, contact);
    await page.goto(`/o/${scene.organization.number}/vl/assignments`);
    await page.getByRole('button', { name: `View access of ${nameOf(contact)}` }).click();
    await page.getByRole('link', { name: 'Assign more license IDs' }).click();
    await page.waitForURL(/\/vl\/assign$/);
    await page.getByRole('button', { name: 'Add contracts' }).first().click();
    for (const licenseId of [added, other]) {
      await page.getByRole('checkbox', { name: new RegExp(licenseId) }).check();
    }
    await page.getByRole('button', { name: 'Add 2 contracts' }).click();
    await page.getByRole('button', { name: 'Assign roles' }).first().click();
    const sheet = page.getByRole('dialog', { name: 'Assign roles to selected contracts' });
    await sheet.getByText(`Inherited from ${agreement}. Only you can give it up, in Preferences.`).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await sheet.getByRole('button', { name: `Copy role properties of ${other}` }).click();
    await sheet.getByRole('button', { name: `Paste role properties to ${added}` }).click();
    await sheet.getByRole('button', { name: 'Apply' }).click();
    // Administrator was copied, and is inherited there: nothing is added.
    await page.getByText('Stays inherited', { exact: true }).waitFor();
  });

  /** Sets the contact's switch beside the browser. */
  async function optIn({ contact, agreement, organization }: Contacts, optedIn: boolean) {
    const session = await stage.muniment.sessionOf(contact);
    const inheritance = [{ agreementNumber: agreement, contact: 'primary-contact' as const, optedIn }];
    const answer = await session.call(putPreferences, {
      body: { inheritance },
      organization: organization.number,
    });
    expect(answer.status).toBe(200);
  }

  test('I4 A1 an inherited role is given up, but not the last one', async () => {
    const scene = await newContact();
    const { contact, agreement, organization } = scene;
    await optIn(scene, true);
    const license = await organization.license({
      agreementNumber: agreement,
      contact: organization.newEmail('pending'),
    });
    const page = await openAs(stage.browser, stage.muniment, contact);
    await page.goto(`/o/${organization.number}/products/volume-licensing`);
    await page.getByText(`Inherited admin is on for ${agreement}`).waitFor();
    await openPreferences(page);
    const pane = page.getByRole('dialog', { name: 'Preferences' });
    await pane.getByText(`Administrator is inherited from ${agreement}.`).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await pane.getByRole('button', { name: `Give up Administrator on ${license}` }).click();
    const dialog = page.getByRole('alertdialog', { name: `Give up Administrator on ${license}?` });
    await dialog.getByText('You lose access to').waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Give up Administrator' }).click();
    await dialog.getByText(`You are the last registered administrator of ${license}.`).waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();

    const second = await organization.license({ agreementNumber: agreement, contact: scene.admin.email });
    await stage.muniment.register(scene.admin.email);
    await page.reload();
    await pane.getByRole('button', { name: `Give up Administrator on ${second}` }).click();
    await page.getByRole('button', { name: 'Give up Administrator', exact: true }).click();
    await expectToast(page, `You gave up Administrator on ${second}`);
    await pane.getByText('1 license ID', { exact: true }).waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Your roles');
  });

  test('what another window changed meanwhile is shown, and nothing is saved over it', async () => {
    const scene = await newContact();
    const { contact, agreement } = scene;
    const page = await openAs(stage.browser, stage.muniment, contact);
    await page.goto('/');
    await switchOf(page, agreement).waitFor();
    await optIn(scene, true);
    await switchOf(page, agreement).focus();
    await page.keyboard.press('Space');
    await page.getByText('Your preferences changed meanwhile').waitFor();
    await expect.poll(() => switchOf(page, agreement).isChecked()).toBe(true);
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.route('**/v1/preferences', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await page.keyboard.press('Space');
    await page.getByText('The server did not answer.').waitFor();
    expect(await switchOf(page, agreement).isChecked()).toBe(true);
  });
});

describe('the pane', () => {
  test('opens over any page by its address, closes on Esc, and gives focus back', async () => {
    const scene = await stage.newScene();
    const page = await stage.open(scene, '/vl/assignments?pane=preferences');
    const pane = page.getByRole('dialog', { name: 'Preferences' });
    await pane.getByText(scene.admin.email).first().waitFor();
    expect(await pane.getByRole('switch').count()).toBe(0);
    await page.keyboard.press('Escape');
    await pane.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Manage assignments');
    await openPreferences(page);
    await page.keyboard.press('Escape');
    await pane.waitFor({ state: 'detached' });
    await expect
      .poll(() => page.evaluate('document.activeElement.textContent'))
      .toContain(`Account of ${scene.admin.name}`);
  });

  test('at 390 px it is the whole screen and nothing has to be scrolled sideways', async () => {
    const scene = await newContact();
    const page = await openAs(stage.browser, stage.muniment, scene.contact, { viewport: PHONE });
    await page.goto('/');
    await switchOf(page, scene.agreement).waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await violationsInBothThemes(page)).toEqual([]);
  });
});

test('A9 "Who is my VL admin?" says to ask the partner, the same to everybody, and asks for nothing of an organization', async () => {
  const scene = await stage.newScene();
  const nobody = await (await stage.browser.newContext({ baseURL: stage.muniment.url })).newPage();
  const somebody = await openAs(stage.browser, stage.muniment, scene.admin.email);
  const texts = await Promise.all(
    [nobody, somebody].map(async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto('/help/who-is-my-vl-admin');
      await page.getByRole('heading', { name: 'Ask your licensing partner' }).waitFor();
      // Whether somebody is signed in, who may give feedback, and the article, which is the same for all.
      const known = ['/v1/me', '/v1/help/articles/who-is-my-vl-admin'];
      expect(asked.filter((path) => path.startsWith('/v1/') && !known.includes(path))).toEqual([]);
      return page.getByRole('main').innerText();
    }),
  );
  expect(texts[0]).toBe(texts[1]);
  expect(texts[0]).toContain('purchasing, finance or IT');
  expect(await violationsInBothThemes(nobody)).toEqual([]);
});
