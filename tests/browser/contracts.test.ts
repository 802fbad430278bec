import { getLicense } from '@muniment/contract/licenses.ts';
import { putLicense } from '@muniment/contract/partners.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { type Scene, type Stage, startStage } from './scene.ts';

const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

let stage: Stage;
let scene: Scene;
/** By the nearest end date. */
let licenseIds: readonly string[];
let reader: string;
beforeAll(async () => {
  stage = await startStage();
  scene = await stage.newScene(3);
  const { admin, organization } = scene;
  licenseIds = admin.licenseIds;
  for (const [index, days] of [-40, 30, 900].entries()) {
    const licenseId = licenseIds[index] ?? '';
    const { contacts } = (await admin.api.call(getLicense, { params: { licenseId } })).body;
    const { displayName = '', email = '' } = contacts[0] ?? {};
    await organization.partner.api.call(putLicense, {
      params: { licenseId },
      body: {
        organizationNumber: organization.number,
        name: ['Old stations', 'Signalling labs', 'Group enterprise'][index] ?? '',
        program: 'Enterprise',
        parentProgram: 'Enterprise 6',
        startDate: '2024-01-01',
        endDate: daysFromNow(days),
        city: 'Bergen',
        country: 'NO',
        licenseType: 'Enrollment',
        offerings: ['Ledgerline Standard'],
        contacts: { primaryContact: { displayName, email } },
      },
    });
  }
  reader = (
    await organization.colleague(admin, { licenseIds: licenseIds.slice(0, 1), roles: ['benefits-reader'] })
  ).email;
});
afterAll(() => stage?.close());
afterEach(() => stage.clear());

describe('contracts', () => {
  test('W1 the list is an address: sorted, searched and narrowed it can be reloaded, sent and gone back to', async () => {
    const page = await stage.open(scene, '/vl/contracts');
    const grid = page.getByRole('grid', { name: 'Contracts' });
    const ids = async () =>
      (await grid.getByRole('row').allInnerTexts()).slice(1).map((row) => row.replace(/\s+/g, ' '));
    await page.getByText('3 license IDs', { exact: true }).waitFor();
    expect((await ids())[0]).toContain('Expired');
    expect((await ids())[2]).toContain('Active');
    expect(await violationsInBothThemes(page)).toEqual([]);

    await grid.getByRole('button', { name: 'End date' }).click();
    await page.waitForURL(/sort=-endDate/);
    await page.reload();
    await page.getByText('3 license IDs', { exact: true }).waitFor();
    expect((await ids())[0]).toContain('Active');

    await page.getByRole('button', { name: 'Status', exact: true }).first().click();
    await page.getByRole('option', { name: 'Expiring' }).click();
    await page.keyboard.press('Escape');
    await page.getByText('1 license ID', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Remove filter Status: Expiring' }).click();
    await page.getByText('3 license IDs', { exact: true }).waitFor();

    await page.getByRole('searchbox').fill('nothing like it');
    await page.getByRole('heading', { name: 'Nothing matches these filters' }).waitFor();
    expect(page.url()).toContain('q=nothing');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByText('3 license IDs', { exact: true }).waitFor();

    await page.getByRole('button', { name: `More actions for License ID ${licenseIds[0]}` }).click();
    const orders = page.getByRole('menuitem', { name: 'Orders' });
    expect(await orders.getAttribute('href')).toContain(`/vl/orders?license=${licenseIds[0]}`);
    await page.keyboard.press('Escape');

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    expect((await download).suggestedFilename()).toMatch(/^contracts-.+\.csv$/);
  });

  test('W1 Enter opens the details, whose tab is an address; Esc closes them and gives focus back to the row', async () => {
    const page = await stage.open(scene, '/vl/contracts');
    await page.getByText('3 license IDs', { exact: true }).waitFor();
    await page.getByRole('grid').getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
    await page.waitForURL(`**/vl/contracts/${licenseIds[0]}`);
    const pane = page.getByRole('region', { name: 'Old stations' });
    await pane.getByText('Enrollment').waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await pane.getByRole('tab', { name: 'Offerings' }).click();
    await pane.getByText('Ledgerline Standard').waitFor();
    expect(page.url()).toContain('tab=offerings');
    await page.reload();
    await pane.getByText('Ledgerline Standard').waitFor();
    await pane.getByRole('tab', { name: 'Contacts' }).click();
    await pane.getByText('Primary contact').waitFor();
    expect(await pane.getByRole('link', { name: 'People on it' }).getAttribute('href')).toContain(
      `license=${licenseIds[0]}`,
    );
    await page.keyboard.press('Escape');
    await page.waitForURL(/\/vl\/contracts$/);
    await pane.waitFor({ state: 'detached' });
    await expect
      .poll(() => page.evaluate('document.activeElement.closest("[role=row]") !== null'))
      .toBe(true);
    await page.keyboard.press('Enter');
    await pane.waitFor();
    await page.goBack();
    await pane.waitFor({ state: 'detached' });
  });

  test('R10 A9 whoever only reads sees their own license IDs, and of others that they are not there', async () => {
    const page = await stage.open(scene, `/vl/contracts/${licenseIds[1]}`, { email: reader });
    await page.getByRole('heading', { name: 'This is not there' }).first().waitFor();
    await page.getByText('1 license ID', { exact: true }).waitFor();
    await page.goto(`/o/${scene.organization.number}/vl/contracts/${licenseIds[0]}`);
    await page.getByRole('region', { name: 'Old stations' }).getByText('Enrollment').waitFor();
    expect(await page.getByRole('link', { name: 'People on it' }).count()).toBe(0);
    const menu = page.getByRole('button', { name: `More actions for License ID ${licenseIds[0]}` });
    await menu.click();
    // Benefits reader opens neither its orders nor its keys or invoices.
    await page.getByRole('menuitem', { name: 'Details' }).waitFor();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Details']);
    await page.keyboard.press('Escape');
    const nav = page.getByRole('navigation', { name: 'Main' });
    await nav.getByRole('link', { name: 'Contracts' }).waitFor();
    expect(await nav.getByRole('link', { name: 'Orders' }).count()).toBe(0);
    await page.goto(`/o/${scene.organization.number}/vl/orders`);
    await page
      .getByRole('heading', {
        name: 'You need Licensing Info Viewer or Online services manager to see orders',
      })
      .waitFor();
    expect(await page.getByText('Your partner can tell you whom to ask.').count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Who is my VL admin?' }).getAttribute('href')).toBe(
      '/help/who-is-my-vl-admin',
    );
    expect(await page.getByText(scene.admin.name).count()).toBe(0);
    expect(await violationsInBothThemes(page)).toEqual([]);
  });

  test('W1 on a phone rows are cards, the filters a sheet, and the details the whole screen', async () => {
    const page = await stage.open(scene, '/vl/contracts', { viewport: PHONE });
    await page.getByText('Old stations').waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('button', { name: 'Show 3' }).click();
    await page.getByText('Signalling labs').click();
    const pane = page.getByRole('dialog', { name: 'Signalling labs' });
    await pane.getByText('Enrollment').waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await violationsInBothThemes(page)).toEqual([]);
  });
});
