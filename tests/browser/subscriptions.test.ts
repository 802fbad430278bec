import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { changeSubscription, listSubscriptions } from '@muniment/contract/subscriptions.ts';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Organization } from '../support/partner.ts';
import { openAs, PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { launchChromium, watchForErrors } from './chromium.ts';

const FACTS = {
  type: 'subscription',
  partNumber: 'OSV-SUITE-1',
  quantity: 100,
  assigned: 60,
  minimumQuantity: 50,
  maximumQuantity: 500,
  endsOn: '2031-03-31',
  autoRenew: true,
};

let muniment: Muniment;
let browser: Browser;
let organization: Organization;
beforeAll(async () => {
  [muniment, browser] = await Promise.all([startMuniment(), launchChromium()]);
  organization = await (await muniment.newPartner()).organization('Halden Robotics');
  const body = { name: 'Tidewater Suite', family: 'Tidewater', version: 'Online' };
  const params = { partNumber: 'OSV-SUITE-1' };
  await muniment.publisher.call(putProduct, { params, body: { ...body, pool: 'applications' } });
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});
afterAll(async () => {
  await browser?.close();
  await muniment?.stop();
});

/** An administrator's subscription, and its page. */
async function scene(facts: object = {}, options: BrowserContextOptions = {}) {
  const administrator = await organization.administrator();
  const { licenseId } = administrator;
  const says = (more: object = {}) =>
    organization.partner.api.call(pushRecords, {
      body: {
        records: [
          { line: 1, record: { ...FACTS, licenseId, subscriptionNumber: 'SUB-1', ...facts, ...more } },
        ],
      },
    });
  await says();
  const read = async () => {
    const [one] = (await administrator.api.call(listSubscriptions, {})).body.items;
    if (one === undefined) throw new Error('There is no subscription');
    return one;
  };
  const { id } = await read();
  const page = await openAs(browser, muniment, administrator.email, options);
  await page.goto(`/o/${organization.number}/subscriptions`);
  return { administrator, licenseId, id, says, read, page };
}

const toast = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor();

test('W7 auto-renew is switched with the keyboard, after its consequence and date are named', async () => {
  const { page, read, says } = await scene();
  const errors = watchForErrors(page);
  await page.getByRole('rowheader', { name: 'Tidewater Suite' }).focus();
  await page.keyboard.press('Enter');
  const renew = page.getByRole('switch', { name: 'Auto-renew' });
  await renew.focus();
  await page.keyboard.press('Space');
  const dialog = page.getByRole('alertdialog', { name: 'Turn auto-renew off?' });
  await dialog
    .getByText(/ends on 31 Mar 2031\. 60 people who are assigned to it lose it that day\./)
    .waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  // Whoever only presses Enter cancels.
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect((await read()).requested).toBeNull();

  await renew.focus();
  await page.keyboard.press('Space');
  await dialog.getByRole('button', { name: 'Turn off' }).press('Enter');
  await toast(page, 'Asked for');
  expect((await read()).requested).toMatchObject({ autoRenew: false, quantity: null });
  await page.getByText('Waits for the publisher').waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take back' }).click();
  await toast(page, 'Taken back');
  // The button is gone with what it took back; focus is not.
  await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('H2');
  expect((await read()).requested).toBeNull();

  // What the publisher said since is read again, and the change is not lost silently.
  await says({ assigned: 70 });
  await renew.press('Space');
  await dialog.getByRole('button', { name: 'Turn off' }).click();
  await toast(page, 'Nothing was changed');
  await page.getByText('70 of 100').first().waitFor();
  expect((await read()).requested).toBeNull();
  expect(errors.filter((error) => !error.includes('412'))).toEqual([]);
});

test('W7 a quantity is asked for within its bounds, with the difference said', async () => {
  const { page, read } = await scene();
  await page.getByRole('row', { name: /Tidewater Suite/ }).click();
  const quantity = page.getByRole('textbox', { name: 'Quantity' });
  const submit = page.getByRole('button', { name: 'Change quantity' });
  for (const [text, error] of [
    ['59', 'At least 60: so many are assigned.'],
    ['501', 'At most 500 by the contract.'],
    ['many', 'Enter a whole number.'],
  ] as const) {
    await quantity.fill(text);
    await submit.click();
    await page.getByText(error).waitFor();
  }
  expect(await violationsInBothThemes(page)).toEqual([]);
  await quantity.fill('120');
  await page.getByText('20 more than now').waitFor();
  await quantity.press('Enter');
  const dialog = page.getByRole('alertdialog', { name: 'Change from 100 to 120?' });
  await dialog.getByRole('button', { name: 'Ask for 120' }).click();
  await page.getByText('Asked for: 120 instead of 100.').waitFor();
  expect((await read()).requested).toMatchObject({ quantity: 120 });
});

test('W7 what was declined is told, and what is over can only be read', async () => {
  const { page, administrator, licenseId, id, says } = await scene();
  const params = { licenseId, subscriptionId: id };
  await administrator.api.call(changeSubscription, { params, body: { quantity: 120 } });
  await says({ quantity: 110 });
  await page.getByRole('row', { name: /Tidewater Suite/ }).click();
  await page.getByText(/120 were asked for; on .* the publisher answered with 110\./).waitFor();
  await says({ endsOn: '2026-01-31', autoRenew: false });
  await page.reload();
  await page.getByText('It ended on 31 Jan 2026: nothing can be changed any more.').waitFor();
  expect(await page.getByRole('switch', { name: 'Auto-renew' }).count()).toBe(0);
});

test('W7 on a phone subscriptions are cards, and one opens with all that can be asked', async () => {
  const { page } = await scene({}, { viewport: PHONE, hasTouch: true });
  await page.getByText('Tidewater Suite').first().click();
  await page.getByRole('textbox', { name: 'Quantity' }).waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await violationsInBothThemes(page)).toEqual([]);
});
