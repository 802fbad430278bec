import { putInvoicePdf } from '@muniment/contract/invoices.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import type { Browser, BrowserContextOptions, Download, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { openAs, PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { launchChromium, watchForErrors } from './chromium.ts';

const PDF = '%PDF-1.7\nan invoice';

let muniment: Muniment;
let browser: Browser;
let organization: Organization;
let administrator: Member;
beforeAll(async () => {
  [muniment, browser] = await Promise.all([startMuniment(), launchChromium()]);
  organization = await (await muniment.newPartner()).organization('Halden Robotics');
  administrator = await organization.administrator();
  const { licenseId } = administrator;
  const address = { name: 'Halden Robotics', lines: ['Havnegata 2', '1776 Halden'], country: 'NO' };
  const records = Array.from({ length: 6 }, (_, index) => ({
    line: index + 1,
    record: {
      type: 'invoice',
      licenseId,
      invoiceNumber: index === 0 ? 'CM-1' : `INV-${index}`,
      kind: index === 0 ? 'credit-memo' : 'invoice',
      invoiceDate: `2026-0${index + 1}-15`,
      billingPeriod: { from: '2026-01-01', to: '2026-03-31' },
      dueDate: `2026-0${index + 2}-15`,
      paymentTerms: 'Net 30',
      totalDue: { amount: index === 0 ? '-12.50' : '90071992547.09', currency: 'EUR' },
      billTo: { ...address, name: 'Halden Accounts' },
      soldTo: address,
      lines: [{ description: 'Cascade Standard', quantity: 1_200, unitPrice: '0.125', amount: '150.00' }],
    },
  }));
  await organization.partner.api.call(pushRecords, { body: { records } });
  await organization.partner.api.call(putInvoicePdf, {
    params: { licenseId, invoiceNumber: 'INV-5' },
    body: new Uint8Array(Buffer.from(PDF)),
  });
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});
afterAll(async () => {
  await browser?.close();
  await muniment?.stop();
});

async function openInvoices(person: Member, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openAs(browser, muniment, person.email, options);
  await page.goto(`/o/${organization.number}/invoices`);
  return page;
}

async function textOf(download: Download): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

test('W9 invoices are found and opened with the keyboard; the document and the reconciliation are saved', async () => {
  const page = await openInvoices(administrator);
  const errors = watchForErrors(page);
  await page.getByRole('status').filter({ hasText: '6 invoices' }).waitFor();
  // No number in between has rounded it.
  expect(await page.getByText('€90,071,992,547.09').first().isVisible()).toBe(true);
  await page.getByRole('searchbox', { name: 'Search invoice or PO number' }).fill('inv-5');
  await page.getByRole('status').filter({ hasText: '1 invoice' }).waitFor();
  await page.getByRole('rowheader', { name: 'INV-5' }).focus();
  await page.keyboard.press('Enter');
  const pane = page.getByRole('region', { name: 'Invoice INV-5' });
  await pane.getByRole('tab', { name: 'Lines' }).click();
  await pane.getByRole('cell', { name: /Cascade Standard.*€0.125/ }).waitFor();
  expect(await pane.getByRole('cell', { name: '€150.00' }).isVisible()).toBe(true);
  await pane.getByRole('tab', { name: 'Addresses' }).click();
  await pane.getByText('Halden Accounts').waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);

  const [pdf] = await Promise.all([
    page.waitForEvent('download'),
    pane.getByRole('button', { name: 'Download PDF' }).click(),
  ]);
  expect(pdf.suggestedFilename()).toBe('invoice-INV-5.pdf');
  expect(await textOf(pdf)).toBe(PDF);
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    pane.getByRole('button', { name: 'Reconciliation CSV' }).click(),
  ]);
  expect(await textOf(csv)).toContain('EUR,90071992547.09,1,,Cascade Standard,,1200,0.125,150.00');

  await page.goto(`/o/${organization.number}/invoices?kind=credit-memo`);
  await page.getByRole('status').filter({ hasText: '1 invoice' }).waitFor();
  expect(await page.getByText('-€12.50').isVisible()).toBe(true);
  expect(errors).toEqual([]);
});

test('W9 where there is no document yet, that is said in place of the button', async () => {
  const page = await openInvoices(administrator);
  await page.getByRole('rowheader', { name: 'INV-1' }).click();
  await page.getByText(/There is no document yet/).waitFor();
  expect(await page.getByRole('button', { name: 'Download PDF' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Reconciliation CSV' }).isVisible()).toBe(true);
});

test('W9 on a phone invoices are cards, and one opens over the list', async () => {
  const page = await openInvoices(administrator, { viewport: PHONE, hasTouch: true });
  await page.getByText('Invoice INV-5').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByText('Invoice INV-5').click();
  await page.getByRole('button', { name: 'Download PDF' }).waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await violationsInBothThemes(page)).toEqual([]);
});

test('W9 R9 whoever holds no role that opens invoices is told of none by name', async () => {
  const reader = await organization.colleague(administrator, { roles: ['benefits-reader'] });
  const page = await openInvoices(reader);
  await page.getByText(/You hold no role that opens invoices/).waitFor();
  expect(await page.getByText(/Invoice Reader/).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Invoices' }).count()).toBe(0);
});
