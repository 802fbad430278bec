import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { type Scene, type Stage, startStage } from './scene.ts';

const content = randomBytes(1_234_567);
const sha256 = createHash('sha256').update(content).digest('hex');

let stage: Stage;
let scene: Scene;
let reader: string;
let storedFile: string;
beforeAll(async () => {
  stage = await startStage({ LOG_LEVEL: 'silent' });
  scene = await stage.newScene(2);
  const { admin, organization } = scene;
  const { muniment } = stage;
  storedFile = path.join(muniment.settings.downloads.directory, 'browser', 'casement.iso');
  await mkdir(path.dirname(storedFile), { recursive: true });
  await writeFile(storedFile, content);
  for (const [partNumber, name] of [
    ['CAS-STD', 'Casement Standard'],
    ['LED-SRV', 'Ledgerline Server'],
  ] as const) {
    const body = { name, family: 'Casement', version: '2027', pool: 'systems' as const };
    await muniment.publisher.call(putProduct, { params: { partNumber }, body });
  }
  const download = {
    type: 'download',
    partNumber: 'CAS-STD',
    version: '27.1',
    language: 'de',
    architecture: 'x64',
    fileType: 'ISO',
    fileName: 'casement-27.1-de.iso',
    sizeBytes: content.length,
    sha256,
    storageKey: 'browser/casement.iso',
  };
  const [first, second] = admin.licenseIds;
  const records = [
    { ...download, downloadNumber: 'D-1' },
    {
      ...download,
      downloadNumber: 'D-2',
      language: 'ja',
      architecture: 'arm64',
      storageKey: 'browser/none.iso',
    },
    {
      ...download,
      downloadNumber: 'D-3',
      partNumber: 'LED-SRV',
      version: '9.0',
      language: 'en',
      available: false,
    },
    { type: 'download-offer', licenseId: first, partNumber: 'CAS-STD' },
    { type: 'download-offer', licenseId: second, partNumber: 'CAS-STD' },
    { type: 'download-offer', licenseId: first, partNumber: 'LED-SRV' },
  ].map((record, line) => ({ line: line + 1, record }));
  const pushed = await muniment.publisher.call(pushRecords, { body: { records } });
  expect(pushed.body.records.filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
  reader = (
    await organization.colleague(admin, { licenseIds: [first ?? ''], roles: ['product-download-manager'] })
  ).email;
});
afterAll(async () => {
  await stage?.close();
  await rm(path.dirname(storedFile), { recursive: true, force: true });
});
afterEach(() => stage.clear());

describe('downloads', () => {
  test('W5 the list is searched and narrowed down by what there is; what is not available says so', async () => {
    const page = await stage.open(scene, '/vl/downloads');
    await page.getByText('3 files', { exact: true }).waitFor();
    const grid = page.getByRole('grid', { name: 'Downloads' });
    const german = grid.getByRole('row', { name: /Casement Standard.*German/ });
    await german.getByText('1.2 MB').waitFor();
    await grid.getByText('Not available').waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);

    await page.getByRole('button', { name: 'Language', exact: true }).first().click();
    await page.getByRole('option', { name: 'Japanese' }).click();
    await page.keyboard.press('Escape');
    await page.getByText('1 file', { exact: true }).waitFor();
    expect(page.url()).toContain('language=ja');
    await page.reload();
    await page.getByText('1 file', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Remove filter Language: Japanese' }).click();
    await page.getByText('3 files', { exact: true }).waitFor();
    await page.getByRole('searchbox').fill('ledgerline');
    await page.getByText('1 file', { exact: true }).waitFor();

    await grid.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
    const pane = page.getByRole('region', { name: 'Ledgerline Server (9.0)' });
    await pane.getByText('The publisher does not offer this file').waitFor();
    expect(await pane.getByRole('button', { name: 'Download', exact: true }).count()).toBe(0);
    expect(await violationsInBothThemes(page)).toEqual([]);
  });

  test('W5 a file is fetched with the keyboard, under the license ID that was chosen, and is what its SHA-256 says', async () => {
    const page = await stage.open(scene, '/vl/downloads?language=de');
    await page.getByText('1 file', { exact: true }).waitFor();
    const grid = page.getByRole('grid', { name: 'Downloads' });
    await grid.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
    const pane = page.getByRole('region', { name: 'Casement Standard (27.1)' });
    await pane.getByText(sha256).waitFor();
    await pane.getByText('1.2 MB (1,234,567 bytes)').waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await pane.getByRole('button', { name: 'Copy SHA-256' }).press('Enter');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(sha256);

    const second = scene.admin.licenseIds[1] ?? '';
    await pane.getByRole('button', { name: /Download under license ID/ }).press('Enter');
    await page.getByRole('option').nth(1).waitFor();
    const option = page.getByRole('option').filter({ hasText: `Contract ${second}` });
    await option.click();
    const waiting = page.waitForEvent('download');
    await pane.getByRole('button', { name: 'Download', exact: true }).press('Enter');
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('casement-27.1-de.iso');
    const bytes = await readFile(await download.path());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    await page.getByText('The download begins').waitFor();
    expect(page.url()).toContain('/vl/downloads/');
    const entry = await stage.muniment.db
      .selectFrom('ledger_entry')
      .innerJoin('license', (join) => join.on('license.license_id', '=', second))
      .select(['license.id', 'license_ids'])
      .where('event', '=', 'download.begun')
      .executeTakeFirstOrThrow();
    expect(entry.license_ids).toEqual([entry.id]);
  });

  test('W5 a file that the storage does not have, and one that is offered no more, say so on the page', async () => {
    const page = await stage.open(scene, '/vl/downloads?language=ja');
    await page.getByRole('grid').getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
    const pane = page.getByRole('region', { name: 'Casement Standard (27.1)' });
    await pane.getByRole('button', { name: 'Download', exact: true }).click();
    await page.getByText('The file cannot be read just now').waitFor();
    expect(page.url()).toContain('/vl/downloads/');
    const offered = { type: 'download-offer', partNumber: 'CAS-STD' };
    const withdraw = (isOffered: boolean) =>
      stage.muniment.publisher.call(pushRecords, {
        body: {
          records: scene.admin.licenseIds.map((licenseId, line) => ({
            line: line + 1,
            record: { ...offered, licenseId, offered: isOffered },
          })),
        },
      });
    await withdraw(false);
    await pane.getByRole('button', { name: 'Download', exact: true }).click();
    await page.getByText('The file is not offered any more, or your role no longer opens it').waitFor();
    await withdraw(true);
  });

  test('W5 R3 R10 on a phone, for whoever may download on one license ID alone', async () => {
    const page = await stage.open(scene, '/vl/downloads', { email: reader, viewport: PHONE, hasTouch: true });
    await page.getByText('3 files', { exact: true }).waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByText('German').first().click();
    const pane = page.getByRole('dialog', { name: 'Casement Standard (27.1)' });
    await pane.getByText(sha256).waitFor();
    // One license ID of theirs offers it: there is nothing to choose.
    expect(await pane.getByRole('button', { name: /Download under license ID/ }).count()).toBe(0);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await violationsInBothThemes(page)).toEqual([]);
    const waiting = page.waitForEvent('download');
    await pane.getByRole('button', { name: 'Download', exact: true }).click();
    const bytes = await readFile(await (await waiting).path());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  });
});
