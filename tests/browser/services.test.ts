import { activateService } from '@muniment/contract/activations.ts';
import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { reserveService } from '@muniment/contract/reservations.ts';
import { addDays, addMonths } from '@muniment/domain/calendar-date.ts';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { newProductKey } from '../support/activation-keys.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { openAs, PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { launchChromium, watchForErrors } from './chromium.ts';

const today = new Date().toISOString().slice(0, 10);
const partNumber = 'OSV-MEET-1';

/** Of the browser, in which a function of these tests runs: they know no document themselves. */
declare const DataTransfer: new () => { setData(type: string, text: string): void };
declare const ClipboardEvent: new (type: string, init: object) => object;

let muniment: Muniment;
let browser: Browser;
let organization: Organization;
let admin: Member;
beforeAll(async () => {
  [muniment, browser] = await Promise.all([startMuniment(), launchChromium()]);
  organization = await (await muniment.newPartner()).organization('Halden Robotics');
  admin = await organization.administrator({ licenses: 2 });
  const [licenseId = ''] = admin.licenseIds;
  const body = { name: 'Tidewater Meetings', family: 'Tidewater', version: 'Online' };
  await muniment.publisher.call(putProduct, {
    params: { partNumber },
    body: { ...body, pool: 'applications' },
  });
  // Its anniversary is in 100 days: the 30 before that are closed.
  const anniversary = addMonths(addDays(today, 100), -24);
  await push([
    { type: 'service', licenseId, partNumber, seats: 120, anniversary },
    { type: 'redemption', licenseId, offerNumber: 'B-1', partNumber, quantity: 10 },
  ]);
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});
afterAll(async () => {
  await browser?.close();
  await muniment?.stop();
});

async function push(records: readonly object[]): Promise<void> {
  const lines = records.map((record, index) => ({ line: index + 1, record }));
  const answer = await organization.partner.api.call(pushRecords, { body: { records: lines } });
  expect(answer.body.records.map(({ outcome }) => outcome)).not.toContain('rejected');
}

async function soldKey(): Promise<string> {
  const key = newProductKey();
  await push([{ type: 'activation-key', key, partNumber, seats: 25 }]);
  return key;
}

async function openServices(person: Member, query = '', options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openAs(browser, muniment, person.email, options);
  await page.goto(`/o/${organization.number}/vl/services${query}`);
  return page;
}

