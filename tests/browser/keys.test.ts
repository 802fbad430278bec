import { readFile } from 'node:fs/promises';
import { listLedger } from '@muniment/contract/ledger.ts';
import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { listInbox } from '@muniment/contract/support.ts';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { openAs, PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { launchChromium, watchForErrors } from './chromium.ts';

const keyOf = (index: number) => `M7KQ${index}-9XVTB-4HNWR-P3C8D-ABCD${index}`;

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
  const records = Array.from({ length: 4 }, (_, index) => ({
    line: index + 1,
    record: {
      type: 'key',
      licenseId: administrator.licenseId,
      keyNumber: `K-${index + 1}`,
      partNumber: 'CAS-STD-2027',
      keyType: index === 0 ? 'mak' : 'kms',
      key: keyOf(index + 2),
      activationsUsed: 480,
      ...(index === 0 ? { activationsTotal: 500 } : {}),
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

async function openKeys(person: Member, options: BrowserContextOptions = {}, search = ''): Promise<Page> {
  const page = await openAs(browser, muniment, person.email, options);
  await page.goto(`/o/${organization.number}/vl/keys${search}`);
  return page;
}

async function lastDisclosure() {
  const { body } = await administrator.api.call(listLedger, { query: { chain: 'disclosures' } });
  return body.items[0];
}

/** What axe finds, with the button's tooltip out of the way. */
async function violations(page: Page): Promise<string[]> {
  await page.getByRole('heading', { level: 1 }).hover();
  await page.evaluate('document.activeElement.blur()');
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
  return violationsInBothThemes(page);
}

const masked = (page: Page, lastFive: string) => page.getByText(`•••••-•••••-•••••-•••••-${lastFive}`);

test('W3 a key is found by its last five, shown for a minute, hidden on leaving; a copy stays masked', async () => {
  const page = await openKeys(administrator, { permissions: ['clipboard-read', 'clipboard-write'] });
  const errors = watchForErrors(page);
  await page.clock.install();
  await page.getByRole('status').filter({ hasText: '4 keys' }).waitFor();
  await page.getByRole('searchbox', { name: /last five characters/ }).fill('abcd2');
  await page.clock.runFor(1_000);
  await page.getByRole('status').filter({ hasText: '1 key' }).waitFor();
  const reveal = page.getByRole('button', {
    name: 'Reveal the key of Cascade Standard 2027 that ends in ABCD2',
  });
  await reveal.focus();
  await page.keyboard.press('Enter');
  await page.getByText(keyOf(2)).waitFor();
  await page.getByRole('status').filter({ hasText: 'is shown for a minute' }).waitFor({ state: 'attached' });
  expect(await lastDisclosure()).toMatchObject({
    event: 'product-key.revealed',
    actor: { id: administrator.vlUserId },
  });
  await page.clock.runFor(1_000);
  expect(await violations(page)).toEqual([]);
  await page.clock.runFor(61_000);
  await masked(page, 'ABCD2').waitFor();
  expect(await page.getByText(keyOf(2)).count()).toBe(0);

  await reveal.click();
  await page.getByText(keyOf(2)).waitFor();
  await page.getByRole('link', { name: 'Contracts' }).click();
  await page.getByRole('heading', { name: 'Contracts' }).waitFor();
  await page.goBack();
  await masked(page, 'ABCD2').waitFor();
  expect(await page.getByText(keyOf(2)).count()).toBe(0);

  await page
    .getByRole('button', { name: 'Copy the key of Cascade Standard 2027 that ends in ABCD2' })
    .click();
  await page.getByText('Copied, and recorded').waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(keyOf(2));
  expect(await page.getByText(keyOf(2)).count()).toBe(0);
  expect(await lastDisclosure()).toMatchObject({ event: 'product-key.copied' });
  expect(errors).toEqual([]);
});

test('W3 selected keys are exported in clear after a question that says how many and that it is recorded', async () => {
  const page = await openKeys(administrator);
  await page.getByRole('status').filter({ hasText: '4 keys' }).waitFor();
  for (const lastFive of ['ABCD2', 'ABCD3']) {
    await page.getByRole('row').filter({ hasText: lastFive }).getByRole('checkbox').check({ force: true });
  }
  await page.getByRole('button', { name: 'Export 2 keys in clear' }).click();
  const question = page.getByRole('alertdialog', { name: 'Export 2 keys in clear?' });
  await question.getByText(/It is recorded which keys they are/).waitFor();
  const before = await lastDisclosure();
  await question.getByRole('button', { name: 'Cancel' }).click();
  await question.waitFor({ state: 'detached' });
  expect(await lastDisclosure()).toEqual(before);
  await page.getByRole('button', { name: 'Export 2 keys in clear' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    question.getByRole('button', { name: 'Export 2 keys' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  for (const index of [2, 3]) expect(text).toContain(keyOf(index));
  expect(text).not.toContain(keyOf(4));
  expect((await lastDisclosure())?.event).toBe('product-key.exported');
});

test('W3 on a phone a MAK opens, and more activations are asked for with what the server lacks said first', async () => {
  const page = await openKeys(administrator, { viewport: PHONE, hasTouch: true }, '?keyType=mak');
  await masked(page, 'ABCD2').click();
  await page.getByText('480 of 500').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByRole('button', { name: 'Request more activations' }).click();
  const sheet = page.getByRole('dialog', { name: 'Request more activations' });
  await sheet.getByRole('button', { name: 'Send request' }).click();
  await sheet.getByText('Give a whole number from 1 to 100,000.').waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await sheet.getByRole('textbox', { name: 'Activations wanted in all' }).fill('750');
  await sheet.getByRole('textbox', { name: 'Justification' }).fill('A second site opens in March.');
  await sheet.getByRole('button', { name: 'Send request' }).click();
  const done = page.getByText(/Your ticket is T-\w{4}-\w{4}/);
  await done.waitFor();
  const reference = /T-\w{4}-\w{4}/.exec(await done.innerText())?.[0] ?? '';
  const { body } = await muniment.publisher.call(listInbox, { query: { q: reference } });
  expect(body.items[0]?.text).toContain('480 of 500 used, 750 wanted');
  expect(await scrollsSideways(page)).toBe(false);
});

test('W3 R4 products and services shows each product with its keys to a keys reader, and to a viewer who may not', async () => {
  const reader = await organization.colleague(administrator, { roles: ['product-keys-reader'] });
  const page = await openAs(browser, muniment, reader.email);
  await page.goto(`/o/${organization.number}/vl/products-and-services`);
  await page.getByRole('rowheader', { name: 'Cascade Standard 2027' }).click();
  const pane = page.getByRole('region', { name: 'Cascade Standard 2027' });
  await pane.getByRole('button', { name: /^Reveal the key .* ABCD4$/ }).click();
  await pane.getByText(keyOf(4)).waitFor();
  expect(await violations(page)).toEqual([]);

  const viewer = await organization.colleague(administrator);
  const other = await openAs(browser, muniment, viewer.email);
  await other.goto(`/o/${organization.number}/vl/products-and-services`);
  await other.getByText('You need Product keys reader to see products and services').waitFor();
  expect(await other.getByRole('link', { name: 'Keys', exact: true }).count()).toBe(1);
  expect(await other.getByRole('link', { name: 'Products and services' }).count()).toBe(0);
});
