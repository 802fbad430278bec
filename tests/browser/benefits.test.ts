import { checkHomeUse, deactivateHomeUse, putHomeUseEntitlement } from '@muniment/contract/home-use.ts';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { openAs, PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { launchChromium, watchForErrors } from './chromium.ts';

let muniment: Muniment;
let browser: Browser;
let organization: Organization;
let administrator: Member;
let reader: Member;
beforeAll(async () => {
  const env = {
    HOME_USE_SHOP_URL: 'https://northlight.example/home-use',
    HOME_USE_TERMS_URL: 'https://northlight.example/terms',
  };
  [muniment, browser] = await Promise.all([startMuniment({ env }), launchChromium()]);
  organization = await (await muniment.newPartner()).organization('Halden Robotics');
  administrator = await organization.administrator({ licenses: 2 });
  reader = await organization.colleague(administrator, {
    licenseIds: administrator.licenseIds,
    roles: ['benefits-reader'],
  });
  for (const licenseId of administrator.licenseIds) {
    await organization.partner.api.call(putHomeUseEntitlement, {
      params: { licenseId },
      body: { total: 400, used: 126 },
    });
  }
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});
afterAll(async () => {
  await browser?.close();
  await muniment?.stop();
});

async function openBenefits(person: Member, row = '', options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openAs(browser, muniment, person.email, options);
  await page.goto(`/o/${organization.number}/vl/benefits${row}`);
  return page;
}

const allowed = async (accessCode: string) =>
  (
    await muniment.publisher.call(checkHomeUse, {
      body: { accessCode, email: 'ana@halden.example' },
    })
  ).body.allowed;

test('W8 a program is set up step by step, gives a code that works, and deactivating ends it at once', async () => {
  const page = await openBenefits(reader, '', { permissions: ['clipboard-read', 'clipboard-write'] });
  const errors = watchForErrors(page);
  await page.getByRole('status').filter({ hasText: '2 programs' }).waitFor();
  await page.getByRole('rowheader').first().focus();
  await page.keyboard.press('Enter');
  const pane = page.getByRole('region', { name: /^Contract/ });
  await pane.getByRole('meter', { name: 'Copies used' }).waitFor();
  expect(await pane.getByText('126 of 400').isVisible()).toBe(true);
  expect(await pane.getByRole('link', { name: 'Read the terms' }).getAttribute('href')).toBe(
    'https://northlight.example/terms',
  );
  await pane.getByRole('button', { name: 'Accept terms' }).click();

  await pane.getByRole('button', { name: 'Save contact' }).click();
  await pane.getByText('Enter a name.').waitFor();
  await pane.getByRole('textbox', { name: 'Name' }).fill('Ida Falk');
  await pane.getByRole('textbox', { name: 'Email' }).fill('ida.falk@halden.example');
  await page.keyboard.press('Enter');

  const domains = pane.getByRole('textbox', { name: 'Domains, one on each line' });
  await domains.fill('halden.example\ngmail.com');
  await pane.getByRole('button', { name: 'Save domains' }).click();
  await pane.getByText(/Anyone can get an address in “gmail.com”/).waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await domains.fill('halden.example');
  await pane.getByRole('button', { name: 'Save domains' }).click();

  await pane.getByRole('button', { name: 'Activate', exact: true }).click();
  await pane.getByRole('button', { name: 'Copy code' }).click();
  const code = await page.evaluate<string>('navigator.clipboard.readText()');
  expect(code).toMatch(/^[A-Z0-9]{10}$/);
  expect(await allowed(code)).toBe(true);
  await pane.getByRole('button', { name: 'Copy text' }).click();
  const mail = await page.evaluate<string>('navigator.clipboard.readText()');
  for (const part of [
    'Halden Robotics',
    muniment.settings.publisherName,
    'Open https://northlight.example/home-use',
    code,
    '@halden.example',
    'Ida Falk, ida.falk@halden.example',
  ])
    expect(mail).toContain(part);
  expect(await violationsInBothThemes(page)).toEqual([]);

  await pane.getByRole('button', { name: 'New code' }).click();
  const renew = page.getByRole('alertdialog', { name: `Replace the access code ${code}?` });
  await renew.getByRole('button', { name: 'Replace code' }).click();
  await renew.waitFor({ state: 'detached' });
  await pane.getByText(code).first().waitFor({ state: 'detached' });
  expect(await allowed(code)).toBe(false);

  await pane.getByRole('button', { name: 'Deactivate' }).click();
  const dialog = page.getByRole('alertdialog', { name: /^Deactivate the Home Use Program of/ });
  await dialog.getByText(/stops working at once/).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await pane.getByRole('button', { name: 'Deactivate' }).click();
  await dialog.getByRole('button', { name: 'Deactivate program' }).click();
  await pane.getByText('The program is not active.').waitFor();
  expect(await page.evaluate<boolean>('document.activeElement !== document.body')).toBe(true);
  await page.getByRole('row', { name: /Inactive/ }).waitFor();
  expect(errors).toEqual([]);
});

test('W8 what somebody else changed meanwhile is shown, and not written over', async () => {
  const [, licenseId = ''] = administrator.licenseIds;
  const page = await openBenefits(administrator, `/${licenseId}`);
  const other = await openBenefits(reader, `/${licenseId}`);
  for (const each of [page, other]) await each.getByRole('button', { name: 'Accept terms' }).waitFor();
  await other.getByRole('button', { name: 'Accept terms' }).click();
  await other.getByRole('button', { name: 'Save contact' }).waitFor();
  await page.getByRole('button', { name: 'Accept terms' }).click();
  await page.getByText('Somebody changed the program meanwhile. It shows how it is now.').waitFor();
  await page.getByText(/accepted by/).waitFor();
  const { status } = await administrator.api.call(deactivateHomeUse, { params: { licenseId } });
  expect(status).toBe(200);
});

test('W8 on a phone programs are cards, and one opens over the list', async () => {
  const [licenseId = ''] = administrator.licenseIds;
  const page = await openBenefits(reader, '', { viewport: PHONE, hasTouch: true });
  await page.getByText(`Contract ${licenseId}`).click();
  await page.getByRole('heading', { name: 'E-mail domains' }).waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await violationsInBothThemes(page)).toEqual([]);
});

test('W8 R10 whoever holds no role that opens benefits is told which one does', async () => {
  const viewer = await organization.colleague(administrator);
  const page = await openBenefits(viewer);
  await page.getByText('You need Benefits reader to see benefits').waitFor();
});
