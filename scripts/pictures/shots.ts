import type { Page } from '@playwright/test';
import { PHONE } from '../../tests/browser/browser.ts';

const INGRID = 'ingrid.solheim@fennimore.example';
const LARGE = '/o/30042';
const PEOPLE = `${LARGE}/vl/assignments`;

/** VL users of the demo by name, as the script has looked them up. */
export type IdOf = (email: string) => string;

/** What a picture shows: who looks, where, and what they do before it is taken. */
export interface Shot {
  /** The file's name, without its ending. */
  readonly name: string;
  readonly as: string;
  readonly at: string | ((idOf: IdOf) => string);
  /** Waited for after the page has opened. */
  readonly see: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly isDark?: boolean;
  readonly act?: (page: Page, idOf: IdOf) => Promise<void>;
}

/** Whose addresses the pictures need ids of. */
export const NAMED = {
  ingrid: INGRID,
  amara: 'amara.nwosu@fennimore.example',
  jonas: 'jonas.petrov@fennimore.example',
  noor: 'noor.haddad@fennimore.example',
  birgit: 'birgit.aune@halden.example',
  runa: 'runa.eskildsen@halden.example',
} as const;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const paneOf = (idOf: IdOf, email: string, rest = '') => `${PEOPLE}?user=${idOf(email)}${rest}`;

/** A draft of three people on three license IDs, the first of them unfolded. */
const draft = (idOf: IdOf) =>
  `${LARGE}/vl/assign?step=roles&user=${idOf(NAMED.amara)}` +
  `&add=${[NAMED.amara, NAMED.jonas, NAMED.noor].map(idOf).join(',')}` +
  '&license=72041183,72041190,88102207,90315520&role=product-keys-reader,product-download-manager';

const openAmara = (page: Page) => button(page, 'Assign roles').waitFor();

/** Takes one role of Amara's away in the draft, so that there is something to lose. */
async function takeOneAway(page: Page): Promise<void> {
  await button(page, 'Assign roles').click();
  await button(page, /^Roles on 7204\s1190/).click();
  await page.getByRole('option', { name: 'Licensing Info Viewer' }).click();
  await page.keyboard.press('Escape');
  await button(page, 'Apply').click();
  await button(page, 'Assign roles').waitFor();
}

async function openVerification(page: Page): Promise<void> {
  await takeOneAway(page);
  await button(page, /^Verify and save/).click();
  await page.getByText('What will change').waitFor();
  await button(page, /^Save \d+ role change/).waitFor();
}

async function chooseFour(page: Page): Promise<void> {
  const boxes = page.getByRole('row').getByRole('checkbox');
  for (const place of [2, 3, 6, 7]) await boxes.nth(place).click();
}

