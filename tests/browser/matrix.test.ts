import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { invite, type Scene, type Stage, startStage } from './scene.ts';

let stage: Stage;
let scene: Scene;
/** As the columns are. */
let licenseIds: string[];

/** So many that neither axis fits a screen, nor people one tile. */
const LICENSES = 24;
const PEOPLE = Array.from({ length: 60 }, (_, place) => `Person ${String(place + 1).padStart(2, '0')}`);

beforeAll(async () => {
  stage = await startStage();
  scene = await stage.newScene(LICENSES);
  const [first = ''] = await invite(scene, PEOPLE);
  const { admin } = scene;
  licenseIds = admin.licenseIds.toSorted();
  const assignments = [
    { user: { vlUserId: first }, licenseId: licenseIds[1] ?? '', roles: ['product-keys-reader'] },
    {
      user: { vlUserId: first },
      licenseId: licenseIds[LICENSES - 1] ?? '',
      roles: ['administrator', 'licensing-info-viewer'],
    },
  ];
  await admin.api.call(changeAssignments, { body: { assignments } });
});

afterEach(() => stage.clear());
afterAll(() => stage?.close());

describe('the access matrix', () => {
  test('B8 shows people by license IDs, and only what is in sight is in the document', async () => {
    const page = await stage.open(scene, '/vl/matrix');
    const grid = page.getByRole('grid', { name: 'People by license ID' });
    await grid.getByRole('rowheader', { name: 'Person 01' }).waitFor();
    await page.getByText(`61 people by ${LICENSES} license IDs.`).waitFor();
    expect(await grid.getAttribute('aria-rowcount')).toBe('62');
    expect(await grid.getAttribute('aria-colcount')).toBe(String(LICENSES + 1));
    const row = grid.getByRole('row').filter({ hasText: 'Person 01' });
    await row.getByRole('gridcell', { name: 'Product keys reader' }).waitFor();
    expect(await grid.getByRole('row').count()).toBeLessThan(50);
    expect(await grid.getByRole('columnheader').count()).toBeLessThan(LICENSES);

    // The last row and the last column are there when one comes to them.
    await grid.getByRole('rowheader', { name: 'Person 01' }).focus();
    await page.keyboard.press('Control+End');
    await grid.getByRole('rowheader', { name: 'Person 60' }).waitFor();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('End');
    await expect
      .poll(() => row.getByRole('gridcell', { name: 'Administrator and Licensing Info Viewer' }).count())
      .toBe(1);
  });

  test('finds people and license IDs, keeps both in the address, and opens a person by Enter', async () => {
    const page = await stage.open(scene, '/vl/matrix');
    const grid = page.getByRole('grid', { name: 'People by license ID' });
    await page.getByRole('searchbox', { name: 'Search people' }).fill('person 07');
    await page.getByText(`1 person by ${LICENSES} license IDs.`).waitFor();
    const last = licenseIds[LICENSES - 1] ?? '';
    await page.getByRole('searchbox', { name: 'Search license IDs' }).fill(last);
    const header = grid.getByRole('columnheader').filter({ hasText: `Contract ${last}` });
    await header.waitFor();
    await expect.poll(async () => ((await header.boundingBox())?.x ?? 9_999) < 1_440).toBe(true);
    await expect.poll(() => page.url()).toContain(`license=${last}`);
    expect(page.url()).toContain('q=person');

    // Who relies on the one that was found.
    await page.getByRole('searchbox', { name: 'Search people' }).fill('');
    const only = page.getByRole('switch', { name: 'Only people with a role on' });
    await only.focus();
    await page.keyboard.press('Space');
    await page.getByText(`2 people by ${LICENSES} license IDs.`).waitFor();
    await only.focus();
    await page.keyboard.press('Space');
    await page.getByRole('searchbox', { name: 'Search people' }).fill('person 07');
    await page.getByText(`1 person by ${LICENSES} license IDs.`).waitFor();

    await page.reload();
    const name = grid.getByRole('rowheader', { name: 'Person 07' });
    await name.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Person 07', level: 2 }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Person 07');
  });

  test('lets one role stand out, by the address too, and says so when nobody matches', async () => {
    const page = await stage.open(scene, '/vl/matrix?role=benefits-reader&q=nobody-here');
    await page.getByText('No one matches').waitFor();
    expect(await page.getByRole('radio', { name: 'Benefits' }).getAttribute('aria-checked')).toBe('true');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByRole('rowheader', { name: 'Person 01' }).waitFor();
    await page.getByRole('radio', { name: 'Keys reader' }).click();
    await expect.poll(() => page.url()).toContain('role=product-keys-reader');
  });

  test('has no accessibility violation in light and dark, and fits a phone and 320 px', async () => {
    const page = await stage.open(scene, '/vl/matrix');
    await page.getByRole('rowheader', { name: 'Person 01' }).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    for (const viewport of [PHONE, { width: 320, height: 640 }]) {
      await page.setViewportSize(viewport);
      await page.getByRole('rowheader', { name: 'Person 01' }).waitFor();
      expect(await scrollsSideways(page)).toBe(false);
    }
  });

  test('is no page of somebody who administers nothing, and names no administrator to them (A9)', async () => {
    const colleague = await scene.organization.colleague(scene.admin, {
      licenseIds: [scene.admin.licenseId],
    });
    const page = await stage.open(scene, '/vl/matrix', { email: colleague.email });
    await page.getByText('You need Administrator to see this page').waitFor();
    expect(await page.getByText(scene.admin.email).count()).toBe(0);
  });
});
