import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
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
beforeAll(async () => {
  [muniment, browser] = await Promise.all([startMuniment(), launchChromium()]);
  organization = await (await muniment.newPartner()).organization('Halden Robotics');
  administrator = await organization.administrator();
  const body = { name: 'Cascade Standard 2027', family: 'Cascade', version: '2027' };
  const params = { partNumber: 'CAS-STD-2027' };
  await muniment.publisher.call(putProduct, { params, body: { ...body, pool: 'applications' } });
  const records = Array.from({ length: 8 }, (_, index) => ({
    line: index + 1,
    record: {
      type: 'order',
      licenseId: administrator.licenseId,
      resellerOrderNumber: `NG-${index + 1}`,
      orderedOn: `2026-0${index + 1}-15`,
      reseller: index === 0 ? 'Åkerlund Licensing' : 'Northgate Licensing',
      lines: [{ partNumber: 'CAS-STD-2027', quantity: 1_200 + index, country: 'NO' }],
    },
  }));
  await organization.partner.api.call(pushRecords, { body: { records } });
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});
afterAll(async () => {
  await browser?.close();
  await muniment?.stop();
});

async function openOrders(person: Member, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openAs(browser, muniment, person.email, options);
  await page.goto(`/o/${organization.number}/vl/orders`);
  return page;
}

test('W2 orders are found, sorted and opened with the keyboard; the address keeps what is seen', async () => {
  const page = await openOrders(administrator);
  const errors = watchForErrors(page);
  await page.getByRole('status').filter({ hasText: '8 orders' }).waitFor();
  await page.getByRole('searchbox', { name: 'Search order or product' }).fill('åker');
  await page.getByRole('status').filter({ hasText: '1 order' }).waitFor();
  await page.getByRole('rowheader', { name: 'NG-1' }).focus();
  await page.keyboard.press('Enter');
  const pane = page.getByRole('region', { name: 'Order NG-1' });
  await pane.getByRole('cell', { name: /Cascade Standard 2027/ }).waitFor();
  expect(await pane.getByRole('cell', { name: '1,200' }).isVisible()).toBe(true);
  expect(await pane.getByText('Norway').isVisible()).toBe(true);
  expect(page.url()).toContain(`/vl/orders/${administrator.licenseId}/`);
  expect(page.url()).toContain('q=');
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.reload();
  await pane.getByRole('cell', { name: /Cascade Standard 2027/ }).waitFor();
  await page.keyboard.press('Escape');
  await pane.waitFor({ state: 'detached' });

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^orders-.*\.csv$/);
  expect(errors).toEqual([]);
});

test('W2 on a phone orders are cards, and one opens over the list', async () => {
  const page = await openOrders(administrator, { viewport: PHONE, hasTouch: true });
  await page.getByText('NG-8').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByText('NG-8').click();
  await page.getByRole('cell', { name: /Cascade Standard 2027/ }).waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await violationsInBothThemes(page)).toEqual([]);
});

test('W2 R10 whoever holds no role that opens orders is told which one does', async () => {
  const reader = await organization.colleague(administrator, { roles: ['benefits-reader'] });
  const page = await openOrders(reader);
  await page.getByText(/to see orders/).waitFor();
  expect(await page.getByRole('link', { name: 'Orders' }).count()).toBe(0);
});