test('W6 a service is reserved within days that are told in words, and canceled with a reason', async () => {
  const page = await openServices(admin);
  const errors = watchForErrors(page);
  await page.getByText('No reservations yet').waitFor();
  await page.getByRole('button', { name: 'Reserve' }).click();
  const sheet = page.getByRole('dialog', { name: 'Reserve an online service' });
  // The only service there is is chosen.
  await sheet.getByText('Tidewater Meetings').waitFor();
  await sheet.getByText(/the last 30 days before the anniversary of the contract, are closed/).waitFor();
  await sheet.getByRole('button', { name: 'Reserve' }).click();
  await sheet.getByText('Choose where it is used.').waitFor();
  await sheet.getByText('Give a whole number from 1 to 100,000.').waitFor();
  await sheet.getByText('Choose a day.').waitFor();

  await sheet.getByRole('textbox', { name: 'Seats' }).fill('25');
  await sheet.getByRole('button', { name: /Usage country/ }).click();
  await page.getByRole('option', { name: 'Norway' }).click();
  const date = sheet.getByLabel('Usage date');
  await date.fill(addMonths(today, 7));
  await sheet.getByText(/more than six months ahead/).waitFor();
  await date.fill(addDays(today, 90));
  await sheet.getByText(/one of the last 30 days before the anniversary/).waitFor();
  await date.fill(addDays(today, 1));
  await sheet.getByText(/you will not be able to cancel it/).waitFor();
  await date.fill(addDays(today, 40));
  await sheet.getByText(/You can cancel it until/).waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Reserve' }).click();

  const pane = page.getByRole('region', { name: 'Tidewater Meetings' });
  await pane.getByText('Norway').waitFor();
  await page.getByText('Tidewater Meetings is reserved').waitFor();
  await pane.getByRole('button', { name: 'Cancel reservation' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this reservation?' });
  await dialog.getByText(/25 seats of Tidewater Meetings .* will not be ordered/).waitFor();
  await dialog.getByRole('button', { name: 'Cancel reservation' }).click();
  await dialog.getByText('Say why you cancel it.').waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The project was put off');
  await page.keyboard.press('Enter');
  await pane.getByText('The project was put off').waitFor();
  expect(await pane.getByRole('button', { name: 'Cancel reservation' }).count()).toBe(0);
  expect(errors).toEqual([]);
});

test('W6 a key is pasted whole, its wrong group is named at once, and a used one says when and for which license ID', async () => {
  const key = await soldKey();
  const page = await openServices(admin, '?part=activations');
  await page.getByText('No key was used yet').waitFor();
  await page.getByRole('button', { name: 'Use a key' }).click();
  const sheet = page.getByRole('dialog', { name: 'Use a product key' });
  await sheet.getByRole('searchbox', { name: 'Search name or license ID' }).fill(admin.licenseId);
  await page.getByRole('option', { name: new RegExp(admin.licenseId) }).click();

  const group = (number: number) => sheet.getByRole('textbox', { name: `Group ${number} of 5` });
  const paste = (text: string) =>
    group(2).evaluate((field, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', pasted);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      (field as { dispatchEvent(event: object): void }).dispatchEvent(event);
    }, text);
  const groups = key.split('-');
  const wrong = groups[2] === '22222' ? '33333' : '22222';
  await paste(groups.with(2, wrong).join(' ').toLowerCase());
  await sheet.getByText('Group 3 does not fit the check group. Compare it with your key.').waitFor();
  expect(await group(3).getAttribute('aria-invalid')).toBe('true');
  expect(await violationsInBothThemes(page)).toEqual([]);
  await paste(key);
  await sheet.getByText('The key is well formed.').waitFor();
  await sheet.getByRole('button', { name: 'Use a key' }).click();
  const done = page.getByRole('dialog', { name: 'The key was used' });
  await done.getByText(/25 seats of Tidewater Meetings were added/).waitFor();

  await done.getByRole('button', { name: 'Use another key' }).click();
  // Typed by hand, a full group leads on to the next.
  await group(1).focus();
  await page.keyboard.type(key.replaceAll('-', ''));
  await sheet.getByText('The key is well formed.').waitFor();
  await sheet.getByRole('button', { name: 'Use a key' }).click();
  await sheet.getByText('This key was used already.').waitFor();
  await sheet.getByText(/It was used on .* for license ID/).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('rowheader', { name: 'Tidewater Meetings' }).waitFor();
  expect(await page.content()).not.toContain(groups[0] as string);
});

test('W6 an offer is redeemed once, after it was asked for by name', async () => {
  const page = await openServices(admin);
  await page.getByRole('link', { name: 'Redeem' }).click();
  await page.getByRole('rowheader', { name: 'Tidewater Meetings' }).click();
  const pane = page.getByRole('region', { name: 'Tidewater Meetings' });
  await pane.getByRole('button', { name: 'Redeem' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Redeem Tidewater Meetings?' });
  await dialog.getByText(/done once and cannot be taken back/).waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Redeem' }).click();
  await page.getByText('Tidewater Meetings is redeemed').waitFor();
  await pane.getByText('Redeemed', { exact: true }).waitFor();
  expect(await pane.getByRole('button', { name: 'Redeem' }).count()).toBe(0);
});

test('W6 on a phone the lists are cards, and the forms take the whole screen', async () => {
  await admin.api.call(reserveService, {
    params: { licenseId: admin.licenseId },
    body: { partNumber, quantity: 3, usageCountry: 'JP', usageDate: addDays(today, 20) },
  });
  await admin.api.call(activateService, {
    params: { licenseId: admin.licenseId },
    body: { key: await soldKey(), choice: 'add-seats' },
  });
  const page = await openServices(admin, '', { viewport: PHONE, hasTouch: true });
  await page.getByText('3 seats, Japan').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByRole('button', { name: 'Reserve' }).click();
  await page.getByRole('dialog', { name: 'Reserve an online service' }).getByLabel('Usage date').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Activate' }).click();
  await page.getByText('Seats added, 25 seats').first().waitFor();
  await page.getByRole('button', { name: 'Use a key' }).click();
  await page.getByRole('textbox', { name: 'Group 5 of 5' }).waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await violationsInBothThemes(page)).toEqual([]);
});

test('W6 R10 each part is there only for whoever may do what it is for', async () => {
  const reader = await organization.colleague(admin, { roles: ['product-keys-reader'] });
  const page = await openServices(reader);
  await page.getByRole('button', { name: 'Use a key' }).waitFor();
  expect(await page.getByRole('link', { name: 'Reservations' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Redeem' }).count()).toBe(1);

  const other = await organization.colleague(admin, { roles: ['benefits-reader'] });
  const refused = await openServices(other);
  await refused.getByText(/to see online services/).waitFor();
  expect(await refused.getByRole('link', { name: 'Online services' }).count()).toBe(0);
});
