import { getVlUserAccess } from '@muniment/contract/vl-users.ts';
import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test';
import { expect } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { openAs } from './browser.ts';
import { accessibilityViolations, launchChromium, watchForErrors } from './chromium.ts';

export const A = '72041183';
export const B = '72041190';
export const SOLE = '88102207';

/** An organization in which Ingrid assigns users, and a browser. */
export interface AssignStage {
  readonly muniment: Muniment;
  readonly browser: Browser;
  readonly organization: Organization;
  /** Administers A, B and SOLE; of SOLE as the only one. */
  readonly ingrid: Member;
  /** Administers A and B too. */
  readonly tomas: Member;
  /** Holds Licensing Info Viewer on A. */
  readonly amara: Member;
  /** A window of Ingrid's. */
  open(options?: BrowserContextOptions): Promise<AssignWindow>;
  /** What somebody holds on a license ID, as the API answers it. */
  rolesOf(member: Pick<Member, 'vlUserId'>, licenseId: string): Promise<string[]>;
  close(): Promise<void>;
}

export async function startAssignStage(): Promise<AssignStage> {
  const [muniment, browser] = await Promise.all([
    startMuniment({ env: { MAIL_HOLD_SECONDS: '30' } }),
    launchChromium(),
  ]);
  const organization = await (await muniment.newPartner()).organization('Fennimore Rail Group');
  const email = organization.newEmail('ingrid.solheim');
  for (const [licenseId, name] of [
    [A, 'Group enterprise 2026'],
    [B, 'Group server and cloud'],
    [SOLE, 'Depot sites'],
  ] as const) {
    await organization.license({ licenseId, name, contact: email });
    await muniment.register(email);
  }
  const ingrid = {
    ...(await organization.administrator({ email, licenses: 0 })),
    licenseIds: [A, B, SOLE],
    licenseId: A,
  };
  const tomas = await organization.colleague(ingrid, {
    email: organization.newEmail('tomas.varga'),
    licenseIds: [A, B],
    roles: ['administrator'],
  });
  const amara = await organization.colleague(ingrid, {
    email: organization.newEmail('amara.nwosu'),
    licenseIds: [A],
    roles: ['licensing-info-viewer'],
  });
  return {
    muniment,
    browser,
    organization,
    ingrid,
    tomas,
    amara,
    open: async (options) => windowOf(organization, await openAs(browser, muniment, ingrid.email, options)),
    async rolesOf({ vlUserId }, licenseId) {
      const { items } = (await ingrid.api.call(getVlUserAccess, { params: { vlUserId } })).body;
      return items.find((each) => each.licenseId === licenseId)?.roles.map(({ role }) => role) ?? [];
    },
    async close() {
      await browser.close();
      await muniment.stop();
    },
  };
}

/** As it stands in a name, where the narrow gap counts as a space. */
export const named = (licenseId: string) => `${licenseId.slice(0, 4)} ${licenseId.slice(4)}`;
export const printed = (licenseId: string) => `${licenseId.slice(0, 4)}\u00a0${licenseId.slice(4)}`;

export type AssignWindow = ReturnType<typeof windowOf>;

/** Assign users to contracts in one window, driven as a person does. */
function windowOf(organization: Organization, page: Page) {
  page.setDefaultTimeout(12_000);
  const errors = watchForErrors(page);
  const path = (rest = '') => `/o/${organization.number}/vl/assign${rest}`;
  const button = (name: string | RegExp, within: Page | Locator = page) =>
    within.getByRole('button', { name, exact: typeof name === 'string' });
  const heading = (name: string | RegExp) => page.getByRole('heading', { name });
  const sheetGone = () => page.getByRole('dialog').waitFor({ state: 'detached' });

  /** Clicks a check box or radio button where a person does: on what is drawn for it. */
  async function tick(name: string | RegExp, role: 'checkbox' | 'radio' = 'checkbox') {
    const control = page.getByRole(role, { name });
    await page.locator('label').filter({ has: control }).click();
  }
  async function chooseRoles(licenseId: string, ...roles: string[]) {
    await button(new RegExp(`Roles on ${named(licenseId)}`)).click();
    for (const role of roles) await page.getByRole('option', { name: role, exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
  }
  return {
    page,
    errors,
    path,
    button,
    heading,
    tick,
    chooseRoles,
    sheetGone,
    close: () => page.context().close(),
    go: (rest = '') => page.goto(path(rest)),
    status: (text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).first().waitFor(),
    focusedName: () =>
      page.evaluate<string | null>(
        'document.activeElement === document.body ? null : document.activeElement.ariaLabel ?? document.activeElement.textContent',
      ),
    /** In light all of it; in dark the colours, which are all that differs. */
    async expectAccessible() {
      const inLight = await accessibilityViolations(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      const inDark = await accessibilityViolations(page, ['color-contrast']);
      await page.emulateMedia({ colorScheme: 'light' });
      expect([...inLight, ...inDark]).toEqual([]);
    },
    async addFromDirectory(member: Pick<Member, 'email' | 'name'>) {
      await page.getByRole('searchbox', { name: 'Search name or email' }).fill(member.email);
      await page.getByRole('option', { name: member.name }).click();
      await page.getByText(`${member.name} added.`).waitFor();
    },
    async addByEmail(person: { email: string; name: string; business?: string }) {
      await button('Add someone by email').click();
      await page.getByRole('textbox', { name: 'Sign-in email' }).fill(person.email);
      await page.getByRole('textbox', { name: 'Full name' }).fill(person.name);
      if (person.business) await page.getByRole('textbox', { name: 'Business email' }).fill(person.business);
      await button('Add to the list').click();
      await page.getByText(`${person.name} added.`).waitFor();
    },
    async applyUsers() {
      await button('Review and apply').click();
      await button('Apply').click();
      await sheetGone();
    },
    async addContracts(...licenseIds: string[]) {
      await button('Add contracts').click();
      for (const licenseId of licenseIds)
        await page.getByRole('checkbox', { name: printed(licenseId) }).click();
      await button(`Add ${licenseIds.length} contract${licenseIds.length === 1 ? '' : 's'}`).click();
      await sheetGone();
    },
    async assignRoles(licenseId: string, ...roles: string[]) {
      await button('Assign roles').click();
      await chooseRoles(licenseId, ...roles);
      await button('Apply').click();
      await sheetGone();
    },
    async verify() {
      await button(/^Verify and save/).click();
      // Ten thousand assignments are compared in a few seconds.
      await heading('What will change').waitFor({ timeout: 60_000 });
      // Away from where the button was: the one that is there now may say in a tooltip why it cannot be pressed.
      await page.mouse.move(0, 0);
      await page.getByRole('tooltip').waitFor({ state: 'detached' });
    },
    /** A draft with one person, made quickly by the link that an overview would give. */
    async draftOf(member: Pick<Member, 'vlUserId'>, licenseId: string, role: string) {
      await page.goto(path(`?add=${member.vlUserId}&license=${licenseId}&role=${role}`));
      await heading('1 person').waitFor();
    },
    summary: (text: string) => page.getByRole('strong').filter({ hasText: text }).waitFor(),
  };
}