/** The pictures, in the order of their names. */
export const SHOTS: readonly Shot[] = [
  { name: '01-overview', as: INGRID, at: `${LARGE}/products/volume-licensing`, see: 'Signalling labs' },
  {
    name: '02-manage-bulk-pane',
    as: INGRID,
    at: (idOf) => paneOf(idOf, NAMED.amara),
    see: 'Depot sites',
    async act(page) {
      await button(page, /^Roles on Group server and cloud/).click();
      await page.getByRole('option', { name: 'Product keys reader' }).click();
      await page.keyboard.press('Escape');
      await button(page, /^Why\? Depot sites/).click();
      await page.getByText(/^Assigned directly/).waitFor();
      await chooseFour(page);
    },
  },
  { name: '02b-manage-list', as: INGRID, at: PEOPLE, see: 'View access' },
  { name: '03-assign-expanded', as: INGRID, at: draft, see: 'Amara Nwosu', act: openAmara },
  {
    name: '03b-add-contracts',
    as: INGRID,
    at: draft,
    see: 'Amara Nwosu',
    async act(page) {
      await openAmara(page);
      await button(page, 'Add contracts').click();
      const boxes = page.getByRole('dialog').getByRole('row').getByRole('checkbox');
      await boxes.nth(3).waitFor();
      await page.waitForTimeout(500);
      await boxes.nth(1).click();
      await boxes.nth(3).click();
    },
  },
  {
    name: '03c-assign-roles-copy-paste',
    as: INGRID,
    at: draft,
    see: 'Amara Nwosu',
    async act(page) {
      await openAmara(page);
      await button(page, 'Assign roles').click();
      await button(page, /^Copy role properties of/).click();
      const labels = page
        .locator('label')
        .filter({ has: page.getByRole('checkbox', { name: /^Select \d/ }) });
      await labels.nth(2).click();
      await labels.nth(3).click();
    },
  },
  {
    name: '03d-paste-license-ids',
    as: INGRID,
    at: draft,
    see: 'Amara Nwosu',
    async act(page) {
      await openAmara(page);
      await button(page, 'Add contracts').click();
      await page.getByRole('tab', { name: 'Paste a list' }).click();
      await page
        .getByRole('textbox')
        .first()
        .fill(
          'Group server and cloud\t72041190\nTicketing\t5512 0066\nTraining\t61483312\nOld site\t1111 2222',
        );
      await page.getByText('1111').last().waitFor();
    },
  },
  { name: '04-verify-diff', as: INGRID, at: draft, see: 'Amara Nwosu', act: openVerification },
  {
    name: '05-matrix',
    as: INGRID,
    at: `${LARGE}/vl/matrix?license=88102207&only=license`,
    see: 'people by',
  },
  {
    name: '06-small-org-overview',
    as: 'odile.fairweather@bramblewick.example',
    at: '/o/10482/products/volume-licensing',
    see: 'Role assignments',
  },
  {
    name: '06b-small-org-manage',
    as: 'odile.fairweather@bramblewick.example',
    at: '/o/10482/vl/assignments',
    see: 'View access',
  },
  { name: '07-mobile-manage', as: INGRID, at: PEOPLE, see: 'Aiko Bergmann', viewport: PHONE },
  {
    name: '07b-mobile-pane',
    as: INGRID,
    at: (idOf) => paneOf(idOf, NAMED.amara),
    see: 'Depot sites',
    viewport: PHONE,
  },
  {
    name: '07c-mobile-verify',
    as: INGRID,
    at: draft,
    see: 'Amara Nwosu',
    viewport: PHONE,
    act: openVerification,
  },
  {
    name: '08-why-inherited',
    as: NAMED.birgit,
    at: (idOf) => `/o/20417/vl/assignments?user=${idOf(NAMED.birgit)}`,
    see: '3055',
    async act(page) {
      await button(page, /^Why\?/).click();
      await page
        .getByText(/^Inherited from/)
        .first()
        .waitFor();
    },
  },
  {
    name: '09-as-of',
    as: INGRID,
    at: `${PEOPLE}?asOf=2026-09-02`,
    see: 'View access',
    async act(page) {
      await button(page, /^As of /).click();
      await page.getByText('See who had access').waitFor();
    },
  },
  {
    name: '10-palette',
    as: INGRID,
    at: PEOPLE,
    see: 'View access',
    async act(page) {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('7204');
      await page.getByText('See who has access to').first().waitFor();
    },
  },
  { name: '12-empty', as: INGRID, at: `${PEOPLE}?q=zzz`, see: 'No one matches these filters' },
  {
    name: '13-dark-manage',
    as: INGRID,
    at: (idOf) => paneOf(idOf, NAMED.amara),
    see: 'Depot sites',
    isDark: true,
    act: chooseFour,
  },
  {
    name: '14-dark-verify',
    as: INGRID,
    at: draft,
    see: 'Amara Nwosu',
    isDark: true,
    act: openVerification,
  },
  {
    name: 'get-help',
    as: INGRID,
    at: `${LARGE}/products/volume-licensing?pane=help`,
    see: 'Describe',
    async act(page) {
      await page.getByRole('dialog').getByRole('textbox').first().fill('The invitation has expired');
      await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'give-feedback',
    as: INGRID,
    at: `${LARGE}/products/volume-licensing?pane=feedback`,
    see: 'Send feedback',
  },
  {
    name: 'downloads',
    as: INGRID,
    at: `${LARGE}/vl/downloads?q=plumbline`,
    see: 'Plumbline Drawing 2026',
    async act(page) {
      await page.getByRole('grid').getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
      await button(page, 'Copy SHA-256').waitFor();
    },
  },
  {
    name: 'contracts',
    as: INGRID,
    at: `${LARGE}/vl/contracts?status=expiring`,
    see: 'Volume licensing roles',
    async act(page) {
      await page.getByRole('grid').getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
      await page.getByText('Days left').waitFor();
    },
  },
  {
    name: 'keys',
    as: INGRID,
    at: `${LARGE}/vl/keys?keyType=mak`,
    see: 'Activations',
    async act(page) {
      await page.getByRole('rowheader').nth(1).click();
      await button(page, 'Request more activations').waitFor();
    },
  },
  {
    name: 'orders',
    as: INGRID,
    at: `${LARGE}/vl/orders`,
    see: 'Reseller order number',
    async act(page) {
      await page.getByRole('rowheader').nth(1).click();
      await page.getByText('Lines of the order').waitFor();
    },
  },
  {
    name: 'subscriptions',
    as: INGRID,
    at: `${LARGE}/subscriptions?status=active`,
    see: 'Renews or ends on',
    async act(page) {
      await page.getByRole('rowheader').nth(1).click();
      await button(page, 'Change quantity').waitFor();
    },
  },
  {
    name: 'license-summaries',
    as: INGRID,
    at: `${LARGE}/vl/summaries`,
    see: 'License summaries',
    async act(page) {
      await button(page, 'Create a summary').click();
      await button(page, 'Select all').click();
      // No worker runs here: what it would make is not seen.
      await page.getByRole('button', { name: 'Create for 4,000 license IDs' }).waitFor();
    },
  },
  {
    name: 'invoices',
    as: NAMED.runa,
    at: '/o/20417/invoices',
    see: 'Billing period',
    async act(page) {
      await page.getByRole('rowheader').nth(1).click();
      await page.getByRole('tab', { name: 'Lines' }).click();
      await page.getByText('Unit price').first().waitFor();
    },
  },
  {
    name: 'benefits',
    as: NAMED.runa,
    at: '/o/20417/vl/benefits/30551207',
    see: 'Access code',
  },
  {
    name: 'services',
    as: NAMED.runa,
    at: '/o/20417/vl/services',
    see: 'Usage date',
    async act(page) {
      await button(page, 'Reserve').click();
      await page.getByRole('searchbox', { name: 'Search product or license ID' }).fill('Meetings');
      await page.getByRole('option').first().click();
      await page
        .getByText('the last 30 days before')
        .or(page.getByText(/^From /))
        .first()
        .waitFor();
    },
  },
  { name: 'activity', as: INGRID, at: `${LARGE}/vl/activity`, see: 'Undo' },
  // Last of all: it changes what the others show.
  {
    name: '11-undo-toast',
    as: INGRID,
    at: draft,
    see: 'Amara Nwosu',
    async act(page) {
      await openVerification(page);
      await button(page, /^Save \d+ role change/).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Undo' }).waitFor();
      await page.getByText('View access').first().waitFor();
    },
  },
];
