import { readFile } from 'node:fs/promises';
import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import type { Page } from '@playwright/test';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { expectToast, type Scene, type Stage, startStage } from './scene.ts';

let stage: Stage;
let scene: Scene;
beforeAll(async () => {
  stage = await startStage({ RUN: 'web,worker' });
  scene = await stage.newScene(3);
  const { organization, admin } = scene;
  for (const [partNumber, family, pool] of [
    ['CAS-STD', 'Castellan', 'applications'],
    ['LED-SRV', 'Ledgerline', 'servers'],
  ] as const) {
    const body = { name: family, family, version: '2027', pool };
    await stage.muniment.publisher.call(putProduct, { params: { partNumber }, body });
  }
  const records = admin.licenseIds
    .flatMap((licenseId) => [
      { licenseId, entitlementNumber: 'E-1', partNumber: 'CAS-STD', softwareAssuranceQuantity: 1_000 },
      { licenseId, entitlementNumber: 'E-2', partNumber: 'LED-SRV', granted: true },
    ])
    .map((record, line) => ({
      line: line + 1,
      record: {
        type: 'entitlement',
        entitlementType: 'license-and-software-assurance',
        quantity: 1_200,
        effectiveFrom: '2026-01-01',
        ...record,
      },
    }));
  const pushed = await organization.partner.api.call(pushRecords, { body: { records } });
  expect(pushed.body.records.filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
});
afterAll(() => stage?.close());
afterEach(() => stage.clear());

/** Holds all summaries up while something is done: whoever marks a license ID as added up waits. */
async function whileHeld(act: () => Promise<void>): Promise<void> {
  await stage.muniment.db.transaction().execute(async (trx) => {
    await sql`lock table license_summary_row in share mode`.execute(trx);
    await act();
  });
}

async function chooseAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Create a summary' }).click();
  const sheet = page.getByRole('dialog', { name: 'Create a summary' });
  await sheet.getByText('3 license IDs, 0 selected').waitFor();
  await sheet.getByRole('button', { name: 'Select all' }).click();
  await sheet.getByRole('button', { name: 'Create for 3 license IDs' }).click();
}

describe('license summaries', () => {
  test('W4 a summary of chosen license IDs shows totals and rows, and is saved as CSV and as PDF', async () => {
    const page = await stage.open(scene, '/vl/summaries');
    await page.getByText('No license summaries yet').waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.getByRole('button', { name: 'Create a summary' }).click();
    const sheet = page.getByRole('dialog', { name: 'Create a summary' });
    await sheet.getByText('3 license IDs, 0 selected').waitFor();
    await sheet.getByRole('searchbox').fill(scene.admin.licenseId);
    await sheet.getByRole('grid').getByRole('row').nth(1).getByRole('checkbox').click();
    await sheet.getByRole('searchbox').fill('');
    await sheet.getByText('3 license IDs, 1 selected').waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Create for 1 license ID' }).click();

    const totals = page.getByRole('region', { name: 'Totals per product pool' });
    await totals.getByText('1,000').waitFor();
    const grid = page.getByRole('grid', { name: 'License summary' });
    await grid.getByRole('row', { name: /Castellan/ }).waitFor();
    await grid.getByText('Granted').waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await grid.getByRole('button', { name: 'Product family' }).press('Enter');
    await page.waitForURL(/sort=family/);

    for (const [button, kind, begins] of [
      ['Download CSV', 'csv', '\ufefffamily,version'],
      ['Download PDF', 'pdf', '%PDF-'],
    ] as const) {
      const waiting = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).press('Enter');
      const download = await waiting;
      expect(download.suggestedFilename()).toMatch(new RegExp(`^license-summary-.*\\.${kind}$`));
      expect((await readFile(await download.path(), 'utf8')).startsWith(begins)).toBe(true);
    }
    await page.getByRole('link', { name: 'License summaries' }).last().click();
    await page.getByRole('grid', { name: 'License summaries' }).getByText('Done').waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
  });

  test('W4 a summary shows how far it is, can be left, and tells when it is done', async () => {
    const page = await stage.open(scene, '/vl/summaries');
    await whileHeld(async () => {
      await chooseAll(page);
      await page.getByRole('progressbar', { name: 'The summary is being made' }).waitFor();
      await page.getByText('0 of 3 license IDs').waitFor();
      expect(await violationsInBothThemes(page)).toEqual([]);
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Contracts' }).click();
      await page.getByRole('heading', { level: 1, name: 'Contracts' }).waitFor();
    });
    await expectToast(page, 'Your license summary is done');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('region', { name: 'Totals per product pool' }).getByText('3,600').first().waitFor();
  });

  test('W4 a summary that is being made is canceled, and says so', async () => {
    const page = await stage.open(scene, '/vl/summaries');
    await whileHeld(async () => {
      await chooseAll(page);
      await page.getByText('0 of 3 license IDs').waitFor();
      // It waits for the batch under way, which gives up waiting for what is held here.
      await page.getByRole('button', { name: 'Cancel the summary' }).click();
      await page.getByText('The summary was canceled.').waitFor();
    });
  });

  test('W4 on a phone, by pasting a list, from the menu of a contract', async () => {
    const path = `/vl/summaries?license=${scene.admin.licenseId}`;
    const page = await stage.open(scene, path, { viewport: PHONE, hasTouch: true });
    const sheet = page.getByRole('dialog', { name: 'Create a summary' });
    await sheet.getByRole('button', { name: 'Create for 1 license ID' }).waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    await sheet.getByRole('tab', { name: 'Paste a list' }).click();
    const [first = '', second = ''] = scene.admin.licenseIds;
    await sheet
      .getByRole('textbox', { name: 'License IDs, as you have them' })
      .fill(`${first}\tSelect\n${second}, 7777 1234`);
    await sheet.getByText('2 license IDs found').waitFor();
    await sheet.getByText('1 that you cannot summarize').waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Create for 2 license IDs' }).click();
    await page.getByText('2 rows').waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await violationsInBothThemes(page)).toEqual([]);
  });

  test('W4 what is not there, or of somebody else, says so', async () => {
    const page = await stage.open(scene, '/vl/summaries/01930000-0000-7000-8000-000000000000');
    await page.getByRole('heading', { name: 'This summary is not there' }).waitFor();
    await page.getByRole('button', { name: 'To your summaries' }).click();
    await page.getByRole('heading', { level: 1, name: 'License summaries' }).waitFor();
  });
});
